// Closed classes of words: data/words/classes.txt.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace duizhao::words {

enum class WordClass : unsigned char {
  determiner,
  negation,
  modal,
  auxiliary,
  pronoun,
  preposition,
  conjunction,
  possessive,
  mark,    ///< no letter and no digit
  number,  ///< with a value
  word     ///< all others
};
inline constexpr std::size_t kWordClasses = 11;

/// Whether a class carries meaning of its own.
constexpr bool is_content(WordClass kind) {
  return kind == WordClass::number || kind == WordClass::word;
}

/// The class of a word in lower case and, in Chinese, in simplified characters, if it is closed.
/// Any thread may call it.
std::optional<WordClass> closed_class(std::string_view word, bool chinese);

/// The class of a word as it stands in a text.
WordClass class_of(std::string_view word, bool chinese);

/// The value of an English word for a number (twelve, twelfth, dozen), and the number of a month.
std::optional<double> number_word(std::string_view english);
std::optional<double> month(std::string_view english);

/// How sure or binding a modal is, 1 to 4; in lower case, Chinese or English.
std::optional<double> modal_strength(std::string_view word);

}  // namespace duizhao::words
