// Writes what there is to know of rules as JSON.
#include "duizhao/io/results.hpp"
#include "io/json.hpp"

namespace duizhao {

using io::Json;

std::string to_json(const std::vector<RuleDescription>& rules) {
  Json list = Json::array();
  for (const RuleDescription& rule : rules) {
    Json options = Json::array();
    for (const RuleOption& option : rule.options) {
      options.push_back(
          {{"name", option.name}, {"value", option.value}, {"meaning", option.meaning}});
    }
    Json examples = Json::array();
    for (const RuleExample& example : rule.examples) {
      examples.push_back({{"flagged", example.flagged},
                          {"source", example.source},
                          {"target", example.target},
                          {"note", example.note}});
      if (!example.glossary.empty()) examples.back()["glossary"] = example.glossary;
    }
    Json misses = Json::array();
    for (const std::string_view miss : rule.misses) misses.push_back(miss);
    list.push_back({{"name", rule.name},
                    {"summary", rule.summary},
                    {"details", rule.details},
                    {"options", std::move(options)},
                    {"examples", std::move(examples)},
                    {"misses", std::move(misses)}});
  }
  return io::indented({{"rules", std::move(list)}});
}

}  // namespace duizhao
