// Where rules report what they find.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/engine/context.hpp"
#include "duizhao/check/findings.hpp"
#include "duizhao/check/rules.hpp"

namespace duizhao::check {

/// A stretch of a pair's side.
struct Spot {
  std::size_t translation;  ///< index
  std::size_t pair;         ///< index
  SideOf side;
  ByteRange range;  ///< bytes of the side's text; a whole side has all of them
};

/// What a finding says: one of its rule's messages, and what fills the places of its template.
struct Message {
  std::string kind;  ///< RuleMessage::kind
  std::vector<FindingArgument> arguments = {};

  /// What may fill a place.
  struct Argument {
    FindingArgument value;

    Argument(std::string_view text) : value(std::string(text)) {}
    Argument(const std::string& text) : value(text) {}
    Argument(std::size_t count) : value(count) {}
    Argument(double factor) : value(factor) {}
  };

  Message(std::string kind_of_rule, std::initializer_list<Argument> filling = {})
      : kind(std::move(kind_of_rule)) {
    for (const Argument& each : filling) arguments.push_back(each.value);
  }
};

/// What speaks for a difference, as what speaks for a finding.
std::vector<FindingSign> signs_of(const compare::RenderingDifference& difference);

/// Turns what rules find into findings with places in documents.
class Reporter {
 public:
  Reporter(const Context& context, std::vector<Finding>& findings);

  /// The rule that reports from now on.
  void begin(const RuleDescription& rule) {
    rule_ = &rule;
    in_pair_ = 0;
  }

  /// The value of an option of this rule, which must have it.
  double option(std::string_view name) const;

  /// What a finding may have beside its place.
  struct Details {
    std::optional<ByteRange> source;  ///< bytes of the sides' texts; nothing: the whole side
    std::optional<ByteRange> target;
    std::optional<std::string> suggestion;
    std::vector<std::pair<Spot, EvidenceKind>> evidence;
    std::vector<FindingSign> signs;

    Details& with(std::vector<FindingSign> more) {
      signs = std::move(more);
      return *this;
    }

    /// Of a stretch of one side; the whole of the other goes with it.
    static Details on(SideOf side, ByteRange range, std::optional<std::string> suggestion = {}) {
      Details details;
      (side == &CheckedBead::source ? details.source : details.target) = range;
      details.suggestion = std::move(suggestion);
      return details;
    }
  };

  /// Findings of one rule in one pair at most: a line of thousands of marks has no more readers.
  static constexpr std::size_t kMostInPair = 100;

  /// Its probability, and with it its severity, follows from its kind and its signs. Beyond
  /// kMostInPair nothing is added.
  void add(std::size_t translation, const CheckedBead& pair, Message message, Details details = {});

  /// Adds to each finding how the other translations render the same place of the source, and
  /// whether the same rule finds fault with them.
  void compare_translations();

  /// Where a range of a side lies in its document, the whole side without one; nothing for a side
  /// without sentences.
  static std::optional<FindingPlace> place(const CheckedTranslation& translation, SideOf side,
                                           const CheckedBead& pair, std::optional<ByteRange> range);

 private:
  const Context& context_;
  std::vector<Finding>& findings_;
  const RuleDescription* rule_ = nullptr;
  const CheckedBead* pair_ = nullptr;  // of the last finding
  std::size_t in_pair_ = 0;            // findings of this rule in it
};

/// Where a stretch lies in its document. Its side must have sentences.
FindingPlace place_of(const Context& context, const Spot& spot);

/// Puts findings in their order: by translation, bead and place, then by rule.
void sort(std::vector<Finding>& findings);

}  // namespace duizhao::check
