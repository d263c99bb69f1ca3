#include "usage_errors.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

#include <duizhao/duizhao.hpp>
#include <optional>
#include <string_view>
#include <vector>

namespace tool {
namespace {

using duizhao::translatable;

/// CLI11's messages, with `{}` for what it fills in. What is more special comes first.
constexpr const char* kMessages[] = {
    translatable("A subcommand is required"),
    translatable("{} is required"),
    translatable("{}: Value {} not in range {} to {}"),
    translatable("{}: {} required {} missing"),
    translatable("{}: At least {} required but received {}"),
    translatable("{}: At Most {} required but received {}"),
    translatable("{}: {} not in {}"),
    translatable("Could not convert: {} = {}"),
    translatable("The value {} is not an allowed value for {}"),
    translatable("The following argument was not expected: {}"),
    translatable("The following arguments were not expected: {}"),
};

/// What stands for the `{}` of a message in a text; nothing if the text is another message.
std::optional<std::vector<std::string>> values_in(std::string_view text, std::string_view message) {
  constexpr std::string_view kPlace = "{}";
  std::vector<std::string> values;
  while (true) {
    const std::size_t place = message.find(kPlace);
    const std::string_view literal = message.substr(0, place);
    if (!text.starts_with(literal)) return std::nullopt;
    text.remove_prefix(literal.size());
    if (place == std::string_view::npos) break;
    message.remove_prefix(place + kPlace.size());
    const std::string_view next = message.substr(0, message.find(kPlace));
    // The last of several places gets what is behind the last of its words: values may hold them
    // too.
    const bool last =
        message.size() == next.size() + kPlace.size() || message.size() == next.size();
    const std::size_t end = next.empty() ? text.size() : last ? text.rfind(next) : text.find(next);
    if (end == std::string_view::npos) return std::nullopt;
    values.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  if (!text.empty()) return std::nullopt;
  return values;
}

}  // namespace

std::string usage_message(const CLI::ParseError& wrong) {
  for (const char* const message : kMessages) {
    const auto values = values_in(wrong.what(), message);
    if (!values) continue;
    fmt::dynamic_format_arg_store<fmt::format_context> arguments;
    for (const std::string& value : *values) arguments.push_back(value);
    return fmt::vformat(duizhao::translate(message), arguments);
  }
  return wrong.what();
}

}  // namespace tool
