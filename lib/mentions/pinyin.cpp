#include "mentions/pinyin.hpp"

#include <unicode/translit.h>

#include <algorithm>
#include <memory>

#include "duizhao/error.hpp"
#include "duizhao/lexicon.hpp"
#include "text/ascii.hpp"
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

/// ICU's readings of all common ideographs as surnames, in one pass.
std::map<std::string, std::string, std::less<>> icu_readings() {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> names(icu::Transliterator::createInstance(
      "Han-Latin/Names; Latin-ASCII; Lower", UTRANS_FORWARD, status));
  if (U_FAILURE(status)) throw Error(ErrorCode::content, {"ICU", {}, {}}, u_errorName(status));
  constexpr char32_t kFirst = 0x4E00;
  constexpr char32_t kLast = 0x9FA5;
  icu::UnicodeString text;
  for (char32_t c = kFirst; c <= kLast; ++c) {
    text.append(static_cast<UChar32>(c));
    text.append(u'\n');  // one a line, so that no character is read by its neighbour
  }
  names->transliterate(text);
  std::string lines;
  text.toUTF8String(lines);
  std::map<std::string, std::string, std::less<>> readings;
  std::size_t begin = 0;
  for (char32_t c = kFirst; c <= kLast; ++c) {
    const std::size_t end = lines.find('\n', begin);
    std::string character;
    text::append(character, c);
    std::string reading = lines.substr(begin, end - begin);
    std::erase(reading, ' ');
    readings.emplace(std::move(character), std::move(reading));
    begin = end + 1;
  }
  return readings;
}

}  // namespace

Pinyin::Pinyin(const Lexicon& lexicon) : lexicon_(lexicon), surnames_(icu_readings()) {
  for (const auto& [character, reading] : surnames_) {
    const bool plain = !reading.empty() && reading.size() <= kLongestSyllable &&
                       std::all_of(reading.begin(), reading.end(), text::is_ascii_letter) &&
                       reading.find_first_of("aeiou") != std::string::npos;  // not m, ng
    if (plain) syllables_.insert(reading);
  }
}

std::set<std::string> Pinyin::readings(std::string_view character) const {
  std::set<std::string> all;
  const auto surname = surnames_.find(character);
  if (surname != surnames_.end()) all.insert(surname->second);
  for (const std::string& reading : lexicon_.readings(character)) all.insert(without_tone(reading));
  return all;
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
