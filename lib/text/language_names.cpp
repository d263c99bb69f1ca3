#include "text/language_names.hpp"

#include <unicode/locdspnm.h>
#include <unicode/locid.h>

#include <map>
#include <memory>

#include "text/fold.hpp"
#include "text/scripts.hpp"

namespace duizhao::text {
namespace {

std::string plain(std::string_view name) {
  std::size_t end = name.size();
  for (const std::string_view bracket : {"(", "（"}) end = std::min(end, name.find(bracket));
  return fold_case(name.substr(0, text_end(name, 0, end)));
}

std::map<std::string, std::string> collect() {
  std::map<std::string, std::string> tags;
  const auto add = [&](const icu::Locale& language, const icu::Locale& in, const std::string& tag) {
    const std::unique_ptr<icu::LocaleDisplayNames> names(
        icu::LocaleDisplayNames::createInstance(in, ULDN_DIALECT_NAMES));
    icu::UnicodeString shown;
    std::string name;
    names->localeDisplayName(language, shown).toUTF8String(name);
    if (plain(name) != fold_case(language.getName())) tags.emplace(plain(name), tag);
  };
  const icu::Locale english("en");
  const icu::Locale chinese("zh");
  for (const char* const* code = icu::Locale::getISOLanguages(); *code != nullptr; ++code) {
    constexpr std::size_t kShort = 2;
    if (std::string_view(*code).size() != kShort) continue;  // those of many more speakers
    const icu::Locale language(*code);
    for (const icu::Locale* in : {&english, &chinese, &language}) add(language, *in, *code);
  }
  for (const char* const script : {"zh-Hans", "zh-Hant"}) {
    const icu::Locale language = icu::Locale(script);
    for (const icu::Locale* in : {&english, &chinese, &language}) add(language, *in, script);
  }
  return tags;
}

}  // namespace

std::string language_named(std::string_view name) {
  static const std::map<std::string, std::string> tags = collect();
  const auto known = tags.find(plain(name));
  return known == tags.end() ? std::string() : known->second;
}

}  // namespace duizhao::text
