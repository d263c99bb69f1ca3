#include "document/raised_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text/ascii.hpp"
#include "text/marks.hpp"
#include "text/utf8.hpp"

namespace duizhao::document {
namespace {

bool is_figures(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return text::is_ascii_digit(c); });
}

/// The letters or the digits, whichever they are, that a text ends with.
std::string_view last_word(std::string_view text) {
  std::size_t begin = text.size();
  const auto alike = [&](char c) {
    return text::is_ascii_digit(text.back()) ? text::is_ascii_digit(c) : text::is_ascii_letter(c);
  };
  while (begin > 0 && alike(text[begin - 1])) --begin;
  return text.substr(begin);
}

bool is_unit(std::string_view text, std::string_view word) {
  constexpr std::array<std::string_view, 9> kUnits = {"m",  "cm", "mm", "km", "nm",
                                                      "dm", "ft", "in", "s"};
  constexpr std::array<std::string_view, 3> kChinese = {"米", "公里", "英尺"};
  return std::ranges::find(kUnits, word) != kUnits.end() ||
         std::ranges::any_of(kChinese, [&](std::string_view unit) { return text.ends_with(unit); });
}

bool is_operator(std::string_view after) {
  constexpr std::array<std::string_view, 14> kOperators = {"=", "+",    "-",    "−", "×", "*", "/",
                                                           "^", "&lt;", "&gt;", ")", "≈", "÷", "·"};
  const std::size_t begin = std::min(after.find_first_not_of(' '), after.size());
  after.remove_prefix(begin);
  return std::ranges::any_of(kOperators,
                             [&](std::string_view mark) { return after.starts_with(mark); });
}

/// A number that may well be a year.
bool is_like_year(std::string_view figures) {
  constexpr std::size_t kDigits = 4;
  return figures.size() == kDigits && (figures.starts_with('1') || figures.starts_with("20"));
}

bool is_exponent(std::string_view before, std::string_view figures, std::string_view after) {
  if (before.empty()) return false;
  const std::string_view base = last_word(before);
  const bool square_or_cube = figures == "2" || figures == "3";
  if (is_unit(before, base)) return square_or_cube;
  if (is_operator(after) && (!base.empty() || before.ends_with(')'))) return true;
  if (base.empty()) return false;
  if (!text::is_ascii_digit(base.front())) {  // x², mc² behind a sign or a factor
    std::string_view left = before.substr(0, before.size() - base.size());
    while (left.ends_with(' ')) left.remove_suffix(1);
    const bool in_formula =
        !left.empty() &&
        std::string_view("=+-*/(0123456789").find(left.back()) != std::string::npos;
    return figures.size() == 1 && (base.size() == 1 || in_formula);
  }
  return base == "10" || (square_or_cube && !is_like_year(base));
}

}  // namespace

Raised raised_text(std::string_view before, std::string_view raised, std::string_view after,
                   bool is_link) {
  constexpr std::size_t kLongest = 8;  // bytes of a mark
  std::string mark(raised);
  std::erase_if(mark, [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
  if (mark.empty() || mark.size() > kLongest) return Raised::text;
  if (text::footnote_size(mark, 0) == mark.size()) return Raised::note;
  constexpr std::array<std::string_view, 5> kSigns = {"*", "†", "‡", "§", "¶"};
  if (std::ranges::find(kSigns, mark) != kSigns.end()) return Raised::note;
  for (const std::string_view sign : {"-", "−", "+"}) {
    if (mark.starts_with(sign) && is_figures(std::string_view(mark).substr(sign.size()))) {
      return Raised::exponent;
    }
  }
  const bool letter = mark.size() == 1 && text::is_ascii_letter(mark.front());
  const bool list = is_figures(mark) || mark.find_first_not_of("0123456789,*") == std::string::npos;
  if (!letter && !list) return Raised::text;
  if (is_link) return Raised::note;
  if (letter) {
    const bool variable = !before.empty() && last_word(before).size() == 1;
    return variable || before.ends_with("10") ? Raised::exponent : Raised::note;
  }
  return is_figures(mark) && is_exponent(before, mark, after) ? Raised::exponent : Raised::note;
}

std::string as_superscript(std::string_view exponent) {
  constexpr std::u32string_view kPlain = U"0123456789+-−n";
  constexpr std::u32string_view kRaised = U"⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ";
  std::string raised;
  for (std::size_t at = 0; at < exponent.size();) {
    const auto [c, size] = text::decode(exponent, at);
    const std::size_t index = kPlain.find(c);
    text::append(raised, index == std::u32string_view::npos ? c : kRaised[index]);
    at += size;
  }
  return raised;
}

}  // namespace duizhao::document
