#include "mentions/pinyin.hpp"

#include <unicode/translit.h>

#include <algorithm>
#include <memory>

#include "duizhao/lexicon/lexicon.hpp"
#include "duizhao/text/error.hpp"
#include "text/ascii.hpp"
#include "text/embedded.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::mentions {
namespace {

constexpr std::size_t kLongestSyllable = 6;  // zhuang

/// yin of Yin2, lü as lv is typed: lu:4 gives lu, as names in the press are written.
std::string without_tone(std::string_view reading) {
  std::string syllable = text::ascii_lower(reading);
  std::erase_if(syllable, [](char c) { return text::is_ascii_digit(c) || c == ':'; });
  return syllable;
}

}  // namespace

struct Pinyin::SurnameRules {
  std::unique_ptr<icu::Transliterator> transliterator;
};

Pinyin::Pinyin(const Lexicon& lexicon) : lexicon_(lexicon) {
  const auto syllables = text::entries(text::kSyllables);
  syllables_.insert(syllables.begin(), syllables.end());
}

Pinyin::~Pinyin() = default;

const std::set<std::string>& Pinyin::readings(std::string_view character) const {
  static const std::set<std::string> none;
  const char32_t code_point = text::decode(character, 0).value;
  if (!text::is_han(code_point)) return none;
  const std::lock_guard lock(mutex_);
  const auto known = readings_.find(code_point);
  if (known != readings_.end()) return known->second;
  std::set<std::string> all;
  for (const std::string& reading : lexicon_.readings(character)) all.insert(without_tone(reading));
  std::string as_surname = surname(code_point);
  if (!as_surname.empty()) all.insert(std::move(as_surname));
  return readings_.emplace(code_point, std::move(all)).first->second;
}

/// The toneless reading of a common ideograph as a surname, by ICU's Han-Latin/Names rules; empty
/// for other characters. The rules take a tenth of a second to set up, which waits until they are
/// needed.
std::string Pinyin::surname(char32_t character) const {
  constexpr char32_t kFirst = 0x4E00;
  constexpr char32_t kLast = 0x9FA5;
  if (character < kFirst || character > kLast) return {};
  if (!surname_rules_) {
    UErrorCode status = U_ZERO_ERROR;
    auto rules = std::make_unique<SurnameRules>();
    rules->transliterator.reset(icu::Transliterator::createInstance(
        "Han-Latin/Names; Latin-ASCII; Lower", UTRANS_FORWARD, status));
    if (U_FAILURE(status)) throw Error(ErrorCode::content, {"ICU", {}, {}}, u_errorName(status));
    surname_rules_ = std::move(rules);
  }
  icu::UnicodeString letters(static_cast<UChar32>(character));
  surname_rules_->transliterator->transliterate(letters);
  std::string reading;
  letters.toUTF8String(reading);
  std::erase(reading, ' ');
  return reading;
}

std::vector<Syllables> Pinyin::split(std::string_view word, std::size_t most) const {
  std::vector<Syllables> found;
  Syllables so_far;
  split_rest(word, most, so_far, found);
  std::stable_sort(found.begin(), found.end(), [](const Syllables& left, const Syllables& right) {
    return left.size() < right.size();
  });
  return found;
}

void Pinyin::split_rest(std::string_view rest, std::size_t most, Syllables& so_far,
                        std::vector<Syllables>& found) const {
  if (rest.empty()) {
    found.push_back(so_far);
    return;
  }
  if (so_far.size() == most) return;
  for (std::size_t size = 1; size <= std::min(rest.size(), kLongestSyllable); ++size) {
    const std::string_view syllable = rest.substr(0, size);
    if (!syllables_.contains(syllable)) continue;
    so_far.emplace_back(syllable);
    split_rest(rest.substr(size), most, so_far, found);
    so_far.pop_back();
  }
}

}  // namespace duizhao::mentions
