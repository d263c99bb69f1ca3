#include "io/xml_document.hpp"

#include <sstream>

namespace duizhao::io {
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

}  // namespace duizhao::io
