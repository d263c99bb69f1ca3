#include "text/scripts.hpp"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace duizhao::text {
namespace {

constexpr std::size_t kLettersPerHan = 3;

UChar32 icu(char32_t code_point) { return static_cast<UChar32>(code_point); }

UScriptCode script_of(char32_t code_point) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(icu(code_point), &status);
  return U_SUCCESS(status) ? script : USCRIPT_UNKNOWN;
}

/// Where the ASCII characters without spaces end that begin at a place.
std::size_t ascii_word_end(std::string_view text, std::size_t begin) {
  std::size_t end = begin + 1;
  while (end < text.size() && text[end] > ' ' && text[end] <= '~') ++end;
  return end;
}

/// Whether a word is an address, a path, a placeholder or a tag, which belong to no language.
bool is_code(std::string_view word) {
  if (word.find_first_of("/\\@%_{}<>=$") != word.npos) return true;
  for (std::size_t dot = word.find('.'); dot != word.npos; dot = word.find('.', dot + 1)) {
    const bool inside = dot > 0 && dot + 1 < word.size() && is_ascii_letter(word[dot - 1]) &&
                        is_ascii_letter(word[dot + 1]) && !is_ascii_upper(word[dot + 1]);
    if (inside) return true;  // example.com
  }
  return false;
}

bool has(std::string_view text, bool (*wanted)(char32_t)) {
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, size] = decode(text, at);
    if (wanted(c)) return true;
    at += size;
  }
  return false;
}

}  // namespace

bool has_han(std::string_view text) { return has(text, is_han); }
bool has_word(std::string_view text) { return has(text, is_word); }

bool is_han(char32_t c) {
  if (c < 0x3005) return false;
  if (c >= 0x4E00 && c <= 0x9FFF) return true;
  return script_of(c) == USCRIPT_HAN;
}

bool is_word(char32_t c) {
  if (c < 0x80) return is_ascii_letter(static_cast<char>(c)) || (c >= U'0' && c <= U'9');
  return u_isalnum(icu(c)) != 0 || u_hasBinaryProperty(icu(c), UCHAR_ALPHABETIC) != 0;
}

bool is_digit(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９'); }

bool is_ignorable(char32_t c) {
  return u_hasBinaryProperty(icu(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

bool is_space(char32_t c) {
  constexpr char32_t kHighest = 0x3000;  // the ideographic space
  if (c < 0x80) return c == U' ' || (c >= U'\t' && c <= U'\r');
  if (c > kHighest) return false;
  return u_isUWhiteSpace(icu(c)) != 0;
}

std::size_t space_end(std::string_view text, std::size_t begin, std::size_t end) {
  while (begin < end) {
    const auto [code_point, size] = decode(text, begin);
    if (!is_space(code_point)) break;
    begin += size;
  }
  return begin;
}

std::size_t text_end(std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin) {
    const auto [code_point, size] = decode_before(text, end);
    if (!is_space(code_point)) break;
    end -= size;
  }
  return end;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = space_end(text, 0, text.size());
  return text.substr(begin, text_end(text, begin, text.size()) - begin);
}

bool is_cjk(char32_t c) {
  if (c < 0x2E80) return false;
  if (c >= 0x3000 && c <= 0x30FF) return true;
  return is_han(c) || (c >= 0xFF00 && c <= 0xFFEF);
}

bool is_cjk_word(char32_t c) { return is_han(c) || (is_cjk(c) && c > 0x3040 && is_word(c)); }

void ScriptCount::add(std::string_view text) {
  std::size_t latin = 0;
  std::size_t han = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const auto [code_point, size] = decode(text, offset);
    if (code_point < 0x80) {
      const std::size_t end = ascii_word_end(text, offset);
      const std::string_view word = text.substr(offset, end - offset);
      if (!is_code(word)) {
        for (const char letter : word) latin += is_ascii_letter(letter);
      }
      offset = end;
      continue;
    }
    offset += size;
    if (is_han(code_point)) {
      han += kLettersPerHan;
    } else if (is_word(code_point)) {
      const UScriptCode script = script_of(code_point);
      if (script == USCRIPT_COMMON || script == USCRIPT_INHERITED) continue;
      ++letters_[script];
      ++total_;
    }
  }
  if (latin > 0) letters_[USCRIPT_LATIN] += latin;
  if (han > 0) letters_[USCRIPT_HAN] += han;
  total_ += latin + han;
}

void ScriptCount::add(const ScriptCount& other) {
  for (const auto& [script, letters] : other.letters_) letters_[script] += letters;
  total_ += other.total_;
}

std::size_t ScriptCount::latin() const {
  const auto found = letters_.find(USCRIPT_LATIN);
  return found == letters_.end() ? 0 : found->second;
}

std::string ScriptCount::language() const {
  if (letters_.empty()) return {};
  const auto count = [this](int script) {
    const auto found = letters_.find(script);
    return found == letters_.end() ? 0 : found->second;
  };
  const auto most = std::max_element(
      letters_.begin(), letters_.end(),
      [](const auto& left, const auto& right) { return left.second < right.second; });
  const std::size_t kana = count(USCRIPT_HIRAGANA) + count(USCRIPT_KATAKANA);
  if (most->first == USCRIPT_HIRAGANA || most->first == USCRIPT_KATAKANA) return "ja";
  if (most->first == USCRIPT_HAN) return 8 * kana > most->second ? "ja" : "zh";
  if (most->first == USCRIPT_LATIN) return "en";
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale(
      ("und_" + std::string(uscript_getShortName(static_cast<UScriptCode>(most->first)))).c_str());
  locale.addLikelySubtags(status);
  const std::string likeliest = U_SUCCESS(status) ? locale.getLanguage() : "und";
  return knows_language(likeliest) ? likeliest : "und";  // of which ICU knows the letters alone
}

bool runs_without_spaces(const std::string& language) {
  return language == "zh" || language == "ja";
}

std::string_view sentence_separator(const std::string& language) {
  return runs_without_spaces(language) ? "" : " ";
}

bool share_script(const std::string& left, const std::string& right) {
  const auto script = [](const std::string& language) -> std::string {
    if (language == "zh" || language == "ja") return "Hani";
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale locale(language.c_str());
    locale.addLikelySubtags(status);
    return U_SUCCESS(status) ? locale.getScript() : "";
  };
  return left == right || script(left) == script(right);
}

bool knows_language(const std::string& tag) {
  if (tag == "auto" || tag == "und") return true;
  const std::string name = primary_language(tag);
  return !name.empty() && *icu::Locale(name.c_str()).getISO3Language() != '\0';
}

std::string primary_language(std::string_view tag) {
  return ascii_lower(tag.substr(0, tag.find_first_of("-_")));
}

}  // namespace duizhao::text
