// A rule: its documentation and what it does.
#pragma once

#include <vector>

#include "check/engine/context.hpp"
#include "check/engine/reporter.hpp"
#include "duizhao/check/rules.hpp"

namespace duizhao::check {

struct Rule {
  RuleDescription description;

  /// Reports what the rule finds in all translations.
  void (*check)(const Context&, Reporter&);
};

// One for each rule, in the files of their names or of what they share.
Rule omission_rule();
Rule addition_rule();
Rule untranslated_rule();
Rule length_rule();
Rule number_rule();
Rule name_rule();
Rule term_rule();
Rule term_collision_rule();
Rule glossary_rule();
Rule inconsistent_rule();
Rule negation_rule();
Rule modality_rule();
Rule punctuation_rule();
Rule quote_rule();
Rule doubled_word_rule();
Rule spacing_rule();
Rule mixed_width_rule();
Rule mojibake_rule();
Rule speaker_rule();
Rule token_rule();

/// All of them, in the order of the documentation.
const std::vector<Rule>& all_rules();

}  // namespace duizhao::check
