// Terms that are rendered in more than one way, and renderings that stand for more than one term.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "check/renderings.hpp"
#include "check/rule.hpp"
#include "duizhao/messages.hpp"

namespace duizhao::check {
namespace {

/// Occurrences that are rendered alike.
struct Group {
  std::vector<const Occurrence*> members;
  std::size_t certain = 0;  // members whose rendering the lexicon knows
};

std::vector<Group> groups_of(const TermUse& term) {
  std::vector<Group> groups;
  for (const Occurrence& occurrence : term.occurrences) {
    if (!occurrence.english) continue;
    auto group = std::ranges::find_if(groups, [&](const Group& each) {
      return same_rendering(*each.members.front(), occurrence);
    });
    if (group == groups.end()) group = groups.insert(groups.end(), Group{});
    group->members.push_back(&occurrence);
    group->certain += !occurrence.guessed;
  }
  std::ranges::stable_sort(groups, [](const Group& left, const Group& right) {
    return left.members.size() > right.members.size();
  });
  return groups;
}

void add(const Material& material, Recorder& recorder, Severity severity, const Occurrence& here,
         std::string message, Recorder::Details details) {
  const Translation& translation = material.translations[here.chinese.translation];
  const bool from_chinese = translation.chinese() == &Pair::source;
  (from_chinese ? details.source : details.target) = here.chinese.range;
  (from_chinese ? details.target : details.source) = here.english->range;
  recorder.add(severity, here.chinese.translation, translation.pairs()[here.chinese.pair],
               std::move(message), std::move(details));
}

void check_terms(const Material& material, Recorder& recorder) {
  const double majority = recorder.option("majority");
  const Linker linker(material);
  for (const TermUse& term : find_terms(material, linker)) {
    const auto groups = groups_of(term);
    if (groups.size() < 2 || groups.front().certain == 0) continue;
    std::size_t all = 0;
    for (const Group& group : groups) all += group.members.size();
    const double share =
        static_cast<double>(groups.front().members.size()) / static_cast<double>(all);
    const Occurrence& usual = *groups.front().members.front();
    for (std::size_t g = 1; g < groups.size(); ++g) {
      for (const Occurrence* here : groups[g].members) {
        const bool sure = share >= majority && groups.front().members.size() > 1;
        Recorder::Details details;
        if (sure) details.suggestion = usual.text;
        for (const Occurrence* each : groups.front().members) {
          details.evidence.emplace_back(*each->english, translate("the usual rendering"));
        }
        add(material, recorder, sure ? Severity::medium : Severity::low, *here,
            fmt::format(
                fmt::runtime(translate("“{}” is “{}” here, elsewhere “{}” ({} of {} times)")),
                term.text, here->text, usual.text, groups.front().members.size(), all),
            std::move(details));
      }
    }
  }
}

void check_collisions(const Material& material, Recorder& recorder) {
  const Linker linker(material);
  const auto terms = find_terms(material, linker);
  std::map<std::vector<std::string>, std::vector<std::pair<const TermUse*, const Occurrence*>>> by;
  for (const TermUse& term : terms) {
    std::set<std::vector<std::string>> seen;
    for (const Occurrence& occurrence : term.occurrences) {
      if (!occurrence.english || occurrence.guessed) continue;
      if (!seen.insert(occurrence.stems).second) continue;
      by[occurrence.stems].emplace_back(&term, &occurrence);
    }
  }
  for (const auto& [stems, uses] : by) {
    for (std::size_t k = 1; k < uses.size(); ++k) {
      const auto& [first, there] = uses.front();
      const auto& [term, here] = uses[k];
      Recorder::Details details;
      details.evidence.emplace_back(there->chinese, translate("the other term"));
      add(material, recorder, Severity::low, *here,
          fmt::format(fmt::runtime(translate("“{}” stands for “{}” and for “{}”")), here->text,
                      first->text, term->text),
          std::move(details));
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
