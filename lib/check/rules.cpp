#include "duizhao/check/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "check/engine/rule.hpp"
#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"

namespace duizhao {

std::string_view name_of(Severity severity) {
  constexpr std::array<std::string_view, 3> kNames = {translatable("low"), translatable("medium"),
                                                      translatable("high")};
  return kNames.at(static_cast<std::size_t>(severity));
}

Severity severity_of(double probability) {
  constexpr double kHigh = 0.8;
  constexpr double kMedium = 0.5;
  if (probability >= kHigh) return Severity::high;
  return probability >= kMedium ? Severity::medium : Severity::low;
}

std::string_view name_of(EvidenceKind kind) {
  constexpr std::array<std::string_view, 7> kNames = {
      "usual-rendering",   "other-form",   "other-term", "source-there",
      "translation-there", "same-finding", "no-finding"};
  return kNames.at(static_cast<std::size_t>(kind));
}

std::optional<Severity> parse_severity(std::string_view name) {
  for (const Severity severity : {Severity::low, Severity::medium, Severity::high}) {
    if (name_of(severity) == name) return severity;
  }
  return std::nullopt;
}

const std::vector<check::Rule>& check::all_rules() {
  static const std::vector<Rule> kRules = {
      omission_rule(),    addition_rule(),     untranslated_rule(), length_rule(),
      number_rule(),      name_rule(),         term_rule(),         term_collision_rule(),
      glossary_rule(),    inconsistent_rule(), negation_rule(),     modality_rule(),
      punctuation_rule(), quote_rule(),        doubled_word_rule(), spacing_rule(),
      mixed_width_rule(), mojibake_rule(),     speaker_rule(),      token_rule()};
  return kRules;
}

const std::vector<RuleDescription>& rules() {
  static const std::vector<RuleDescription> kDescriptions = [] {
    std::vector<RuleDescription> descriptions;
    for (const check::Rule& rule : check::all_rules()) descriptions.push_back(rule.description);
    return descriptions;
  }();
  return kDescriptions;
}

RuleSelection RuleSelection::parse(std::string_view list) {
  RuleSelection selection;
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t end = std::min(list.find(',', at), list.size());
    std::string_view name = list.substr(at, end - at);
    at = end + 1;
    while (name.starts_with(' ')) name.remove_prefix(1);
    while (name.ends_with(' ')) name.remove_suffix(1);
    const bool without = name.starts_with('-');
    if (without) name.remove_prefix(1);
    if (name == "all" && !without) {
      for (const RuleDescription& rule : rules()) selection.only_.emplace_back(rule.name);
      continue;
    }
    if (std::ranges::find(rules(), name, &RuleDescription::name) == rules().end()) {
      std::string known;
      for (const RuleDescription& rule : rules()) {
        known += (known.empty() ? "" : ", ") + std::string(rule.name);
      }
      throw Error(
          ErrorCode::format, {},
          fmt::format(fmt::runtime(translate("no such rule: \"{}\"; there are {}")), name, known));
    }
    (without ? selection.without_ : selection.only_).emplace_back(name);
  }
  return selection;
}

bool RuleSelection::contains(std::string_view rule) const {
  const auto lists = [&](const std::vector<std::string>& names) {
    return std::ranges::find(names, rule) != names.end();
  };
  const auto by_default = [&] {
    const auto known = std::ranges::find(rules(), rule, &RuleDescription::name);
    return known == rules().end() || !known->on_request;
  };
  return (only_.empty() ? by_default() : lists(only_)) && !lists(without_);
}

}  // namespace duizhao
