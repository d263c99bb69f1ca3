// Terms that are rendered in more than one way.
#include <algorithm>
#include <span>

#include "check/engine/rule.hpp"
#include "check/evidence/renderings.hpp"
#include "check/evidence/word_search.hpp"
#include "duizhao/text/messages.hpp"
#include "lexicon/likeness.hpp"
#include "text/embedded.hpp"

namespace duizhao::check {
namespace {

/// AGI for artificial general intelligence.
bool is_acronym(const std::vector<std::string>& word, const std::vector<std::string>& words) {
  if (word.size() != 1 || words.size() < 2) return false;
  std::string letters;
  for (const std::string& each : words) letters += each.front();
  return word.front() == letters;
}

bool same_words(const Occurrence& left, const Occurrence& right) {
  const auto inside = [](const Occurrence& one, const Occurrence& other) {
    return std::ranges::all_of(one.words, [&](const std::string& word) {
      return std::ranges::any_of(other.words, [&](const std::string& each) {
        return word == each || lexicon::are_family(word, each);
      });
    });
  };
  return inside(left, right) || inside(right, left) || is_acronym(left.words, right.words) ||
         is_acronym(right.words, left.words);
}

void add(const Context& context, Reporter& reporter, const Occurrence& here, Message message,
         Reporter::Details details) {
  details.source = here.term.range;
  details.target = here.rendering->range;
  reporter.add(here.term.translation,
               context.translations[here.term.translation].pairs()[here.term.pair],
               std::move(message), std::move(details));
}

/// Whether none of the usual words is there, but an English pronoun, which may stand for the term.
bool may_be_pronoun(const Context& context, const Occurrence& here, const TermUse& term) {
  const CheckedTranslation& translation = context.translations[here.term.translation];
  const CheckedBead& pair = translation.pairs()[here.term.pair];
  const bool partly = std::ranges::any_of(here.words, [&](const std::string& word) {
    return std::ranges::find(term.usual_words, word) != term.usual_words.end();
  });
  if (partly || translation.english() != &CheckedBead::target) return false;
  static const auto kPronouns = text::section(text::kPronouns, "english");
  return WordSearch(pair.target.text).any(kPronouns);
}

using Occurrences = std::vector<const Occurrence*>;

/// The renderings of a term that are not its usual one, each with its occurrences.
std::vector<Occurrences> other_renderings(const TermUse& term, const Occurrences& usual) {
  std::vector<Occurrences> others;
  for (const Occurrence& here : term.occurrences) {
    if (here.usual || !here.rendering) continue;
    const auto is_same = [&](const Occurrence* each) { return same_words(*each, here); };
    if (std::ranges::any_of(usual, is_same)) continue;
    const auto known = std::ranges::find_if(
        others, [&](const Occurrences& each) { return is_same(each.front()); });
    if (known == others.end()) {
      others.push_back({&here});
    } else {
      known->push_back(&here);
    }
  }
  return others;
}

void check_terms(const Context& context, Reporter& reporter) {
  const double majority = reporter.option("majority");
  for (const TermUse& term : find_terms(context)) {
    Occurrences usual;
    for (const Occurrence& each : term.occurrences) {
      if (each.usual) usual.push_back(&each);
    }
    const auto all = static_cast<double>(term.occurrences.size());
    const bool clear = static_cast<double>(usual.size()) >= majority * all;
    for (const auto& others : other_renderings(term, usual)) {
      const Occurrence& here = *others.front();
      Reporter::Details details;
      if (clear) details.suggestion = usual.front()->text;
      for (const Occurrence* each : usual) {
        details.evidence.emplace_back(*each->rendering, EvidenceKind::usual_rendering);
      }
      for (const Occurrence* each : std::span(others).subspan(1)) {
        details.evidence.emplace_back(*each->rendering, EvidenceKind::other_form);
      }
      const bool sure = clear && !may_be_pronoun(context, here, term);
      details.signs = {{"sure", sure ? 1.0 : 0.0}};
      add(context, reporter, here,
          Message{
              "varies",
              {term.text, here.text, usual.front()->text, usual.size(), term.occurrences.size()}},
          std::move(details));
    }
  }
}

}  // namespace

Rule term_rule() {
  return {
      {"term",
       translatable("a term of the source that is rendered in different ways"),
       translatable(
           "Terms are Chinese words of two characters and more that are rare in general and not "
           "here. Their usual renderings are the words that recur with them; elsewhere the words "
           "that are linked with them for sure stand for them. Another rendering counts more where "
           "the usual one has a clear majority; it is told once, with the places where it stands "
           "again. Inflected forms, words of one family, longer forms and acronyms are the same "
           "rendering."),
       {{"majority", 0.6,
         translatable("share of the usual rendering from which others count more")}},
       {{true,
         {"护城河很重要。", "我们没有护城河。", "护城河是团队。"},
         {"Moats matter.", "We have no moat.", "The barrier is the team."},
         translatable("one barrier among moats")},
        {false,
         {"护城河很重要。", "我们没有护城河。", "护城河是团队。"},
         {"Moats matter.", "We have no moat.", "The moat is the team."},
         translatable("inflected")}},
       {translatable(
           "Terms of several words that the lexicon does not know; pronouns in place of terms.")},
       {{"varies", translatable("\"{}\" is \"{}\" here, \"{}\" in {} of {} sentences")}}},
      check_terms};
}

}  // namespace duizhao::check
