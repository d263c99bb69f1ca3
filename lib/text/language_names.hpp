// Languages as people call them.
#pragma once

#include <string>
#include <string_view>

namespace duizhao::text {

/// The tag of a language by its name in English, in Chinese or in itself (CLDR): de for German,
/// 德语 and Deutsch, zh for Chinese (Simplified) and 简体中文. Empty for other words. Whatever
/// case; what stands in brackets does not count.
std::string language_named(std::string_view name);

}  // namespace duizhao::text
