#include "ui_language.hpp"

#include <algorithm>
#include <cstdlib>
#include <duizhao/duizhao.hpp>
#include <locale>

namespace tool {
namespace {

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
    const std::string name = list.substr(at, end - at);
    const std::string language = name.substr(0, name.find_first_of("_.@-"));
    if (language == "zh") return "zh_CN";
    if (language == "en") return "en";
    at = end + 1;
  }
  return "en";
}

}  // namespace

void use_language_of_environment() {
  try {
    use_language(from_environment());
  } catch (const duizhao::Error&) {
    use_language("en");
  }
}

bool use_language(const std::string& language) {
  if (language != "en" && language != "zh_CN") return false;
  std::locale::global(duizhao::message_locale(language));
  return true;
}

void add_ui_language(CLI::App& command) {
  command
      .add_option_function<std::string>(
          kUiLanguage, [](const std::string&) {},
          duizhao::translate("language of messages and reports: en or zh_CN; that of the "
                             "environment if not given"))
      ->type_name("LANGUAGE")
      ->check(CLI::IsMember({"en", "zh_CN"}).description(""));
}

}  // namespace tool
