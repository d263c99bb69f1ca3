// Fits the small networks of the models by maximum likelihood.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "words/link_model.hpp"

namespace training {

/// Rows of inputs with what should come out, 0 to 1, and what each counts.
struct Examples {
  std::size_t inputs = 0;
  std::vector<float> values;  // row by row
  std::vector<float> targets;
  std::vector<float> weights;

  std::size_t size() const { return targets.size(); }
  void add(std::span<const float> row, float target, float weight);
};

struct FitOptions {
  std::size_t hidden = 0;  ///< units; 0 for a logistic regression
  double ridge = 1;        ///< L2, on inputs scaled by their standard deviation
  int iterations = 120;
};

/// A network as its rows of weights: one for each input and the bias, and the output's.
struct Fitted {
  std::size_t inputs = 0;
  std::size_t hidden = 0;  // values in each row, 1 for a logistic regression
  std::vector<float> weights;
  std::vector<float> output;

  duizhao::words::Network network() const { return {inputs, hidden, weights, output}; }

  /// The rows of a model's section.
  std::string rows(std::span<const std::string_view> names) const;
};

/// Minimises the weighted cross-entropy by L-BFGS (nlopt), on two threads. Deterministic.
Fitted fit(const Examples& examples, const FitOptions& options);

}  // namespace training
