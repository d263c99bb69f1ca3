#include "duizhao/checker.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "check/rule.hpp"
#include "duizhao/error.hpp"
#include "duizhao/messages.hpp"

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
  Lexicon lexicon;
  CheckOptions options;
  QuantityFinder quantities;
  NameFinder names;
};

Checker::Checker(Lexicon lexicon, CheckOptions options) {
  require_known(options.settings);
  NameFinder names(lexicon);
  state_ = std::make_unique<const State>(
      State{std::move(lexicon), std::move(options), {}, std::move(names)});
}

Checker::~Checker() = default;
Checker::Checker(Checker&&) noexcept = default;
Checker& Checker::operator=(Checker&&) noexcept = default;

std::vector<Finding> Checker::check(const Alignment& alignment) const {
  return check(std::vector{alignment});
}

std::vector<Finding> Checker::check(const std::vector<Alignment>& translations) const {
  check_sources(translations);
  const variants::WordWeights words(state_->lexicon.tables());
  check::Material material{{},    state_->lexicon, state_->quantities, state_->names,
                           words, state_->options};
  for (const Alignment& alignment : translations) {
    material.translations.emplace_back(alignment, state_->lexicon.tables(), words);
  }
  std::vector<Finding> findings;
  check::Recorder recorder(material, findings);
  for (const check::Rule& rule : check::all_rules()) {
    if (!state_->options.rules.contains(rule.description.name)) continue;
    recorder.begin(rule.description);
    rule.check(material, recorder);
  }
  recorder.compare_translations();
  check::sort(findings);
  return findings;
}

}  // namespace duizhao
