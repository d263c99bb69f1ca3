// Learns the weights of the second pass from alignments that are known.
//
// usage: train-sentence-aligner FOLDER… [--without FEATURE]…
//
// A FOLDER holds zh/ and en/, files of the same names, a sentence a line, and gold/, their beads;
// without gold/ lines correspond one to one. Each text is used as it is and after each kind of edit
// (aligned_chapters.hpp). The model is fitted as a conditional random field with softmax margin
// (Gimpel & Smith 2010) to five sixths of each folder's texts, in turn, and scored on the sixth
// left out; then to all of them. Prints for each folder and edit accuracy, null beads and
// calibration, and the rows of data/models/sentence-aligner.tsv.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <duizhao/bitext/evaluation.hpp>
#include <duizhao/io/beads.hpp>
#include <duizhao/lexicon/lexicon.hpp>
#include <exception>
#include <future>
#include <iostream>
#include <map>
#include <nlopt.hpp>
#include <set>
#include <string>
#include <vector>

#include "align/candidates.hpp"
#include "align/weights.hpp"
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

/// Weights of pairs without freedom, and how they change with it (align/habits.hpp).
constexpr std::size_t kParameterCount = 2 * kFeatureCount;
using Parameters = std::array<double, kParameterCount>;

FeatureVector weights_for(const Parameters& parameters, double freedom) {
  FeatureVector weights;
  for (std::size_t k = 0; k < kFeatureCount; ++k) {
    weights[k] = parameters[k] + freedom * parameters[kFeatureCount + k];
  }
  return weights;
}

constexpr std::size_t kFolds = 6;
constexpr double kEditedWeight = 0.1;  // of edited samples in the likelihood

/// A sample with the features of all its candidates.
struct Instance {
  std::string group;  // what is reported together
  std::size_t fold;
  double weight;  // in the likelihood
  align::Graph graph;
  std::vector<FeatureVector> features;  // by edge
  std::vector<bool> is_gold;            // by edge
  std::vector<Bead> gold;
  FeatureVector gold_features{};  // summed
  double freedom = 0;

  /// With `margin` on top for each bead that is not in the gold.
  std::vector<align::Graph::Score> scores(const FeatureVector& weights, double margin) const {
    std::vector<align::Graph::Score> list;
    list.reserve(features.size());
    for (std::size_t edge = 0; edge < features.size(); ++edge) {
      list.push_back({align::score(weights, features[edge]) + (is_gold[edge] ? 0 : margin),
                      graph.edges()[edge].null ? weights[align::continuation] : 0});
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

Instance instance_of(const Sample& sample, const Lexicon& lexicon, const std::string& group,
                     std::size_t fold, double weight) {
  const auto text = [&](const std::vector<std::string>& sentences,
                        const std::string& language) -> align::Text {
    words::Tokenizer tokenizer(language, lexicon.tables());
    return {{sentences, tokenizer}, align::surfaces(sentences, language), {}};
  };
  const align::Text source = text(sample.source, "zh");
  const align::Text target = text(sample.target, "en");
  words::LexicalModel model(source.tokens, target.tokens, lexicon.tables());
  model.drop_unlikely();
  const align::Candidates candidates(source, target, model);
  const align::Features features = candidates.features();
  Instance instance{group, fold, weight, candidates.graph(), {}, {}, {}};
  const align::Span* previous = nullptr;
  for (const align::Span& span : sample.gold) {
    instance.gold.push_back(bead_of(span));
    if (previous != nullptr && previous->is_null() && span.is_null()) {
      ++instance.gold_features[align::continuation];
    }
    previous = &span;
  }
  // A null bead is the same wherever on the other side it lies; its edge in the gold is one.
  const auto is_gold = [&](const align::Span& span) {
    const auto at = std::lower_bound(
        sample.gold.begin(), sample.gold.end(), span,
        [](const align::Span& left, const align::Span& right) { return left.to() < right.to(); });
    return at != sample.gold.end() && *at == span;
  };
  instance.freedom = candidates.habits().freedom;
  std::size_t found = 0;
  for (std::size_t edge = 0; edge < instance.graph.edges().size(); ++edge) {
    const align::Span& span = instance.graph.spans()[edge];
    instance.features.push_back(features(edge));
    instance.is_gold.push_back(is_gold(span));
    if (!instance.is_gold.back()) continue;
    ++found;
    for (std::size_t k = 0; k < kFeatureCount; ++k) {
      instance.gold_features[k] += instance.features.back()[k];
    }
  }
  if (found < sample.gold.size()) {
    std::cerr << fmt::format("{} {}: {} candidates, {} of {} gold beads among them\n", group,
                             sample.name, instance.features.size(), found, sample.gold.size());
  }
  return instance;
}

class Trainer {
 public:
  Trainer(const std::vector<Instance>& instances, const std::set<std::string>& without)
      : instances_(instances), without_(without) {
    FeatureVector sums{}, squares{};
    double count = 0;
    for (const Instance& instance : instances) {
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
    deviations_[align::continuation] = 0.1;  // it is no bead's
  }

  /// Weights from all folds but one.
  Parameters fit(std::size_t left_out) {
    left_out_ = left_out;
    nlopt::opt optimiser(nlopt::LD_LBFGS, kParameterCount);
    std::vector<double> least(kParameterCount, -HUGE_VAL), most(kParameterCount, HUGE_VAL);
    std::vector<double> scaled(kParameterCount, 0);
    least[align::lexical] = scaled[align::lexical] =
        kLeastLexicalWeight * deviations_[align::lexical];
    least[kFeatureCount + align::lexical] = 0;
    for (std::size_t k = 0; k < kParameterCount; ++k) {
      const std::string name(align::kFeatureNames[k % kFeatureCount]);
      if (without_.contains(name)) least[k] = most[k] = 0;
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
  Parameters unscaled(const std::vector<double>& scaled) const {
    Parameters weights{};
    for (std::size_t k = 0; k < kParameterCount; ++k)
      weights[k] = scaled[k] / deviations_[k % kFeatureCount];
    return weights;
  }

  double loss(const std::vector<double>& scaled, std::vector<double>& gradient) const {
    double loss = 0;
    gradient.assign(kParameterCount, 0);
    for (std::size_t k = 0; k < kParameterCount; ++k) {
      loss += kRegularisation / 2 * scaled[k] * scaled[k];
      gradient[k] += kRegularisation * scaled[k];
    }
    const Parameters parameters = unscaled(scaled);
    for (const Instance& instance : instances_) {
      if (instance.fold == left_out_) continue;
      const FeatureVector weights = weights_for(parameters, instance.freedom);
      const auto costly = instance.scores(weights, kMargin);
      const auto posteriors = instance.graph.posteriors(costly);
      FeatureVector expected{};
      for (std::size_t edge = 0; edge < costly.size(); ++edge) {
        for (std::size_t k = 0; k < kFeatureCount; ++k) {
          expected[k] += posteriors.shares[edge] * instance.features[edge][k];
        }
      }
      expected[align::continuation] = posteriors.continuations;
      loss +=
          instance.weight * (posteriors.log_total - align::score(weights, instance.gold_features));
      for (std::size_t k = 0; k < kFeatureCount; ++k) {
        const double surplus =
            instance.weight * (expected[k] - instance.gold_features[k]) / deviations_[k];
        gradient[k] += surplus;
        gradient[kFeatureCount + k] += instance.freedom * surplus;
      }
    }
    return loss;
  }

  const std::vector<Instance>& instances_;
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

  /// The expected calibration error over ten bins and what the surest bin holds.
  std::string summary() const {
    double error = 0, beads = 0;
    for (const Bin& bin : bins_) {
      error += std::abs(bin.confidence - bin.right);
      beads += bin.beads;
    }
    const Bin& surest = bins_[kBins - 1];
    return fmt::format("error {:.4f}, .9 and more {:.4f} right", error / beads,
                       surest.right / surest.beads);
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
  std::size_t null_gold = 0, null_found = 0, null_false = 0;

  void add(const Instance& instance, const Parameters& parameters) {
    const FeatureVector weights = weights_for(parameters, instance.freedom);
    const auto scores = instance.scores(weights, 0);
    const auto posteriors = instance.graph.posteriors(scores);
    const auto key = [](const Bead& bead) { return std::pair(bead.source, bead.target); };
    std::set<std::pair<std::vector<std::size_t>, std::vector<std::size_t>>> gold;
    for (const Bead& bead : instance.gold) {
      gold.insert(key(bead));
      null_gold += bead.source.empty() || bead.target.empty();
    }
    std::vector<Bead> beads;
    for (const std::size_t edge : instance.graph.safest_path(posteriors.beads)) {
      beads.push_back(bead_of(instance.graph.spans()[edge]));
      const bool right = gold.contains(key(beads.back()));
      calibration.add(posteriors.beads[edge], right);
      if (instance.graph.edges()[edge].null) ++(right ? null_found : null_false);
    }
    evaluator.add(instance.gold, beads);
    loss += posteriors.log_total - align::score(weights, instance.gold_features);
  }

  void print(const std::string& title) const {
    const Evaluation result = evaluator.result();
    std::cout << fmt::format(
        "{:22} F1 {:.4f} P {:.4f} R {:.4f}  null {:4} of {:4}, {:3} false  {}  loss {:.1f}\n",
        title, result.strict.f1, result.strict.precision, result.strict.recall, null_found,
        null_gold, null_false, calibration.summary(), loss);
  }
};

void run(const std::vector<std::filesystem::path>& folders, const std::set<std::string>& without) {
  const Lexicon lexicon = Lexicon::load_default();
  std::vector<Instance> instances;
  for (const auto& folder : folders) {
    const std::vector<Sample> samples = read_samples(folder);
    for (std::size_t k = 0; k < samples.size(); ++k) {
      const Sample& other = samples[(k + 1) % samples.size()];
      for (const auto& [edit, name] : kEdits) {
        const auto seed =
            static_cast<std::uint32_t>(k * std::size(kEdits)) + static_cast<std::uint32_t>(edit);
        instances.push_back(instance_of(edited(samples[k], other, edit, seed), lexicon,
                                        folder.filename().string() + " " + name, k % kFolds,
                                        edit == Edit::none ? 1 : kEditedWeight));
      }
    }
  }
  Trainer trainer(instances, without);
  std::map<std::string, Report> reports;
  std::vector<std::future<Parameters>> fits;
  for (std::size_t fold = 0; fold <= kFolds; ++fold) {
    fits.push_back(std::async(std::launch::async, [=]() mutable { return trainer.fit(fold); }));
  }
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    const Parameters weights = fits[fold].get();
    for (const Instance& instance : instances) {
      if (instance.fold == fold) reports[instance.group].add(instance, weights);
    }
  }
  for (const auto& [group, report] : reports) report.print(group);
  const Parameters parameters = fits[kFolds].get();
  for (const double freedom : {0., 1.}) {
    std::cout << (freedom == 0 ? "[strict]\n" : "[free]\n");
    const FeatureVector weights = weights_for(parameters, freedom);
    for (std::size_t k = 0; k < kFeatureCount; ++k) {
      std::cout << fmt::format("{}\t{:.4f}\n", align::kFeatureNames[k], weights[k]);
    }
  }
}

}  // namespace
}  // namespace training

int main(int argc, char** argv) {
  std::set<std::string> without;
  std::vector<std::filesystem::path> folders;
  for (int k = 1; k < argc; ++k) {
    if (std::string(argv[k]) == "--without" && k + 1 < argc) {
      without.insert(argv[++k]);
    } else {
      folders.emplace_back(argv[k]);
    }
  }
  if (folders.empty()) {
    std::cerr << "usage: train-sentence-aligner FOLDER… [--without FEATURE]…\n";
    return 2;
  }
  try {
    training::run(folders, without);
  } catch (const std::exception& error) {
    std::cerr << "train-sentence-aligner: " << error.what() << '\n';
    return 3;
  }
}
