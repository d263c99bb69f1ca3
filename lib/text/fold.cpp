#include "text/fold.hpp"

#include <utf8proc.h>

#include "text/utf8.hpp"

namespace duizhao::text {

std::string fold_case(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const auto [code_point, size] = decode(text, offset);
    append(folded,
           static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(code_point))));
    offset += size;
  }
  return folded;
}

bool is_upper(char32_t c) { return utf8proc_isupper(static_cast<utf8proc_int32_t>(c)) != 0; }

bool is_lower(char32_t c) { return utf8proc_islower(static_cast<utf8proc_int32_t>(c)) != 0; }

}  // namespace duizhao::text
