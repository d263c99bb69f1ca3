#include "text/utf16.hpp"

#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace duizhao::text {

Utf16::Utf16(std::string_view utf8, Case letters) {
  for (std::size_t at = 0; at < utf8.size();) {
    const auto [code_point, size] = decode(utf8, at);
    const bool folds = size == 1 && letters == Case::ascii_lower;
    const char32_t folded = folds ? static_cast<char32_t>(ascii_lower(utf8[at])) : code_point;
    text_.append(static_cast<UChar32>(folded));
    bytes_.resize(static_cast<std::size_t>(text_.length()), at);
    at += size;
  }
  bytes_.push_back(utf8.size());
}

}  // namespace duizhao::text
