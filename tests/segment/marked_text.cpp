#include "segment/marked_text.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

namespace test {

void check_cuts(const std::string& language, const std::string& marked,
                duizhao::SegmentOptions options) {
  const duizhao::Segmenter segmenter(options);
  std::string text = marked;
  std::erase(text, '|');
  std::string cut;
  for (const duizhao::ByteRange& range : segmenter.split(text, language)) {
    if (!cut.empty()) cut += '|';
    cut += text.substr(range.begin, range.size());
  }
  std::string expected;
  for (std::size_t k = 0; k < marked.size(); ++k) {
    const bool beside_bar = marked[k] == ' ' && ((k > 0 && marked[k - 1] == '|') ||
                                                 (k + 1 < marked.size() && marked[k + 1] == '|'));
    if (!beside_bar) expected += marked[k];
  }
  CHECK(cut == expected);
}

}  // namespace test
