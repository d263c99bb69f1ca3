#include "metrics/tokenizers.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "metrics/words.hpp"
#include "text/ascii.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace duizhao::metrics {
namespace {

using Interval = std::pair<char32_t, char32_t>;  // both ends belong to it

template <std::size_t N>
bool is_in(char32_t c, const std::array<Interval, N>& intervals) {
  return std::any_of(intervals.begin(), intervals.end(), [c](const Interval& interval) {
    return c >= interval.first && c <= interval.second;
  });
}

// sacrebleu's table as its program understands it: two of its entries, meant for U+20000 and
// U+2F800, are read as strings of two characters and stand for U+2001 to U+2A6D.
constexpr std::array<Interval, 13> kChinese = {{{0x2001, 0x2A6D},
                                                {0x2E80, 0x2FDF},
                                                {0x2FF0, 0x303F},
                                                {0x3100, 0x312F},
                                                {0x31A0, 0x31EF},
                                                {0x3200, 0x4DB5},
                                                {0x4E00, 0x9FBB},
                                                {0xF900, 0xFA2D},
                                                {0xFA30, 0xFA6A},
                                                {0xFA70, 0xFAD9},
                                                {0xFE10, 0xFE1F},
                                                {0xFE30, 0xFE4F},
                                                {0xFF00, 0xFFEF}}};

constexpr std::array<Interval, 11> kAsianPunctuation = {{{0x3001, 0x3002},
                                                         {0x3008, 0x3011},
                                                         {0x3014, 0x301F},
                                                         {0x30FB, 0x30FB},
                                                         {0xFF01, 0xFF02},
                                                         {0xFF08, 0xFF09},
                                                         {0xFF0C, 0xFF0C},
                                                         {0xFF0E, 0xFF0E},
                                                         {0xFF1A, 0xFF1B},
                                                         {0xFF1F, 0xFF1F},
                                                         {0xFF61, 0xFF65}}};
constexpr std::array<Interval, 6> kTercomCharacters = {{{0x2E80, 0x2EFF},
                                                        {0x31C0, 0x31EF},
                                                        {0x3200, 0x4DBF},
                                                        {0x4E00, 0x9FFF},
                                                        {0xF900, 0xFAFF},
                                                        {0xFE30, 0xFE4F}}};

bool is_chinese(char32_t c) { return is_in(c, kChinese); }
bool is_asian_punctuation(char32_t c) { return is_in(c, kAsianPunctuation); }
bool is_tercom_character(char32_t c) { return is_in(c, kTercomCharacters); }

/// ASCII punctuation but ' , - . and the space.
bool is_plain_punctuation(char c) {
  return (c >= '{' && c <= '~') || (c >= '[' && c <= '`') || (c >= ' ' && c <= '&') ||
         (c >= '(' && c <= '+') || (c >= ':' && c <= '@') || c == '/';
}

bool is_stop(char c) { return c == '.' || c == ','; }

/// Spaces about each code point of a class.
template <typename Class>
std::string spaced(std::string_view text, Class&& is_member) {
  std::string result;
  result.reserve(text.size() * 2);
  for (std::size_t offset = 0; offset < text.size();) {
    const auto [code_point, size] = text::decode(text, offset);
    const bool member = is_member(code_point);
    if (member) result += ' ';
    result += text.substr(offset, size);
    if (member) result += ' ';
    offset += size;
  }
  return result;
}

template <typename Class>
std::string without(std::string_view text, Class&& is_member) {
  std::string result;
  for (std::size_t offset = 0; offset < text.size();) {
    const auto [code_point, size] = text::decode(text, offset);
    if (!is_member(code_point)) result += text.substr(offset, size);
    offset += size;
  }
  return result;
}

std::string replaced(std::string text, std::string_view old, std::string_view fresh) {
  if (text.find(old) == std::string::npos) return text;
  std::string result;
  std::size_t begin = 0;
  for (std::size_t found; (found = text.find(old, begin)) != std::string::npos;
       begin = found + old.size()) {
    result.append(text, begin, found - begin).append(fresh);
  }
  return result.append(text, begin);
}

std::string with_entities_decoded(std::string text) {
  if (text.find('&') == std::string::npos) return text;
  text = replaced(std::move(text), "&quot;", "\"");
  text = replaced(std::move(text), "&amp;", "&");
  text = replaced(std::move(text), "&lt;", "<");
  return replaced(std::move(text), "&gt;", ">");
}

std::string with_punctuation_spaced(std::string_view text) {
  std::string result;
  result.reserve(text.size() * 2);
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    // A space stays as it is: more of them would not change the words.
    if (text[i] == ' ' || !is_plain_punctuation(text[i])) continue;
    result.append(text, begin, i - begin).append({' ', text[i], ' '});
    begin = i + 1;
  }
  return result.append(text, begin);
}

/// Replaces each pair of bytes that `is_pair` takes, from left to right: `write` appends what
/// stands for it.
template <typename IsPair, typename Write>
std::string pairs_replaced(std::string_view text, IsPair&& is_pair, Write&& write) {
  std::string result;
  result.reserve(text.size() + text.size() / 4);
  std::size_t begin = 0;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (!is_pair(text[i], text[i + 1])) continue;
    write(result.append(text, begin, i - begin), text[i], text[i + 1]);
    begin = ++i + 1;
  }
  return result.append(text, std::min(begin, text.size()));
}

/// Periods and commas become tokens unless digits stand on both sides of them, dashes after a
/// digit.
std::string with_stops_spaced(std::string_view text) {
  std::string result = pairs_replaced(
      text, [](char a, char b) { return !text::is_ascii_digit(a) && is_stop(b); },
      [](std::string& out, char a, char b) {
        out.append({a, ' ', b, ' '});
      });
  result = pairs_replaced(
      result, [](char a, char b) { return is_stop(a) && !text::is_ascii_digit(b); },
      [](std::string& out, char a, char b) {
        out.append({' ', a, ' ', b});
      });
  return pairs_replaced(
      result, [](char a, char b) { return text::is_ascii_digit(a) && b == '-'; },
      [](std::string& out, char a, char b) {
        out.append({a, ' ', b, ' '});
      });
}

std::string mteval_13a(std::string_view text) {
  std::string result = replaced(std::string(text), "<skipped>", "");
  result = replaced(std::move(result), "-\n", "");
  result = replaced(std::move(result), "\n", " ");
  result = with_entities_decoded(std::move(result));
  return with_stops_spaced(with_punctuation_spaced(' ' + result + ' '));
}

std::string tercom_normalized(std::string_view text, bool asian_support) {
  std::string result = replaced(std::string(text), "\n-", "");
  result = replaced(std::move(result), "\n", " ");
  result = with_entities_decoded(std::move(result));
  result = with_punctuation_spaced(' ' + result + ' ');
  result = with_stops_spaced(replaced(std::move(result), "'s ", " 's "));
  if (!asian_support) return result;
  return spaced(result,
                [](char32_t c) { return is_tercom_character(c) || is_asian_punctuation(c); });
}

}  // namespace

std::string tokenize(std::string_view text, BleuTokenizer tokenizer) {
  switch (tokenizer) {
    case BleuTokenizer::mteval_13a:
      return mteval_13a(text);
    case BleuTokenizer::zh:
      return with_stops_spaced(with_punctuation_spaced(spaced(trim(text), is_chinese)));
    case BleuTokenizer::character:
      return spaced(text, [](char32_t) { return true; });
    case BleuTokenizer::none:
      break;
  }
  return std::string(text);
}

std::string tokenize(std::string_view text, const TerOptions& options) {
  if (text.empty()) return {};
  std::string result = options.case_sensitive ? std::string(text) : text::lower_case(text);
  if (options.normalized) result = tercom_normalized(result, options.asian_support);
  if (options.no_punctuation) {
    constexpr std::string_view kMarks = ".,?:;!\"()";
    result = without(result, [&](char32_t c) {
      return (c < 0x80 && kMarks.find(static_cast<char>(c)) != std::string_view::npos) ||
             (options.asian_support && is_asian_punctuation(c));
    });
  }
  return result;
}

}  // namespace duizhao::metrics
