// Names the members that it sets, as consumers do: those that it leaves out have defaults.
#include <duizhao/duizhao.hpp>

duizhao::AlignOptions align_options() { return {.target_language = "en"}; }
duizhao::CheckOptions check_options() { return {.settings = {{"length.deviation", 4}}}; }
duizhao::ReadOptions read_options() { return {.language = "zh"}; }
duizhao::SegmentOptions segment_options() { return {.split_at_semicolons = true}; }
duizhao::TraceOptions trace_options() { return {.min_confidence = 0.1}; }
duizhao::VariantOptions variant_options() { return {.threshold = 0.7}; }
duizhao::TextLayout layout() { return {.width = 80}; }
duizhao::Bead bead() { return {.source = {0}}; }
duizhao::Witness witness() { return {.text = "Three boats put out to sea."}; }
duizhao::Term term() { return {.source = "护城河", .target = "moat"}; }
duizhao::Finding finding() { return {.rule = "number"}; }
duizhao::DocumentMetadata metadata() { return {.title = "Waves"}; }
duizhao::Document::Parts parts() { return {.name = "text"}; }
