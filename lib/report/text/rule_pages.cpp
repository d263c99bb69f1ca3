// Renders what there is to know of a rule as a page in Markdown.
#include <fmt/format.h>

#include "duizhao/report/text.hpp"
#include "duizhao/text/messages.hpp"

namespace duizhao {
namespace {

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
  page += fmt::format(fmt::runtime(translate("Finds {}.")), translate(rule.summary));
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

}  // namespace duizhao
