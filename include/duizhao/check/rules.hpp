// The rules of the checks, and what there is to know of each.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/check/findings.hpp"
#include "duizhao/text/export.hpp"

namespace duizhao {

/// A threshold of a rule.
struct RuleOption {
  std::string_view name = {};     ///< as in RULE.OPTION
  double value = {};              ///< if nothing is set
  std::string_view meaning = {};  ///< what it decides
};

/// A text and its translation, sentence by sentence, that a rule finds fault with, or not.
struct RuleExample {
  bool flagged = {};                          ///< whether the rule finds fault with it
  std::vector<std::string_view> source = {};  ///< a sentence each
  std::vector<std::string_view> target = {};  ///< as many
  std::string_view note = {};                 ///< why
  std::string_view glossary = {};             ///< in the format of parse_glossary
};

/// Something that a rule may say of a place.
struct RuleMessage {
  std::string_view kind = {};  ///< as in Finding::kind, unique within the rule
  std::string_view text =
      {};  ///< one line, with a place for each argument in the syntax of fmt: {}
};

/// A rule as its documentation has it. Texts are in English; `translate` knows them.
struct RuleDescription {
  std::string_view name = {};                 ///< as --rules has it
  std::string_view summary = {};              ///< what it finds, one line
  std::string_view details = {};              ///< how it tells, in Markdown
  std::vector<RuleOption> options = {};       ///< its thresholds
  std::vector<RuleExample> examples = {};     ///< with each verdict at least one
  std::vector<std::string_view> misses = {};  ///< what it is known to miss, or to flag in vain
  std::vector<RuleMessage> messages = {};     ///< what its findings say
  bool on_request = false;                    ///< it runs only where it is named
};

/// All rules, in the order of their documentation. Thread-safe.
DUIZHAO_EXPORT const std::vector<RuleDescription>& rules();

/// The rules that run. All but those on request, unless told otherwise.
class DUIZHAO_EXPORT RuleSelection {
 public:
  RuleSelection() = default;

  /// Reads a list such as "number,name" (these alone), "-term,-length" (all but these) or
  /// "term,glossary,-glossary". "all" stands for all. Throws Error (format) for unknown names; the
  /// message lists the known ones.
  static RuleSelection parse(std::string_view list);

  /// Whether a rule, by its name, runs.
  bool contains(std::string_view rule) const;

 private:
  std::vector<std::string> only_;  // those by default if empty
  std::vector<std::string> without_;
};

}  // namespace duizhao
