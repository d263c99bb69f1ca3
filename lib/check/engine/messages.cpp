#include "check/engine/messages.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

#include <algorithm>
#include <variant>

#include "duizhao/check/rules.hpp"

namespace duizhao::check {

std::string_view template_of(const Finding& finding) {
  const auto rule = std::ranges::find(rules(), finding.rule, &RuleDescription::name);
  if (rule == rules().end()) return {};
  const auto message = std::ranges::find(rule->messages, finding.kind, &RuleMessage::kind);
  return message == rule->messages.end() ? std::string_view() : message->text;
}

std::string filled(std::string_view pattern, const Finding& finding) {
  fmt::dynamic_format_arg_store<fmt::format_context> arguments;
  for (const FindingArgument& each : finding.arguments) {
    std::visit([&](const auto& value) { arguments.push_back(value); }, each);
  }
  return fmt::vformat(pattern, arguments);
}

}  // namespace duizhao::check
