// Scripts and classes of characters, by ICU.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace duizhao::text {

/// Han ideographs, the iteration mark 々 and the zero 〇 included.
bool is_han(char32_t code_point);

/// Letters and digits of any script (Unicode alphabetic or numeric).
bool is_word(char32_t code_point);

/// ASCII and full-width digits.
bool is_digit(char32_t code_point);

/// Whether a text has a Han ideograph; a letter or a digit.
bool has_han(std::string_view text);
bool has_word(std::string_view text);

/// What is not shown: U+00AD, U+200B and their kind (Default_Ignorable_Code_Point).
bool is_ignorable(char32_t code_point);

/// Unicode white space.
bool is_space(char32_t code_point);

/// The first place in [begin, end) without white space; `end` if there is none.
std::size_t space_end(std::string_view text, std::size_t begin, std::size_t end);

/// `end` without the white space before it, not below `begin`.
std::size_t text_end(std::string_view text, std::size_t begin, std::size_t end);

/// A text without the white space at its ends.
std::string_view trimmed(std::string_view text);

/// Text that runs without spaces: Han, kana, CJK punctuation and full-width forms.
bool is_cjk(char32_t code_point);

/// Letters among them: Han and kana.
bool is_cjk_word(char32_t code_point);

/// What the letters of a text say about its language.
///
/// A Han character counts for three letters: it carries about as much text. Addresses, paths,
/// placeholders and tags count for nothing.
class ScriptCount {
 public:
  void add(std::string_view text);
  void add(const ScriptCount& other);

  /// The number of letters that were counted.
  std::size_t total() const { return total_; }

  /// Latin letters among them.
  std::size_t latin() const;

  /// An ISO 639 code: zh for Han, ja where kana are mixed in, else the language that CLDR gives as
  /// the likeliest for the commonest script (Latin: en). Empty without letters.
  std::string language() const;

 private:
  std::map<int, std::size_t> letters_;  // by ICU's script code
  std::size_t total_ = 0;
};

/// Whether a language (ISO 639) is written without spaces between words: Chinese, Japanese.
bool runs_without_spaces(const std::string& language);

/// What stands between two sentences of a language that are joined: a space, or nothing in those
/// that run without.
std::string_view sentence_separator(const std::string& language);

/// Whether two languages (ISO 639) are written in the same script; Chinese and Japanese count as
/// such.
bool share_script(const std::string& left, const std::string& right);

/// Whether ICU knows a language by this tag; "auto" counts, and "und" for one that nobody knows.
bool knows_language(const std::string& tag);

/// The first subtag in lower case: zh of zh-Hant-TW, en of EN_gb.
std::string primary_language(std::string_view tag);

}  // namespace duizhao::text
