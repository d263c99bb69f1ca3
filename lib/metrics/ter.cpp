#include "duizhao/metrics/ter.hpp"

#include <algorithm>

#include "metrics/shifts.hpp"
#include "metrics/signature.hpp"
#include "metrics/tokenizers.hpp"
#include "metrics/words.hpp"

namespace duizhao {
namespace {

TerStatistics count(const metrics::ShiftedEdits& edits) {
  const auto steps = [&edits](metrics::Edit edit) {
    return static_cast<std::size_t>(std::ranges::count(edits.steps, edit));
  };
  return {.shifts = edits.shifts,
          .insertions = steps(metrics::Edit::insert),
          .deletions = steps(metrics::Edit::remove),
          .substitutions = steps(metrics::Edit::substitute)};
}

std::string joined(const std::vector<std::string_view>& words) {
  std::string text;
  for (const std::string_view word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

}  // namespace

TerStatistics& TerStatistics::operator+=(const TerStatistics& other) {
  shifts += other.shifts;
  insertions += other.insertions;
  deletions += other.deletions;
  substitutions += other.substitutions;
  reference_length += other.reference_length;
  return *this;
}

Ter::Ter(const TerOptions& options) : options_(options) {}

std::string Ter::name() const { return "TER"; }

std::string Ter::signature(std::size_t references) const {
  return metrics::signature(name(), references,
                            std::string("case:") + (options_.case_sensitive ? "mixed" : "lc") +
                                "|tok:tercom|norm:" + metrics::yes_or_no(options_.normalized) +
                                "|punct:" + metrics::yes_or_no(!options_.no_punctuation) +
                                "|asian:" + metrics::yes_or_no(options_.asian_support));
}

TerStatistics Ter::statistics(std::string_view hypothesis,
                              std::span<const std::string_view> references) const {
  metrics::check_references(references.size());
  const auto tokenized = [this](std::string_view segment) {
    return joined(metrics::split(metrics::tokenize(metrics::trim_right(segment), options_)));
  };
  const std::string own = tokenized(hypothesis);
  const auto own_words = metrics::split(own);

  TerStatistics best;
  std::size_t words = 0;
  for (std::size_t r = 0; r < references.size(); ++r) {
    // sacrebleu tokenises references twice, which shows where the first time makes a possessive or
    // an entity.
    const std::string other = tokenized(tokenized(references[r]));
    metrics::WordNumbers numbers;
    const auto reference = numbers.of(metrics::split(other));
    const TerStatistics statistics =
        count(metrics::shift_and_edit(numbers.of(own_words), reference));
    if (r == 0 || statistics.edits() < best.edits()) best = statistics;
    words += reference.size();
  }
  best.reference_length = static_cast<double>(words) / static_cast<double>(references.size());
  return best;
}

TerScore Ter::score(const TerStatistics& statistics) const {
  const auto edits = static_cast<double>(statistics.edits());
  if (statistics.reference_length > 0) return {100 * (edits / statistics.reference_length)};
  return {edits > 0 ? 100.0 : 0.0};
}

}  // namespace duizhao
