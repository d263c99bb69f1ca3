// Statements that became denials, and the other way round.
//
// That one side denies and the other does not says little: translators say the opposite of the
// opposite. It says much where the very word that is denied on one side stands undenied on the
// other: 不支持 and "supports".
#include <algorithm>

#include "check/engine/rule.hpp"
#include "check/evidence/polarity.hpp"
#include "check/evidence/support.hpp"
#include "duizhao/text/messages.hpp"
#include "words/denials.hpp"

namespace duizhao::check {
namespace {

/// Looks at one pair.
class Comparison {
 public:
  Comparison(const CheckedTranslation& translation, const lexicon::Tables* tables,
             Polarity& polarity, const CheckedBead& pair, double strength)
      : translation_(translation),
        tables_(tables),
        polarity_(polarity),
        pair_(pair),
        strength_(strength),
        chinese_(pair.*translation.chinese()),
        english_(pair.*translation.english()),
        links_(translation.links(pair)),
        denied_(Polarity::chinese_denials(chinese_)),
        denying_(Polarity::english_denials(english_)) {}

  void report(std::size_t t, Reporter& reporter) const {
    if (report_prefix(t, reporter)) return;
    if (denied_.size() == denying_.size() || !is_close()) return;
    if (denied_.size() > denying_.size()) {
      for (const Denial& denial : denied_) {
        const auto found = partner(denial, translation_.chinese());
        if (!found || denied_near(*found)) continue;
        add(t, reporter, translation_.chinese(), denial, english_.words[*found].range,
            denying_.empty() ? Severity::high : Severity::medium);
        return;
      }
      if (denying_.empty() && !hides_any()) {
        add(t, reporter, translation_.chinese(), denied_.front(), std::nullopt, Severity::medium);
      }
    } else {
      for (const Denial& denial : denying_) {
        const auto found = partner(denial, translation_.english());
        if (!found || denied_around(*found)) continue;
        if (words::hides_chinese_denial(clause_around(*found))) continue;
        add(t, reporter, translation_.english(), denial, chinese_.words[*found].range,
            denied_.empty() ? Severity::high : Severity::medium);
        return;
      }
      if (denied_.empty() && !words::hides_chinese_denial(chinese_.text)) {
        add(t, reporter, translation_.english(), denying_.front(), std::nullopt, Severity::medium);
      }
    }
  }

 private:
  /// 可信 and unreliable: a word whose prefix denies what the Chinese word says.
  bool report_prefix(std::size_t t, Reporter& reporter) const {
    constexpr double kLittle = 0.1;  // strength of the word as it stands
    for (std::size_t e = 0; e < english_.words.size(); ++e) {
      const auto base = polarity_.denied_stem(english_.at(english_.words[e].range));
      if (!base) continue;
      for (std::size_t c = 0; c < chinese_.words.size(); ++c) {
        const std::string& word = chinese_.words[c].text();
        if (words::rendering_strength(tables_, word, *base) < strength_) continue;
        const bool stands_so = std::ranges::any_of(links_, [&](const words::Link& link) {
          return link.english == e && link.strength >= kLittle;
        });
        if (stands_so || words::hides_chinese_denial(clause_around(c))) continue;
        add(t, reporter, translation_.english(), {e, std::nullopt}, chinese_.words[c].range,
            Severity::high);
        return true;
      }
    }
    return false;
  }

  /// The word of the other side that stands for what is denied, if one surely does.
  std::optional<std::size_t> partner(const Denial& denial, SideOf side) const {
    if (!denial.scope) return std::nullopt;
    const bool chinese = side == translation_.chinese();
    std::optional<std::size_t> best;
    double strength = strength_;
    for (const words::Link& link : links_) {
      const std::size_t here = chinese ? link.chinese : link.english;
      if (here != *denial.scope || link.strength < strength || !is_content_link(link)) continue;
      best = chinese ? link.english : link.chinese;
      strength = link.strength;
    }
    return best;
  }

  bool is_content_link(const words::Link& link) const {
    const words::Word& english = english_.words[link.english];
    return english.tokens().is_content(english.number()) &&
           !is_auxiliary(english_.at(english.range));
  }

  static bool is_auxiliary(std::string_view word) {
    for (const std::string_view each :
         {"be",     "is",   "are",   "was",  "were",  "been", "have",  "has",    "had",
          "do",     "does", "did",   "will", "would", "can",  "could", "may",    "might",
          "should", "must", "there", "it",   "so",    "that", "this",  "we",     "I",
          "you",    "he",   "she",   "they", "very",  "any",  "all",   "not",    "need",
          "want",   "get",  "one",   "go",   "make",  "much", "more",  "people", "time"}) {
      if (word == each) return true;
    }
    return false;
  }

  /// Whether something denies, openly or not, near an English word, in its clause.
  bool denied_near(std::size_t word) const {
    constexpr std::size_t kReach = 7;
    const auto hides = [&](std::size_t w) { return hides_denial(w); };
    const auto plain = [&](std::size_t w) {
      return std::ranges::any_of(denying_, [&](const Denial& each) { return each.word == w; });
    };
    for (std::size_t w = word + 1; w-- > 0 && word - w <= kReach;) {
      if (hides(w) || plain(w)) return true;
      if (w > 0 && ends_clause(w - 1)) break;
    }
    for (std::size_t w = word + 1; w < english_.words.size() && w - word <= 3; ++w) {
      if (ends_clause(w - 1)) break;
      if (hides(w) || plain(w)) return true;
    }
    // A subject that denies governs the whole clause, whatever its length.
    return english_.words.size() > 0 && plain(0);
  }

  bool hides_denial(std::size_t w) const {
    return polarity_.hides_english_denial(english_.at(english_.words[w].range));
  }

  bool hides_any() const {
    for (std::size_t w = 0; w < english_.words.size(); ++w) {
      if (hides_denial(w)) return true;
    }
    return false;
  }

  bool ends_clause(std::size_t w) const {
    const std::size_t begin = english_.words[w].range.end;
    const std::size_t end =
        w + 1 < english_.words.size() ? english_.words[w + 1].range.begin : english_.text.size();
    return begin < end &&
           english_.at({begin, end}).find_first_of(",.;:?!") != std::string_view::npos;
  }

  /// Whether the translation keeps to the words of its source: of a free one they say little.
  bool is_close() const {
    constexpr double kClose = 0.4;  // mean support
    return support_of(translation_, pair_, translation_.chinese()).mean() >= kClose;
  }

  /// The Chinese clause that a word stands in.
  std::string_view clause_around(std::size_t word) const {
    const std::string_view text = chinese_.text;
    std::size_t begin = 0;
    std::size_t end = text.size();
    for (const std::string_view mark : {"，", "。", "；", "？", "！", ",", ";", "：", "?", "!"}) {
      const ByteRange range = chinese_.words[word].range;
      const std::size_t before = text.rfind(mark, range.begin);
      if (before != std::string_view::npos) begin = std::max(begin, before);
      end = std::min(end, text.find(mark, range.end));
    }
    return text.substr(begin, end - begin);
  }

  /// Whether something denies a Chinese word: among the characters before it in its clause.
  bool denied_around(std::size_t word) const {
    return std::ranges::any_of(
        denied_, [&](const Denial& each) { return each.word <= word && word - each.word <= 4; });
  }

  /// Reports a denial of one side, and the words of the other that nothing denies, if they are
  /// known.
  void add(std::size_t t, Reporter& reporter, SideOf side, const Denial& denial,
           std::optional<ByteRange> undenied, Severity severity) const {
    const Side& there = pair_.*side;
    const ByteRange word = there.words[denial.word].range;
    const ByteRange scope = there.words[denial.scope.value_or(denial.word)].range;
    const std::string_view denied = there.at({word.begin, std::max(word.end, scope.end)});
    const bool source = side == &CheckedBead::source;
    Message message{source ? "lost" : "added", {denied}};
    if (undenied) message = {"opposed", {denied, (pair_.*other(side)).at(*undenied)}};
    reporter.add(severity, t, pair_, std::move(message),
                 source ? Reporter::Details{word, undenied, {}, {}}
                        : Reporter::Details{undenied, word, {}, {}});
  }

  const CheckedTranslation& translation_;
  const lexicon::Tables* tables_;
  Polarity& polarity_;
  const CheckedBead& pair_;
  double strength_;
  const Side& chinese_;
  const Side& english_;
  const std::vector<words::Link>& links_;
  std::vector<Denial> denied_;
  std::vector<Denial> denying_;
};

void check(const Context& context, Reporter& reporter) {
  const double strength = reporter.option("strength");
  const lexicon::Tables* tables = context.lexicon.tables();
  Polarity polarity(tables);
  for (std::size_t t = 0; t < context.translations.size(); ++t) {
    const CheckedTranslation& translation = context.translations[t];
    if (!translation.bilingual()) continue;
    for (const CheckedBead& pair : translation.pairs()) {
      if (pair.source.words.empty() || pair.target.words.empty()) continue;
      Comparison(translation, tables, polarity, pair, strength).report(t, reporter);
    }
  }
}

}  // namespace

Rule negation_rule() {
  return {
      {"negation",
       Severity::high,
       Severity::medium,
       translatable("a statement that became a denial, or a denial that became a statement"),
       translatable("Where one side has more words that deny (不, 没有, 未; not, no, never) than "
                    "the other, the word that is denied is looked for on the other side. If it "
                    "stands there undenied, with nothing near it that hides a denial (难以, lack, "
                    "unless, un-, too … to), that is medium, and high where nothing in the "
                    "sentence denies. A不A questions, double negations, idioms and words that only "
                    "look like denials (不过, 非常, not only) do not count."),
       {{"strength", 0.5,
         translatable("how surely the lexicon must link the words that are compared, 0 to 1")}},
       {{true, {"我们不打算融资。"}, {"We plan to raise money."}, translatable("not is lost")},
        {true, {"他会来。"}, {"He will not come."}, translatable("not is added")},
        {false, {"他不得不走。"}, {"He had to leave."}, translatable("twice denied")},
        {false, {"这家店很不错。"}, {"This is a good shop."}, translatable("an opposite")}},
       {translatable("Opposites: 不贵 and expensive are linked, 不贵 and dear are not."),
        translatable("Irony; rhetorical questions.")},
       {{"opposed", translatable("\"{}\" here, \"{}\" there")},
        {"lost", translatable("nothing in the translation denies as \"{}\" does")},
        {"added", translatable("nothing in the source denies as \"{}\" does")}}},
      check};
}

}  // namespace duizhao::check
