#include "words/context_features.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace duizhao::words {
namespace {

enum Feature : std::size_t {
  log_odds,  // of the pair
  probability,
  likely,
  row_rival,  // the best other in the row
  col_rival,
  row_lead,  // above the rival
  col_lead,
  row_top,
  col_top,
  mutual,
  row_rest,  // the sum of the others in the row, 3 at most
  col_rest,
  neighbours,                 // probabilities at kOffsets
  row_far = neighbours + 14,  // from the expected place in the row, tens, 1 at most
  row_here,                   // half a place at most
  row_next,                   // one and a half at most
  row_near,                   // three at most
  row_off,                    // more than eight
  col_far,
  col_here,
  col_next,
  col_near,
  col_off,
  row_mass,
  col_mass,
  bracket,  // the best link before times the best link behind
  square,   // the least of the other three corners of a block
  between,  // both neighbours in the row, or in the column
  row_gap,  // from the best other place in the row, tens
  col_gap,
  row_jump_most,  // from where the last sure link before and behind point, tens
  row_jump_least,
  col_jump_most,
  col_jump_least,
  odds_by_row,  // log-odds, less the farther from the expected place
  odds_by_col,
  kCount
};

constexpr std::array<std::pair<int, int>, 14> kOffsets = {{{-1, -1},
                                                           {1, 1},
                                                           {-2, -2},
                                                           {2, 2},
                                                           {-1, 0},
                                                           {1, 0},
                                                           {0, -1},
                                                           {0, 1},
                                                           {-1, -2},
                                                           {-2, -1},
                                                           {1, 2},
                                                           {2, 1},
                                                           {-1, 1},
                                                           {1, -1}}};

constexpr std::array<std::string_view, kCount> kNames = {
    "log_odds",      "probability",    "likely",      "row_rival",     "col_rival",
    "row_lead",      "col_lead",       "row_top",     "col_top",       "mutual",
    "row_rest",      "col_rest",       "at-1-1",      "at+1+1",        "at-2-2",
    "at+2+2",        "at-1+0",         "at+1+0",      "at+0-1",        "at+0+1",
    "at-1-2",        "at-2-1",         "at+1+2",      "at+2+1",        "at-1+1",
    "at+1-1",        "row_far",        "row_here",    "row_next",      "row_near",
    "row_off",       "col_far",        "col_here",    "col_next",      "col_near",
    "col_off",       "row_mass",       "col_mass",    "bracket",       "square",
    "between",       "row_gap",        "col_gap",     "row_jump_most", "row_jump_least",
    "col_jump_most", "col_jump_least", "odds_by_row", "odds_by_col"};

constexpr float kSure = 0.5F;
constexpr float kFarthest = 10;  // places

}  // namespace

std::span<const std::string_view> context_feature_names() { return kNames; }

template <typename At>
Context::Lines Context::lines(std::size_t count, std::size_t length, const At& at) {
  Lines lines;
  lines.best.assign(count, 0);
  lines.second.assign(count, 0);
  lines.place.assign(count, 0);
  lines.second_place.assign(count, 0);
  lines.sum.assign(count, 0);
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = 0; j < length; ++j) {
      const float p = at(i, j);
      lines.sum[i] += p;
      if (p > lines.best[i]) {
        lines.second[i] = lines.best[i];
        lines.second_place[i] = lines.place[i];
        lines.best[i] = p;
        lines.place[i] = j;
      } else if (p > lines.second[i]) {
        lines.second[i] = p;
        lines.second_place[i] = j;
      }
    }
  }
  lines.before.assign(count, -1);
  lines.behind.assign(count, -1);
  float last = -1;
  for (std::size_t i = 0; i < count; ++i) {
    lines.before[i] = last;
    if (lines.best[i] > kSure) last = static_cast<float>(lines.place[i]) + 1;
  }
  last = -1;
  for (std::size_t i = count; i-- > 0;) {
    lines.behind[i] = last;
    if (lines.best[i] > kSure) last = static_cast<float>(lines.place[i]) - 1;
  }
  return lines;
}

/// The place of a line by the anchors of its neighbours, each moved along the diagonal and weighted
/// by exp(-distance / 2). An anchor is a link that tops its row and its column.
template <typename At>
void Context::expect(Lines& lines, std::size_t length, const At& anchor) const {
  constexpr std::size_t kReach = 14;  // lines; e^-7 beyond
  static const std::array<float, kReach + 1> kWeights = [] {
    std::array<float, kReach + 1> weights{};
    for (std::size_t d = 1; d <= kReach; ++d) weights[d] = std::exp(-static_cast<float>(d) / 2);
    return weights;
  }();
  const std::size_t count = lines.best.size();
  std::vector<float> place(count), mass(count);
  for (std::size_t i = 0; i < count; ++i) {
    const float p = anchor(i);
    mass[i] = std::min(p, 1.F);
    place[i] = static_cast<float>(lines.place[i]);
  }
  lines.expected.resize(count);
  lines.mass.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    float sum = 0, weight = 0;
    for (std::size_t k = i >= kReach ? i - kReach : 0; k < std::min(count, i + kReach + 1); ++k) {
      if (k == i || mass[k] == 0) continue;
      const float share = kWeights[k > i ? k - i : i - k] * mass[k];
      sum += share * (place[k] - static_cast<float>(k));
      weight += share;
    }
    const auto own = static_cast<float>(i);
    lines.mass[i] = weight;
    lines.expected[i] = weight < 1e-3F
                            ? own * static_cast<float>(length) / static_cast<float>(count)
                            : sum / weight + own;
  }
}

Context::Context(const Grid<float>& probabilities) : p_(probabilities) {
  constexpr float kAnchor = 0.3F;
  const std::size_t n = p_.rows();
  const std::size_t m = p_.columns();
  rows_ = lines(n, m, [&](std::size_t i, std::size_t j) { return p_(i, j); });
  columns_ = lines(m, n, [&](std::size_t j, std::size_t i) { return p_(i, j); });
  const auto is_anchor = [&](const Lines& own, const Lines& other, std::size_t i) {
    return own.best[i] > kAnchor && other.place[own.place[i]] == i ? own.best[i] : 0;
  };
  expect(rows_, m, [&](std::size_t i) { return is_anchor(rows_, columns_, i); });
  expect(columns_, n, [&](std::size_t j) { return is_anchor(columns_, rows_, j); });
}

float Context::at(std::size_t row, std::size_t column, int down, int right) const {
  const auto i = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(row) + down);
  const auto j = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(column) + right);
  return i < p_.rows() && j < p_.columns() ? p_(i, j) : 0;  // before the first wraps round
}

void Context::measure(std::size_t i, std::size_t j, std::span<float> values) const {
  constexpr float kSmooth = 1e-4F;
  constexpr float kMostRest = 3;
  const float p = p_(i, j);
  const auto rival = [](const Lines& lines, std::size_t line, std::size_t place) {
    return lines.place[line] == place ? lines.second[line] : lines.best[line];
  };
  values[log_odds] = std::log((p + kSmooth) / (1 - p + kSmooth)) / 4;
  values[probability] = p;
  values[likely] = p > kSure;
  values[row_rival] = rival(rows_, i, j);
  values[col_rival] = rival(columns_, j, i);
  values[row_lead] = p - values[row_rival];
  values[col_lead] = p - values[col_rival];
  values[row_top] = p >= values[row_rival];
  values[col_top] = p >= values[col_rival];
  values[mutual] = values[row_top] * values[col_top];
  values[row_rest] = std::min(rows_.sum[i] - p, kMostRest);
  values[col_rest] = std::min(columns_.sum[j] - p, kMostRest);
  std::array<float, kOffsets.size()> q{};
  for (std::size_t k = 0; k < kOffsets.size(); ++k) {
    q[k] = at(i, j, kOffsets[k].first, kOffsets[k].second);
    values[neighbours + k] = q[k];
  }
  const auto measure_line = [&](const Lines& lines, std::size_t line, std::size_t place,
                                std::size_t first, Feature mass, Feature gap, Feature jump,
                                Feature by) {
    const auto here = static_cast<float>(place);
    const float off = std::abs(here - lines.expected[line]);
    values[first] = std::min(off, kFarthest) / kFarthest;
    values[first + 1] = off <= .5F;
    values[first + 2] = off <= 1.5F;
    values[first + 3] = off <= 3;
    values[first + 4] = off > 8;
    values[mass] = std::min(lines.mass[line], 2.F);
    const std::size_t other =
        lines.place[line] == place ? lines.second_place[line] : lines.place[line];
    values[gap] = std::min(std::abs(here - static_cast<float>(other)), kFarthest) / kFarthest;
    const auto jump_from = [&](float from) {
      return from < 0 ? 1.F : std::min(std::abs(here - from), kFarthest) / kFarthest;
    };
    const float before = jump_from(lines.before[line]);
    const float behind = jump_from(lines.behind[line]);
    values[jump] = std::max(before, behind);
    values[jump + 1] = std::min(before, behind);
    values[by] = values[log_odds] * (1 - values[first]);
  };
  measure_line(rows_, i, j, row_far, row_mass, row_gap, row_jump_most, odds_by_row);
  measure_line(columns_, j, i, col_far, col_mass, col_gap, col_jump_most, odds_by_col);
  const float before = std::max({q[0], q[8], q[9], q[2], q[4], q[6]});
  const float behind = std::max({q[1], q[10], q[11], q[3], q[5], q[7]});
  values[bracket] = before * behind;
  values[square] = 0;
  for (const int down : {-1, 1}) {
    for (const int right : {-1, 1}) {
      const float corner = std::min({at(i, j, down, 0), at(i, j, 0, right), at(i, j, down, right)});
      values[square] = std::max(values[square], corner);
    }
  }
  values[between] = std::max(std::min(q[4], q[5]), std::min(q[6], q[7]));
}

}  // namespace duizhao::words
