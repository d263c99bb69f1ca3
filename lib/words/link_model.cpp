#include "words/link_model.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

#include "text/embedded.hpp"
#include "text/split.hpp"
#include "words/alone_features.hpp"
#include "words/context_features.hpp"

namespace duizhao::words {
namespace {

float logistic(float x) { return 1 / (1 + std::exp(-x)); }

float number(std::string_view cell) { return static_cast<float>(text::number_in(cell)); }

/// Rows of a feature's name and its weights, one for the bias, and with hidden units one for the
/// output.
Network network_of(const std::vector<std::string_view>& rows,
                   std::span<const std::string_view> names) {
  std::vector<float> weights;
  std::vector<float> output;
  std::size_t hidden = 0;
  for (std::size_t k = 0; k < rows.size(); ++k) {
    const auto row = text::split(rows[k], '\t');
    const std::string_view expected = k < names.size()    ? names[k]
                                      : k == names.size() ? std::string_view("bias")
                                                          : std::string_view("output");
    if (row.front() != expected || k > names.size() + 1) {
      throw std::logic_error(fmt::format("model has {} where {} belongs", row.front(), expected));
    }
    if (k == 0) hidden = row.size() - 1;
    for (std::size_t c = 1; c < row.size(); ++c) {
      (k > names.size() ? output : weights).push_back(number(row[c]));
    }
  }
  return Network(names.size(), hidden, std::move(weights), std::move(output));
}

/// Rows by their first cell.
Habits::Rates rates(const std::vector<std::string_view>& rows) {
  Habits::Rates values;
  for (const std::string_view entry : rows) {
    const auto row = text::split(entry, '\t');
    values.emplace(row.at(0), number(row.at(1)));
  }
  return values;
}

}  // namespace

Network::Network(std::size_t inputs, std::size_t hidden, std::vector<float> weights,
                 std::vector<float> output)
    : inputs_(inputs), hidden_(hidden), weights_(std::move(weights)), output_(std::move(output)) {
  const bool fits = (hidden_ == 1 || hidden_ == 8 || hidden_ == kMostHidden) &&
                    weights_.size() == (inputs_ + 1) * hidden_ &&
                    (output_.empty() ? hidden_ == 1 : output_.size() == hidden_ + 1);
  if (!fits) throw std::logic_error("a network's weights do not fit its inputs");
}

/// Adds the inputs' weights to the units, most of the inputs being 0. The number of units is known
/// when this is compiled, so that they stay in registers.
template <std::size_t units>
void Network::add(std::span<const float> inputs, std::array<float, kMostHidden>& sums) const {
  std::array<float, units> own;
  std::copy(sums.begin(), sums.begin() + units, own.begin());
  const float* row = weights_.data();
  for (std::size_t k = 0; k < inputs_; ++k, row += units) {
    const float value = inputs[k];
    if (value == 0) continue;
    for (std::size_t h = 0; h < units; ++h) own[h] += value * row[h];
  }
  std::copy(own.begin(), own.end(), sums.begin());
}

float Network::operator()(std::span<const float> inputs) const {
  std::array<float, kMostHidden> units{};
  const float* bias = weights_.data() + inputs_ * hidden_;
  std::copy(bias, bias + hidden_, units.begin());
  switch (hidden_) {
    case 1:
      add<1>(inputs, units);
      break;
    case 8:
      add<8>(inputs, units);
      break;
    default:
      add<kMostHidden>(inputs, units);
  }
  if (output_.empty()) return logistic(units[0]);
  float sum = output_.back();
  for (std::size_t h = 0; h < hidden_; ++h) sum += output_[h] * units[h] / (1 + std::abs(units[h]));
  return logistic(sum);
}

LinkModel LinkModel::parse(std::string_view model, std::span<const std::string_view> pair_features,
                           std::size_t groups) {
  LinkModel parsed;
  std::vector<std::string_view> names(pair_features.begin(), pair_features.end());
  const auto sections = text::sections(model);
  const auto stages = static_cast<std::size_t>(number(sections.at("stages").at(0)));
  for (std::size_t stage = 0; stage < stages; ++stage) {
    parsed.stages.emplace_back();
    for (std::size_t group = 0; group < groups; ++group) {
      const auto& rows = sections.at(fmt::format("stage {} group {}", stage, group));
      parsed.stages.back().push_back(network_of(rows, names));
    }
    if (stage == 0) {
      const auto context = context_feature_names();
      names.insert(names.end(), context.begin(), context.end());
    }
  }
  parsed.alone = network_of(sections.at("alone"), alone_feature_names());
  parsed.habits.source = rates(sections.at("habits of source words"));
  parsed.habits.target = rates(sections.at("habits of target words"));
  for (const std::string_view entry : sections.at("habits of pairs")) {
    const auto row = text::split(entry, '\t');
    parsed.habits.pairs[std::string(row.at(0))][std::string(row.at(1))] = number(row.at(2));
  }
  return parsed;
}

Grid<float> apply_stage(const PairFeatures& features, const std::vector<Network>& networks,
                        const Grid<float>* before) {
  Grid<float> probabilities(features.rows(), features.columns());
  if (before == nullptr) {
    for (std::size_t i = 0; i < features.rows(); ++i) {
      for (std::size_t j = 0; j < features.columns(); ++j) {
        probabilities(i, j) = networks[features.groups(i, j)](features(i, j));
      }
    }
    return probabilities;
  }
  const Context context(*before);
  std::vector<float> inputs(features.count + context_feature_names().size());
  for (std::size_t i = 0; i < features.rows(); ++i) {
    for (std::size_t j = 0; j < features.columns(); ++j) {
      probabilities(i, j) = (*before)(i, j);
      if (probabilities(i, j) < kNegligible) continue;
      const auto own = features(i, j);
      std::copy(own.begin(), own.end(), inputs.begin());
      context.measure(i, j, std::span(inputs).subspan(features.count));
      probabilities(i, j) = networks[features.groups(i, j)](inputs);
    }
  }
  return probabilities;
}

Grid<float> link_probabilities(const PairFeatures& features,
                               std::span<const std::vector<Network>> stages) {
  Grid<float> probabilities;
  for (std::size_t stage = 0; stage < stages.size(); ++stage) {
    probabilities = apply_stage(features, stages[stage], stage == 0 ? nullptr : &probabilities);
  }
  return probabilities;
}

Grid<float> transposed(const Grid<float>& grid) {
  Grid<float> turned(grid.columns(), grid.rows());
  for (std::size_t i = 0; i < grid.rows(); ++i) {
    for (std::size_t j = 0; j < grid.columns(); ++j) turned(j, i) = grid(i, j);
  }
  return turned;
}

}  // namespace duizhao::words
