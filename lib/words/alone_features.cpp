#include "words/alone_features.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace duizhao::words {
namespace {

enum Feature : std::size_t {
  best_odds,
  any_odds,  // of any link at all
  best,
  sum,
  second,
  own,  // the best link that also tops its column
  likely,
  hardly,
  before,  // the best of the neighbouring words
  after,
  before_odds,
  after_odds,
  none_before,
  none_after,
  none_beside,
  two_before,
  two_after,
  none_around,  // of four words
  is_number,
  is_known,
  ratio,
  log_ratio,
  place,
  shortness,
  rarity,
  spare,  // how free a content word is about where this one would be rendered
  spare_by_hardly,
  linked_rows,
  linked_columns,
  kCount
};
constexpr std::array<std::string_view, kCount> kNames = {
    "best_odds",   "any_odds",        "best",        "sum",           "second",
    "own",         "likely",          "hardly",      "before",        "after",
    "before_odds", "after_odds",      "none_before", "none_after",    "none_beside",
    "two_before",  "two_after",       "none_around", "is_number",     "is_known",
    "ratio",       "log_ratio",       "place",       "shortness",     "rarity",
    "spare",       "spare_by_hardly", "linked_rows", "linked_columns"};

float log_odds(float p) { return std::log((p + 1e-3F) / (1 - p + 1e-3F)); }

/// The share of content words whose best link is likely.
float linked_share(const std::vector<const WordFacts*>& words, const std::vector<float>& best) {
  float content = 0, linked = 0;
  for (std::size_t k = 0; k < words.size(); ++k) {
    if (!is_content(words[k]->kind)) continue;
    content += 1;
    linked += std::min(1.F, best[k]);
  }
  return content > 0 ? linked / content : 1;
}

}  // namespace

std::span<const std::string_view> alone_feature_names() { return kNames; }

AloneFeatures::AloneFeatures(const std::vector<const WordFacts*>& rows,
                             const std::vector<const WordFacts*>& columns,
                             const Grid<float>& probabilities)
    : rows_(rows),
      columns_(columns),
      p_(probabilities),
      best_(rows.size()),
      best_place_(rows.size()),
      column_best_(columns.size()) {
  for (std::size_t i = 0; i < p_.rows(); ++i) {
    for (std::size_t j = 0; j < p_.columns(); ++j) {
      column_best_[j] = std::max(column_best_[j], p_(i, j));
      if (p_(i, j) <= best_[i]) continue;
      best_[i] = p_(i, j);
      best_place_[i] = j;
    }
  }
  linked_share_ = linked_share(rows_, best_);
  column_linked_share_ = linked_share(columns_, column_best_);
}

float AloneFeatures::best_at(std::size_t row, std::ptrdiff_t offset) const {
  constexpr float kOutside = 0.5F;
  const auto at = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(row) + offset);
  return at < best_.size() ? best_[at] : kOutside;  // before the first wraps round
}

/// Looks about the places that the nearest likely links before and behind the word point to.
float AloneFeatures::spare_near(std::size_t row) const {
  constexpr float kLikely = 0.5F;
  constexpr std::ptrdiff_t kReach = 4;  // words
  float most = 0;
  const auto look = [&](std::size_t other) {
    const auto centre = static_cast<std::ptrdiff_t>(best_place_[other]) +
                        static_cast<std::ptrdiff_t>(row) - static_cast<std::ptrdiff_t>(other);
    for (std::ptrdiff_t j = centre - kReach; j <= centre + kReach; ++j) {
      if (j < 0 || j >= static_cast<std::ptrdiff_t>(columns_.size())) continue;
      const auto column = static_cast<std::size_t>(j);
      if (!is_content(columns_[column]->kind)) continue;
      most = std::max(most, 1 - std::max(column_best_[column], 0.F) + p_(row, column));
    }
  };
  for (std::size_t k = row; k-- > 0;) {
    if (best_[k] <= kLikely) continue;
    look(k);
    break;
  }
  for (std::size_t k = row + 1; k < rows_.size(); ++k) {
    if (best_[k] <= kLikely) continue;
    look(k);
    break;
  }
  return std::min(most, 1.F);
}

std::vector<float> AloneFeatures::of(std::size_t row) const {
  std::vector<float> values(kCount);
  float none = 1;
  for (std::size_t j = 0; j < p_.columns(); ++j) {
    const float here = p_(row, j);
    values[sum] += here;
    none *= 1 - std::min(here, .999F);
    if (j != best_place_[row]) values[second] = std::max(values[second], here);
    if (here >= column_best_[j]) values[own] = std::max(values[own], here);
  }
  values[best] = best_[row];
  values[sum] = std::min(values[sum], 2.F);
  values[best_odds] = log_odds(values[best]);
  values[any_odds] = log_odds(1 - none);
  values[likely] = values[best] > .5F;
  values[hardly] = values[best] < .1F;
  values[before] = best_at(row, -1);
  values[after] = best_at(row, 1);
  values[before_odds] = log_odds(values[before]) * .3F;
  values[after_odds] = log_odds(values[after]) * .3F;
  values[none_before] = values[before] < .3F;
  values[none_after] = values[after] < .3F;
  values[none_beside] = values[none_before] * values[none_after];
  values[two_before] = best_at(row, -2);
  values[two_after] = best_at(row, 2);
  values[none_around] = values[none_beside] * (values[two_before] < .3F ? 1.F : 0.F) *
                        (values[two_after] < .3F ? 1.F : 0.F);
  values[is_number] = rows_[row]->kind == WordClass::number;
  values[is_known] = rows_[row]->known;
  values[ratio] = static_cast<float>(p_.rows()) / static_cast<float>(p_.columns());
  values[log_ratio] = std::log(values[ratio]);
  values[place] = static_cast<float>(row) / static_cast<float>(p_.rows());
  values[shortness] = std::max(0.F, 1 - static_cast<float>(rows_[row]->text.size()) / 8);
  values[rarity] = rows_[row]->log_occurrences;
  values[spare] = spare_near(row);
  values[spare_by_hardly] = values[spare] * values[hardly];
  values[linked_rows] = linked_share_;
  values[linked_columns] = column_linked_share_;
  return values;
}

}  // namespace duizhao::words
