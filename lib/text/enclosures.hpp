// Quotations and brackets of a text.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace duizhao::text {

enum class EnclosureKind { quotation, bracket, title };

/// A pair of marks and what is between them, as offsets of bytes.
///
///     他 问 “ 为 什 么 ？ ” 后 …
///         |open  |inner  |close  |end
struct Enclosure {
  EnclosureKind kind;
  std::size_t open;
  std::size_t inner;
  std::size_t close;
  std::size_t end;
};

/// The pairs of a text in the order of their closing marks. Straight quotation marks are told apart
/// by the spaces around them, and a quotation may open straight and close curly. Marks without a
/// partner are left out. Linear.
std::vector<Enclosure> find_enclosures(std::string_view text);

bool is_opening_quote(char32_t code_point);

/// A mark that closes something, whether or not its partner was found.
bool is_closing_mark(char32_t code_point);

}  // namespace duizhao::text
