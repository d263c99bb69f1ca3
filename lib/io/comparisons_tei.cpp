// TEI P5, chapter 12: critical apparatus by parallel segmentation.
#include <fmt/format.h>

#include "duizhao/io/results.hpp"
#include "duizhao/text/version.hpp"
#include "io/placed.hpp"
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

/// Where a text stands; nothing for one that was given as such.
std::string description_of(const PlacedText& place) {
  if (place.document.empty()) return {};
  std::string description =
      fmt::format("{}, bytes {} to {}", place.document, place.range.begin, place.range.end);
  if (!place.speaker.empty()) description += ", " + place.speaker;
  return description;
}

void add_witness(pugi::xml_node list, const std::string& id, const PlacedText& place,
                 const std::vector<PlacedText>& repeats = {}) {
  pugi::xml_node witness = list.append_child("witness");
  witness.append_attribute("xml:id") = id.c_str();
  std::string description = description_of(place);
  for (const PlacedText& other : repeats) description += "; " + description_of(other);
  if (!description.empty()) witness.text() = allowed_in_xml(description).c_str();
}

void add_entry(pugi::xml_node paragraph, const Comparison& comparison, const ApparatusEntry& entry,
               std::size_t group) {
  pugi::xml_node app = paragraph.append_child("app");
  app.append_attribute("type") =
      entry.kind ? std::string(name_of(*entry.kind)).c_str() : "agreement";
  for (const io::SharedReading& shared : io::readings_of(comparison, entry)) {
    std::string witnesses;
    for (const std::size_t w : shared.witnesses) {
      witnesses += (witnesses.empty() ? "#" : " #") + witness_id(siglum(w), group);
    }
    pugi::xml_node reading = app.append_child("rdg");
    reading.append_attribute("wit") = witnesses.c_str();
    if (shared.text.empty()) continue;
    reading.append_attribute("xml:space") = "preserve";  // the words of places join without more
    reading.text() = allowed_in_xml(shared.text).c_str();
  }
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

std::string to_tei(const std::vector<PlacedComparison>& comparisons) {
  pugi::xml_document document;
  pugi::xml_node tei = io::add_root(document, "TEI", "http://www.tei-c.org/ns/1.0");
  add_header(tei, comparisons.size());
  pugi::xml_node body = tei.append_child("text").append_child("body");
  for (std::size_t g = 0; g < comparisons.size(); ++g) {
    const Comparison& comparison = comparisons[g].comparison;
    pugi::xml_node division = body.append_child("div");
    division.append_attribute("xml:id") = fmt::format("group.{}", g + 1).c_str();
    pugi::xml_node list = division.append_child("listWit");
    if (comparison.original) {
      add_witness(list, witness_id(kOriginal, g), comparisons[g].original);
      pugi::xml_node original = division.append_child("ab");
      original.append_attribute("type") = kOriginal;
      original.append_attribute("xml:lang") = comparison.original->language.c_str();
      original.text() = allowed_in_xml(comparison.original->text).c_str();
    }
    for (std::size_t w = 0; w < comparison.witnesses.size(); ++w) {
      add_witness(list, witness_id(siglum(w), g),
                  w < comparisons[g].witnesses.size() ? comparisons[g].witnesses[w] : PlacedText(),
                  w < comparisons[g].repeats.size() ? comparisons[g].repeats[w]
                                                    : std::vector<PlacedText>());
    }
    pugi::xml_node paragraph = division.append_child("p");
    for (const ApparatusEntry& entry : apparatus_of(comparison)) {
      add_entry(paragraph, comparison, entry, g);
    }
  }
  if (comparisons.empty()) body.append_child("p");
  return io::to_string(document);
}

std::string to_tei(const std::vector<VariantGroup>& groups,
                   const std::vector<GroupComparison>& comparisons, const Tracer& tracer) {
  return to_tei(io::placed(groups, comparisons, tracer));
}

}  // namespace duizhao
