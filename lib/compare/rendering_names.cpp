// Names of which neither text has the other's: an English one that everybody knows, or that stands
// where the Chinese text has another.
#include <algorithm>
#include <array>
#include <string_view>

#include "compare/places.hpp"
#include "compare/rendering_sides.hpp"
#include "mentions/units.hpp"
#include "segment/word_lists.hpp"
#include "text/ascii.hpp"
#include "text/fold.hpp"
#include "text/scripts.hpp"
#include "words/links.hpp"
#include "words/pair_features.hpp"

namespace duizhao::compare {
namespace {

using words::WordClass;

constexpr std::size_t kHan = 3;  // bytes of a Chinese character

class Names {
 public:
  explicit Names(const RenderingSides& sides) : sides_(sides) {}

  std::vector<RenderingDifference> run() {
    compare_names();
    return std::move(found_);
  }

 private:
  const RenderingSide& chinese() const { return sides_.chinese; }
  const RenderingSide& english() const { return sides_.english; }

  void compare_names() {
    if (!sides_.stemmer) return;
    for (std::size_t en = 0; en < english().tokens.size(); ++en) {
      if (english().classes[en] != WordClass::word ||
          !text::is_ascii_upper(english().tokens[en].text.front()) ||
          words::month(text::fold_case(english().tokens[en].text)) ||
          mentions::is_in_unit(english().tokens[en].text) || may_be_cut_short(en) ||
          is_abbreviation(english().tokens[en].text) ||
          chinese().text.find(english().tokens[en].text) != std::string::npos) {
        continue;
      }
      const KnownName known = known_name(en);
      if (known.names.empty() || stands_in_chinese(en, known)) continue;
      // It stands where the other text has a name that is not its own, or a word that nobody knows.
      // So does a name that everybody knows, wherever it should stand.
      const bool well_known =
          std::ranges::any_of(known.names, [&](const auto& name) { return is_well_known(name); });
      if (is_weekday(english().tokens[en].text)) {
        const auto other = strange_counterpart(en);
        if (other && is_chinese_weekday(chinese().tokens[*other].text)) {
          tell_name(other, en, "facing", true);
        }
      } else if (const auto strange = strange_counterpart(en)) {
        tell_name(strange, en, "facing", well_known);
      } else if (const auto other = only_unrendered_name()) {
        tell_name(other, en, "only", well_known);
      } else if (well_known && !sounds_like_a_name(en)) {
        tell_name(std::nullopt, en, "lone", well_known);
      }
    }
  }

  /// Whether a name is one that renderings leave out or replace freely: letters that stand for
  /// words (UK), words that are no name but for their capitals (LORD), and the first of several
  /// (Mike of Mike Pompeo).
  bool may_be_cut_short(std::size_t en) const {
    const auto& tokens = english().tokens;
    const std::string& word = tokens[en].text;
    constexpr std::size_t kLetters = 3;  // of an acronym that is a name: WTO
    const bool letters = word.size() > 1 && std::ranges::all_of(word, text::is_ascii_upper) &&
                         (word.size() < kLetters || is_frequent(en));
    const bool first = en + 1 < tokens.size() &&
                       text::is_ascii_upper(tokens[en + 1].text.front()) &&
                       english().classes[en + 1] == WordClass::word && !is_common(en + 1);
    return letters || first;
  }

  /// Whether a word is mostly cut short, or a title: Oct, Sen.
  static bool is_abbreviation(const std::string& word) {
    static const segment::WordLists kLists;
    return kLists.abbreviation(word + '.').has_value();
  }

  static bool is_weekday(const std::string& word) {
    constexpr std::array<std::string_view, 7> kDays = {
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    return std::ranges::find(kDays, word) != kDays.end();
  }
  static bool is_chinese_weekday(const std::string& word) {
    constexpr std::array<std::string_view, 3> kBegins = {"周", "星期", "礼拜"};
    return std::ranges::any_of(kBegins,
                               [&](std::string_view begin) { return word.starts_with(begin); });
  }

  /// Whether a word stands for things rather than for names.
  bool is_common(std::size_t en) const {
    const auto stem = stem_of(en);
    if (!stem) return false;
    double as_name = 0, otherwise = 0;
    for (const lexicon::GlossColumns::Entry& entry : sides_.columns.column(*stem)) {
      const std::string headword = sides_.lexicon_data.tables()->headword_text(entry.headword);
      if (headword.size() <= kHan) continue;  // 法 is short for 法国 as well
      (words::is_proper_name(sides_.lexicon_data, headword) ? as_name : otherwise) +=
          entry.probability;
    }
    return otherwise > as_name;
  }

  /// Whether the glosses of many words hold one, as they do of ordinary words: lord, not WTO.
  bool is_frequent(std::size_t en) const {
    constexpr std::size_t kMany = 20;  // glosses
    const auto stem = stem_of(en);
    return stem && sides_.lexicon_data.tables()->stem_frequency(*stem) >= kMany;
  }

  std::optional<std::size_t> stem_of(std::size_t en) const {
    return sides_.lexicon_data.tables()->stem(
        sides_.stemmer->stem(text::fold_case(english().tokens[en].text)));
  }

  bool is_well_known(const std::string& chinese) const {
    constexpr std::size_t kKnown = 300;  // times in 60 million words
    return sides_.lexicon_data.frequency(chinese) >= kKnown;
  }

  /// What the lexicon has for an English name.
  struct KnownName {
    std::vector<std::string> names;       // Chinese names of which it is the chief rendering
    std::vector<std::string> renderings;  // all words that it may stand for
  };

  /// Without names for a word that is hardly one: one that mostly stands for other things (sky), or
  /// that is a part of many names and chiefly none's (island). At the beginning of a sentence,
  /// where any word has a capital, it must be a name above all.
  KnownName known_name(std::size_t en) const {
    constexpr float kRendering = 0.1F;
    constexpr float kChiefly = 0.35F;
    constexpr float kAlone = 0.6F;
    constexpr std::size_t kMany = 12;
    constexpr double kOften = 0.7;
    KnownName known;
    const bool in_sentence = en > 0 && text::has_word(english().tokens[en - 1].text);
    // Polish and Turkey begin sentences as other words, too.
    for (const Place* place : places_of_english(english().tokens[en].text)) {
      if (!in_sentence && is_common(en)) break;
      known.names.insert(known.names.end(), place->chinese.begin(), place->chinese.end());
    }
    if (!known.names.empty()) {
      known.renderings = known.names;
      return known;
    }
    const auto stem = stem_of(en);
    if (!stem) return known;
    double as_name = 0, otherwise = 0;
    float most = 0;
    std::size_t count = 0;
    for (const lexicon::GlossColumns::Entry& entry : sides_.columns.column(*stem)) {
      if (entry.probability < kRendering) continue;
      std::string headword = sides_.lexicon_data.tables()->headword_text(entry.headword);
      const bool name = words::is_proper_name(sides_.lexicon_data, headword) ||
                        !places_of_chinese(headword).empty();
      (name ? as_name : otherwise) += entry.probability;
      count += name;
      if (name && headword.size() > kHan) {
        most = std::max(most, entry.probability);
        if (entry.probability >= kChiefly) known.names.push_back(headword);
      }
      known.renderings.push_back(std::move(headword));
    }
    const bool is_name =
        as_name >= (in_sentence ? kOften : 2) * otherwise && (count <= kMany || most >= kAlone);
    if (!is_name) known.names.clear();
    return known;
  }

  /// Whether one of a name's renderings stands in the Chinese text, or a character that one is cut
  /// short to, linked with it: 美, 中美.
  bool stands_in_chinese(std::size_t en, const KnownName& known) const {
    const auto stands = [&](const std::string& word) {
      return word.size() > kHan && chinese().simplified.find(word) != std::string::npos;
    };
    const auto is_short_for = [&](const std::string& name) {
      return std::ranges::any_of(english().links[en], [&](const auto& link) {
        const std::string& word = chinese().tokens[link.first].text;
        const bool abbreviates =
            word.size() == kHan || (word.size() == 2 * kHan && !sides_.lexicon_data.contains(word));
        return abbreviates && word.find(name.substr(0, kHan)) != std::string::npos;
      });
    };
    // 英国 for English, whose name is 英国人.
    const auto begins = [&](const std::string& name) {
      return name.size() > 2 * kHan &&
             words::is_proper_name(sides_.lexicon_data, name.substr(0, 2 * kHan)) &&
             stands(name.substr(0, 2 * kHan));
    };
    return std::ranges::any_of(known.renderings, stands) ||
           std::ranges::any_of(known.renderings, begins) ||
           std::ranges::any_of(known.names, is_short_for);
  }

  /// What a name is linked with at all, if that is another name.
  std::optional<std::size_t> strange_counterpart(std::size_t en) {
    std::optional<std::size_t> found;
    double most = 0;
    for (const auto& [zh, probability] : english().links[en]) {
      if (probability <= most) continue;
      most = probability;
      found = is_strange(zh, en) ? std::optional(zh) : std::nullopt;
    }
    return found;
  }

  /// Whether a Chinese word is a name, or one that nobody knows, and does not sound like an English
  /// one.
  bool is_strange(std::size_t zh, std::size_t en) {
    constexpr std::size_t kLongest = 5;  // characters; more are not cut right
    constexpr float kAlike = 0.5F;
    const std::string& word = chinese().tokens[zh].text;
    if (word.size() <= kHan || word.size() > kLongest * kHan ||
        chinese().classes[zh] != WordClass::word ||
        (sides_.lexicon_data.contains(word) && !words::is_proper_name(sides_.lexicon_data, word)) ||
        is_part(zh) || sides_.renders(word, en)) {
      return false;
    }
    const auto& own = sides_.facts.chinese(words::normal_form(word, sides_.lexicon_data.tables()));
    const auto& other =
        sides_.facts.english(words::normal_form(english().tokens[en].text, nullptr));
    return words::sound_likeness(own, other) < kAlike;
  }

  /// Whether a Chinese name, or a word that nobody knows, sounds like an English name: 乔丹 and
  /// Jordan.
  bool sounds_like_a_name(std::size_t en) {
    constexpr float kAlike = 0.7F;
    const auto& name = sides_.facts.english(words::normal_form(english().tokens[en].text, nullptr));
    for (std::size_t zh = 0; zh < chinese().tokens.size(); ++zh) {
      const std::string& text = chinese().tokens[zh].text;
      const bool ordinary =
          sides_.lexicon_data.contains(text) && !words::is_proper_name(sides_.lexicon_data, text);
      if (chinese().classes[zh] != WordClass::word || ordinary) continue;
      const auto& word =
          sides_.facts.chinese(words::normal_form(text, sides_.lexicon_data.tables()));
      if (words::sound_likeness(word, name) >= kAlike) return true;
    }
    return false;
  }

  /// Whether a word is a part of a longer name: 强尼·英格力, 科尔 in 科尔宾.
  bool is_part(std::size_t zh) const {
    return has_dot_beside(zh) ||
           (!is_whole_name(chinese().tokens[zh].text) && has_sound_beside(zh));
  }

  bool is_whole_name(const std::string& word) const {
    return is_well_known(word) || !places_of_chinese(word).empty();
  }

  /// Whether a character that writes sounds goes on right before or behind a word.
  bool has_sound_beside(std::size_t zh) const {
    const std::string& text = chinese().simplified;
    const ByteRange range = chinese().tokens[zh].range;
    if (text.size() != chinese().text.size()) return false;  // its places are not those of the text
    const bool before = range.begin >= kHan &&
                        is_transliteration(std::string_view(text).substr(range.begin - kHan, kHan));
    const bool behind = range.end + kHan <= text.size() &&
                        is_transliteration(std::string_view(text).substr(range.end, kHan));
    return before || behind;
  }

  bool has_dot_beside(std::size_t zh) const {
    constexpr std::string_view kDot = "·";
    const auto has_dot = [&](std::size_t token) {
      return chinese().tokens[token].text.find(kDot) != std::string::npos;
    };
    const auto& tokens = chinese().tokens;
    const bool after =
        zh > 0 && tokens[zh - 1].range.end == tokens[zh].range.begin && has_dot(zh - 1);
    const bool before = zh + 1 < tokens.size() &&
                        tokens[zh].range.end == tokens[zh + 1].range.begin && has_dot(zh + 1);
    return has_dot(zh) || after || before;
  }

  /// The one Chinese name that everybody knows and the English text has no rendering of.
  std::optional<std::size_t> only_unrendered_name() const {
    std::optional<std::size_t> found;
    for (std::size_t zh = 0; zh < chinese().tokens.size(); ++zh) {
      const std::string& word = chinese().tokens[zh].text;
      if (!words::is_proper_name(sides_.lexicon_data, word) || !is_telling(word) || is_part(zh) ||
          is_rendered(zh)) {
        continue;
      }
      if (found) return std::nullopt;
      found = zh;
    }
    return found;
  }

  /// Whether a name is one that everybody knows, or long enough to be no ordinary word.
  bool is_telling(const std::string& word) const {
    constexpr std::size_t kLong = 9;  // bytes: three characters
    return is_whole_name(word) || word.size() >= kLong;
  }

  /// Whether one of a name's known renderings stands in the English text.
  bool is_rendered(std::size_t zh) const {
    const std::string& word = chinese().tokens[zh].text;
    const auto places = places_of_chinese(word);
    for (std::size_t en = 0; en < english().tokens.size(); ++en) {
      const std::string& text = english().tokens[en].text;
      const bool of_place = std::ranges::any_of(places, [&](const Place* place) {
        return std::ranges::find(place->english, text) != place->english.end();
      });
      if (of_place) return true;
      if (english().classes[en] != WordClass::word) continue;
      if (sides_.renders(word, en)) return true;
      // British, of 英国人, for 英国.
      if (!text::is_ascii_upper(english().tokens[en].text.front())) continue;
      const KnownName known = known_name(en);
      const bool of_it = std::ranges::any_of(
          known.renderings, [&](const std::string& other) { return other.starts_with(word); });
      if (of_it) return true;
    }
    return false;
  }

  void tell_name(std::optional<std::size_t> zh, std::size_t en, std::string_view how,
                 bool well_known) {
    constexpr double kLikely = 0.8;
    const auto range = zh ? std::optional(chinese().tokens[*zh].range) : std::nullopt;
    const bool known = zh && is_well_known(chinese().tokens[*zh].text);
    found_.push_back(
        {VariationKind::name,
         kLikely,
         range,
         english().tokens[en].range,
         {{how, 1}, {"well_known", well_known ? 1.0 : 0.0}, {"for_known", known ? 1.0 : 0.0}}});
  }

  const RenderingSides& sides_;
  std::vector<RenderingDifference> found_;
};

}  // namespace

std::vector<RenderingDifference> name_differences(const RenderingSides& sides) {
  return Names(sides).run();
}

}  // namespace duizhao::compare
