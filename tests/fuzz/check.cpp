// Two texts in any two languages are aligned and checked: beads cover each sentence once, findings
// lie inside the documents, probabilities are such.
#include <duizhao/align/aligner.hpp>
#include <duizhao/check/checker.hpp>

#include "pair.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fuzz::Pair pair(data, size);
  if (!pair.is_short()) return 0;
  static const duizhao::Checker checker(fuzz::lexicon());
  duizhao::AlignOptions options;
  options.source_language = pair.source_language;
  options.target_language = pair.target_language;
  try {
    const duizhao::Aligner aligner(fuzz::lexicon(), options);
    const auto document = [&](const std::string& text, const std::string& language) {
      return aligner.segment(
          duizhao::parse_document(text, "input", {.language = language, .encoding = "utf-8"}));
    };
    const duizhao::Alignment alignment = aligner.align(document(pair.source, pair.source_language),
                                                       document(pair.target, pair.target_language));
    std::vector<int> seen(alignment.source().size());
    for (const duizhao::Bead& bead : alignment.beads()) {
      fuzz::require(fuzz::is_probability(bead.confidence));
      for (const std::size_t sentence : bead.source) fuzz::require(++seen.at(sentence) == 1);
    }
    for (const duizhao::Finding& finding : checker.check(alignment)) {
      fuzz::require(fuzz::is_probability(finding.probability));
      const auto inside = [](const auto& place, const duizhao::SegmentedDocument& text) {
        return !place || place->range.end <= text.document().bytes().size();
      };
      fuzz::require(inside(finding.source, alignment.source()) &&
                    inside(finding.target, alignment.target()));
    }
  } catch (const duizhao::Error&) {
  }
  return 0;
}
