// Terms and how they are to be rendered.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "duizhao/text/error.hpp"
#include "duizhao/text/export.hpp"

namespace duizhao {

/// A term in two languages. Which is which is told by their scripts where one of them is Chinese.
struct Term {
  std::string source = {};  ///< the term
  std::string target = {};  ///< its rendering
  ErrorPlace place = {};    ///< where it was read, for messages
  bool forbidden = false;   ///< the rendering must not be used
};

/// Reads a glossary: TBX (ISO 30042) where it begins with `<`, else comma-separated values as in
/// RFC 4180, or tab-separated ones where the first line that counts has a tab.
///
/// Columns: the term, its renderings, and renderings that must not be used; several in a cell are
/// separated by `|` or `;`. A third column with a name of its own that says otherwise, such as
/// "note", and further ones are left alone. Blank lines and lines that begin with `#` do not count,
/// nor does a first line of column names (source, target, term, translation, or names of
/// languages).
///
/// Of TBX, basic or core, DCA or DCT style, the terms of the first two languages of each entry
/// count, each with each; deprecated ones (administrative status) are renderings that must not be
/// used. Throws Error (format, decoding) with line and byte; `name` is the file's name in messages.
/// Linear.
DUIZHAO_EXPORT std::vector<Term> parse_glossary(std::string_view bytes, const std::string& name);

}  // namespace duizhao
