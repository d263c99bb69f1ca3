// Glossaries in TBX (ISO 30042:2019), dialect TBX-Basic, style DCA.
#include <map>

#include "duizhao/io/results.hpp"
#include "io/xml_document.hpp"
#include "text/xml_text.hpp"

namespace duizhao {
namespace {

void add_term(pugi::xml_node language, const std::string& text, bool forbidden) {
  pugi::xml_node section = language.append_child("termSec");
  section.append_child("term").text() = text::allowed_in_xml(text).c_str();
  if (!forbidden) return;
  pugi::xml_node status = section.append_child("termNote");
  status.append_attribute("type") = "administrativeStatus";
  status.text() = "deprecatedTerm-admn-sts";
}

}  // namespace

std::string to_tbx(const std::vector<Term>& terms, const std::string& source_language,
                   const std::string& target_language) {
  pugi::xml_document document;
  pugi::xml_node root = io::add_root(document, "tbx", "urn:iso:std:iso:30042:ed-2");
  root.append_attribute("type") = "TBX-Basic";
  root.append_attribute("style") = "dca";
  root.append_attribute("xml:lang") = source_language.c_str();
  root.append_child("tbxHeader")
      .append_child("fileDesc")
      .append_child("sourceDesc")
      .append_child("p")
      .text() = "duizhao";
  pugi::xml_node body = root.append_child("text").append_child("body");
  std::map<std::string, pugi::xml_node> renderings;  // by term
  for (const Term& term : terms) {
    const auto [entry, is_new] = renderings.try_emplace(term.source);
    if (is_new) {
      pugi::xml_node concept_entry = body.append_child("conceptEntry");
      concept_entry.append_attribute("id") = ("c" + std::to_string(renderings.size())).c_str();
      pugi::xml_node source = concept_entry.append_child("langSec");
      source.append_attribute("xml:lang") = source_language.c_str();
      add_term(source, term.source, false);
      entry->second = concept_entry.append_child("langSec");
      entry->second.append_attribute("xml:lang") = target_language.c_str();
    }
    add_term(entry->second, term.target, term.forbidden);
  }
  return io::to_string(document);
}

}  // namespace duizhao
