#include "align/lattice.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <limits>
#include <random>

#include "align/bead_types.hpp"

using namespace duizhao::align;

namespace {

constexpr std::size_t kLanguageWords = 12;

/// Sentences of made-up words that both sides share, so that the model has something to say.
std::vector<std::string> random_sentences(std::mt19937& random, std::size_t count) {
  std::vector<std::string> sentences;
  for (std::size_t i = 0; i < count; ++i) {
    std::string sentence;
    for (auto words = random() % 5; words > 0; --words) {
      sentence += static_cast<char>('a' + random() % kLanguageWords);
      sentence += "x ";
    }
    sentences.push_back(sentence);
  }
  return sentences;
}

/// Every path as a list of beads with its score, by plain recursion and sums over words.
class Exhaustive {
 public:
  Exhaustive(const Tokens& source, const Tokens& target, const LexicalModel& model)
      : source_(source), target_(target), model_(model) {}

  struct Result {
    double best = -std::numeric_limits<double>::infinity();
    std::vector<Span> best_path;
    double weight = 0;                           // of all paths, exp(score / temperature)
    std::vector<std::pair<Span, double>> share;  // weight of the paths through each bead
  };

  Result run(double temperature) {
    temperature_ = temperature;
    result_ = {};
    walk(0, 0, 0, false);
    return result_;
  }

 private:
  double explained(const Tokens& by, std::size_t from, std::size_t count, const Tokens& side,
                   std::size_t begin, std::size_t end, const Direction& direction) const {
    std::vector<double> support(side.vocabulary().size(), 0);
    double words = 0;
    for (std::size_t s = from; s < from + count; ++s) {
      words += static_cast<double>(std::max<std::size_t>(1, by.sentence(s).size()));
      for (const auto word : by.sentence(s)) {
        for (const auto& [other, ratio] : direction.rows[word]) support[other] += ratio;
      }
    }
    double sum = 0;
    for (std::size_t t = begin; t < end; ++t) {
      for (const auto word : side.sentence(t)) {
        sum += std::min(kCap, std::log(kLambda + (1 - kLambda) * support[word] / words));
      }
    }
    return sum;
  }

  double length(const Tokens& side, std::size_t begin, std::size_t count) const {
    double sum = 0;
    for (std::size_t i = begin; i < begin + count; ++i) sum += static_cast<double>(side.length(i));
    return sum;
  }

  double score(const Span& span, const BeadType& type) const {
    if (type.source == 0 || type.target == 0) return std::log(type.prior) - kNullCost;
    const double ratio = length(target_, 0, target_.sentence_count()) /
                         std::max(1.0, length(source_, 0, source_.sentence_count()));
    const double expected = ratio * length(source_, span.source_begin, span.source_count) + 5;
    const double found = length(target_, span.target_begin, span.target_count) + 5;
    const double deviation = std::log(found / expected) / 0.3;
    return std::log(type.prior) - deviation * deviation / 2 +
           explained(source_, span.source_begin, span.source_count, target_, span.target_begin,
                     span.target_begin + span.target_count, model_.forward) +
           explained(target_, span.target_begin, span.target_count, source_, span.source_begin,
                     span.source_begin + span.source_count, model_.backward);
  }

  void walk(std::size_t i, std::size_t j, double total, bool in_gap) {
    if (i == source_.sentence_count() && j == target_.sentence_count()) {
      const double weight = std::exp(total / temperature_);
      result_.weight += weight;
      for (const Span& span : path_) count(span, weight);
      if (total > result_.best) {
        result_.best = total;
        result_.best_path = path_;
      }
      return;
    }
    for (const BeadType& type : kBeadTypes) {
      if (i + type.source > source_.sentence_count()) continue;
      if (j + type.target > target_.sentence_count()) continue;
      const Span span{i, type.source, j, type.target};
      const bool null = type.source == 0 || type.target == 0;
      path_.push_back(span);
      walk(i + type.source, j + type.target,
           total + score(span, type) + (null && in_gap ? kGapContinuation : 0), null);
      path_.pop_back();
    }
  }

  void count(const Span& span, double weight) {
    for (auto& [known, share] : result_.share) {
      if (known == span) {
        share += weight;
        return;
      }
    }
    result_.share.emplace_back(span, weight);
  }

  const Tokens& source_;
  const Tokens& target_;
  const LexicalModel& model_;
  double temperature_ = 1;
  std::vector<Span> path_;
  Result result_;
};

}  // namespace

TEST_CASE("The lattice finds the best path and posteriors of an exhaustive search", "[lattice]") {
  std::mt19937 random(6);
  for (int round = 0; round < 60; ++round) {
    const Tokens source(random_sentences(random, random() % 5), "en", nullptr);
    const Tokens target(random_sentences(random, random() % 5), "en", nullptr);
    if (source.sentence_count() + target.sentence_count() == 0) continue;
    const LexicalModel model(source, target, nullptr);
    const double temperature = 1 + round % 3;
    const auto expected = Exhaustive(source, target, model).run(temperature);
    const auto found =
        Lattice(source, target, model, full_band(source.sentence_count(), target.sentence_count()))
            .best_path(temperature);
    double total = 0;
    bool in_gap = false;
    for (const ScoredSpan& bead : found) {
      const bool null = bead.span.source_count == 0 || bead.span.target_count == 0;
      total += bead.score + (null && in_gap ? kGapContinuation : 0);
      in_gap = null;
    }
    CHECK(total == Approx(expected.best).epsilon(1e-5).margin(1e-4));
    for (const ScoredSpan& bead : found) {
      for (const auto& [span, share] : expected.share) {
        if (span == bead.span) {
          CHECK(bead.posterior == Approx(share / expected.weight).epsilon(1e-3).margin(1e-6));
        }
      }
    }
  }
}

TEST_CASE("A band that holds the best path gives it", "[lattice]") {
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    const auto sentences = random_sentences(random, 30);
    const Tokens source(sentences, "en", nullptr);
    const Tokens target(sentences, "en", nullptr);
    const LexicalModel model(source, target, nullptr);
    Band narrow = full_band(30, 30);
    for (std::size_t i = 0; i <= 30; ++i) {
      narrow.rows[i] = {i < 8 ? 0 : i - 8, std::min<std::size_t>(31, i + 9)};
    }
    const auto whole = Lattice(source, target, model, full_band(30, 30)).best_path(1);
    const auto banded = Lattice(source, target, model, narrow).best_path(1);
    REQUIRE(whole.size() == banded.size());
    for (std::size_t k = 0; k < whole.size(); ++k) CHECK(whole[k].span == banded[k].span);
  }
}

TEST_CASE("Bands are connected whatever the anchors", "[band]") {
  std::mt19937 random(8);
  for (int round = 0; round < 300; ++round) {
    const std::size_t n = random() % 400;
    const std::size_t m = random() % 600;
    std::vector<Anchor> anchors;
    std::size_t i = 0;
    std::size_t j = 0;
    while (true) {
      i += 1 + random() % 90;
      j += 1 + random() % 150;
      if (i >= n || j >= m) break;
      anchors.push_back({i, j, 1.0});
    }
    const Band band = band_around(anchors, n, m);
    REQUIRE(band.rows.size() == n + 1);
    CHECK(band.rows.front().begin == 0);
    CHECK(band.rows.back().end == m + 1);
    for (std::size_t row = 0; row <= n; ++row) {
      REQUIRE(band.rows[row].begin < band.rows[row].end);
      REQUIRE(band.rows[row].end <= m + 1);
      if (row == 0) continue;
      REQUIRE(band.rows[row].begin >= band.rows[row - 1].begin);
      REQUIRE(band.rows[row].end >= band.rows[row - 1].end);
      REQUIRE(band.rows[row].begin < band.rows[row - 1].end);
    }
    for (const Anchor& anchor : anchors) {
      CHECK(band.rows[anchor.source].begin <= anchor.target);
      CHECK(anchor.target < band.rows[anchor.source].end);
    }
  }
}

TEST_CASE("Anchors ascend on both sides", "[band]") {
  std::mt19937 random(9);
  std::vector<std::string> sentences;
  for (int i = 0; i < 300; ++i) {
    sentences.push_back("common word" + std::to_string(random() % 200) + " rare" +
                        std::to_string(i));
  }
  const Tokens source(sentences, "en", nullptr);
  std::vector<std::string> moved(sentences.begin() + 40, sentences.end());
  const Tokens target(moved, "en", nullptr);
  const LexicalModel model(source, target, nullptr);
  const auto anchors = find_anchors(source, target, model);
  REQUIRE(anchors.size() > 200);
  for (std::size_t k = 0; k < anchors.size(); ++k) {
    CHECK(anchors[k].source == anchors[k].target + 40);
    if (k > 0) CHECK(anchors[k].source > anchors[k - 1].source);
  }
}
