// What there is to know of rules, as pages and as data.
#include <fmt/format.h>

#include "duizhao/formats.hpp"
#include "duizhao/messages.hpp"
#include "formats/json.hpp"

namespace duizhao {
namespace {

using formats::Json;

std::string severities(const RuleDescription& rule) {
  const std::string highest = translate(name_of(rule.severity));
  if (rule.severity == rule.least_severity) return highest;
  return fmt::format(fmt::runtime(translate("{} to {}")), translate(name_of(rule.least_severity)),
                     highest);
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
    std::string head = translate(example.note);
    if (!example.glossary.empty()) {
      head += fmt::format(fmt::runtime(translate(", glossary `{}`")), cell(example.glossary));
    }
    text += fmt::format("\n{}\n\n| {} | {} |\n| --- | --- |\n",
                        fmt::format(fmt::runtime(translate("{}:")), head), translate("source"),
                        translate("target"));
    for (std::size_t i = 0; i < example.source.size(); ++i) {
      text += fmt::format("| {} | {} |\n", cell(example.source[i]), cell(example.target[i]));
    }
  }
  return text;
}

std::string heading(const std::string& text) { return "\n## " + text + '\n'; }

}  // namespace

std::string to_markdown(const RuleDescription& rule) {
  std::string page = fmt::format("# {}\n\n", rule.name);
  page += fmt::format(fmt::runtime(translate("Finds {}. Severity: {}.")), translate(rule.summary),
                      severities(rule));
  page += "\n\n" + translate(rule.details) + '\n';
  page += heading(translate("Flagged")) + examples(rule, true);
  page += heading(translate("Not flagged")) + examples(rule, false);
  page += heading(translate("Options")) + '\n';
  if (rule.options.empty()) page += translate("None.") + '\n';
  for (const RuleOption& option : rule.options) {
    page += fmt::format(fmt::runtime(translate("- `--set {}.{}={}`: {}.")), rule.name, option.name,
                        option.value, translate(option.meaning)) +
            '\n';
  }
  page += heading(translate("Known misses")) + '\n';
  if (rule.misses.empty()) page += translate("None known.") + '\n';
  for (const std::string_view miss : rule.misses) page += "- " + translate(miss) + '\n';
  return page;
}

std::string to_json(const std::vector<RuleDescription>& rules) {
  Json list = Json::array();
  for (const RuleDescription& rule : rules) {
    Json options = Json::array();
    for (const RuleOption& option : rule.options) {
      options.push_back(
          {{"name", option.name}, {"value", option.value}, {"meaning", translate(option.meaning)}});
    }
    Json examples = Json::array();
    for (const RuleExample& example : rule.examples) {
      examples.push_back({{"flagged", example.flagged},
                          {"source", example.source},
                          {"target", example.target},
                          {"note", translate(example.note)}});
      if (!example.glossary.empty()) examples.back()["glossary"] = example.glossary;
    }
    Json misses = Json::array();
    for (const std::string_view miss : rule.misses) misses.push_back(translate(miss));
    list.push_back({{"name", rule.name},
                    {"severity", name_of(rule.severity)},
                    {"least_severity", name_of(rule.least_severity)},
                    {"summary", translate(rule.summary)},
                    {"details", translate(rule.details)},
                    {"options", std::move(options)},
                    {"examples", std::move(examples)},
                    {"misses", std::move(misses)}});
  }
  return formats::indented({{"rules", std::move(list)}});
}

}  // namespace duizhao
