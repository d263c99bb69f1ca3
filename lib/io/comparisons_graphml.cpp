// Variant graphs (Schmidt & Colomb 2009) in GraphML.
#include <fmt/format.h>

#include <map>

#include "duizhao/io/results.hpp"
#include "io/placed.hpp"
#include "io/xml_document.hpp"
#include "text/xml_text.hpp"

namespace duizhao {
namespace {

using text::allowed_in_xml;

void add_key(pugi::xml_node root, const char* id, const char* domain, const char* name) {
  pugi::xml_node key = root.append_child("key");
  key.append_attribute("id") = id;
  key.append_attribute("for") = domain;
  key.append_attribute("attr.name") = name;
  key.append_attribute("attr.type") = "string";
}

void add_data(pugi::xml_node parent, const char* key, const std::string& value) {
  pugi::xml_node data = parent.append_child("data");
  data.append_attribute("key") = key;
  data.text() = allowed_in_xml(value).c_str();
}

std::string sigla(const std::vector<std::size_t>& witnesses) {
  std::string list;
  for (const std::size_t w : witnesses) list += (list.empty() ? "" : ", ") + siglum(w);
  return list;
}

/// Nodes for the readings, and edges along each witness.
class Graph {
 public:
  Graph(pugi::xml_node graph, std::size_t number) : graph_(graph), number_(number) {}

  void run(const Comparison& comparison) {
    std::vector<std::size_t> last(comparison.witnesses.size(), add_node("", ""));
    std::map<std::pair<std::size_t, std::size_t>, std::vector<std::size_t>> edges;
    for (const ApparatusEntry& entry : apparatus_of(comparison)) {
      for (const io::SharedReading& reading : io::readings_of(comparison, entry)) {
        if (reading.text.empty()) continue;
        const std::size_t node = add_node(reading.text, sigla(reading.witnesses));
        for (const std::size_t w : reading.witnesses) {
          edges[{last[w], node}].push_back(w);
          last[w] = node;
        }
      }
    }
    const std::size_t end = add_node("", "");
    for (std::size_t w = 0; w < last.size(); ++w) edges[{last[w], end}].push_back(w);
    for (const auto& [ends, witnesses] : edges) {
      pugi::xml_node edge = graph_.append_child("edge");
      edge.append_attribute("source") = id(ends.first).c_str();
      edge.append_attribute("target") = id(ends.second).c_str();
      add_data(edge, "edge-witnesses", sigla(witnesses));
    }
  }

 private:
  std::string id(std::size_t node) const { return fmt::format("g{}n{}", number_ + 1, node); }

  std::size_t add_node(const std::string& text, const std::string& witnesses) {
    pugi::xml_node node = graph_.append_child("node");
    node.append_attribute("id") = id(nodes_).c_str();
    add_data(node, "text", text);
    add_data(node, "witnesses", witnesses);
    return nodes_++;
  }

  pugi::xml_node graph_;
  std::size_t number_;
  std::size_t nodes_ = 0;
};

}  // namespace

std::string to_graphml(const std::vector<PlacedComparison>& comparisons) {
  pugi::xml_document document;
  pugi::xml_node root = io::add_root(document, "graphml", "http://graphml.graphdrawing.org/xmlns");
  add_key(root, "text", "node", "text");
  add_key(root, "witnesses", "node", "witnesses");
  add_key(root, "edge-witnesses", "edge", "witnesses");
  add_key(root, "original", "graph", "original");
  add_key(root, "documents", "graph", "documents");
  for (std::size_t g = 0; g < comparisons.size(); ++g) {
    const Comparison& comparison = comparisons[g].comparison;
    pugi::xml_node graph = root.append_child("graph");
    graph.append_attribute("id") = fmt::format("g{}", g + 1).c_str();
    graph.append_attribute("edgedefault") = "directed";
    std::string documents;
    for (std::size_t w = 0; w < comparisons[g].witnesses.size(); ++w) {
      documents += fmt::format("{}{} {}", documents.empty() ? "" : "; ", siglum(w),
                               comparisons[g].witnesses[w].document);
    }
    if (comparison.original) add_data(graph, "original", comparison.original->text);
    add_data(graph, "documents", documents);
    Graph(graph, g).run(comparison);
  }
  return io::to_string(document);
}

std::string to_graphml(const std::vector<VariantGroup>& groups,
                       const std::vector<GroupComparison>& comparisons, const Tracer& tracer) {
  return to_graphml(io::placed(groups, comparisons, tracer));
}

}  // namespace duizhao
