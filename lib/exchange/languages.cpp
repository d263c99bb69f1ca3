#include "exchange/languages.hpp"

#include "text/scripts.hpp"

namespace duizhao::exchange {
namespace {

std::string given(const std::string& option) {
  return option == "auto" ? std::string() : text::primary_language(option);
}

std::string language_of(const std::vector<UnitSentence>& sentences) {
  text::ScriptCount scripts;
  for (const UnitSentence& each : sentences) scripts.add(each.text);
  return scripts.language();
}

}  // namespace

Languages::Languages(const ReadUnitsOptions& options)
    : source_(given(options.source_language)), target_(given(options.target_language)) {}

void Languages::learn_source(const std::string& language) {
  if (source_.empty()) source_ = language;
}

void Languages::learn_target(const std::string& language) {
  if (target_.empty()) target_ = language;
}

void Languages::fill_in(TranslationUnit& unit) {
  if (source_.empty()) source_ = language_of(unit.source);
  if (target_.empty()) target_ = language_of(unit.target);
  unit.source_language = source_;
  unit.target_language = target_;
}

}  // namespace duizhao::exchange
