// Columns in which some witnesses say nothing.
#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "compare/tellers.hpp"
#include "text/fold.hpp"

namespace duizhao::compare {
namespace {

// From here on other evidence may make that as good as sure, and then it is so likely.
constexpr double kHardly = 0.62;
constexpr double kSurely = 0.75;
// Words beside it are said with it from here on.
constexpr double kMissingBeside = 0.57;
// A link between the original and a witness tells that the witness has the word.
constexpr double kRendered = 0.8;

/// How likely a word without links is missing. On 800 pairs of MTRef the aligner says so a little
/// less often than it is so; the exponent is the one between .5 and 1.2 in steps of .1 that is as
/// likely as the best and says it of most words.
double silence_of(double alone) { return std::pow(alone, 0.8); }

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
    const double alone = silence_of(view->alone()[token]);
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
      return link.target == token && silence_of(alone[link.source]) >= kSureSilence;
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

  /// Whether a witness has a word of another one, or one that begins with it, as often as that.
  bool has_as_often(std::size_t has, std::size_t token, std::size_t lacks) const {
    const std::string word = text::fold_case(links().text(has).tokens[token].text);
    const auto times = [&](std::size_t witness) {
      return std::ranges::count_if(links().text(witness).tokens, [&](const WordToken& each) {
        return text::fold_case(each.text) == word;
      });
    };
    return times(lacks) >= times(has);
  }

  /// Whether what stands around a witness's text has the word.
  bool stands_around(std::size_t witness, const std::string& word) const {
    const std::string folded = text::fold_case(word);
    return text::fold_case(witnesses()[witness].before).find(folded) != std::string::npos ||
           text::fold_case(witnesses()[witness].after).find(folded) != std::string::npos;
  }

  /// Whether a token stands outside of what an excerpt has of a witness's text.
  bool is_cut_off(std::size_t has, std::size_t token, std::size_t lacks) const {
    if (!witnesses()[lacks].excerpt) return false;
    const auto view = links().view(has, lacks);
    bool before = false, behind = false;  // words that the excerpt has
    for (std::size_t k = 0; view && k < view->alignment->links.size(); ++k) {
      const std::size_t own = view->own(view->alignment->links[k]);
      if (!links().text(has).weighs(own)) continue;
      before = before || own < token;
      behind = behind || own > token;
    }
    return !before || !behind;
  }

  /// The words of a cell that a witness lacks.
  Places lacking(std::size_t has, const Places& places, std::size_t lacks, double& most) const {
    Places missing_words;
    for (const std::size_t token : places) {
      if (!links().text(has).weighs(token)) continue;
      const double alone = missing(has, token, lacks);
      const bool said = alone < kMissingBeside || is_cut_off(has, token, lacks) ||
                        has_as_often(has, token, lacks) || renders(has, token, lacks) ||
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
    if (least < kMissingBeside) return;
    Column stated{cells};
    const auto original = readings_.original_range(stated);
    const bool expected =
        readings_.has_original() ? original.has_value() : say.size() >= lack.size();
    Difference difference{
        expected ? VariationKind::omission : VariationKind::addition, least, original, {}};
    for (std::size_t w = 0; w < count(); ++w) {
      // One that says it in a word that is less surely missing says it all the same.
      const Places& words = cells[w].empty() ? column.cells[w] : cells[w];
      difference.readings.push_back(readings_.reading(w, words));
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

}  // namespace duizhao::compare
