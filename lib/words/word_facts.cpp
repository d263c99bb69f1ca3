#include "words/word_facts.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>

#include "text/ascii.hpp"
#include "text/embedded.hpp"
#include "text/fold.hpp"
#include "text/scripts.hpp"
#include "text/split.hpp"
#include "text/utf8.hpp"

namespace duizhao::words {
namespace {

constexpr float kLeastProbability = 0.002F;

/// The offsets of a word's characters, and its end.
std::vector<std::size_t> character_offsets(std::string_view word) {
  std::vector<std::size_t> offsets{0};
  while (offsets.back() < word.size()) {
    offsets.push_back(offsets.back() + text::decode(word, offsets.back()).size);
  }
  return offsets;
}

/// The number that a word begins with: 1,000 of $1,000, 22 of 22nd.
std::optional<double> leading_number(std::string_view word) {
  if (word.starts_with('$')) word.remove_prefix(1);
  std::string digits;
  for (const char c : word) {
    if (c == ',') continue;
    const bool point = c == '.' && digits.find('.') == std::string::npos;
    if (!text::is_ascii_digit(c) && !point) break;
    digits += c;
  }
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc{} && end != digits.data() ? std::optional(value) : std::nullopt;
}

/// The values of an English word: 12 of 12th, 25 of twenty-five.
std::vector<double> english_values(const std::string& word) {
  std::vector<double> values;
  if (const auto number = leading_number(word)) values.push_back(*number);
  double sum = 0;
  for (const std::string_view part : text::split(word, '-')) {
    const auto value = number_word(part);
    if (!value) continue;
    values.push_back(*value);
    sum += *value;
  }
  if (values.size() > 1 && sum > 0) values.push_back(sum);
  return values;
}

void keep_greatest(std::map<std::uint32_t, float>& row, std::uint32_t number, float value) {
  float& kept = row[number];
  kept = std::max(kept, value);
}

float scaled_log(std::size_t count) {
  return static_cast<float>(std::log1p(static_cast<double>(count)) / 10);
}

std::string letters_of(std::string_view text) {
  std::string letters;
  for (const char c : text) {
    const char lower = text::ascii_lower(c);
    if (text::is_ascii_letter(lower)) letters += lower;
  }
  return letters;
}

/// The consonants of a name in Latin letters, those that languages confuse made equal (b p, d t,
/// g k, l r, …).
std::string consonant_skeleton(std::string_view letters) {
  std::string plain;
  for (std::size_t k = 0; k < letters.size(); ++k) {
    const std::string_view two = letters.substr(k, 2);
    if (two == "sh" || two == "zh") {
      plain += 's';
      ++k;
    } else if (two == "ch") {
      plain += 'k';
      ++k;
    } else {
      constexpr std::string_view kFrom = "bdgvrqxzwcj";
      constexpr std::string_view kTo = "ptkflkssfkk";
      const std::size_t place = kFrom.find(letters[k]);
      plain += place == std::string_view::npos ? letters[k] : kTo[place];
    }
  }
  std::string skeleton;
  for (const char c : plain) {
    constexpr std::string_view kDropped = "aeiouyhn";
    if (kDropped.find(c) != std::string_view::npos) continue;
    if (skeleton.empty() || skeleton.back() != c) skeleton += c;
  }
  return skeleton;
}

/// What a word is short for: will of 'll.
std::string expanded(const std::string& word) {
  static const auto kRows = text::entries(text::kContractions);
  for (const std::string_view row : kRows) {
    const auto cells = text::split(row, '\t');
    if (cells.front() == word) return std::string(cells.back());
  }
  return word;
}

}  // namespace

float value_at(const SparseRow& row, std::uint32_t number) {
  const auto found = std::lower_bound(
      row.begin(), row.end(), number,
      [](const auto& entry, std::uint32_t wanted) { return entry.first < wanted; });
  return found != row.end() && found->first == number ? found->second : 0;
}

std::string normal_form(std::string_view word, const lexicon::Tables* tables) {
  std::string visible;
  for (std::size_t at = 0; at < word.size();) {
    const auto [c, size] = text::decode(word, at);
    if (!text::is_ignorable(c)) visible += word.substr(at, size);
    at += size;
  }
  std::string folded = text::fold_case(visible);
  constexpr std::string_view kCurly = "’";
  for (std::size_t at = folded.find(kCurly); at != std::string::npos; at = folded.find(kCurly)) {
    folded.replace(at, kCurly.size(), "'");
  }
  return tables == nullptr ? folded : tables->simplified(folded);
}

Facts::Facts(const lexicon::Tables* tables, const mentions::Numerals& numerals,
             const std::string& language)
    : tables_(tables),
      numerals_(numerals),
      stemmer_(lexicon::Stemmer::for_language(language, tables)),
      is_english_(language == "en") {}

void Facts::forget() {
  constexpr std::size_t kMany = 20'000;  // words, some 20 MB
  if (english_.size() > kMany) english_.clear();
  if (chinese_.size() > kMany) chinese_.clear();
}

SparseRow Facts::row_of(std::string_view word) const {
  SparseRow row;
  for (const auto& [stem, probability] : tables_->row(word)) {
    const auto value = static_cast<float>(probability);
    if (value >= kLeastProbability) row.emplace_back(static_cast<std::uint32_t>(stem), value);
  }
  return row;
}

/// What a word is the same as: not of n't and don't, company of company's, color of colour.
std::string Facts::form_of(const std::string& word) const {
  if (word.ends_with("n't")) return "not";
  constexpr std::string_view kPossessive = "'s";
  const bool possessive = word.size() > kPossessive.size() && word.ends_with(kPossessive);
  return american_spelling(possessive ? word.substr(0, word.size() - kPossessive.size()) : word);
}

std::string Facts::stem_of(const std::string& word) const {
  return stemmer_ ? stemmer_->stem(word) : word;
}

/// The American spelling of a word in British spelling, where the lexicon knows it.
std::string Facts::american_spelling(const std::string& word) const {
  static const auto kEnds = text::entries(text::kSpelling);
  if (tables_ == nullptr) return word;
  for (const std::string_view row : kEnds) {
    const auto ends = text::split(row, '\t');
    const std::string_view british = ends[0];
    const std::size_t least = static_cast<std::size_t>(ends[2].front() - '0');
    if (word.size() < british.size() + least || !word.ends_with(british)) continue;
    const std::string other = word.substr(0, word.size() - british.size()) + std::string(ends[1]);
    const std::string part = other.substr(other.rfind('-') + 1);  // of well-organised
    if (tables_->stem(stemmer_->stem(part))) return other;
  }
  return word;
}

const EnglishFacts& Facts::english(const std::string& text) {
  const auto [entry, is_new] = english_.try_emplace(text);
  EnglishFacts& facts = entry->second;
  if (!is_new) return facts;
  facts.text = text;
  facts.form = is_english_ ? form_of(text) : text;
  facts.lemma = stem_of(facts.form);
  if (is_english_) facts.form = expanded(facts.form);
  facts.values = english_values(text);
  facts.month = month(text);
  const auto closed = is_english_ ? closed_class(facts.form, false) : std::nullopt;
  facts.kind = closed                  ? *closed
               : !text::has_word(text) ? WordClass::mark
               : !facts.values.empty() ? WordClass::number
                                       : WordClass::word;
  facts.stems = {facts.lemma};
  if (facts.lemma != text) facts.stems.push_back(text);
  if (text.find_first_of("-/") != std::string::npos) {
    for (const std::string_view outer : text::split(text, '-')) {
      for (const std::string_view part : text::split(outer, '/')) {
        if (part.empty()) continue;
        facts.parts.push_back(stem_of(std::string(part)));
        facts.stems.push_back(facts.parts.back());
      }
    }
    if (facts.parts.size() < 2) facts.parts.clear();
  }
  facts.letters = letters_of(text);
  facts.skeleton = consonant_skeleton(facts.letters);
  facts.known = closed.has_value();
  if (tables_ != nullptr) add_lexicon(facts);
  return facts;
}

void Facts::add_lexicon(EnglishFacts& facts) const {
  for (const std::string& stem : facts.stems) {
    if (const auto number = tables_->stem(stem)) {
      facts.numbers.push_back(static_cast<std::uint32_t>(*number));
      if (stem == facts.lemma) facts.lemma_number = facts.numbers.back();
    }
    if (const auto number = tables_->counted_stem(stem)) {
      facts.counted.push_back(static_cast<std::uint32_t>(*number));
      const auto sum = static_cast<double>(tables_->counted_stem_sum(*number));
      facts.occurrences = std::max(facts.occurrences, sum);
    }
  }
  facts.log_occurrences = scaled_log(static_cast<std::size_t>(facts.occurrences));
  facts.known = facts.known || facts.lemma_number.has_value();
}

const ChineseFacts& Facts::chinese(const std::string& text) {
  const auto [entry, is_new] = chinese_.try_emplace(text);
  ChineseFacts& facts = entry->second;
  if (!is_new) return facts;
  facts.text = text;
  facts.form = text;
  facts.lemma = text;
  facts.length = character_offsets(text).size() - 1;
  add_values(facts);
  const auto closed = closed_class(text, true);
  facts.kind = closed                  ? *closed
               : !text::has_word(text) ? WordClass::mark
               : !facts.values.empty() ? WordClass::number
                                       : WordClass::word;
  facts.known = closed.has_value();
  if (tables_ == nullptr || facts.kind == WordClass::mark) return facts;
  add_lexicon(facts);
  add_parts(facts);
  add_spellings(facts);
  return facts;
}

void Facts::add_lexicon(ChineseFacts& facts) const {
  facts.row = row_of(facts.text);
  const auto headword = tables_->headword(facts.text);
  if (headword) facts.log_frequency = scaled_log(tables_->headword_frequency(*headword));
  facts.known = facts.known || headword.has_value();
  for (const auto& [stem, probability] : facts.row) {
    facts.row_square += probability * probability;
    constexpr float kLeast = 0.02F;
    if (probability >= kLeast) facts.renderings.emplace_back(tables_->stem_text(stem), probability);
  }
  const auto counted = tables_->counted_word(facts.text);
  if (!counted) return;
  facts.occurrences = static_cast<double>(tables_->counted_sum(*counted));
  facts.log_occurrences = scaled_log(tables_->counted_sum(*counted));
  for (const lexicon::Count& count : tables_->counts(*counted)) {
    facts.links.emplace_back(count.stem, static_cast<float>(count.links) / 2);
  }
}

/// Headwords of two characters and more inside the word.
void Facts::add_parts(ChineseFacts& facts) const {
  constexpr std::size_t kLongest = 12;  // characters; names and titles that are longer are rare
  const auto offsets = character_offsets(facts.text);
  const std::size_t characters = offsets.size() - 1;
  if (characters < 3 || characters > kLongest) return;
  std::map<std::uint32_t, float> row, links;
  for (std::size_t begin = 0; begin < characters; ++begin) {
    for (std::size_t end = begin + 2; end <= characters; ++end) {
      if (end - begin == characters) continue;
      const std::string part = facts.text.substr(offsets[begin], offsets[end] - offsets[begin]);
      if (!tables_->headword(part)) continue;
      for (const auto& [stem, probability] : row_of(part)) keep_greatest(row, stem, probability);
      const auto counted = tables_->counted_word(part);
      if (!counted) continue;
      const auto sum = static_cast<float>(tables_->counted_sum(*counted)) + 2;
      for (const lexicon::Count& count : tables_->counts(*counted)) {
        keep_greatest(links, count.stem, static_cast<float>(count.links) / 2 / sum);
      }
    }
  }
  facts.part_row.assign(row.begin(), row.end());
  facts.part_links.assign(links.begin(), links.end());
}

void Facts::add_spellings(ChineseFacts& facts) const {
  constexpr std::size_t kMost = 8;
  constexpr std::size_t kReadings = 2;  // of each character
  if (!text::is_han(text::decode(facts.text, 0).value)) return;
  const auto readings_of = [&](std::string_view word) {
    std::vector<std::string> readings;
    if (const auto headword = tables_->headword(word)) {
      for (const std::string_view reading : text::split(tables_->readings(*headword), '\n')) {
        std::string letters = letters_of(reading);
        if (!letters.empty()) readings.push_back(std::move(letters));
      }
    }
    return readings;
  };
  facts.spellings = readings_of(facts.text);
  if (facts.spellings.empty()) {
    facts.spellings = {""};
    const auto offsets = character_offsets(facts.text);
    for (std::size_t k = 0; k + 1 < offsets.size(); ++k) {
      auto readings =
          readings_of(std::string_view(facts.text).substr(offsets[k], offsets[k + 1] - offsets[k]));
      if (readings.empty()) readings = {""};
      readings.resize(std::min(readings.size(), kReadings));
      std::vector<std::string> longer;
      for (const std::string& begun : facts.spellings) {
        for (const std::string& reading : readings) longer.push_back(begun + reading);
      }
      longer.resize(std::min(longer.size(), kMost));
      facts.spellings = std::move(longer);
    }
  }
  std::erase(facts.spellings, "");
  for (const std::string& spelling : facts.spellings) {
    facts.skeletons.push_back(consonant_skeleton(spelling));
  }
}

/// A word that is a numeral, with a unit behind it or 第 before it. Large numbers also mean what
/// English says before million and billion.
void Facts::add_values(ChineseFacts& facts) const {
  constexpr std::u32string_view kNumerals = U"零一二三四五六七八九〇两半十百千万亿点.,";
  constexpr std::u32string_view kUnits = U"月日年号位个名次届岁元";
  std::size_t begin = facts.text.starts_with("第") ? std::string_view("第").size() : 0;
  std::size_t end = begin;
  while (end < facts.text.size()) {
    const auto [c, size] = text::decode(facts.text, end);
    if (!text::is_digit(c) && kNumerals.find(c) == kNumerals.npos) break;
    end += size;
  }
  if (end == begin) return;
  const bool digits = text::is_ascii_digit(facts.text[begin]);
  facts.unit = facts.text.substr(end);
  const bool counts =
      facts.unit.empty() || digits || kUnits.find(text::decode(facts.unit, 0).value) != kUnits.npos;
  const auto value = numerals_.chinese(std::string_view(facts.text).substr(begin, end - begin));
  if (!counts || !value) return;
  facts.values.push_back(value->low);
  if (digits) {
    if (const auto number = leading_number(std::string_view(facts.text).substr(begin))) {
      facts.values.push_back(*number);
    }
  }
  if (value->low < 1e4 || facts.text.find_first_not_of("0123456789.,") == std::string::npos) return;
  for (const double scale : {1e3, 1e6, 1e9, 1e12}) {
    facts.values.push_back(value->low / scale);
    if (value->low >= scale && scale > 1e3 && scale < 1e12) facts.values.push_back(scale);
  }
}

}  // namespace duizhao::words
