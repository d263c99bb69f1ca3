// The language in which the tool speaks.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace tool {

inline constexpr const char* kUiLanguage = "--ui-language";

/// Makes the language of the environment (LANGUAGE, LC_ALL, LC_MESSAGES, LANG) that of messages, or
/// English where its messages are nowhere.
void use_language_of_environment();

/// Makes a language, "en" or "zh_CN", that of messages, and says whether it is one of them. Throws
/// duizhao::Error if its messages are nowhere.
bool use_language(const std::string& language);

/// Adds the option --ui-language.
void add_ui_language(CLI::App& command);

}  // namespace tool
