// XML that is written.
#pragma once

#include <pugixml.hpp>
#include <string>

namespace duizhao::io {

/// The root element of a new document, with its namespace, behind the declaration.
pugi::xml_node add_root(pugi::xml_document& document, const char* name, const char* xml_namespace);

/// The document with its declaration, indented by two spaces.
std::string to_string(const pugi::xml_document& document);

}  // namespace duizhao::io
