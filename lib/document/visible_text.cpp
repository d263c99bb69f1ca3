#include "document/visible_text.hpp"

#include <algorithm>

namespace duizhao::document {

VisibleText::VisibleText(const Document& document, const Block& block)
    : runs_(document.runs(block)) {
  const std::string_view bytes = document.bytes();
  if (runs_.size() == 1 && !runs_.front().shown) {  // plain text: no copy
    begins_.push_back(0);
    text_ = bytes.substr(runs_.front().range.begin, runs_.front().range.size());
    return;
  }
  for (const TextRun& run : runs_) {
    begins_.push_back(copy_.size());
    if (run.shown) {
      copy_ += *run.shown;
    } else {
      copy_.append(bytes, run.range.begin, run.range.size());
    }
  }
  text_ = copy_;
}

ByteRange VisibleText::in_document(ByteRange seen) const {
  const std::size_t first = run_at(seen.begin);
  const std::size_t last = run_at(seen.end - 1);
  return {runs_[first].shown ? runs_[first].range.begin
                             : runs_[first].range.begin + (seen.begin - begins_[first]),
          runs_[last].shown ? runs_[last].range.end
                            : runs_[last].range.begin + (seen.end - begins_[last])};
}

std::size_t VisibleText::run_at(std::size_t offset) const {
  const auto after = std::upper_bound(begins_.begin(), begins_.end(), offset);
  return static_cast<std::size_t>(after - begins_.begin()) - 1;
}

}  // namespace duizhao::document
