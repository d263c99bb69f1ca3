// TEI P5, chapter 12: critical apparatus by parallel segmentation.
#include <fmt/format.h>

#include <algorithm>

#include "collate/validity.hpp"
#include "duizhao/io/results.hpp"
#include "duizhao/text/version.hpp"
#include "io/readings.hpp"
#include "io/xml_document.hpp"
#include "text/xml_text.hpp"

namespace duizhao {
namespace {

using text::allowed_in_xml;

constexpr const char* kOriginal = "original";

/// Sigla are unique in the file: those of group 3 are A.3, B.3.
std::string witness_id(const std::string& name, std::size_t group) {
  return fmt::format("{}.{}", name, group + 1);
}

void add_witness(pugi::xml_node list, const std::string& id, const Variant& variant,
                 const Tracer& tracer) {
  const Document& document = tracer.documents()[variant.document].document();
  pugi::xml_node witness = list.append_child("witness");
  witness.append_attribute("xml:id") = id.c_str();
  std::string description =
      fmt::format("{}, bytes {} to {}", document.name(), variant.range.begin, variant.range.end);
  if (!variant.speaker.empty()) description += ", " + variant.speaker;
  witness.text() = allowed_in_xml(description).c_str();
}

void add_reading(pugi::xml_node parent, const char* name, const std::string& text,
                 const std::string& witnesses) {
  pugi::xml_node reading = parent.append_child(name);
  reading.append_attribute("wit") = witnesses.c_str();
  if (!text.empty()) reading.text() = allowed_in_xml(text).c_str();
}

void add_column(pugi::xml_node paragraph, const CollationColumn& column, std::size_t group,
                bool has_original) {
  pugi::xml_node app = paragraph.append_child("app");
  app.append_attribute("type") = std::string(name_of(column.agreement)).c_str();
  if (has_original) {
    add_reading(app, "lem", text_of(column.original, false), '#' + witness_id(kOriginal, group));
  }
  for (const Reading& reading : io::readings_of(column)) {
    std::string witnesses;
    for (const std::size_t w : reading.witnesses) {
      witnesses += (witnesses.empty() ? "#" : " #") + witness_id(siglum(w), group);
    }
    add_reading(app, "rdg", reading.text, witnesses);
  }
}

/// Whether a collation is laid to the words of an original.
bool has_original_words(const Collation& collation) {
  return std::ranges::any_of(
      collation.columns, [](const CollationColumn& column) { return !column.original.empty(); });
}

void add_header(pugi::xml_node tei, std::size_t groups) {
  pugi::xml_node header = tei.append_child("teiHeader");
  pugi::xml_node description = header.append_child("fileDesc");
  description.append_child("titleStmt").append_child("title").text() =
      fmt::format("Collations of passages: {}", groups).c_str();
  description.append_child("publicationStmt").append_child("p").text() = "Unpublished";
  description.append_child("sourceDesc").append_child("p").text() =
      fmt::format("Collated by duizhao {}", version()).c_str();
  pugi::xml_node encoding = header.append_child("encodingDesc").append_child("variantEncoding");
  encoding.append_attribute("method") = "parallel-segmentation";
  encoding.append_attribute("location") = "internal";
}

}  // namespace

std::string to_tei(const std::vector<VariantGroup>& groups,
                   const std::vector<Collation>& collations, const Tracer& tracer) {
  collate::require_together(groups, collations, tracer);
  pugi::xml_document document;
  pugi::xml_node tei = io::add_root(document, "TEI", "http://www.tei-c.org/ns/1.0");
  add_header(tei, groups.size());
  pugi::xml_node body = tei.append_child("text").append_child("body");
  for (std::size_t g = 0; g < groups.size(); ++g) {
    pugi::xml_node division = body.append_child("div");
    division.append_attribute("xml:id") = fmt::format("group.{}", g + 1).c_str();
    pugi::xml_node list = division.append_child("listWit");
    const bool has_original = has_original_words(collations[g]);
    if (has_original) {
      add_witness(list, witness_id(kOriginal, g), *groups[g].original, tracer);
    }
    for (std::size_t w = 0; w < collations[g].variants.size(); ++w) {
      add_witness(list, witness_id(siglum(w), g), groups[g].variants[collations[g].variants[w]],
                  tracer);
    }
    pugi::xml_node paragraph = division.append_child("p");
    for (const CollationColumn& column : collations[g].columns) {
      add_column(paragraph, column, g, has_original);
    }
  }
  if (groups.empty()) body.append_child("p");
  return io::to_string(document);
}

}  // namespace duizhao
