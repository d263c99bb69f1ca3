#include "formats/xml.hpp"

#include <sstream>

#include "text/utf8.hpp"

namespace duizhao::formats {
namespace {

/// The Char production of XML 1.0.
bool is_allowed(char32_t c) {
  if (c < 0x20) return c == U'\t' || c == U'\n' || c == U'\r';
  return c != 0xFFFE && c != 0xFFFF && c <= 0x10FFFF;
}

}  // namespace

std::string xml_text(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const auto [code_point, size] = text::decode(text, offset);
    if (is_allowed(code_point)) {
      result += text.substr(offset, size);
    } else {
      result += "\xEF\xBF\xBD";
    }
    offset += size;
  }
  return result;
}

pugi::xml_node add_root(pugi::xml_document& document, const char* name, const char* xml_namespace) {
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "UTF-8";
  pugi::xml_node root = document.append_child(name);
  root.append_attribute("xmlns") = xml_namespace;
  return root;
}

std::string to_string(const pugi::xml_document& document) {
  std::ostringstream out;
  document.save(out, "  ", pugi::format_indent, pugi::encoding_utf8);
  return out.str();
}

}  // namespace duizhao::formats
