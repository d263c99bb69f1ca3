// Each kind is told only where both sides were read: a number faces a number that nothing else on
// its side explains, a denied word is linked with one in a clause without any denial, a name
// without a counterpart faces one.
#include "compare/rendering.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <string_view>

#include "compare/clauses.hpp"
#include "duizhao/mentions/quantities.hpp"
#include "lexicon/gloss_columns.hpp"
#include "mentions/approximation.hpp"
#include "text/ascii.hpp"
#include "text/embedded.hpp"
#include "text/fold.hpp"
#include "text/scripts.hpp"
#include "text/split.hpp"
#include "words/denials.hpp"
#include "words/facts_pool.hpp"
#include "words/links.hpp"
#include "words/pair_features.hpp"
#include "words/word_class.hpp"

namespace duizhao::compare {
namespace {

using words::WordClass;

constexpr double kLinked = 0.4;  // from here on a word is said to be rendered

/// One side of the pair.
struct Text {
  const std::string& text;
  const std::vector<WordToken>& tokens;
  std::vector<WordClass> classes;
  std::vector<std::vector<std::pair<std::size_t, double>>> links;  // by token

  double best(std::size_t token) const {
    double most = 0;
    for (const auto& [other, probability] : links[token]) most = std::max(most, probability);
    return most;
  }

  /// The tokens of a token's clause, [first, end).
  std::pair<std::size_t, std::size_t> clause(std::size_t token) const {
    std::size_t first = token;
    while (first > 0 && !ends_clause(tokens[first - 1].text)) --first;
    std::size_t end = token;
    while (end < tokens.size() && !ends_clause(tokens[end].text)) ++end;
    return {first, end};
  }
};

/// Whether a Chinese word denies, and nothing else: 不, 没有, 从未; not 不同, not 特别.
bool denies_in_chinese(std::string_view word) {
  return words::is_plain_denial(word) && !words::is_affirmative(word);
}

class Finder {
 public:
  Finder(const LinkedPair& pair, const Lexicon& lexicon, const lexicon::GlossColumns& columns,
         const QuantityFinder& finder, words::Facts& facts)
      : lexicon_(lexicon),
        columns_(columns),
        finder_(finder),
        facts_(facts),
        chinese_{pair.chinese, pair.chinese_source ? pair.words.source : pair.words.target, {}, {}},
        english_{
            pair.english, pair.chinese_source ? pair.words.target : pair.words.source, {}, {}} {
    if (!lexicon.empty()) stemmer_ = lexicon::Stemmer::for_language("en", lexicon.tables());
    for (Text* side : {&chinese_, &english_}) {
      side->links.resize(side->tokens.size());
      for (const WordToken& token : side->tokens) {
        side->classes.push_back(words::class_of(token.text, side == &chinese_));
      }
    }
    for (const WordLink& link : pair.words.links) {
      const std::size_t zh = pair.chinese_source ? link.source : link.target;
      const std::size_t en = pair.chinese_source ? link.target : link.source;
      chinese_.links[zh].emplace_back(en, link.probability);
      english_.links[en].emplace_back(zh, link.probability);
    }
  }

  std::vector<RenderingDifference> run() {
    compare_clocks();
    compare_numbers();
    compare_denials();
    compare_names();
    return std::move(found_);
  }

 private:
  static bool same_value(const Quantity& left, const Quantity& right) {
    const bool ranges = left.low != left.high && right.low != right.high;
    if (ranges && (left.low != right.low || left.high != right.high)) return false;
    return agree(left, right);
  }

  /// A time of day, the hour of twelve.
  struct Clock {
    ByteRange range;
    int hour;
    int minute;
  };

  static std::vector<Clock> clocks_in(std::string_view text) {
    std::vector<Clock> clocks;
    const auto figure = [&](std::size_t at) {
      return at < text.size() && text::is_ascii_digit(text[at]);
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (!figure(at) || (at > 0 && (figure(at - 1) || text[at - 1] == ':'))) continue;
      std::size_t end = at;
      int hour = 0;
      while (figure(end)) hour = 10 * hour + (text[end++] - '0');
      constexpr std::string_view kWide = "：";
      const std::string_view behind = text.substr(end);
      const std::size_t mark = behind.starts_with(':')     ? 1
                               : behind.starts_with(kWide) ? kWide.size()
                               : behind.starts_with('.')   ? 1
                                                           : 0;
      const std::size_t minutes = end + mark;
      const std::size_t last = minutes + 2;
      if (mark == 0 || hour > 24 || !figure(minutes) || !figure(minutes + 1) || figure(last))
        continue;
      const std::string_view half = text.substr(std::min(last, text.size()), 2);
      if (behind.starts_with('.') && half != "am" && half != "pm") continue;
      const int minute = 10 * (text[minutes] - '0') + (text[minutes + 1] - '0');
      clocks.push_back({{at, last}, hour % 12, minute});
      at = last;
    }
    return clocks;
  }

  /// The one time of day that each text has.
  void compare_clocks() {
    constexpr double kSure = 0.95;
    const auto chinese = clocks_in(chinese_.text);
    const auto english = clocks_in(english_.text);
    if (chinese.size() != 1 || english.size() != 1) return;
    if (chinese[0].hour == english[0].hour && chinese[0].minute == english[0].minute) return;
    found_.push_back({VariationKind::number, kSure, chinese[0].range, english[0].range});
  }

  /// Whether a number is a part of 7:55 or 7.55am.
  static bool is_of_a_clock(std::string_view text, const Quantity& quantity) {
    const std::string_view behind = text.substr(quantity.range.end);
    const std::string_view before = text.substr(0, quantity.range.begin);
    return behind.starts_with(':') || before.ends_with(':') || behind.starts_with("：") ||
           before.ends_with("：") || behind.starts_with("am") || behind.starts_with("pm");
  }

  /// Those of one side that none of the other side agrees with.
  static std::vector<Quantity> unmatched(const std::vector<Quantity>& own,
                                         const std::vector<Quantity>& others) {
    std::vector<Quantity> rest;
    for (const Quantity& each : own) {
      const bool met = std::ranges::any_of(
          others, [&](const Quantity& other) { return same_value(each, other); });
      if (!met) rest.push_back(each);
    }
    return rest;
  }

  static bool is_date(QuantityKind kind) {
    return kind == QuantityKind::month || kind == QuantityKind::date ||
           kind == QuantityKind::year || kind == QuantityKind::decade;
  }

  /// Whether a quantity's words are linked with those of one on the other side.
  bool are_linked(const Quantity& chinese, const Quantity& english) const {
    for (std::size_t zh = 0; zh < chinese_.tokens.size(); ++zh) {
      if (!chinese_.tokens[zh].range.overlaps(chinese.range)) continue;
      for (const auto& [en, probability] : chinese_.links[zh]) {
        if (english_.tokens[en].range.overlaps(english.range)) return true;
      }
    }
    return false;
  }

  void compare_numbers() {
    const auto chinese = finder_.find(chinese_.text, "zh");
    const auto english = finder_.find(english_.text, "en");
    auto rest = unmatched(chinese, english);
    std::erase_if(rest, [&](const Quantity& each) { return is_of_a_clock(chinese_.text, each); });
    for (const Quantity& own : unmatched(english, chinese)) {
      const std::string_view words =
          std::string_view(english_.text).substr(own.range.begin, own.range.size());
      // 220 2/3 is read in parts.
      if (words.find('/') != std::string_view::npos || is_of_a_clock(english_.text, own)) continue;
      // What a word counts (a couple, once) may be put in other words; thirty may not.
      constexpr double kSmall = 12;
      const bool in_figures = words.find_first_of("0123456789") != std::string_view::npos;
      const bool exact = own.low == own.high && own.low > kSmall;
      if (!in_figures && !exact) continue;
      for (const Quantity& other : rest) {
        const bool comparable =
            own.kind == other.kind || (!is_date(own.kind) && !is_date(other.kind)) ||
            own.kind == QuantityKind::number || other.kind == QuantityKind::number;
        const bool linked = are_linked(other, own);
        const bool only = in_figures && rest.size() == 1 && own.kind == other.kind;
        if (!comparable || !(linked || only)) continue;
        constexpr double kSure = 0.95, kLikely = 0.85;
        found_.push_back({VariationKind::number, linked ? kSure : kLikely, other.range, own.range});
        break;
      }
    }
  }

  bool denies_in_english(std::size_t token) const {
    const std::string word = text::fold_case(english_.tokens[token].text);
    return english_.classes[token] == WordClass::negation || words::hides_english_denial(word) ||
           word.starts_with("non-") ||
           (stemmer_ && words::denied_base(word, *lexicon_.tables(), *stemmer_));
  }

  /// The next word with content in the clause of a token that has a counterpart, among two.
  static std::optional<std::size_t> denied_by(const Text& side, std::size_t denial) {
    constexpr std::size_t kWords = 2;
    std::size_t seen = 0;
    for (std::size_t token = denial + 1; token < side.tokens.size() && seen < kWords; ++token) {
      const bool ends =
          ends_clause(side.tokens[token].text) || side.classes[token] == WordClass::conjunction;
      if (ends) break;
      if (!words::is_content(side.classes[token])) continue;
      if (counterpart(side, token)) return token;
      ++seen;
    }
    return std::nullopt;
  }

  /// The surest counterpart of a token.
  static std::optional<std::pair<std::size_t, double>> counterpart(const Text& side,
                                                                   std::size_t token) {
    std::optional<std::pair<std::size_t, double>> best;
    for (const auto& link : side.links[token]) {
      if (link.second >= kLinked && (!best || link.second > best->second)) best = link;
    }
    return best;
  }

  ByteRange stretch(const Text& side, std::size_t one, std::size_t two) const {
    const auto [first, last] = std::minmax({one, two});
    return {side.tokens[first].range.begin, side.tokens[last].range.end};
  }

  void compare_denials() {
    states_only_ = true;
    for (std::size_t en = 0; en < english_.tokens.size(); ++en) {
      states_only_ = states_only_ && !denies_in_english(en);
    }
    for (std::size_t zh = 0; zh < chinese_.tokens.size(); ++zh) {
      if (denies_in_chinese(chinese_.tokens[zh].text)) tell_lost_denial(zh);
    }
    for (std::size_t en = 0; en < english_.tokens.size(); ++en) {
      if (english_.classes[en] == WordClass::negation) tell_added_denial(en);
    }
  }

  /// Whether a word that denies may do so for a denial of the other text: it renders nothing else.
  bool is_free(std::size_t en) const {
    constexpr double kTaken = 0.9;
    return std::ranges::none_of(english_.links[en], [&](const auto& link) {
      return link.second >= kTaken &&
             !words::has_denying_character(chinese_.tokens[link.first].text);
    });
  }

  /// A Chinese denial whose word the English text states.
  void tell_lost_denial(std::size_t zh) {
    const auto [first, end] = chinese_.clause(zh);
    for (std::size_t k = first; k < end; ++k) {
      if (k != zh && denies_in_chinese(chinese_.tokens[k].text)) return;  // denied twice
    }
    const std::string& text = chinese_.tokens[zh].text;
    const bool whole = chinese_.classes[zh] == WordClass::negation ||
                       words::is_whole_denial(text) || text.size() <= 3;
    const auto denied = whole ? denied_by(chinese_, zh) : std::optional(zh);
    if (!denied || !counterpart(chinese_, *denied)) {
      tell_denial_of_a_stating_text(zh);
      return;
    }
    const auto word = counterpart(chinese_, *denied);
    if (!word || !words::is_content(english_.classes[word->first])) return;
    for (const auto& [en, probability] : chinese_.links[zh]) {
      if (denies_in_english(en)) return;
    }
    if (!whole && renders(chinese_.tokens[zh].text, word->first)) return;  // 未遂 is attempted
    constexpr std::size_t kNear = 6;                                       // words
    const auto [from, to] = english_.clause(word->first);
    const std::size_t begin = std::max(from, word->first > kNear ? word->first - kNear : 0);
    for (std::size_t en = begin; en < std::min(to, word->first + kNear + 1); ++en) {
      if (denies_in_english(en) && is_free(en)) return;
    }
    found_.push_back({VariationKind::negation, word->second, stretch(chinese_, zh, *denied),
                      english_.tokens[word->first].range});
  }

  /// A Chinese denial whose word has no counterpart, in the midst of what is rendered by a text
  /// that denies nothing.
  void tell_denial_of_a_stating_text(std::size_t zh) {
    constexpr double kLikely = 0.8;
    const auto [first, end] = chinese_.clause(zh);
    bool before = false, behind = false;
    for (std::size_t k = first; k < end; ++k) {
      if (k == zh || !words::is_content(chinese_.classes[k]) || !counterpart(chinese_, k)) continue;
      (k < zh ? before : behind) = true;
    }
    if (!states_only_ || !(before && behind)) return;
    found_.push_back({VariationKind::negation, kLikely, chinese_.tokens[zh].range, std::nullopt});
  }

  /// An English denial whose word the Chinese text states.
  void tell_added_denial(std::size_t en) {
    for (const auto& [zh, probability] : english_.links[en]) {
      if (words::has_denying_character(chinese_.tokens[zh].text)) return;
    }
    const auto denied = denied_by(english_, en);
    if (!denied) return;
    const auto word = counterpart(english_, *denied);
    if (!word) return;
    const auto [from, to] = chinese_.clause(word->first);
    std::string clause;
    for (std::size_t zh = from; zh < to; ++zh) clause += chinese_.tokens[zh].text;
    if (words::has_denying_character(clause) || words::hides_chinese_denial(clause)) return;
    found_.push_back({VariationKind::negation, word->second, chinese_.tokens[word->first].range,
                      stretch(english_, en, *denied)});
  }

  /// Whether the lexicon has an English word of the text among the renderings of a Chinese one.
  bool renders(const std::string& chinese, std::size_t en) const {
    if (!stemmer_) return false;
    constexpr std::size_t kMost = 12;
    const std::string stem = stemmer_->stem(text::fold_case(english_.tokens[en].text));
    return std::ranges::any_of(lexicon_.english_for(chinese, kMost), [&](const Translation& each) {
      return stemmer_->stem(each.word) == stem;
    });
  }

  void compare_names() {
    if (!stemmer_) return;
    for (std::size_t en = 0; en < english_.tokens.size(); ++en) {
      if (english_.classes[en] != WordClass::word ||
          !text::is_ascii_upper(english_.tokens[en].text.front()) ||
          words::month(text::fold_case(english_.tokens[en].text)) ||
          chinese_.text.find(english_.tokens[en].text) != std::string::npos) {
        continue;
      }
      const KnownName known = known_name(en);
      if (known.names.empty() || stands_in_chinese(en, known)) continue;
      // It stands where the other text has a name that is not its own, or a word that nobody knows.
      // So does a name that everybody knows, wherever it should stand.
      constexpr double kLikely = 0.8;
      if (const auto strange = strange_counterpart(en)) {
        tell_name(strange, en, kLikely);
      } else if (const auto other = only_unrendered_name()) {
        tell_name(other, en, kLikely);
      } else if (std::ranges::any_of(known.names,
                                     [&](const auto& name) { return is_well_known(name); })) {
        tell_name(std::nullopt, en, kLikely);
      }
    }
  }

  bool is_well_known(const std::string& chinese) const {
    constexpr std::size_t kKnown = 300;  // times in 60 million words
    return lexicon_.frequency(chinese) >= kKnown;
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
    constexpr std::size_t kHan = 3;  // bytes
    KnownName known;
    const std::string& word = english_.tokens[en].text;
    const auto stem = lexicon_.tables()->stem(stemmer_->stem(text::fold_case(word)));
    if (!stem) return known;
    double as_name = 0, otherwise = 0;
    float most = 0;
    std::size_t count = 0;
    for (const lexicon::GlossColumns::Entry& entry : columns_.column(*stem)) {
      if (entry.probability < kRendering) continue;
      std::string headword = lexicon_.tables()->headword_text(entry.headword);
      const bool name = words::is_proper_name(lexicon_, headword);
      (name ? as_name : otherwise) += entry.probability;
      count += name;
      if (name && headword.size() > kHan) {
        most = std::max(most, entry.probability);
        if (entry.probability >= kChiefly) known.names.push_back(headword);
      }
      known.renderings.push_back(std::move(headword));
    }
    const bool in_sentence = en > 0 && text::has_word(english_.tokens[en - 1].text);
    const bool is_name =
        as_name >= (in_sentence ? kOften : 2) * otherwise && (count <= kMany || most >= kAlone);
    if (!is_name) known.names.clear();
    return known;
  }

  /// Whether one of a name's renderings stands in the Chinese text, or a character that one is cut
  /// short to, linked with it: 美, 中美.
  bool stands_in_chinese(std::size_t en, const KnownName& known) const {
    constexpr std::size_t kHan = 3;  // bytes
    const auto stands = [&](const std::string& word) {
      return word.size() > kHan && chinese_.text.find(word) != std::string::npos;
    };
    const auto is_short_for = [&](const std::string& name) {
      return std::ranges::any_of(english_.links[en], [&](const auto& link) {
        const std::string& word = chinese_.tokens[link.first].text;
        const bool abbreviates =
            word.size() == kHan || (word.size() == 2 * kHan && !lexicon_.contains(word));
        return abbreviates && word.find(name.substr(0, kHan)) != std::string::npos;
      });
    };
    return std::ranges::any_of(known.renderings, stands) ||
           std::ranges::any_of(known.names, is_short_for);
  }

  /// What a name is linked with at all, if that is another name.
  std::optional<std::size_t> strange_counterpart(std::size_t en) {
    std::optional<std::size_t> found;
    double most = 0;
    for (const auto& [zh, probability] : english_.links[en]) {
      if (probability <= most) continue;
      most = probability;
      found = is_strange(zh, en) ? std::optional(zh) : std::nullopt;
    }
    return found;
  }

  /// Whether a Chinese word is a name, or one that nobody knows, and does not sound like an English
  /// one.
  bool is_strange(std::size_t zh, std::size_t en) {
    constexpr std::size_t kHan = 3;      // bytes
    constexpr std::size_t kLongest = 5;  // characters; more are not cut right
    constexpr float kAlike = 0.5F;
    const std::string& word = chinese_.tokens[zh].text;
    if (word.size() <= kHan || word.size() > kLongest * kHan ||
        chinese_.classes[zh] != WordClass::word ||
        (lexicon_.contains(word) && !words::is_proper_name(lexicon_, word)) || is_part(zh) ||
        renders(word, en)) {
      return false;
    }
    const auto& own = facts_.chinese(words::normal_form(word, lexicon_.tables()));
    const auto& other = facts_.english(words::normal_form(english_.tokens[en].text, nullptr));
    return words::sound_likeness(own, other) < kAlike;
  }

  /// Whether a word is a part of a longer name: 强尼·英格力.
  bool is_part(std::size_t zh) const {
    constexpr std::string_view kDot = "·";
    const std::string_view text = chinese_.text;
    const ByteRange range = chinese_.tokens[zh].range;
    return chinese_.tokens[zh].text.find(kDot) != std::string::npos ||
           text.substr(range.end).starts_with(kDot) || text.substr(0, range.begin).ends_with(kDot);
  }

  /// The one Chinese name that everybody knows and the English text has no rendering of.
  std::optional<std::size_t> only_unrendered_name() const {
    std::optional<std::size_t> found;
    for (std::size_t zh = 0; zh < chinese_.tokens.size(); ++zh) {
      const std::string& word = chinese_.tokens[zh].text;
      if (!words::is_proper_name(lexicon_, word) || !is_well_known(word) || is_part(zh) ||
          is_rendered(zh)) {
        continue;
      }
      if (found) return std::nullopt;
      found = zh;
    }
    return found;
  }

  /// Whether one of a name's known renderings stands in the English text.
  bool is_rendered(std::size_t zh) const {
    for (std::size_t en = 0; en < english_.tokens.size(); ++en) {
      if (english_.classes[en] == WordClass::word && renders(chinese_.tokens[zh].text, en)) {
        return true;
      }
    }
    return false;
  }

  void tell_name(std::optional<std::size_t> zh, std::size_t en, double probability) {
    const auto range = zh ? std::optional(chinese_.tokens[*zh].range) : std::nullopt;
    found_.push_back({VariationKind::name, probability, range, english_.tokens[en].range});
  }

  const Lexicon& lexicon_;
  const lexicon::GlossColumns& columns_;
  const QuantityFinder& finder_;
  std::unique_ptr<lexicon::Stemmer> stemmer_;  // null without a lexicon
  words::Facts& facts_;
  Text chinese_;
  Text english_;
  bool states_only_ = false;  // the English text has no word that denies
  std::vector<RenderingDifference> found_;
};

}  // namespace

struct RenderingComparer::State {
  explicit State(const Lexicon& given)
      : lexicon(given), columns(given.tables()), pool(given.tables(), "en") {}

  Lexicon lexicon;
  lexicon::GlossColumns columns;
  QuantityFinder finder;
  mutable words::FactsPool pool;  // locks itself
};

RenderingComparer::RenderingComparer(const Lexicon& lexicon)
    : state_(std::make_unique<const State>(lexicon)) {}
RenderingComparer::~RenderingComparer() = default;

std::vector<RenderingDifference> RenderingComparer::compare(const LinkedPair& pair) const {
  auto facts = state_->pool.take();
  auto found = Finder(pair, state_->lexicon, state_->columns, state_->finder, *facts).run();
  state_->pool.give_back(std::move(facts));
  return found;
}

}  // namespace duizhao::compare
