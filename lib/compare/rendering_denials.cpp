// Denials that one text has and its rendering lacks: the denied word is linked with one in a clause
// without any denial.
#include <algorithm>
#include <string_view>

#include "compare/clauses.hpp"
#include "compare/rendering_sides.hpp"
#include "text/fold.hpp"
#include "words/denials.hpp"

namespace duizhao::compare {
namespace {

using words::WordClass;

// Of 32 denials taken out of quotes from news 23 are told, of 150 true quotes 7 wrongly.
constexpr double kLikely = 0.8;

constexpr std::size_t kHan = 3;  // bytes of a Chinese character

class Denials {
 public:
  explicit Denials(const RenderingSides& sides) : sides_(sides) {}

  std::vector<RenderingDifference> run() {
    compare_denials();
    return std::move(found_);
  }

 private:
  const RenderingSide& chinese() const { return sides_.chinese; }
  const RenderingSide& english() const { return sides_.english; }

  bool denies_in_english(std::size_t token) const {
    const std::string word = text::fold_case(english().tokens[token].text);
    return english().classes[token] == WordClass::negation || words::hides_english_denial(word) ||
           word.starts_with("non-") ||
           (sides_.stemmer &&
            words::denied_base(word, *sides_.lexicon_data.tables(), *sides_.stemmer));
  }

  /// The next word with content in the clause of a token that has a counterpart with content, among
  /// two.
  static std::optional<std::size_t> denied_by(const RenderingSide& side, const RenderingSide& other,
                                              std::size_t denial) {
    constexpr std::size_t kWords = 2;
    std::size_t seen = 0;
    for (std::size_t token = denial + 1; token < side.tokens.size() && seen < kWords; ++token) {
      const bool ends =
          ends_clause(side.tokens[token].text) || side.classes[token] == WordClass::conjunction;
      if (ends) break;
      if (!words::is_content(side.classes[token])) continue;
      const auto word = counterpart(side, token);
      if (word && words::is_content(other.classes[word->first])) return token;
      ++seen;
    }
    return std::nullopt;
  }

  ByteRange stretch(const RenderingSide& side, std::size_t one, std::size_t two) const {
    const auto [first, last] = std::minmax({one, two});
    return {side.tokens[first].range.begin, side.tokens[last].range.end};
  }

  void compare_denials() {
    denied_ = count(chinese());
    denying_ = count(english());
    for (std::size_t zh = 0; zh < chinese().tokens.size(); ++zh) {
      if (words::denies_in_chinese(chinese().tokens[zh].text) && !asks(zh) && !is_potential(zh))
        tell_lost_denial(zh);
    }
    const auto phrases = words::set_phrases(english().text);  // not only
    for (std::size_t en = 0; en < english().tokens.size(); ++en) {
      const bool in_phrase = std::ranges::any_of(
          phrases, [&](ByteRange phrase) { return phrase.overlaps(english().tokens[en].range); });
      if (english().classes[en] == WordClass::negation && !in_phrase) tell_added_denial(en);
    }
  }

  /// Whether a denial stands between a verb and its complement: 逃不掉, which is inevitable as well
  /// as cannot be escaped.
  bool is_potential(std::size_t zh) const {
    const std::string_view word = chinese().tokens[zh].text;
    const bool beside = zh > 0 && words::is_content(chinese().classes[zh - 1]) &&
                        chinese().tokens[zh - 1].range.end == chinese().tokens[zh].range.begin;
    return beside && word.size() == 2 * kHan && word.starts_with("不") &&
           words::potential_complements().contains(word.substr(kHan));
  }

  /// Whether a denial makes a question of what stands on both sides of it: 能不能, 想不想要.
  bool asks(std::size_t zh) const {
    const std::string_view text = chinese().simplified;
    const std::size_t at = chinese().tokens[zh].range.begin;
    return text.size() == chinese().text.size() && at >= kHan && at + 2 * kHan <= text.size() &&
           text.substr(at - kHan, kHan) == text.substr(at + kHan, kHan);
  }

  /// Whether a word that denies may do so for a denial of the other text: it renders nothing else,
  /// or what stands before the denial (几乎没有 is barely).
  bool is_free(std::size_t en, std::size_t denial) const {
    constexpr double kTaken = 0.9;
    const bool hides = english().classes[en] != WordClass::negation;
    return std::ranges::none_of(english().links[en], [&](const auto& link) {
      const bool beside = hides && link.first + 1 == denial;
      return link.second >= kTaken && !beside &&
             !words::has_denying_character(chinese().tokens[link.first].text);
    });
  }

  /// A Chinese denial whose word the English text states.
  void tell_lost_denial(std::size_t zh) {
    const auto [first, end] = chinese().clause(zh);
    for (std::size_t k = first; k < end; ++k) {
      if (k != zh && words::denies_in_chinese(chinese().tokens[k].text)) return;  // denied twice
    }
    const std::string& text = chinese().tokens[zh].text;
    const bool whole = chinese().classes[zh] == WordClass::negation ||
                       words::is_whole_denial(text) || text.size() <= 3;
    const auto denied = whole ? denied_by(chinese(), english(), zh) : std::optional(zh);
    if (!denied || !counterpart(chinese(), *denied)) {
      tell_denial_of_a_stating_text(zh);
      return;
    }
    const auto word = counterpart(chinese(), *denied);
    if (!word || !words::is_content(english().classes[word->first])) return;
    if (denies_in_english(word->first)) return;  // 没那么 is less
    // 不透明 is opaque.
    const bool beside = chinese().tokens[zh].range.end == chinese().tokens[*denied].range.begin;
    const std::string both = chinese().tokens[zh].text + chinese().tokens[*denied].text;
    if (whole && beside && sides_.renders(both, word->first) &&
        !sides_.renders(chinese().tokens[*denied].text, word->first)) {
      return;
    }
    for (const auto& [en, probability] : chinese().links[zh]) {
      if (denies_in_english(en)) return;
    }
    if (!whole && sides_.renders(chinese().tokens[zh].text, word->first))
      return;                         // 未遂 is attempted
    constexpr std::size_t kNear = 6;  // words
    const auto [from, to] = english().clause(word->first);
    const std::size_t begin = std::max(from, word->first > kNear ? word->first - kNear : 0);
    for (std::size_t en = begin; en < std::min(to, word->first + kNear + 1); ++en) {
      if (denies_in_english(en) && is_free(en, zh)) return;
    }
    tell(stretch(chinese(), zh, *denied), english().tokens[word->first].range, "chinese",
         {{"whole", whole ? 1.0 : 0.0}, {"link", word->second}});
  }

  /// A Chinese denial whose word has no counterpart, in the midst of what is rendered by a text
  /// that denies nothing.
  void tell_denial_of_a_stating_text(std::size_t zh) {
    const auto [first, end] = chinese().clause(zh);
    bool before = false, behind = false;
    for (std::size_t k = first; k < end; ++k) {
      if (k == zh || !words::is_content(chinese().classes[k]) || !counterpart(chinese(), k))
        continue;
      (k < zh ? before : behind) = true;
    }
    if (denying_ > 0 || !(before && behind)) return;
    tell(chinese().tokens[zh].range, std::nullopt, "lone", {});
  }

  /// An English denial whose word the Chinese text states.
  void tell_added_denial(std::size_t en) {
    if (chinese().text.find(english().tokens[en].text) != std::string::npos) return;  // NOT EQUAL
    for (const auto& [zh, probability] : english().links[en]) {
      if (words::has_denying_character(chinese().tokens[zh].text)) return;
    }
    const auto denied = denied_by(english(), chinese(), en);
    if (!denied) return;
    const auto word = counterpart(english(), *denied);
    if (!word) return;
    const auto [from, to] = chinese().clause(word->first);
    std::string clause;
    for (std::size_t zh = from; zh < to; ++zh) clause += chinese().tokens[zh].text;
    if (words::has_denying_character(clause) || words::hides_chinese_denial(clause)) return;
    tell(chinese().tokens[word->first].range, stretch(english(), en, *denied), "english",
         {{"whole", 1}, {"link", word->second}});
  }

  /// The denials of a side.
  double count(const RenderingSide& side) const {
    double all = 0;
    for (std::size_t token = 0; token < side.tokens.size(); ++token) {
      const bool denies = &side == &chinese() ? words::denies_in_chinese(side.tokens[token].text)
                                              : denies_in_english(token);
      if (denies) ++all;
    }
    return all;
  }

  void tell(std::optional<ByteRange> zh, std::optional<ByteRange> en, std::string_view how,
            std::vector<Sign> signs) {
    signs.push_back({how, 1});
    const double more = denied_ - denying_;
    signs.push_back({"more", how == "english" ? -more : more});  // denials on the denying side
    found_.push_back({VariationKind::negation, kLikely, zh, en, std::move(signs)});
  }

  const RenderingSides& sides_;
  double denied_ = 0;   // denials of the Chinese text
  double denying_ = 0;  // of the English one
  std::vector<RenderingDifference> found_;
};

}  // namespace

std::vector<RenderingDifference> denial_differences(const RenderingSides& sides) {
  return Denials(sides).run();
}

}  // namespace duizhao::compare
