// Learns the weights of the second pass from alignments made by hand.
//
// usage: train-sentence-aligner FOLDER [--without FEATURE]…
//
// FOLDER holds zh/, en/ and gold/, files of the same names: a sentence a line, and beads. Each
// file is a chapter. The model is fitted as a conditional random field with softmax margin (Gimpel
// & Smith 2010) to all chapters but one, in turn, and scored on the one left out; then to all of
// them. Chapters with faults (aligned_chapters.hpp) are scored as well, but not learned from.
// Prints accuracies, calibration error with its table, and the rows of
// data/models/sentence-aligner.tsv.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <duizhao/bitext/evaluation.hpp>
#include <duizhao/io/beads.hpp>
#include <duizhao/lexicon/lexicon.hpp>
#include <exception>
#include <iostream>
#include <nlopt.hpp>
#include <set>
#include <string>
#include <vector>

#include "align/search.hpp"
#include "aligned_chapters.hpp"

namespace training {
namespace {

using namespace duizhao;
using align::FeatureVector;
using align::kFeatureCount;

constexpr double kMargin = 0.5;         // nats, for each bead that is not in the gold
constexpr double kRegularisation = 10;  // L2, on features scaled by their standard deviation
constexpr double kLeastLexicalWeight = .1;
constexpr int kIterations = 200;

/// A sample with the features of all its candidates.
struct Instance {
  align::Graph graph;
  std::vector<FeatureVector> features;  // by edge
  std::vector<bool> is_gold;            // by edge
  std::vector<Bead> gold;
  FeatureVector gold_features{};  // summed
  double gold_continuation = 0;   // what its runs of null beads gain

  /// With `margin` on top for each bead that is not in the gold.
  std::vector<align::Graph::Score> scores(const FeatureVector& weights, double margin) const {
    std::vector<align::Graph::Score> list;
    for (std::size_t edge = 0; edge < features.size(); ++edge) {
      list.push_back({align::score(weights, features[edge]) + (is_gold[edge] ? 0 : margin),
                      align::continuation({}, {}, graph.spans()[edge])});
    }
    return list;
  }
};

Bead bead_of(const align::Span& span) {
  Bead bead;
  for (std::size_t i = span.source_begin; i < span.source_end(); ++i) bead.source.push_back(i);
  for (std::size_t j = span.target_begin; j < span.target_end(); ++j) bead.target.push_back(j);
  return bead;
}

Instance instance_of(const Sample& sample, const Lexicon& lexicon) {
  const auto text = [&](const std::vector<std::string>& sentences,
                        const std::string& language) -> align::Text {
    words::Tokenizer tokenizer(language, lexicon.tables());
    return {{sentences, tokenizer}, align::surfaces(sentences, language), {}};
  };
  const align::Text source = text(sample.source, "zh");
  const align::Text target = text(sample.target, "en");
  const align::Candidates candidates(source, target,
                                     {source.tokens, target.tokens, lexicon.tables()});
  const align::Features features = candidates.features();
  Instance instance{candidates.graph(), {}, {}, {}};
  const align::Span* previous = nullptr;
  for (const align::Span& span : sample.gold) {
    instance.gold.push_back(bead_of(span));
    if (previous != nullptr && previous->is_null()) {
      instance.gold_continuation += align::continuation({}, {}, span);
    }
    previous = &span;
  }
  std::size_t found = 0;
  for (std::size_t edge = 0; edge < instance.graph.edges().size(); ++edge) {
    const align::Span& span = instance.graph.spans()[edge];
    instance.features.push_back(features(edge));
    instance.is_gold.push_back(std::find(sample.gold.begin(), sample.gold.end(), span) !=
                               sample.gold.end());
    if (!instance.is_gold.back()) continue;
    ++found;
    for (std::size_t k = 0; k < kFeatureCount; ++k) {
      instance.gold_features[k] += instance.features.back()[k];
    }
  }
  std::cerr << fmt::format("{}: {} candidates, {} of {} gold beads among them\n", sample.name,
                           instance.features.size(), found, sample.gold.size());
  return instance;
}

class Trainer {
 public:
  Trainer(const std::vector<Instance>& chapters, const std::set<std::string>& without)
      : chapters_(chapters), without_(without) {
    FeatureVector sums{}, squares{};
    double count = 0;
    for (const Instance& instance : chapters) {
      count += static_cast<double>(instance.features.size());
      for (const FeatureVector& values : instance.features) {
        for (std::size_t k = 0; k < kFeatureCount; ++k) {
          sums[k] += values[k];
          squares[k] += values[k] * values[k];
        }
      }
    }
    for (std::size_t k = 0; k < kFeatureCount; ++k) {
      const double mean = sums[k] / count;
      deviations_[k] = std::sqrt(squares[k] / count - mean * mean) + 1e-6;
    }
  }

  /// Weights from all chapters but one.
  FeatureVector fit(std::size_t left_out) {
    left_out_ = left_out;
    nlopt::opt optimiser(nlopt::LD_LBFGS, kFeatureCount);
    std::vector<double> least(kFeatureCount, -HUGE_VAL), most(kFeatureCount, HUGE_VAL);
    std::vector<double> scaled(kFeatureCount, 0);
    least[align::lexical] = scaled[align::lexical] =
        kLeastLexicalWeight * deviations_[align::lexical];
    for (std::size_t k = 0; k < kFeatureCount; ++k) {
      if (without_.contains(std::string(align::kFeatureNames[k]))) least[k] = most[k] = 0;
    }
    optimiser.set_lower_bounds(least);
    optimiser.set_upper_bounds(most);
    optimiser.set_min_objective(
        [](const std::vector<double>& x, std::vector<double>& gradient, void* self) {
          return static_cast<Trainer*>(self)->loss(x, gradient);
        },
        this);
    optimiser.set_maxeval(kIterations);
    optimiser.set_ftol_rel(1e-7);
    double loss = 0;
    optimiser.optimize(scaled, loss);
    return unscaled(scaled);
  }

 private:
  FeatureVector unscaled(const std::vector<double>& scaled) const {
    FeatureVector weights{};
    for (std::size_t k = 0; k < kFeatureCount; ++k) weights[k] = scaled[k] / deviations_[k];
    return weights;
  }

  double loss(const std::vector<double>& scaled, std::vector<double>& gradient) const {
    double loss = 0;
    gradient.assign(kFeatureCount, 0);
    for (std::size_t k = 0; k < kFeatureCount; ++k) {
      loss += kRegularisation / 2 * scaled[k] * scaled[k];
      gradient[k] += kRegularisation * scaled[k];
    }
    const FeatureVector weights = unscaled(scaled);
    for (std::size_t c = 0; c < chapters_.size(); ++c) {
      if (c == left_out_) continue;
      const Instance& instance = chapters_[c];
      const auto costly = instance.scores(weights, kMargin);
      const auto posteriors = instance.graph.posteriors(costly);
      FeatureVector expected{};
      for (std::size_t edge = 0; edge < costly.size(); ++edge) {
        for (std::size_t k = 0; k < kFeatureCount; ++k) {
          expected[k] += posteriors.shares[edge] * instance.features[edge][k];
        }
      }
      loss += (posteriors.log_total - align::score(weights, instance.gold_features));
      for (std::size_t k = 0; k < kFeatureCount; ++k) {
        gradient[k] += (expected[k] - instance.gold_features[k]) / deviations_[k];
      }
    }
    return loss;
  }

  const std::vector<Instance>& chapters_;
  const std::set<std::string>& without_;
  FeatureVector deviations_{};
  std::size_t left_out_ = 0;
};

/// How often beads are right, by their confidence.
class Calibration {
 public:
  void add(double confidence, bool right) {
    Bin& bin = bins_[std::min(kBins - 1, static_cast<std::size_t>(confidence * kBins))];
    ++bin.beads;
    bin.confidence += confidence;
    bin.right += right;
  }

  void print() const {
    double error = 0, beads = 0;
    for (const Bin& bin : bins_) {
      error += std::abs(bin.confidence - bin.right);
      beads += bin.beads;
    }
    std::cout << fmt::format("expected calibration error {:.4f}\n", error / beads);
    for (std::size_t k = kBins; k-- > 0;) {
      const Bin& bin = bins_[k];
      if (bin.beads == 0) continue;
      std::cout << fmt::format("  from .{}: {:4.0f} beads, mean confidence {:.3f}, right {:.3f}\n",
                               k, bin.beads, bin.confidence / bin.beads, bin.right / bin.beads);
    }
  }

 private:
  static constexpr std::size_t kBins = 10;
  struct Bin {
    double beads = 0;
    double confidence = 0;
    double right = 0;
  };
  Bin bins_[kBins];
};

/// Accuracy, calibration and likelihood over several instances.
struct Report {
  Evaluator evaluator;
  Calibration calibration;
  double loss = 0;  // negative log-likelihood of the gold, nats

  void add(const Instance& instance, const FeatureVector& weights) {
    const auto scores = instance.scores(weights, 0);
    const auto posteriors = instance.graph.posteriors(scores);
    std::vector<Bead> beads;
    for (const std::size_t edge : instance.graph.best_path(scores)) {
      beads.push_back(bead_of(instance.graph.spans()[edge]));
      const bool right = std::find(instance.gold.begin(), instance.gold.end(), beads.back()) !=
                         instance.gold.end();
      calibration.add(posteriors.beads[edge], right);
    }
    evaluator.add(instance.gold, beads);
    loss += posteriors.log_total - align::score(weights, instance.gold_features) -
            instance.gold_continuation;
  }

  void print(const std::string& title) const {
    const Evaluation result = evaluator.result();
    std::cout << fmt::format("{}: strict P {:.4f} R {:.4f} F1 {:.4f}, lax F1 {:.4f}, loss {:.1f}\n",
                             title, result.strict.precision, result.strict.recall, result.strict.f1,
                             result.lax.f1, loss);
  }
};

void run(const std::filesystem::path& folder, const std::set<std::string>& without) {
  const Lexicon lexicon = Lexicon::load_default();
  const std::vector<Sample> samples = read_samples(folder);
  std::vector<Instance> chapters;
  for (const Sample& sample : samples) chapters.push_back(instance_of(sample, lexicon));
  Trainer trainer(chapters, without);
  Report plain, faulty;
  for (std::size_t c = 0; c < samples.size(); ++c) {
    const FeatureVector weights = trainer.fit(c);
    plain.add(chapters[c], weights);
    for (const Sample& variant : faulty_variants(samples[c], samples[(c + 1) % samples.size()])) {
      faulty.add(instance_of(variant, lexicon), weights);
    }
  }
  plain.print("leave one out");
  plain.calibration.print();
  faulty.print("their faulty variants");
  const FeatureVector weights = trainer.fit(samples.size());
  for (std::size_t k = 0; k < kFeatureCount; ++k) {
    std::cout << fmt::format("{}\t{:.4f}\n", align::kFeatureNames[k], weights[k]);
  }
}

}  // namespace
}  // namespace training

int main(int argc, char** argv) {
  std::set<std::string> without;
  for (int k = 2; k + 1 < argc; k += 2) {
    if (std::string(argv[k]) == "--without") without.insert(argv[k + 1]);
  }
  if (argc < 2 || argc % 2 != 0) {
    std::cerr << "usage: train-sentence-aligner FOLDER [--without FEATURE]…\n";
    return 2;
  }
  try {
    training::run(argv[1], without);
  } catch (const std::exception& error) {
    std::cerr << "train-sentence-aligner: " << error.what() << '\n';
    return 3;
  }
}
