// Consistency checks of translations.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "duizhao/bitext/alignment.hpp"
#include "duizhao/check/findings.hpp"
#include "duizhao/check/rules.hpp"
#include "duizhao/lexicon/glossary.hpp"
#include "duizhao/lexicon/lexicon.hpp"
#include "duizhao/text/export.hpp"
#include "duizhao/text/progress.hpp"

namespace duizhao {

/// What is checked, and how strictly.
struct CheckOptions {
  RuleSelection rules = {};  ///< those that run

  /// How terms must be rendered, and how they must not be.
  std::vector<Term> glossary = {};

  /// Thresholds by "rule.option", such as {"length.deviation", 4}; what is not named keeps its
  /// default.
  std::map<std::string, double> settings = {};

  /// Findings below this probability are left out, 0 to 1.
  double min_confidence = 0.2;

  /// Told after each rule.
  ProgressReport progress = {};
};

/// Throws Error (content) for settings that no rule has, naming the known ones.
DUIZHAO_EXPORT void require_known(const std::map<std::string, double>& settings);

/// Checks translations against their original, by the rules of rules.hpp.
///
/// Every rule knows Chinese and English, in either direction; between other languages those run
/// that need no lexicon. Immutable, shared by threads.
class DUIZHAO_EXPORT Checker {
 public:
  /// Throws Error (content) for settings that no rule has.
  explicit Checker(Lexicon lexicon, CheckOptions options = {});
  ~Checker();
  Checker(Checker&&) noexcept;
  Checker& operator=(Checker&&) noexcept;

  /// The findings in one translation: by the place in the source, then in the target; those of one
  /// place by the order of the rules. About linear in the length of the texts.
  std::vector<Finding> check(const Alignment& alignment) const;

  /// The same for several translations of one original, and where they disagree with each other.
  /// All alignments must have the same source sentences; throws Error (content) otherwise.
  std::vector<Finding> check(const std::vector<Alignment>& translations) const;

  /// The terms of the original that recur, as the rule `term` finds them, each with its usual
  /// rendering as it stands most often; `place` is where the term stands first. Of all translations
  /// together, in the order of their first occurrences. Between Chinese and English; none else.
  /// Throws as check does.
  std::vector<Term> find_terms(const std::vector<Alignment>& translations) const;

 private:
  struct State;
  std::unique_ptr<const State> state_;
};

}  // namespace duizhao
