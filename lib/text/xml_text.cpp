#include "text/xml_text.hpp"

#include <fmt/format.h>

#include "duizhao/text/messages.hpp"
#include "text/utf8.hpp"

namespace duizhao::text {
namespace {

/// The Char production of XML 1.0.
bool is_allowed(char32_t c) {
  if (c < 0x20) return c == U'\t' || c == U'\n' || c == U'\r';
  return c != 0xFFFE && c != 0xFFFF && c <= 0x10FFFF;
}

}  // namespace

std::optional<char32_t> find_forbidden_in_xml(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const auto [code_point, size] = decode(text, offset);
    if (!is_allowed(code_point)) return code_point;
    offset += size;
  }
  return std::nullopt;
}

std::string allowed_in_xml(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const auto [code_point, size] = decode(text, offset);
    result += is_allowed(code_point) ? text.substr(offset, size) : "\xEF\xBF\xBD";
    offset += size;
  }
  return result;
}

std::string escaped_for_xml(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\r':  // a line break else
        result += "&#13;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

std::string xml_text(std::string_view text, const ErrorPlace& place) {
  if (const auto forbidden = find_forbidden_in_xml(text)) {
    throw Error(ErrorCode::content, place,
                fmt::format(fmt::runtime(translate("expected characters that XML allows, found "
                                                   "U+{:04X} in the text")),
                            static_cast<std::uint32_t>(*forbidden)));
  }
  return escaped_for_xml(text);
}

std::string xml_name(std::string_view text) { return escaped_for_xml(allowed_in_xml(text)); }

}  // namespace duizhao::text
