// What there is to know of rules, as pages and as data.
#include <fmt/format.h>

#include "duizhao/formats.hpp"
#include "formats/json.hpp"

namespace duizhao {
namespace {

using formats::Json;

std::string severities(const RuleDescription& rule) {
  if (rule.severity == rule.least_severity) return std::string(name_of(rule.severity));
  return fmt::format("{} to {}", name_of(rule.least_severity), name_of(rule.severity));
}

/// A text inside a cell of a table.
std::string cell(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '|') escaped += '\\';
    escaped += c == '\n' ? ' ' : c;
  }
  return escaped.empty() ? "—" : escaped;
}

std::string examples(const RuleDescription& rule, bool flagged) {
  std::string text;
  for (const RuleExample& example : rule.examples) {
    if (example.flagged != flagged) continue;
    text += fmt::format(
        "\n{}{}:\n\n| source | target |\n| --- | --- |\n", example.note,
        example.glossary.empty() ? "" : fmt::format(", glossary `{}`", cell(example.glossary)));
    for (std::size_t i = 0; i < example.source.size(); ++i) {
      text += fmt::format("| {} | {} |\n", cell(example.source[i]), cell(example.target[i]));
    }
  }
  return text;
}

}  // namespace

std::string to_markdown(const RuleDescription& rule) {
  std::string page = fmt::format("# {}\n\nFinds {}. Severity: {}.\n\n{}\n", rule.name, rule.summary,
                                 severities(rule), rule.details);
  page += "\n## Flagged\n" + examples(rule, true);
  page += "\n## Not flagged\n" + examples(rule, false);
  page += "\n## Options\n\n";
  if (rule.options.empty()) page += "None.\n";
  for (const RuleOption& option : rule.options) {
    page += fmt::format("- `--set {}.{}={}`: {}.\n", rule.name, option.name, option.value,
                        option.meaning);
  }
  page += "\n## Known misses\n\n";
  if (rule.misses.empty()) page += "None known.\n";
  for (const std::string_view miss : rule.misses) page += fmt::format("- {}\n", miss);
  return page;
}

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
    list.push_back({{"name", rule.name},
                    {"severity", name_of(rule.severity)},
                    {"least_severity", name_of(rule.least_severity)},
                    {"summary", rule.summary},
                    {"details", rule.details},
                    {"options", std::move(options)},
                    {"examples", std::move(examples)},
                    {"misses", rule.misses}});
  }
  return formats::indented({{"rules", std::move(list)}});
}

}  // namespace duizhao
