// What checks report.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "duizhao/text/byte_range.hpp"
#include "duizhao/text/export.hpp"

namespace duizhao {

/// How sure it is that a finding is a fault, ascending.
enum class Severity {
  low,     ///< worth a look where somebody polishes
  medium,  ///< rather true than not: a probability of .5 and more
  high,    ///< hardly ever untrue: .8 and more
};

/// The severity that a probability of 0 to 1 stands for.
DUIZHAO_EXPORT Severity severity_of(double probability);

/// "low", "medium", "high".
DUIZHAO_EXPORT std::string_view name_of(Severity severity);

/// The severity of that name, if there is one.
DUIZHAO_EXPORT std::optional<Severity> parse_severity(std::string_view name);

/// Where a finding lies in one document: the words that it is about, or whole sentences.
struct FindingPlace {
  std::string document = {};  ///< its name
  ByteRange range = {};       ///< bytes of the document; empty where something is missing
  std::size_t line = 1;       ///< in which they begin, counted from 1
  std::string text = {};      ///< what a reader sees of them
};

/// What another place shows.
enum class EvidenceKind {
  usual_rendering,    ///< how the term is rendered mostly
  other_form,         ///< what the name or the term becomes elsewhere
  other_term,         ///< the term that the rendering stands for elsewhere
  source_there,       ///< the source of the sentence that is compared
  translation_there,  ///< its translation
  same_finding,       ///< another translation, with which the same rule finds fault
  no_finding,         ///< another translation, with which it does not
};

/// The lower-case name with hyphens, such as "usual-rendering".
DUIZHAO_EXPORT std::string_view name_of(EvidenceKind kind);

/// Another place that speaks for a finding.
struct Evidence {
  FindingPlace place = {};                       ///< where it stands
  EvidenceKind kind = EvidenceKind::no_finding;  ///< what it shows
};

/// What fills a place of a message: words of the texts, a count, or a factor.
using FindingArgument = std::variant<std::string, std::size_t, double>;

/// Something that speaks for or against a finding.
struct FindingSign {
  std::string name = {};  ///< as in the rule's section of data/models/findings.tsv
  double value = 0;       ///< how much of it there is; 1 where it is there or not
};

/// A place that a translator should look at. A value of its own: it refers to no document, and
/// holds no words but those of the texts: message_of (report/text.hpp) makes a sentence of it.
struct Finding {
  std::string rule = {};  ///< the name of the rule that reports it
  /// How likely a careful reader would call it true, 0 to 1: a logistic regression over `kind` and
  /// `signs`, fitted to news, marked errors and planted faults (examples/guides/checking.md).
  double probability = 0;
  Severity severity = Severity::low;    ///< severity_of(probability)
  std::vector<FindingSign> signs = {};  ///< what the probability rests on

  /// Which of the rule's messages it is (RuleDescription::messages), and what fills the places of
  /// its template, from left to right.
  std::string kind = {};
  std::vector<FindingArgument> arguments = {};

  std::optional<FindingPlace> source = {};     ///< nothing where the source has no counterpart
  std::optional<FindingPlace> target = {};     ///< nothing where the target has none
  std::optional<std::string> suggestion = {};  ///< what might stand in the target instead
  std::vector<Evidence> evidence = {};         ///< what speaks for it elsewhere

  std::size_t translation = 0;  ///< index of the alignment among those that were checked
  std::size_t bead = 0;         ///< index of the bead in it

  /// What stays the same when lines move: 16 hexadecimal digits, from the rule and from the texts
  /// of the bead and of both places.
  std::string fingerprint = {};
};

}  // namespace duizhao
