// Marks that differ: questions, exclamations, quotation marks, brackets, final marks.
#include <algorithm>
#include <optional>

#include "check/engine/rule.hpp"
#include "duizhao/text/messages.hpp"
#include "text/embedded.hpp"
#include "text/enclosures.hpp"
#include "text/marks.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::check {
namespace {

/// The marks of a side, full and half width alike.
struct Marks {
  std::size_t questions = 0;
  std::size_t exclamations = 0;
  int quotes = 0;       // opening less closing ones; straight ones count by turns
  bool quoted = false;  // there is one
  int brackets = 0;
  bool bracketed = false;
  char32_t final = 0;  // . ? ! … : ; , or 0 for none; closing marks and spaces aside
};

/// The ASCII form of a mark that ends a sentence or a clause; … for ellipses; 0 for others.
char32_t plain_mark(char32_t c) {
  constexpr std::u32string_view kMarks = U".?!:;,";
  const char32_t half = text::half_width(c);
  const char32_t narrow = half != 0 ? half : c;
  if (kMarks.find(narrow) != std::u32string_view::npos) return narrow;
  return text::is_ellipsis(c) || text::is_dash(c) ? U'…' : 0;
}

char32_t final_mark(std::string_view text) {
  for (std::size_t at = text.size(); at > 0;) {
    const auto [code_point, size] = text::decode_before(text, at);
    at -= size;
    const char32_t mark = plain_mark(code_point);
    if (mark == U'.' && text.substr(0, at).ends_with("..")) return U'…';
    if (mark != 0) return mark;
    if (text::is_word(code_point)) return 0;
  }
  return 0;
}

Marks marks_of(std::string_view text) {
  Marks marks;
  marks.final = final_mark(text);
  bool straight_open = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, size] = text::decode(text, at);
    at += size;
    marks.questions += c == U'?' || c == U'？';
    marks.exclamations += c == U'!' || c == U'！';
    const bool opens = c == U'“' || c == U'「' || c == U'『' || c == U'«' || c == U'„';
    const bool closes = c == U'”' || c == U'」' || c == U'』' || c == U'»';
    if (opens || closes || c == U'"' || c == U'＂') {
      marks.quoted = true;
      if (c == U'"' || c == U'＂') {
        marks.quotes += straight_open ? -1 : 1;
        straight_open = !straight_open;
      } else {
        marks.quotes += opens ? 1 : -1;
      }
    }
    const bool left =
        c == U'(' || c == U'（' || c == U'[' || c == U'【' || c == U'［' || c == U'〔';
    const bool right =
        c == U')' || c == U'）' || c == U']' || c == U'】' || c == U'］' || c == U'〕';
    if (left || right) {
      marks.bracketed = true;
      marks.brackets += left ? 1 : -1;
    }
  }
  return marks;
}

/// Whether Chinese text asks in its words, whatever its mark is.
bool asks_in_words(std::string_view chinese) {
  static const auto kWords = text::section(text::kQuestions, "chinese");
  return std::ranges::any_of(
      kWords, [&](std::string_view word) { return chinese.find(word) != std::string_view::npos; });
}

/// How one finding differs from another: its kind, and what makes it count less.
struct Difference {
  std::string_view kind;
  bool milder = false;  ///< the words around it explain it
  bool turned = false;  ///< all marks are there, but one faces the wrong way: “…“
};

/// Whether a text has an even number of double quotation marks.
bool has_turned_mark(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, size] = text::decode(text, at);
    if (c == U'“' || c == U'”' || c == U'"' || c == U'＂') ++count;
    at += size;
  }
  return count > 0 && count % 2 == 0;
}

/// What differs at the ends of sentences: questions, exclamations, final marks.
std::optional<Difference> stop_difference(const CheckedTranslation& translation,
                                          const CheckedBead& pair, const Marks& source,
                                          const Marks& target) {
  const SideOf chinese = translation.chinese();
  const bool words_ask = chinese != nullptr && asks_in_words((pair.*chinese).text);
  if (source.questions > 0 && target.questions == 0) {
    const bool milder = target.exclamations > 0 || (chinese == &CheckedBead::target && words_ask);
    return Difference{"question-lost", milder};
  }
  if (target.questions > 0 && source.questions == 0) {
    const bool milder = words_ask || source.exclamations > 0;
    return Difference{"question-added", milder};
  }
  if ((source.exclamations > 0) != (target.exclamations > 0)) {
    return Difference{source.exclamations > 0 ? "exclamation-lost" : "exclamation-added"};
  }
  if (source.final == U'.' && target.final == 0) return Difference{"final-lost"};
  if (source.final == 0) {
    constexpr std::size_t kHeading = 3;  // words
    const bool sentence = target.final == U'.' && pair.target.words.size() > kHeading;
    return sentence ? std::optional(Difference{"final-added"}) : std::nullopt;
  }
  const bool one_breaks_off = (source.final == U'…') != (target.final == U'…');
  return one_breaks_off && target.final != 0 ? std::optional(Difference{"ellipsis"}) : std::nullopt;
}

/// `quotes_around` is how many more quotation marks the target opens than it closes, compared with
/// the source, where the neighbouring beads do not make up for it.
std::optional<Difference> quotation_difference(const CheckedBead& pair, const Marks& source,
                                               const Marks& target, int quotes_around) {
  const bool unpaired_target = target.quotes != 0 && source.quotes == 0;
  const bool unpaired_source = source.quotes != 0 && target.quotes == 0 && target.quoted;
  if (quotes_around != 0 && (unpaired_target || unpaired_source)) {
    return Difference{unpaired_target ? "quotation-unpaired" : "quotation-unpaired-source", false,
                      has_turned_mark(pair.target.text)};
  }
  const bool lost = source.quoted && !target.quoted && source.quotes == 0 &&
                    pair.target.text.find("‘") == std::string::npos;
  return lost ? std::optional(Difference{"quotation-lost"}) : std::nullopt;
}

std::optional<Difference> bracket_difference(const Marks& source, const Marks& target) {
  if (source.brackets != 0) return std::nullopt;
  if (target.brackets != 0) return Difference{"bracket-unpaired"};
  const bool lost = source.bracketed && !target.bracketed;
  return lost ? std::optional(Difference{"bracket-lost"}) : std::nullopt;
}

void check(const Context& context, Reporter& reporter) {
  for (std::size_t t = 0; t < context.translations.size(); ++t) {
    const CheckedTranslation& translation = context.translations[t];
    const std::vector<CheckedBead>& pairs = translation.pairs();
    std::vector<Marks> sources;
    std::vector<Marks> targets;
    for (const CheckedBead& pair : pairs) {
      sources.push_back(marks_of(pair.source.text));
      targets.push_back(marks_of(pair.target.text));
    }
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      if (pairs[i].source.blank() || pairs[i].target.blank()) continue;
      // A quotation may end in another bead on one side than on the other.
      const auto more = [&](std::size_t k) { return targets[k].quotes - sources[k].quotes; };
      int around = more(i);
      if (i > 0 && more(i - 1) == -more(i)) around = 0;
      if (i + 1 < pairs.size() && more(i + 1) == -more(i)) around = 0;
      for (const auto& difference : {stop_difference(translation, pairs[i], sources[i], targets[i]),
                                     quotation_difference(pairs[i], sources[i], targets[i], around),
                                     bracket_difference(sources[i], targets[i])}) {
        if (!difference) continue;
        const double milder = difference->milder ? 1 : 0;
        reporter.add(t, pairs[i], {std::string(difference->kind)},
                     Reporter::Details().with(
                         {{"milder", milder}, {"turned", difference->turned ? 1.0 : 0.0}}));
      }
    }
  }
}

}  // namespace

Rule punctuation_rule() {
  return {
      {"punctuation",
       translatable(
           "marks that differ: questions, quotation marks, exclamations, brackets, final marks"),
       translatable(
           "Marks of full and half width are the same. A question that the translation "
           "does not ask, or the other way round, counts less where Chinese asks in words "
           "(吗, 什么); a quotation mark without a partner on one side only does not count "
           "where its partner stands in the next bead, and less where it only faces the "
           "wrong way."),
       {},
       {{true, {"你为什么这么做？"}, {"You did it."}, translatable("no question any more")},
        {true,
         {"他说：“先做再说。”"},
         {"He said, “Let us do it first."},
         translatable("no closing mark")},
        {false, {"他问我是谁。"}, {"He asked who I was."}, translatable("an indirect question")},
        {false,
         {"《论语》很好读。"},
         {"The Analects is a pleasant read."},
         translatable("titles")}},
       {translatable("Single quotation marks in English, which apostrophes cannot be told from.")},
       {{"question-lost", translatable("the source asks, the translation does not")},
        {"question-added", translatable("the translation asks, the source does not")},
        {"exclamation-lost", translatable("the source exclaims, the translation does not")},
        {"exclamation-added", translatable("the translation exclaims, the source does not")},
        {"final-lost", translatable("the translation has no final mark")},
        {"final-added", translatable("the source has no final mark, the translation has one")},
        {"ellipsis", translatable("one side breaks off, the other does not")},
        {"quotation-unpaired", translatable("a quotation mark of the translation has no partner")},
        {"quotation-unpaired-source",
         translatable("a quotation mark of the source has no partner, in the translation it has")},
        {"quotation-lost", translatable("the source quotes, the translation does not")},
        {"bracket-unpaired", translatable("a bracket of the translation has no partner")},
        {"bracket-lost", translatable("the source has brackets, the translation has none")}}},
      check};
}

}  // namespace duizhao::check
