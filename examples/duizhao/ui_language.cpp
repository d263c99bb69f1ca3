#include "ui_language.hpp"

#include <cstdlib>
#include <duizhao/duizhao.hpp>
#include <locale>
#include <optional>
#include <string_view>

namespace tool {
namespace {

constexpr std::string_view kOption = "--ui-language";

std::optional<std::string> asked_for(const std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    if (arguments[i] == kOption && i + 1 < arguments.size()) return arguments[i + 1];
    if (arguments[i].starts_with(std::string(kOption) + '=')) {
      return arguments[i].substr(kOption.size() + 1);
    }
  }
  return std::nullopt;
}

std::string variable(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? "" : value;
}

/// As gettext has it: LANGUAGE, a list, outranks the locale unless that is the plain one.
std::string from_environment() {
  std::string locale;
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (locale.empty()) locale = variable(name);
  }
  const bool plain =
      locale.empty() || locale == "C" || locale.starts_with("C.") || locale == "POSIX";
  if (plain) return "en";
  const std::string wanted = variable("LANGUAGE");
  const std::string list = wanted.empty() ? locale : wanted;
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t end = std::min(list.find(':', at), list.size());
    const std::string language = list.substr(at, std::min<std::size_t>(2, end - at));
    if (language == "zh") return "zh_CN";
    if (language == "en") return "en";
    at = end + 1;
  }
  return "en";
}

}  // namespace

void choose_ui_language(const std::vector<std::string>& arguments) {
  const std::optional<std::string> asked = asked_for(arguments);
  const bool knows = asked == "en" || asked == "zh_CN";  // what else it is, the parser refuses
  try {
    std::locale::global(duizhao::message_locale(knows ? *asked : from_environment()));
  } catch (const duizhao::Error&) {
    if (knows) throw;
    std::locale::global(duizhao::message_locale("en"));
  }
}

void add_ui_language(CLI::App& command) {
  command
      .add_option_function<std::string>(
          std::string(kOption), [](const std::string&) {},
          duizhao::translate("language of messages and reports: en or zh_CN; that of the "
                             "environment if not given"))
      ->type_name("LANGUAGE")
      ->check(CLI::IsMember({"en", "zh_CN"}).description(""));
}

}  // namespace tool
