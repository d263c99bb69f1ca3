#include "duizhao/mentions/names.hpp"

#include <algorithm>
#include <set>

#include "mentions/pinyin.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace duizhao {
namespace {

using mentions::Syllables;

constexpr std::size_t kMostWords = 3;
constexpr std::size_t kMostSyllables = 4;
constexpr std::size_t kLeastSyllables = 2;
constexpr std::size_t kMostSyllablesOfAWord = 3;

/// A capitalised word: its letters in lower case, cut where a hyphen or an apostrophe cuts it.
struct Word {
  ByteRange range;
  std::vector<std::string> parts;
};

/// The size of what may join the parts of a word: Wen-feng, Xi'an, Xi’an.
std::size_t joint_size(std::string_view text, std::size_t at) {
  for (const std::string_view joint : {"-", "'", "’"}) {
    const std::size_t next = at + joint.size();
    if (text.substr(at).starts_with(joint) && next < text.size() &&
        text::is_ascii_letter(text[next])) {
      return joint.size();
    }
  }
  return 0;
}

/// The capitalised word that begins at `at`; without parts if there is none. A possessive 's is
/// left out.
Word word_at(std::string_view text, std::size_t at) {
  Word word{{at, at}, {}};
  if (at >= text.size() || !text::is_ascii_upper(text[at])) return word;
  while (at < text.size()) {
    const std::size_t begin = at;
    while (at < text.size() && text::is_ascii_letter(text[at])) ++at;
    const std::string part = text::ascii_lower(text.substr(begin, at - begin));
    const std::string_view tail = text.substr(begin + 1, at - begin - 1);
    if (std::any_of(tail.begin(), tail.end(), text::is_ascii_upper)) return {{begin, begin}, {}};
    const bool possessive = part == "s" && !word.parts.empty();
    if (possessive) break;
    word.parts.push_back(part);
    word.range.end = at;
    const std::size_t joint = joint_size(text, at);
    if (joint == 0) break;
    at += joint;
  }
  return word;
}

bool is_letter_before(std::string_view text, std::size_t at) {
  return at > 0 &&
         (text::is_ascii_letter(text[at - 1]) || static_cast<signed char>(text[at - 1]) < 0);
}

/// Whether a word can be a surname: one syllable, or one of the compound ones.
bool can_be_surname(const std::vector<Syllables>& readings) {
  static const std::set<Syllables> compound = {
      {"ou", "yang"},   {"si", "ma"},    {"zhu", "ge"},    {"shang", "guan"}, {"si", "tu"},
      {"xia", "hou"},   {"huang", "fu"}, {"mu", "rong"},   {"ling", "hu"},    {"yu", "wen"},
      {"zhang", "sun"}, {"duan", "mu"},  {"dong", "fang"}, {"nan", "gong"},   {"xi", "men"},
      {"tai", "shi"},   {"gong", "sun"}, {"zhong", "li"},  {"du", "gu"},      {"wei", "chi"}};
  return std::any_of(readings.begin(), readings.end(), [](const Syllables& reading) {
    return reading.size() == 1 || compound.contains(reading);
  });
}

/// All ways to put one reading of each after the other.
std::vector<Syllables> joined(const std::vector<std::vector<Syllables>>& parts) {
  std::vector<Syllables> all{{}};
  for (const std::vector<Syllables>& choices : parts) {
    std::vector<Syllables> longer;
    for (const Syllables& head : all) {
      for (const Syllables& tail : choices) {
        if (head.size() + tail.size() > kMostSyllables) continue;
        longer.push_back(head);
        longer.back().insert(longer.back().end(), tail.begin(), tail.end());
      }
    }
    all = std::move(longer);
  }
  return all;
}

}  // namespace

struct NameFinder::State {
  explicit State(Lexicon used) : lexicon(std::move(used)), pinyin(lexicon) {}

  Lexicon lexicon;
  mentions::Pinyin pinyin;

  std::vector<Syllables> readings(const Word& word) const {
    std::vector<std::vector<Syllables>> parts;
    for (const std::string& part : word.parts) {
      parts.push_back(pinyin.split(part, kMostSyllablesOfAWord));
    }
    return joined(parts);
  }

  RomanName name_of(const std::vector<Word>& words) const {
    RomanName name{{words.front().range.begin, words.back().range.end}, {}};
    std::vector<std::vector<Syllables>> parts;
    for (const Word& word : words) parts.push_back(readings(word));
    const auto add = [&] {
      for (Syllables& reading : joined(parts)) {
        const bool is_new =
            std::find(name.readings.begin(), name.readings.end(), reading) == name.readings.end();
        if (reading.size() >= kLeastSyllables && is_new)
          name.readings.push_back(std::move(reading));
      }
    };
    add();
    if (words.size() > 1 && can_be_surname(parts.back())) {
      std::rotate(parts.begin(), parts.end() - 1, parts.end());
      add();
    }
    return name;
  }
};

NameFinder::NameFinder(Lexicon lexicon)
    : state_(std::make_unique<const State>(std::move(lexicon))) {}
NameFinder::~NameFinder() = default;
NameFinder::NameFinder(NameFinder&&) noexcept = default;
NameFinder& NameFinder::operator=(NameFinder&&) noexcept = default;

std::vector<RomanName> NameFinder::find(std::string_view english) const {
  std::vector<RomanName> names;
  for (std::size_t at = 0; at < english.size(); ++at) {
    if (!text::is_ascii_upper(english[at]) || is_letter_before(english, at)) continue;
    std::vector<Word> words;
    for (std::size_t next = at; words.size() < kMostWords;) {
      Word word = word_at(english, next);
      if (word.parts.empty() || state_->readings(word).empty()) break;
      next = word.range.end + 1;
      words.push_back(std::move(word));
      if (next > english.size() || english[next - 1] != ' ') break;
    }
    while (!words.empty()) {  // the longest run that is short enough for a name
      RomanName name = state_->name_of(words);
      if (!name.readings.empty()) {
        at = name.range.end - 1;
        names.push_back(std::move(name));
        break;
      }
      words.pop_back();
    }
  }
  return names;
}

std::vector<ByteRange> NameFinder::locate(const RomanName& name, std::string_view chinese) const {
  std::vector<std::size_t> begins;
  std::vector<const std::set<std::string>*> characters;
  for (std::size_t at = 0; at < chinese.size();) {
    const std::size_t size = text::decode(chinese, at).size;
    begins.push_back(at);
    characters.push_back(&state_->pinyin.readings(chinese.substr(at, size)));
    at += size;
  }
  begins.push_back(chinese.size());
  const auto reads_so = [&](std::size_t k, const Syllables& reading) {
    if (k + reading.size() > characters.size()) return false;
    for (std::size_t s = 0; s < reading.size(); ++s) {
      if (!characters[k + s]->contains(reading[s])) return false;
    }
    return true;
  };
  std::vector<ByteRange> places;
  for (std::size_t k = 0; k < characters.size(); ++k) {
    std::size_t length = 0;
    for (const Syllables& reading : name.readings) {
      if (reading.size() > length && reads_so(k, reading)) length = reading.size();
    }
    if (length == 0) continue;
    places.push_back({begins[k], begins[k + length]});
    k += length - 1;
  }
  return places;
}

bool NameFinder::renders(std::string_view latin, std::string_view chinese) const {
  const auto names = find(latin);
  if (names.size() != 1 || names.front().range != ByteRange{0, latin.size()}) return false;
  const auto places = locate(names.front(), chinese);
  return places.size() == 1 && places.front() == ByteRange{0, chinese.size()};
}

}  // namespace duizhao
