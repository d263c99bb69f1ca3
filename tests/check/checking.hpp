// Pairs of sentences that tests check.
#pragma once

#include <duizhao/duizhao.hpp>
#include <string>
#include <vector>

namespace checking {

/// A text and its translation, sentence by sentence.
struct Case {
  std::vector<std::string> source;
  std::vector<std::string> target;
  std::string source_language = "zh";
  std::string target_language = "en";
  bool turns = false;  ///< lines are paragraphs with speakers' labels
  std::vector<duizhao::Term> glossary = {};
};

/// The alignment of a case: line by line, or by the aligner where lines are turns.
duizhao::Alignment align(const Case& pairs, const duizhao::Lexicon& lexicon);

/// The findings of all rules.
std::vector<duizhao::Finding> check(const Case& pairs, const duizhao::Lexicon& lexicon);

/// Whether a rule found something, of a severity or a graver one.
bool found(const std::vector<duizhao::Finding>& findings, const std::string& rule,
           duizhao::Severity least = duizhao::Severity::low);

}  // namespace checking
