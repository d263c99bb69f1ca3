#include "io/languages.hpp"

#include "text/scripts.hpp"

namespace duizhao::io {

Language::Language(const std::string& option)
    : tag_(option == "auto" ? std::string() : option), is_given_(option != "auto") {}

void Language::learn(const std::string& tag) {
  if (tag_.empty()) tag_ = tag;
}

void Language::change(const std::string& tag) {
  if (!is_given_) tag_ = tag;
}

const std::string& Language::of(const std::vector<UnitSentence>& sentences,
                                const std::string& own) {
  if (!is_given_ && !own.empty()) {
    learn(own);
    return own;
  }
  if (tag_.empty()) {
    text::ScriptCount scripts;
    for (const UnitSentence& each : sentences) scripts.add(each.text);
    tag_ = scripts.language();
  }
  return tag_;
}

void give(TranslationUnit unit, Languages& languages, UnitsRead& read, const UnitSink& sink) {
  unit.source_language = languages.source.of(unit.source, unit.source_language);
  unit.target_language = languages.target.of(unit.target, unit.target_language);
  ++read.units;
  sink(std::move(unit));
}

}  // namespace duizhao::io
