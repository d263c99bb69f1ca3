// The probabilities of links: stages of small networks, each of which also sees what the stage
// before believes of a pair's rivals and neighbours (stacking, Wolpert 1992).
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "words/grid.hpp"
#include "words/pair_features.hpp"

namespace duizhao::words {

/// A logistic regression, or one over hidden units with the softsign x / (1 + |x|).
class Network {
 public:
  Network() = default;

  /// `weights` has a row for each input and one for the bias, `hidden` values in each; `output` is
  /// a value for each hidden unit and the bias, and empty for a logistic regression, which has one
  /// value in each row. There may be 8 or 16 hidden units.
  Network(std::size_t inputs, std::size_t hidden, std::vector<float> weights,
          std::vector<float> output);

  /// 0 to 1. `inputs` has as many values as the network has inputs.
  float operator()(std::span<const float> inputs) const;

 private:
  static constexpr std::size_t kMostHidden = 16;

  template <std::size_t units>
  void add(std::span<const float> inputs, std::array<float, kMostHidden>& sums) const;

  std::size_t inputs_ = 0;
  std::size_t hidden_ = 0;
  std::vector<float> weights_;
  std::vector<float> output_;
};

/// What was learned from texts whose words were linked by hand: data/models/word-links-*.tsv.
struct LinkModel {
  std::vector<std::vector<Network>> stages;  ///< by stage, by group of pairs
  Network alone;  ///< whether a content word has no counterpart, by `alone_feature_names`
  Habits habits;

  /// Reads a model made for these features of pairs. Throws std::logic_error or
  /// std::out_of_range if it was made for others.
  static LinkModel parse(std::string_view model, std::span<const std::string_view> pair_features,
                         std::size_t groups);
};

/// Pairs that the stage before holds for less likely than this keep its probability.
inline constexpr float kNegligible = 0.002F;

/// Probabilities of links after the stages so far.
Grid<float> link_probabilities(const PairFeatures& features,
                               std::span<const std::vector<Network>> stages);

/// One stage. `before` is null for the first.
Grid<float> apply_stage(const PairFeatures& features, const std::vector<Network>& networks,
                        const Grid<float>* before);

Grid<float> transposed(const Grid<float>& grid);

}  // namespace duizhao::words
