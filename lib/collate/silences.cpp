// Columns in which some witnesses say nothing.
#include <algorithm>
#include <string>
#include <utility>

#include "collate/tellers.hpp"
#include "text/fold.hpp"

namespace duizhao::collate {
namespace {

// A word that is said to be missing has no counterpart with this probability at least.
constexpr double kMissing = 0.7;
// From here on other evidence may make that as good as sure, and then it is so likely.
constexpr double kHardly = 0.3;
constexpr double kSurely = 0.75;
// Words beside it are said with it from here on.
constexpr double kMissingBeside = 0.45;
// A link between the original and a witness tells that the witness has the word.
constexpr double kRendered = 0.8;

class Silences : private Teller {
 public:
  Silences(const Readings& readings, const std::vector<Column>& columns)
      : Teller(readings), columns_(columns) {}

  std::vector<Difference> run() {
    for (const Column& column : columns_) tell_silence(column);
    return std::move(found_);
  }

 private:
  const std::vector<Witness>& witnesses() const { return readings_.witnesses(); }

  /// How likely a witness says nothing that stands for a token of another one. Where all that it
  /// says is said by the other as well, or where it has nothing for the original's word either,
  /// that is as good as sure.
  double missing(std::size_t has, std::size_t token, std::size_t lacks) const {
    const auto view = links().view(has, lacks);
    if (!view) return 0;
    const double alone = view->alone()[token];
    const bool surely =
        alone >= kHardly && (is_contained(lacks, has) || lacks_original(has, token, lacks));
    return surely ? std::max(alone, kSurely) : alone;
  }

  /// Whether all words of a witness that say something stand in another one, too.
  bool is_contained(std::size_t witness, std::size_t other) const {
    const auto view = links().view(witness, other);
    const TokenisedText& text = links().text(witness);
    std::vector<bool> shared(text.tokens.size(), false);
    for (const WordDifference& difference : view->alignment->differences) {
      const bool same =
          difference.kind == DifferenceKind::equal || difference.kind == DifferenceKind::inflection;
      if (!same || view->other(difference).empty()) continue;
      for (const std::size_t own : view->own(difference)) shared[own] = true;
    }
    for (std::size_t own = 0; own < shared.size(); ++own) {
      if (text.weighs(own) && !shared[own]) return false;
    }
    return true;
  }

  /// Whether the original's word for a token has no counterpart in another witness.
  bool lacks_original(std::size_t has, std::size_t token, std::size_t lacks) const {
    if (!readings_.has_original()) return false;
    const std::vector<double>& alone = links().to_original(lacks)->source_alone;
    return std::ranges::any_of(links().to_original(has)->links, [&](const WordLink& link) {
      return link.target == token && alone[link.source] >= kMissing;
    });
  }

  /// Whether a witness renders the original's word for a token of another one.
  bool renders(std::size_t has, std::size_t token, std::size_t lacks) const {
    if (!readings_.has_original()) return false;
    for (const WordLink& link : links().to_original(has)->links) {
      if (link.target != token || link.probability < kRendered) continue;
      for (const WordLink& own : links().to_original(lacks)->links) {
        const bool same = own.source == link.source && own.probability >= kRendered &&
                          links().text(lacks).weighs(own.target);
        if (same) return true;
      }
    }
    return false;
  }

  /// Whether what stands around a witness's text has the word.
  bool stands_around(std::size_t witness, const std::string& word) const {
    const std::string folded = text::fold_case(word);
    return text::fold_case(witnesses()[witness].before).find(folded) != std::string::npos ||
           text::fold_case(witnesses()[witness].after).find(folded) != std::string::npos;
  }

  /// The words of a cell that a witness lacks.
  Places lacking(std::size_t has, const Places& places, std::size_t lacks, double& most) const {
    Places missing_words;
    for (const std::size_t token : places) {
      if (!links().text(has).weighs(token)) continue;
      const double alone = missing(has, token, lacks);
      const bool said = alone < kMissingBeside || renders(has, token, lacks) ||
                        stands_around(lacks, links().text(has).tokens[token].text);
      if (said) continue;
      missing_words.push_back(token);
      most = std::max(most, alone);
    }
    return missing_words;
  }

  void tell_silence(const Column& column) {
    Places say, lack;
    for (std::size_t w = 0; w < count(); ++w) (column.says(links(), w) ? say : lack).push_back(w);
    if (say.empty() || lack.empty()) return;
    double least = 1;  // of the witnesses that lack it, the one that does so least surely
    std::vector<Places> cells(count());
    for (const std::size_t has : say) cells[has] = column.cells[has];
    for (const std::size_t lacks : lack) {
      double most = 0;
      for (const std::size_t has : say) {
        const Places words = lacking(has, cells[has], lacks, most);
        cells[has] = words;
      }
      least = std::min(least, most);
    }
    if (least < kMissing) return;
    Column stated{cells};
    const auto original = readings_.original_range(stated);
    const bool expected =
        readings_.has_original() ? original.has_value() : say.size() >= lack.size();
    Difference difference{
        expected ? VariationKind::omission : VariationKind::addition, least, original, {}};
    for (std::size_t w = 0; w < count(); ++w) {
      difference.readings.push_back(readings_.reading(w, cells[w]));
    }
    const bool says_something = std::ranges::any_of(
        difference.readings, [](const WitnessReading& each) { return each.range.has_value(); });
    if (says_something) found_.push_back(std::move(difference));
  }

  const std::vector<Column>& columns_;
};

}  // namespace

std::vector<Difference> silences_of(const Readings& readings, const std::vector<Column>& columns) {
  return Silences(readings, columns).run();
}

}  // namespace duizhao::collate
