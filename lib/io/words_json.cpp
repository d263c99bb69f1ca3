// Linked words as JSON Lines and in Pharaoh's format.
#include <fmt/format.h>

#include <array>

#include "duizhao/io/results.hpp"
#include "io/json.hpp"

namespace duizhao {

std::string_view name_of(DifferenceKind kind) {
  constexpr std::array<std::string_view, 12> kNames = {
      "equal",  "inflection", "function", "synonym", "paraphrase",  "opposite",
      "number", "negation",   "modality", "name",    "only_source", "only_target"};
  return kNames.at(static_cast<std::size_t>(kind));
}

namespace {

constexpr int kDigits = 4;

io::Json json_of(const std::vector<WordToken>& tokens, const std::vector<double>& alone) {
  io::Json list = io::Json::array();
  for (std::size_t k = 0; k < tokens.size(); ++k) {
    list.push_back({{"begin", tokens[k].range.begin},
                    {"end", tokens[k].range.end},
                    {"text", tokens[k].text},
                    {"alone", io::decimal(alone[k], kDigits)}});
  }
  return list;
}

}  // namespace

std::string to_jsonl(const WordAlignment& alignment) {
  io::Json links = io::Json::array();
  for (const WordLink& link : alignment.links) {
    links.push_back({{"source", link.source},
                     {"target", link.target},
                     {"probability", io::decimal(link.probability, kDigits)}});
  }
  io::Json phrases = io::Json::array();
  for (const WordPhrase& phrase : alignment.phrases) {
    phrases.push_back({{"source", phrase.source}, {"target", phrase.target}});
  }
  io::Json differences = io::Json::array();
  for (const WordDifference& difference : alignment.differences) {
    if (difference.kind == DifferenceKind::equal && !difference.moved) continue;
    differences.push_back({{"kind", name_of(difference.kind)},
                           {"moved", difference.moved},
                           {"source", difference.source},
                           {"target", difference.target},
                           {"probability", io::decimal(difference.probability, kDigits)}});
  }
  return io::one_line({{"source", json_of(alignment.source, alignment.source_alone)},
                       {"target", json_of(alignment.target, alignment.target_alone)},
                       {"links", std::move(links)},
                       {"phrases", std::move(phrases)},
                       {"differences", std::move(differences)}});
}

std::string to_pharaoh(const WordAlignment& alignment) {
  std::string line;
  for (const WordLink& link : alignment.links) {
    line += fmt::format("{}{}-{}", line.empty() ? "" : " ", link.source, link.target);
  }
  return line + '\n';
}

}  // namespace duizhao
