#include "document/markup_builder.hpp"

#include <utility>

#include "document/opaque.hpp"

namespace duizhao::document {

void MarkupBuilder::words(ByteRange range) {
  if (range.empty()) return;
  std::vector<TextRun> runs{{range, {}, RunKind::prose}};
  cut_runs(find_opaque(bytes_, range, OpaqueMarks::none), runs);
  for (TextRun& run : runs) lines_.add(std::move(run), strong_);
}

void MarkupBuilder::matter(ByteRange range) {
  range = trimmed(bytes_, range);
  if (range.empty()) return;
  matter_.push_back(range);
}

void MarkupBuilder::displayed(BlockKind kind, ByteRange range) {
  end_block();
  range = trimmed(bytes_, range);
  if (range.empty()) return;
  lines_.add({range, {}, kind == BlockKind::formula ? RunKind::formula : RunKind::code}, false);
  lines_.end_line(kind, false);
}

Layout MarkupBuilder::finish() {
  end_block();
  return {lines_.take(), std::move(matter_), std::move(faults_)};
}

}  // namespace duizhao::document
