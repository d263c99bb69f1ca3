// Terms that must, or must not, be rendered in a certain way.
#include <algorithm>
#include <map>

#include "check/engine/rule.hpp"
#include "check/evidence/term_search.hpp"
#include "duizhao/text/messages.hpp"
#include "text/scripts.hpp"

namespace duizhao::check {
namespace {

/// A term and everything that a glossary says about it.
struct Entry {
  TermSearch::Needle term;
  std::vector<TermSearch::Needle> renderings;
  std::vector<TermSearch::Needle> forbidden;
};

/// Terms of a glossary for one direction, by their words; longest first, so that 大语言模型 is
/// found before 模型.
std::vector<Entry> entries_of(const Context& context, const CheckedTranslation& translation,
                              TermSearch& sources, TermSearch& targets) {
  std::map<std::string, Entry> entries;
  const std::string& source_language = translation.language(&CheckedBead::source);
  for (const Term& term : context.options.glossary) {
    text::ScriptCount scripts;
    scripts.add(term.source.empty() ? term.target : term.source);
    const bool chinese_first = scripts.language() == "zh";
    const bool turned = translation.bilingual() && chinese_first != (source_language == "zh");
    const std::string& source = turned ? term.target : term.source;
    const std::string& target = turned ? term.source : term.target;
    // A forbidden rendering forbids nothing in the other direction.
    if (turned && term.forbidden) continue;
    Entry& entry = entries.try_emplace(source, Entry{sources.needle(source), {}, {}}).first->second;
    (term.forbidden ? entry.forbidden : entry.renderings).push_back(targets.needle(target));
  }
  std::vector<Entry> sorted;
  for (auto& [term, entry] : entries) sorted.push_back(std::move(entry));
  std::ranges::stable_sort(sorted, [](const Entry& left, const Entry& right) {
    return left.term.text.size() > right.term.text.size();
  });
  return sorted;
}

bool covered(ByteRange range, const std::vector<ByteRange>& by) {
  return std::ranges::any_of(by, [&](ByteRange other) { return other.overlaps(range); });
}

void check_pair(const std::vector<Entry>& entries, const TermSearch& sources,
                const TermSearch& targets, const TermSearch::Haystack& source,
                const TermSearch::Haystack& target, std::size_t t, const CheckedBead& pair,
                Reporter& reporter) {
  std::vector<ByteRange> taken;  // of the source, by longer terms
  for (const Entry& entry : entries) {
    auto places = sources.find(entry.term, source);
    std::erase_if(places, [&](ByteRange place) { return covered(place, taken); });
    if (places.empty()) continue;
    taken.insert(taken.end(), places.begin(), places.end());
    std::vector<ByteRange> rendered;
    std::string wanted;
    for (const TermSearch::Needle& rendering : entry.renderings) {
      const auto found = targets.find(rendering, target);
      rendered.insert(rendered.end(), found.begin(), found.end());
      wanted += (wanted.empty() ? "" : " / ") + rendering.text;
    }
    const std::optional<std::string> suggestion =
        wanted.empty() ? std::nullopt : std::optional(wanted);
    bool forbidden = false;
    for (const TermSearch::Needle& needle : entry.forbidden) {
      for (const ByteRange found : targets.find(needle, target)) {
        if (covered(found, rendered)) continue;
        forbidden = true;
        reporter.add(t, pair, Message{"forbidden", {pair.target.at(found), entry.term.text}},
                     {places.front(), found, suggestion, {}, {}});
      }
    }
    if (forbidden || !rendered.empty() || entry.renderings.empty()) continue;
    reporter.add(t, pair, Message{"missing", {entry.term.text, wanted}},
                 {places.front(), {}, suggestion, {}, {}});
  }
}

void check(const Context& context, Reporter& reporter) {
  if (context.options.glossary.empty()) return;
  const lexicon::Tables* tables = context.tools.lexicon.tables();
  for (std::size_t t = 0; t < context.translations.size(); ++t) {
    const CheckedTranslation& translation = context.translations[t];
    TermSearch sources(translation.language(&CheckedBead::source), tables);
    TermSearch targets(translation.language(&CheckedBead::target), tables);
    const auto entries = entries_of(context, translation, sources, targets);
    for (const CheckedBead& pair : translation.pairs()) {
      if (pair.source.blank() || pair.target.blank()) continue;
      check_pair(entries, sources, targets, sources.haystack(pair.source.text),
                 targets.haystack(pair.target.text), t, pair, reporter);
    }
  }
}

}  // namespace

Rule glossary_rule() {
  return {
      {"glossary",
       translatable(
           "a term of the glossary that is not rendered as it says, or a forbidden rendering"),
       translatable("Needs `--glossary`. A term of several renderings needs one of them. Inflected "
                    "forms count, as do hyphens and capitals that differ; longer terms go before "
                    "shorter ones inside them, and a term that is part of a longer word does not "
                    "count. A forbidden rendering may stand inside an allowed one."),
       {},
       {{true,
         {"大模型的成本很高。"},
         {"Big models are expensive."},
         translatable("another rendering"),
         "大模型,large model\n"},
        {true,
         {"我们坚持开源。"},
         {"We stick to free software."},
         translatable("forbidden"),
         "开源,open source,free software\n"},
        {false,
         {"大模型的成本很高。"},
         {"Large models are expensive."},
         translatable("inflected"),
         "大模型,large model\n"}},
       {translatable("A pronoun or a shorter form that stands for a term: it is flagged.")},
       {{"missing", translatable("\"{}\" is not rendered as \"{}\"")},
        {"forbidden", translatable("\"{}\" must not stand for \"{}\"")}}},
      check};
}

}  // namespace duizhao::check
