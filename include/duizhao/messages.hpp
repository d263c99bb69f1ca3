// Messages to people, in the language of the program's locale.
#pragma once

#include <string>

#include "duizhao/export.hpp"

namespace duizhao {

/// The translation of an English message by the global C++ locale's message catalogue
/// (Boost.Locale, gettext format, domain "duizhao"); the message itself where there is none.
/// Thread-safe as long as nobody replaces the global locale meanwhile. The library itself never
/// does.
DUIZHAO_EXPORT std::string translate(const char* english);

}  // namespace duizhao
