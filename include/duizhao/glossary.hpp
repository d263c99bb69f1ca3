// Terms and how they are to be rendered.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "duizhao/error.hpp"
#include "duizhao/export.hpp"

namespace duizhao {

/// A term in two languages. Which is which is told by their scripts where one of them is Chinese.
struct Term {
  std::string source;
  std::string target;
  ErrorPlace place;        ///< where it was read, for messages
  bool forbidden = false;  ///< the rendering must not be used
};

/// Reads a glossary: comma-separated values as in RFC 4180, or tab-separated ones where the first
/// line that counts has a tab. Two columns, the term and its rendering; further ones are left
/// alone. Blank lines and lines that begin with `#` do not count, nor does a first line of column
/// names (source, target, term, translation, or names of languages). Throws Error (format,
/// decoding) with line and byte; `name` is the file's name in messages. Linear.
DUIZHAO_EXPORT std::vector<Term> parse_glossary(std::string_view bytes, const std::string& name);

}  // namespace duizhao
