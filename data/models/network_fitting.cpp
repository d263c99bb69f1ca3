#include "network_fitting.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <nlopt.hpp>
#include <random>
#include <stdexcept>
#include <thread>

namespace training {
namespace {

/// The loss and its gradient over standardised inputs.
class Objective {
 public:
  Objective(const Examples& examples, const FitOptions& options)
      : examples_(examples),
        options_(options),
        units_(std::max<std::size_t>(1, options.hidden)),
        means_(examples.inputs),
        deviations_(examples.inputs) {
    const auto rows = static_cast<double>(std::max<std::size_t>(1, examples.size()));
    std::vector<double> sums(examples.inputs), squares(examples.inputs);
    for (std::size_t r = 0; r < examples.size(); ++r) {
      for (std::size_t k = 0; k < examples.inputs; ++k) {
        const double value = examples.values[r * examples.inputs + k];
        sums[k] += value;
        squares[k] += value * value;
      }
    }
    for (std::size_t k = 0; k < examples.inputs; ++k) {
      const double mean = sums[k] / rows;
      const double variance = std::max(0.0, squares[k] / rows - mean * mean);
      means_[k] = static_cast<float>(mean);
      deviations_[k] = static_cast<float>(std::sqrt(variance) + 1e-4);
    }
    scaled_.resize(examples.values.size());
    for (std::size_t r = 0; r < examples.size(); ++r) {
      for (std::size_t k = 0; k < examples.inputs; ++k) {
        const std::size_t at = r * examples.inputs + k;
        scaled_[at] = (examples.values[at] - means_[k]) / deviations_[k];
      }
    }
  }

  /// Weights by unit, then the units' biases, then the output and its bias.
  std::size_t size() const {
    return units_ * (examples_.inputs + 1) + (options_.hidden > 0 ? units_ + 1 : 0);
  }

  std::vector<double> start() const {
    std::vector<double> x(size(), 0);
    std::mt19937 random(1);
    if (options_.hidden == 0) return x;
    const double scale = 1 / std::sqrt(static_cast<double>(examples_.inputs));
    for (double& value : x) {
      value = scale * (static_cast<double>(random()) / 4294967296.0 * 2 - 1) * 1.7;
    }
    x.back() = 0;
    return x;
  }

  double operator()(const std::vector<double>& x, std::vector<double>& gradient) const {
    constexpr std::size_t kThreads = 2;
    std::array<double, kThreads> losses{};
    std::array<std::vector<double>, kThreads> gradients;
    const std::vector<float> w(x.begin(), x.end());
    std::vector<std::thread> threads;
    for (std::size_t t = 0; t < kThreads; ++t) {
      threads.emplace_back([&, t] {
        gradients[t].assign(size(), 0);
        losses[t] = add_rows(w, examples_.size() * t / kThreads,
                             examples_.size() * (t + 1) / kThreads, gradients[t]);
      });
    }
    for (std::thread& thread : threads) thread.join();
    double loss = losses[0] + losses[1];
    gradient.assign(size(), 0);
    for (std::size_t k = 0; k < size(); ++k) {
      gradient[k] = gradients[0][k] + gradients[1][k];
      if (!is_bias(k)) {
        loss += options_.ridge / 2 * x[k] * x[k];
        gradient[k] += options_.ridge * x[k];
      }
    }
    return loss;
  }

  /// The weights on the inputs as they are.
  Fitted unscaled(const std::vector<double>& x) const {
    Fitted fitted{examples_.inputs, units_, {}, {}};
    fitted.weights.resize(units_ * (examples_.inputs + 1));
    for (std::size_t h = 0; h < units_; ++h) {
      double bias = x[units_ * examples_.inputs + h];
      for (std::size_t k = 0; k < examples_.inputs; ++k) {
        const double weight = x[h * examples_.inputs + k] / deviations_[k];
        fitted.weights[k * units_ + h] = static_cast<float>(weight);
        bias -= weight * means_[k];
      }
      fitted.weights[examples_.inputs * units_ + h] = static_cast<float>(bias);
    }
    if (options_.hidden > 0) {
      fitted.output.assign(x.end() - static_cast<std::ptrdiff_t>(units_ + 1), x.end());
    }
    return fitted;
  }

 private:
  bool is_bias(std::size_t k) const {
    const std::size_t first = units_ * examples_.inputs;
    return (k >= first && k < first + units_) || (options_.hidden > 0 && k + 1 == size());
  }

  double add_rows(const std::vector<float>& w, std::size_t begin, std::size_t end,
                  std::vector<double>& gradient) const {
    const std::size_t n = examples_.inputs;
    const float* biases = w.data() + units_ * n;
    const float* output = biases + units_;
    std::vector<float> sums(size());
    std::vector<float> hidden(units_);
    double loss = 0;
    const auto flush = [&] {
      for (std::size_t k = 0; k < size(); ++k) {
        gradient[k] += sums[k];
        sums[k] = 0;
      }
    };
    for (std::size_t r = begin; r < end; ++r) {
      constexpr std::size_t kBlock = 256;  // rows between flushes, so that floats stay exact
      if ((r - begin) % kBlock == 0) flush();
      const float* row = scaled_.data() + r * n;
      float z = options_.hidden > 0 ? output[units_] : 0;
      for (std::size_t h = 0; h < units_; ++h) {
        const float* weights = w.data() + h * n;
        float sum = biases[h];
        for (std::size_t k = 0; k < n; ++k) sum += weights[k] * row[k];
        hidden[h] = options_.hidden > 0 ? sum / (1 + std::abs(sum)) : sum;
        z += options_.hidden > 0 ? output[h] * hidden[h] : sum;
      }
      const float y = examples_.targets[r];
      const float weight = examples_.weights[r];
      const double positive = z > 0 ? z : 0;
      loss += weight * (positive + std::log1p(std::exp(-std::abs(static_cast<double>(z)))) -
                        static_cast<double>(y) * z);
      const float slope = weight * (1 / (1 + std::exp(-z)) - y);
      for (std::size_t h = 0; h < units_; ++h) {
        float own = slope;
        if (options_.hidden > 0) {
          sums[units_ * (n + 1) + h] += slope * hidden[h];
          const float slack = 1 - std::abs(hidden[h]);  // the softsign's slope is its square
          own *= output[h] * slack * slack;
        }
        sums[units_ * n + h] += own;
        float* of_unit = sums.data() + h * n;
        for (std::size_t k = 0; k < n; ++k) of_unit[k] += own * row[k];
      }
      if (options_.hidden > 0) sums.back() += slope;
    }
    flush();
    return loss;
  }

  const Examples& examples_;
  FitOptions options_;
  std::size_t units_;
  std::vector<float> means_;
  std::vector<float> deviations_;
  std::vector<float> scaled_;
};

}  // namespace

void Examples::add(std::span<const float> row, float target, float weight) {
  inputs = row.size();
  values.insert(values.end(), row.begin(), row.end());
  targets.push_back(target);
  weights.push_back(weight);
}

std::string Fitted::rows(std::span<const std::string_view> names) const {
  std::string text;
  for (std::size_t k = 0; k <= inputs; ++k) {
    text += k < inputs ? names[k] : std::string_view("bias");
    for (std::size_t h = 0; h < hidden; ++h) {
      text += fmt::format("\t{:.4g}", weights[k * hidden + h]);
    }
    text += '\n';
  }
  if (output.empty()) return text;
  text += "output";
  for (const float value : output) text += fmt::format("\t{:.4g}", value);
  return text + '\n';
}

Fitted fit(const Examples& examples, const FitOptions& options) {
  const Objective objective(examples, options);
  std::vector<double> x = objective.start();
  nlopt::opt optimiser(nlopt::LD_LBFGS, static_cast<unsigned>(x.size()));
  optimiser.set_min_objective(
      [](const std::vector<double>& at, std::vector<double>& gradient, void* self) {
        return (*static_cast<const Objective*>(self))(at, gradient);
      },
      const_cast<Objective*>(&objective));
  optimiser.set_maxeval(options.iterations);
  optimiser.set_ftol_rel(1e-6);
  optimiser.set_vector_storage(12);
  double loss = 0;
  try {
    optimiser.optimize(x, loss);
  } catch (const std::runtime_error&) {
    // L-BFGS says so where no step goes down any more: x is the best that it has seen.
  }
  return objective.unscaled(x);
}

}  // namespace training
