#include "words/word_class.hpp"

#include <array>
#include <string>
#include <unordered_map>

#include "text/embedded.hpp"
#include "text/fold.hpp"
#include "text/scripts.hpp"
#include "text/split.hpp"

namespace duizhao::words {
namespace {

using Classes = std::unordered_map<std::string_view, WordClass>;
using Values = std::unordered_map<std::string_view, double>;

Classes classes_of(const std::string& language) {
  constexpr std::array<std::string_view, 8> kNames = {"determiners",  "negations",  "modals",
                                                      "auxiliaries",  "pronouns",   "prepositions",
                                                      "conjunctions", "possessives"};
  Classes classes;
  for (std::size_t k = 0; k < kNames.size(); ++k) {
    const auto kind = static_cast<WordClass>(k);
    if (language == "chinese" && kind == WordClass::possessive) continue;
    const std::string name = language + " " + std::string(kNames[k]);
    for (const std::string_view word : text::section(text::kWordClasses, name)) {
      classes.emplace(word, kind);
    }
  }
  return classes;
}

/// Rows of a word, a tab and its value.
Values values_of(std::string_view file) {
  Values values;
  for (const std::string_view row : text::entries(file)) {
    const auto cells = text::split(row, '\t');
    values.emplace(cells.front(), text::number_in(cells.back()));
  }
  return values;
}

template <typename Map>
auto find(const Map& map, std::string_view word) -> std::optional<typename Map::mapped_type> {
  const auto found = map.find(word);
  return found == map.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

std::optional<WordClass> closed_class(std::string_view word, bool chinese) {
  static const Classes kEnglish = classes_of("english");
  static const Classes kChinese = classes_of("chinese");
  return find(chinese ? kChinese : kEnglish, word);
}

WordClass class_of(std::string_view word, bool chinese) {
  if (!text::has_word(word)) return WordClass::mark;
  std::string folded = text::fold_case(word);
  constexpr std::string_view kApostrophe = "’";
  const std::size_t apostrophe = folded.find(kApostrophe);
  if (apostrophe != std::string::npos) folded.replace(apostrophe, kApostrophe.size(), "'");
  if (const auto closed = closed_class(folded, chinese)) return *closed;
  const bool number =
      word.find_first_of("0123456789") != std::string_view::npos || number_word(folded).has_value();
  return number ? WordClass::number : WordClass::word;
}

std::optional<double> number_word(std::string_view english) {
  static const Values kNumbers = values_of(text::kEnglishNumbers);
  return find(kNumbers, english);
}

std::optional<double> month(std::string_view english) {
  static const Values kMonths = values_of(text::kEnglishMonths);
  return find(kMonths, english);
}

std::optional<double> modal_strength(std::string_view word) {
  static const Values kModals = values_of(text::kModals);
  return find(kModals, word);
}

}  // namespace duizhao::words
