// What stands before a stop, and after it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace duizhao::segment {

/// How an abbreviation stands in a sentence; see data/segmentation/abbreviations.txt.
enum class AbbreviationKind { name, inner, number, label, closing, final };

/// The word lists of the segmenter. Immutable.
class WordLists {
 public:
  /// Reads the embedded files.
  WordLists();

  /// The kind of an abbreviation with its mark (`Mr.`, `U.S.`, `Yahoo!`), by the list or by its
  /// shape.
  std::optional<AbbreviationKind> abbreviation(std::string_view word) const;

  /// Whether an English word often begins a sentence.
  bool starts_sentence(std::string_view word) const;

  /// Whether a Chinese clause is a reporting one: 他问, 梁文锋笑着说; not 她没有回答.
  bool is_chinese_report(std::string_view clause) const;

  /// Who reports in such a clause: 梁文锋 in 梁文锋笑着说; empty for pronouns, and where no name
  /// can be told from the rest.
  std::string_view chinese_reporter(std::string_view clause) const;

  /// Whether an English word, in lower case, is the verb of reporting clauses: said, asked.
  bool is_english_reporting_verb(std::string_view word) const {
    return english_verbs_.contains(word);
  }

  /// Whether the text begins with an English reporting clause: `he asked`, `Liang Wenfeng said`.
  bool begins_english_report(std::string_view text) const;

 private:
  std::unordered_map<std::string_view, AbbreviationKind> abbreviations_;
  std::unordered_set<std::string_view> starters_;
  std::unordered_set<std::string_view> english_verbs_;
  std::vector<std::string_view> chinese_verbs_;  // longest first
};

}  // namespace duizhao::segment
