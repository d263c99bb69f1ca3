// Metrics of translations, as `score` and `batch` give them.
#pragma once

#include <CLI/CLI.hpp>
#include <cstddef>
#include <duizhao/duizhao.hpp>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace tool {

/// What one metric says, ready to be shown.
struct Result {
  std::string name;
  double score = 0;
  std::string signature;
  std::string summary;
  nlohmann::ordered_json statistics;
  std::string segment_signature;
  std::vector<double> segments;  // scores
  std::vector<nlohmann::ordered_json> segment_statistics;
};

/// Which metrics, and how they count.
class Scoring {
 public:
  void add_to(CLI::App& command);

  /// Whether BLEU takes what white space separates for tokens, which is wrong for Chinese.
  bool splits_at_spaces() const;

  /// How many metrics.
  std::size_t count() const { return metrics_.size(); }

  /// Segments are scored `jobs` thousand at a time; `advance` is told of how many. Throws
  /// duizhao::Error (content) where the references have not as many segments.
  std::vector<Result> results(const duizhao::Segments& hypothesis,
                              const std::vector<duizhao::Segments>& references, std::size_t jobs,
                              const std::function<void(std::size_t)>& advance = {}) const;

 private:
  struct Work;

  Result result_of(const std::string& metric, const Work& work) const;

  std::vector<std::string> metrics_ = {"bleu", "chrf", "chrf++", "ter"};
  std::string tokenizer_ = "13a";
  bool lowercase_ = false;
  bool sentence_level_ = false;
  duizhao::TerOptions ter_;
};

nlohmann::ordered_json json_of(const std::vector<Result>& results);

}  // namespace tool
