// Terms that are rendered in more than one way, and renderings that stand for more than one term.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "check/renderings.hpp"
#include "check/rule.hpp"
#include "duizhao/messages.hpp"
#include "variants/likeness.hpp"

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
        return word == each || variants::are_family(word, each);
      });
    });
  };
  return inside(left, right) || inside(right, left) || is_acronym(left.words, right.words) ||
         is_acronym(right.words, left.words);
}

void add(const Material& material, Recorder& recorder, Severity severity, const Occurrence& here,
         std::string message, Recorder::Details details) {
  details.source = here.term.range;
  details.target = here.rendering->range;
  recorder.add(severity, here.term.translation,
               material.translations[here.term.translation].pairs()[here.term.pair],
               std::move(message), std::move(details));
}

void check_terms(const Material& material, Recorder& recorder) {
  const double majority = recorder.option("majority");
  const Linker linker(material);
  for (const TermUse& term : find_terms(material, linker)) {
    std::vector<const Occurrence*> usual;
    for (const Occurrence& each : term.occurrences) {
      if (each.usual) usual.push_back(&each);
    }
    const auto all = static_cast<double>(term.occurrences.size());
    const bool clear = static_cast<double>(usual.size()) >= majority * all;
    for (const Occurrence& here : term.occurrences) {
      if (here.usual || !here.rendering) continue;
      const bool same = std::ranges::any_of(
          usual, [&](const Occurrence* each) { return same_words(*each, here); });
      if (same) continue;
      Recorder::Details details;
      if (clear) details.suggestion = usual.front()->text;
      for (const Occurrence* each : usual) {
        details.evidence.emplace_back(*each->rendering, translate("the usual rendering"));
      }
      add(material, recorder, clear ? Severity::medium : Severity::low, here,
          fmt::format(fmt::runtime(translate("“{}” is “{}” here, “{}” in {} of {} sentences")),
                      term.text, here.text, usual.front()->text, usual.size(),
                      term.occurrences.size()),
          std::move(details));
    }
  }
}

void check_collisions(const Material& material, Recorder& recorder) {
  const Linker linker(material);
  const auto terms = find_terms(material, linker);
  for (std::size_t k = 0; k < terms.size(); ++k) {
    for (std::size_t i = 0; i < k; ++i) {
      if (terms[i].usual_words != terms[k].usual_words) continue;
      // 大模型 and 语言大模型 are one term.
      const bool part = terms[i].text.find(terms[k].text) != std::string::npos ||
                        terms[k].text.find(terms[i].text) != std::string::npos;
      if (part) continue;
      const auto first = std::ranges::find_if(terms[i].occurrences, &Occurrence::usual);
      const auto here = std::ranges::find_if(terms[k].occurrences, &Occurrence::usual);
      Recorder::Details details;
      details.evidence.emplace_back(first->term, translate("the other term"));
      add(material, recorder, Severity::low, *here,
          fmt::format(fmt::runtime(translate("“{}” stands for “{}” and for “{}”")), here->text,
                      terms[i].text, terms[k].text),
          std::move(details));
      break;
    }
  }
}

}  // namespace

Rule term_rule() {
  return {{"term",
           Severity::medium,
           Severity::low,
           "a term of the source that is rendered in different ways",
           "Terms are Chinese words of two characters and more that are rare in general and not "
           "here. Their renderings are found by the lexicon, or, in sentences where it knows none, "
           "among the words that nothing else explains. A rendering that differs from the usual "
           "one is medium where the usual one has a clear majority, else low. Inflected forms, "
           "words of one family, longer forms and acronyms are the same rendering.",
           {{"majority", 0.6, "share of the usual rendering from which others are medium"}},
           {{true,
             {"护城河很重要。", "我们没有护城河。", "护城河是团队。"},
             {"Moats matter.", "We have no moat.", "The barrier is the team."},
             "one barrier among moats"},
            {false,
             {"护城河很重要。", "我们没有护城河。", "护城河是团队。"},
             {"Moats matter.", "We have no moat.", "The moat is the team."},
             "inflected"}},
           {"Terms of several words that the lexicon does not know; pronouns in place of terms."}},
          check_terms};
}

Rule term_collision_rule() {
  return {{"term-collision",
           Severity::low,
           Severity::low,
           "different terms of the source that share one rendering",
           "Terms and renderings are found as for `term`.",
           {},
           {{true,
             {"护城河很重要，护城河要深。", "壁垒很重要，壁垒要高。"},
             {"The moat matters, and the moat must be deep.",
              "The moat matters, and the moat must be high."},
             "one word for two"},
            {false,
             {"护城河很重要，护城河要深。", "壁垒很重要，壁垒要高。"},
             {"The moat matters, and the moat must be deep.",
              "The barrier matters, and the barrier must be high."},
             "two words"}},
           {"Synonyms that the source uses for variety are flagged."}},
          check_collisions};
}

}  // namespace duizhao::check
