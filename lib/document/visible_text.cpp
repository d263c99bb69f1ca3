#include "document/visible_text.hpp"

#include "document/opaque.hpp"

namespace duizhao::document {

VisibleText::VisibleText(const Document& document, ByteRange range) {
  std::size_t size = 0;
  std::vector<ByteRange> opaque;
  for_each_visible(document.runs(), document.bytes(), range,
                   [&](const TextRun& run, ByteRange part, std::string_view seen) {
                     const bool shown = seen.data() != document.bytes().data() + part.begin;
                     parts_.push_back({size, part, shown});
                     if (run.kind != RunKind::prose) opaque.push_back({size, size + seen.size()});
                     size += seen.size();
                     text_ = seen;
                   });
  if (parts_.size() > 1) {  // else no copy is needed
    copy_ = document.text(range);
    text_ = copy_;
  }
  if (opaque.empty()) return;
  masked_ = text_;
  for (const ByteRange& each : opaque) mask(masked_, each);
}

ByteRange VisibleText::in_document(ByteRange seen) const {
  const Part& first = part_at(seen.begin);
  const Part& last = part_at(seen.end - 1);
  return {first.shown ? first.range.begin : first.range.begin + (seen.begin - first.begin),
          last.shown ? last.range.end : last.range.begin + (seen.end - last.begin)};
}

const VisibleText::Part& VisibleText::part_at(std::size_t offset) const {
  const auto after =
      std::upper_bound(parts_.begin(), parts_.end(), offset,
                       [](std::size_t place, const Part& part) { return place < part.begin; });
  return *std::prev(after);
}

}  // namespace duizhao::document
