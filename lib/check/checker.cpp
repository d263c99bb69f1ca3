#include "duizhao/check/checker.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "check/engine/rule.hpp"
#include "check/evidence/renderings.hpp"
#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"

namespace duizhao {
namespace {

/// Throws if two alignments do not have the same source.
void check_sources(const std::vector<Alignment>& translations) {
  for (const Alignment& each : translations) {
    const SegmentedDocument& first = translations.front().source();
    const SegmentedDocument& other = each.source();
    const bool same =
        first.document().bytes() == other.document().bytes() && first.size() == other.size();
    if (same) continue;
    throw Error(ErrorCode::content, {other.document().name(), {}, {}},
                fmt::format(fmt::runtime(translate("expected the sentences of {} as the source")),
                            first.document().name()));
  }
}

}  // namespace

void require_known(const std::map<std::string, double>& settings) {
  std::vector<std::string> names;
  for (const RuleDescription& rule : rules()) {
    for (const RuleOption& option : rule.options) {
      names.push_back(fmt::format("{}.{}", rule.name, option.name));
    }
  }
  for (const auto& [name, value] : settings) {
    if (std::ranges::find(names, name) != names.end()) continue;
    throw Error(ErrorCode::content, {},
                fmt::format(fmt::runtime(translate("no rule has the option {}; there are {}")),
                            name, fmt::join(names, ", ")));
  }
}

struct Checker::State {
  check::Tools tools;
  CheckOptions options;

  check::Context context(const std::vector<Alignment>& translations) const {
    check_sources(translations);
    check::Context context{{}, tools, options};
    for (const Alignment& alignment : translations)
      context.translations.emplace_back(alignment, tools);
    return context;
  }
};

Checker::Checker(Lexicon lexicon, CheckOptions options) {
  require_known(options.settings);
  state_.reset(new State{check::Tools(lexicon), std::move(options)});
}

Checker::~Checker() = default;
Checker::Checker(Checker&&) noexcept = default;
Checker& Checker::operator=(Checker&&) noexcept = default;

std::vector<Finding> Checker::check(const Alignment& alignment) const {
  return check(std::vector{alignment});
}

std::vector<Finding> Checker::check(const std::vector<Alignment>& translations) const {
  const check::Context context = state_->context(translations);
  std::vector<Finding> findings;
  check::Reporter reporter(context, findings);
  std::size_t done = 0;
  for (const check::Rule& rule : check::all_rules()) {
    if (state_->options.rules.contains(rule.description.name)) {
      reporter.begin(rule.description);
      rule.check(context, reporter);
    }
    if (state_->options.progress) state_->options.progress(++done, check::all_rules().size());
  }
  reporter.compare_translations();
  check::sort(findings);
  return findings;
}

std::vector<Term> Checker::find_terms(const std::vector<Alignment>& translations) const {
  const check::Context context = state_->context(translations);
  std::vector<Term> terms;
  for (const check::TermUse& use : check::find_terms(context)) {
    std::map<std::string, std::size_t> renderings;
    for (const check::Occurrence& each : use.occurrences) {
      if (each.usual) ++renderings[each.text];
    }
    const auto usual = std::ranges::max_element(
        renderings, {}, [](const auto& rendering) { return rendering.second; });
    const check::Spot& first = use.occurrences.front().term;
    const auto place = check::place_of(context, first);
    terms.push_back({use.text, usual->first, {place.document, place.line, place.range.begin}});
  }
  return terms;
}

}  // namespace duizhao
