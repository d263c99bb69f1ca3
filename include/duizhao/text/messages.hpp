// Messages to people, in the language of the program's locale.
#pragma once

#include <cstddef>
#include <locale>
#include <string>
#include <string_view>

#include "duizhao/text/export.hpp"

namespace duizhao {

/// The translation of an English message by the global C++ locale's message catalogue
/// (Boost.Locale, gettext format, domain "duizhao"); the message itself where there is none.
/// Thread-safe as long as nobody replaces the global locale meanwhile. The library itself never
/// does.
DUIZHAO_EXPORT std::string translate(std::string_view english);

/// The same of a message that speaks of `count` things: `one` if English has it in the singular,
/// `many` otherwise, and the form that the catalogue's language wants. The number is not filled in.
DUIZHAO_EXPORT std::string translate(std::string_view one, std::string_view many,
                                     std::size_t count);

/// A message that is translated later, where it is used; for the program that collects messages.
constexpr const char* translatable(const char* english) { return english; }

/// What the operating system says of an error (`errno`), translated.
DUIZHAO_EXPORT std::string system_message(int error);

/// A number as the global locale writes it: 12,345. Digits alone in the classic locale.
DUIZHAO_EXPORT std::string format_number(std::size_t number);

/// A date `YYYY-MM-DD` as the global locale writes it; anything else, and everything in the classic
/// locale, as it is.
DUIZHAO_EXPORT std::string format_date(const std::string& date);

/// The locale of a language, "en" or "zh_CN", for `std::locale::global`. Streams write numbers in
/// it as in the classic locale. The catalogue is found as the lexicon is: see
/// Lexicon::load_default. No locale of the operating system is needed. A few milliseconds. Throws
/// Error (io) if the catalogue is nowhere, and Error (content) for other languages.
DUIZHAO_EXPORT std::locale message_locale(const std::string& language,
                                          std::string_view header = __FILE__);

}  // namespace duizhao
