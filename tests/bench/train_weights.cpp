// Learns the weights of the second pass from alignments made by hand.
//
// usage: train-weights FOLDER [--without FEATURE]…
//
// FOLDER holds zh/, en/ and gold/, files of the same names: a sentence a line, and beads. Each
// file is a chapter. The model is fitted as a conditional random field with softmax margin (Gimpel
// & Smith 2010), one for each bead that the gold does not have, to all chapters but one, in turn,
// and scored on the one left out; then to all of them. Prints the accuracies, the calibration error
// with its table, and the weights.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <duizhao/beads.hpp>
#include <duizhao/file.hpp>
#include <duizhao/lexicon.hpp>
#include <exception>
#include <filesystem>
#include <iostream>
#include <memory>
#include <nlopt.hpp>
#include <set>
#include <string>
#include <vector>

#include "align/search.hpp"

namespace {

namespace fs = std::filesystem;
using namespace duizhao;
using align::FeatureVector;
using align::kFeatureCount;

constexpr double kMargin = 1;            // nats, for each bead that is not in the gold
constexpr double kRegularisation = 10;   // L2, on features scaled by their standard deviation
constexpr double kLeastLexicalWeight = .1;
constexpr int kIterations = 200;

std::vector<std::string> lines(const fs::path& path) {
  std::vector<std::string> list;
  const std::string bytes = read_file(path);
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    list.push_back(bytes.substr(begin, end - begin));
    begin = end + 1;
  }
  return list;
}

Bead bead_of(const align::Span& span) {
  Bead bead;
  for (std::size_t i = span.source_begin; i < span.source_end(); ++i) bead.source.push_back(i);
  for (std::size_t j = span.target_begin; j < span.target_end(); ++j) bead.target.push_back(j);
  return bead;
}

/// The beads where they lie, each after the other.
std::vector<align::Span> spans_of(const std::vector<Bead>& beads) {
  std::vector<align::Span> spans;
  align::Place here{0, 0};
  for (const Bead& bead : beads) {
    spans.push_back({here.source, bead.source.size(), here.target, bead.target.size()});
    here = spans.back().end();
  }
  return spans;
}

/// A chapter with the features of all its candidates.
struct Chapter {
  std::string name;
  align::Graph graph;
  std::vector<FeatureVector> features;  // by edge
  std::vector<bool> is_gold;            // by edge
  FeatureVector gold_features{};        // summed
  std::vector<Bead> gold;
};

Chapter read_chapter(const fs::path& folder, const std::string& name, const Lexicon& lexicon) {
  const auto text = [&](const std::string& language) -> align::Text {
    const auto sentences = lines(folder / language / name);
    return {{sentences, language, lexicon.tables()}, align::surfaces(sentences, language)};
  };
  const align::Text source = text("zh");
  const align::Text target = text("en");
  const align::Candidates candidates(source, target, lexicon.tables());
  const align::Features features = candidates.features();
  Chapter chapter{name, candidates.graph(), {}, {}, {}, {}};
  const fs::path gold = folder / "gold" / name;
  chapter.gold = parse_beads(read_file(gold), gold.string());
  const std::vector<align::Span> gold_spans = spans_of(chapter.gold);
  std::size_t found = 0;
  for (std::size_t edge = 0; edge < chapter.graph.edges().size(); ++edge) {
    chapter.features.push_back(features(edge));
    chapter.is_gold.push_back(std::find(gold_spans.begin(), gold_spans.end(),
                                        chapter.graph.spans()[edge]) != gold_spans.end());
    if (!chapter.is_gold.back()) continue;
    ++found;
    for (std::size_t k = 0; k < kFeatureCount; ++k) {
      chapter.gold_features[k] += chapter.features.back()[k];
    }
  }
  std::cerr << fmt::format("{}: {} candidates, {} of {} gold beads among them\n", name,
                           chapter.graph.edges().size(), found, gold_spans.size());
  return chapter;
}

std::vector<double> scores(const Chapter& chapter, const FeatureVector& weights) {
  std::vector<double> list(chapter.features.size(), 0);
  for (std::size_t edge = 0; edge < list.size(); ++edge) {
    for (std::size_t k = 0; k < kFeatureCount; ++k) {
      list[edge] += weights[k] * chapter.features[edge][k];
    }
  }
  return list;
}

class Trainer {
 public:
  Trainer(const std::vector<Chapter>& chapters, std::set<std::string> without)
      : chapters_(chapters), without_(std::move(without)) {
    FeatureVector sums{}, squares{};
    std::size_t count = 0;
    for (const Chapter& chapter : chapters) {
      count += chapter.features.size();
      for (const FeatureVector& values : chapter.features) {
        for (std::size_t k = 0; k < kFeatureCount; ++k) {
          sums[k] += values[k];
          squares[k] += values[k] * values[k];
        }
      }
    }
    for (std::size_t k = 0; k < kFeatureCount; ++k) {
      const double mean = sums[k] / static_cast<double>(count);
      deviations_[k] = std::sqrt(squares[k] / static_cast<double>(count) - mean * mean) + 1e-6;
    }
  }

  /// Weights from all chapters but one.
  FeatureVector fit(std::size_t left_out) {
    left_out_ = left_out;
    nlopt::opt optimiser(nlopt::LD_LBFGS, kFeatureCount);
    std::vector<double> least(kFeatureCount, -HUGE_VAL), most(kFeatureCount, HUGE_VAL);
    std::vector<double> scaled(kFeatureCount, 0);
    least[0] = scaled[0] = kLeastLexicalWeight * deviations_[0];
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
      const Chapter& chapter = chapters_[c];
      auto costly = scores(chapter, weights);
      for (std::size_t edge = 0; edge < costly.size(); ++edge) {
        if (!chapter.is_gold[edge]) costly[edge] += kMargin;
      }
      const auto posteriors = chapter.graph.posteriors(costly, 0);
      loss += posteriors.log_total;
      FeatureVector expected{};
      for (std::size_t edge = 0; edge < costly.size(); ++edge) {
        for (std::size_t k = 0; k < kFeatureCount; ++k) {
          expected[k] += posteriors.shares[edge] * chapter.features[edge][k];
        }
      }
      for (std::size_t k = 0; k < kFeatureCount; ++k) {
        loss -= weights[k] * chapter.gold_features[k];
        gradient[k] += (expected[k] - chapter.gold_features[k]) / deviations_[k];
      }
    }
    return loss;
  }

  const std::vector<Chapter>& chapters_;
  std::set<std::string> without_;
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

void evaluate(const Chapter& chapter, const FeatureVector& weights, Evaluator& evaluator,
              Calibration& calibration) {
  const auto list = scores(chapter, weights);
  const auto posteriors = chapter.graph.posteriors(list, 0);
  std::vector<Bead> beads;
  for (const std::size_t edge : chapter.graph.best_path(list, 0)) {
    beads.push_back(bead_of(chapter.graph.spans()[edge]));
    calibration.add(posteriors.shares[edge], chapter.is_gold[edge]);
  }
  evaluator.add(chapter.gold, beads);
}

void run(const fs::path& folder, std::set<std::string> without) {
  const Lexicon lexicon = Lexicon::load_default();
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder / "gold")) {
    names.insert(entry.path().filename().string());
  }
  std::vector<Chapter> chapters;
  for (const std::string& name : names) chapters.push_back(read_chapter(folder, name, lexicon));
  Trainer trainer(chapters, std::move(without));
  Evaluator evaluator;
  Calibration calibration;
  for (std::size_t c = 0; c < chapters.size(); ++c) {
    evaluate(chapters[c], trainer.fit(c), evaluator, calibration);
  }
  const Evaluation result = evaluator.result();
  std::cout << fmt::format("leave one out: strict P {:.4f} R {:.4f} F1 {:.4f}, lax {:.4f}\n",
                           result.strict.precision, result.strict.recall, result.strict.f1,
                           result.lax.f1);
  calibration.print();
  const FeatureVector weights = trainer.fit(chapters.size());
  for (std::size_t k = 0; k < kFeatureCount; ++k) {
    std::cout << fmt::format("{:16} {:8.4f}\n", align::kFeatureNames[k], weights[k]);
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::set<std::string> without;
  for (int k = 2; k + 1 < argc; k += 2) {
    if (std::string(argv[k]) == "--without") without.insert(argv[k + 1]);
  }
  if (argc < 2 || argc % 2 != 0) {
    std::cerr << "usage: train-weights FOLDER [--without FEATURE]…\n";
    return 2;
  }
  try {
    run(argv[1], std::move(without));
  } catch (const std::exception& error) {
    std::cerr << "train-weights: " << error.what() << '\n';
    return 3;
  }
}
