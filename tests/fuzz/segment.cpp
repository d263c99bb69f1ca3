// The first byte chooses the language: sentences in order, inside the text, and nothing but white
// space between them.
#include <duizhao/segment/segmenter.hpp>
#include <string>

#include "fuzz.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace {

bool is_blank(std::string_view gap) {
  for (std::size_t at = 0; at < gap.size();) {
    const auto [code_point, size] = duizhao::text::decode(gap, at);
    if (!duizhao::text::is_space(code_point)) return false;
    at += size;
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const duizhao::Segmenter segmenter;
  static const duizhao::Segmenter with_semicolons({.split_at_semicolons = true});
  if (size == 0) return 0;
  const std::string_view text = fuzz::text(data + 1, size - 1);
  if (duizhao::text::find_fault(text)) return 0;
  const char* language = data[0] % 2 == 0 ? "zh" : "en";
  std::size_t end = 0;
  for (const duizhao::ByteRange& range :
       (data[0] % 4 < 2 ? segmenter : with_semicolons).split(text, language)) {
    fuzz::require(range.begin >= end && range.begin < range.end && range.end <= text.size());
    fuzz::require(is_blank(text.substr(end, range.begin - end)));
    end = range.end;
  }
  fuzz::require(is_blank(text.substr(end)));
  return 0;
}
