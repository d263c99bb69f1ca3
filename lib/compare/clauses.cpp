#include "compare/clauses.hpp"

#include "text/marks.hpp"
#include "text/utf8.hpp"

namespace duizhao::compare {

bool ends_clause(std::string_view token) {
  if (token.empty()) return false;
  const char32_t mark = text::decode(token, 0).value;
  const char32_t narrow = text::half_width(mark) != 0 ? text::half_width(mark) : mark;
  return narrow == U',' || narrow == U':' || text::is_stop(mark) || text::is_semicolon(mark) ||
         text::is_dash(mark) || text::is_ellipsis(mark);
}

}  // namespace duizhao::compare
