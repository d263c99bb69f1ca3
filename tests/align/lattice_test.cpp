#include "align/lattice.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <limits>
#include <random>

#include "align/anchors.hpp"
#include "align/bead_types.hpp"
#include "align/graph.hpp"

using namespace duizhao::align;
namespace words = duizhao::words;

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

words::Tokens tokens_of(const std::vector<std::string>& sentences) {
  words::Tokenizer tokenizer("en", nullptr);
  return {sentences, tokenizer};
}

/// Every place: n + 1 rows of m + 1.
Band full_band(std::size_t source_count, std::size_t target_count) {
  return {std::vector<Band::Row>(source_count + 1, {0, target_count + 1})};
}

double length(const words::Tokens& side, std::size_t begin, std::size_t count) {
  double sum = 0;
  for (std::size_t i = begin; i < begin + count; ++i) sum += static_cast<double>(side.length(i));
  return sum;
}

/// The model of the first pass in plain sums over words.
struct NaiveModel {
  const words::Tokens& source;
  const words::Tokens& target;
  const words::LexicalModel& model;

  static double explained(const words::Tokens& by, std::size_t from, std::size_t count,
                          const words::Tokens& side, std::size_t begin, std::size_t end,
                          const words::Direction& direction) {
    std::vector<double> support(side.vocabulary().size(), 0);
    double words = 0;
    for (std::size_t s = from; s < from + count; ++s) {
      double sentence = 0;
      for (const auto word : by.sentence(s)) {
        const auto weight = static_cast<double>(by.weight(word));
        sentence += weight;
        for (const auto& [other, ratio] : direction.rows[word]) {
          support[other] += weight * static_cast<double>(ratio);
        }
      }
      words += std::max(1.0, sentence);
    }
    std::vector<bool> known(side.vocabulary().size());  // words that something explains
    for (const auto& row : direction.rows) {
      for (const auto& [other, ratio] : row) known[other] = true;
    }
    double sum = 0;
    for (std::size_t t = begin; t < end; ++t) {
      for (const auto word : side.sentence(t)) {
        if (!known[word]) continue;
        sum += std::min(words::kCap,
                        std::log(words::kLambda + (1 - words::kLambda) * support[word] / words));
      }
    }
    return sum;
  }

  double score(const Span& span) const {
    const double prior = kBeadTypes[bead_type(span.source_count, span.target_count)].prior;
    if (span.is_null()) return std::log(prior) - kNullCost;
    const double ratio = length(target, 0, target.sentence_count()) /
                         std::max(1.0, length(source, 0, source.sentence_count()));
    const double expected = ratio * length(source, span.source_begin, span.source_count) + 5;
    const double found = length(target, span.target_begin, span.target_count) + 5;
    const double deviation = std::log(found / expected) / 0.3;
    return std::log(prior) - deviation * deviation / 2 +
           explained(source, span.source_begin, span.source_count, target, span.target_begin,
                     span.target_end(), model.forward) +
           explained(target, span.target_begin, span.target_count, source, span.source_begin,
                     span.source_end(), model.backward);
  }
};

/// visit(path, score) for every path from (0, 0) to the end, by plain recursion. `score_of` gives a
/// bead's score, and what it gains after a null bead.
class EveryPath {
 public:
  using ScoreOf = std::function<Graph::Score(const Span&)>;
  using Visit = std::function<void(const std::vector<Span>&, double)>;

  EveryPath(Place end, std::vector<Span> beads, ScoreOf score_of, Visit visit)
      : end_(end),
        beads_(std::move(beads)),
        score_of_(std::move(score_of)),
        visit_(std::move(visit)) {
    walk({0, 0}, 0);
  }

 private:
  void walk(const Place& here, double total) {
    if (here == end_) visit_(path_, total);
    for (const Span& bead : beads_) {
      if (bead.from() != here) continue;
      const Graph::Score score = score_of_(bead);
      const bool goes_on = bead.is_null() && !path_.empty() && path_.back().is_null();
      path_.push_back(bead);
      walk(bead.to(), total + score.bead + (goes_on ? score.continuation : 0));
      path_.pop_back();
    }
  }

  Place end_;
  std::vector<Span> beads_;
  ScoreOf score_of_;
  Visit visit_;
  std::vector<Span> path_;
};

/// All beads between n and m sentences, by ascending end.
std::vector<Span> all_beads(std::size_t n, std::size_t m) {
  std::vector<Span> beads;
  for (std::size_t i = 0; i <= n; ++i) {
    for (std::size_t j = 0; j <= m; ++j) {
      for (const BeadType& type : kBeadTypes) {
        if (type.source > i || type.target > j) continue;
        beads.push_back({i - type.source, type.source, j - type.target, type.target});
      }
    }
  }
  return beads;
}

constexpr double kNone = -std::numeric_limits<double>::infinity();

}  // namespace

TEST_CASE("The lattice finds what an exhaustive search finds", "[lattice]") {
  std::mt19937 random(6);
  for (int round = 0; round < 60; ++round) {
    const words::Tokens source = tokens_of(random_sentences(random, random() % 5));
    const words::Tokens target = tokens_of(random_sentences(random, random() % 5));
    const Place end{source.sentence_count(), target.sentence_count()};
    const words::LexicalModel model(source, target, nullptr);
    const NaiveModel naive{source, target, model};
    double best = kNone;
    std::vector<std::pair<Span, double>> through;  // the best path through each bead
    for (const Span& bead : all_beads(end.source, end.target)) through.emplace_back(bead, kNone);
    EveryPath(
        end, all_beads(end.source, end.target),
        [&](const Span& span) {
          return Graph::Score{naive.score(span), kGapContinuation};
        },
        [&](const std::vector<Span>& path, double score) {
          best = std::max(best, score);
          for (auto& [bead, most] : through) {
            const bool passes = std::find(path.begin(), path.end(), bead) != path.end();
            if (passes) most = std::max(most, score);
          }
        });

    const Band band = full_band(end.source, end.target);
    const Evidence evidence(source, target, model, band);
    const Lattice lattice(evidence, band);
    CHECK(lattice.best_score() == Approx(best).epsilon(1e-5).margin(1e-4));
    // Paths may tie: the one found weighs as much as the best.
    double found_weight = 0;
    const std::vector<Span> found_path = lattice.best_path();
    for (std::size_t k = 0; k < found_path.size(); ++k) {
      const bool goes_on = k > 0 && found_path[k].is_null() && found_path[k - 1].is_null();
      found_weight += naive.score(found_path[k]) + (goes_on ? kGapContinuation : 0);
    }
    CHECK(found_weight == Approx(best).epsilon(1e-5).margin(1e-4));
    constexpr double kMargin = 12;
    const std::vector<Span> candidates = lattice.candidates(kMargin);
    for (const auto& [bead, most] : through) {
      if (std::abs(most - (best - kMargin)) < 1e-3) continue;  // too close to tell
      const bool found = std::find(candidates.begin(), candidates.end(), bead) != candidates.end();
      CHECK(found == (most > best - kMargin));
    }
  }
}

TEST_CASE("The graph finds the best path and the posteriors of all paths", "[lattice]") {
  std::mt19937 random(16);
  std::uniform_real_distribution<double> uniform(-3, 3);
  for (int round = 0; round < 40; ++round) {
    const Place end{random() % 5, random() % 5};
    if (end == Place{0, 0}) continue;
    const Graph graph(all_beads(end.source, end.target));
    std::vector<Graph::Score> scores;
    for (const Span& bead : graph.spans()) {
      scores.push_back({uniform(random), bead.is_null() ? uniform(random) : 0});
    }
    const auto index_of = [&](const Span& bead) {
      const auto found = std::find(graph.spans().begin(), graph.spans().end(), bead);
      return static_cast<std::size_t>(found - graph.spans().begin());
    };
    const auto node_of = [&](const Place& place) {
      const auto& nodes = graph.nodes();
      return static_cast<std::size_t>(std::find(nodes.begin(), nodes.end(), place) - nodes.begin());
    };
    double best = kNone, all = 0, continuations = 0;
    std::vector<double> passes(graph.nodes().size(), 0);
    std::vector<Span> best_path;
    std::vector<double> shares(scores.size(), 0);
    EveryPath(
        end, graph.spans(), [&](const Span& bead) { return scores[index_of(bead)]; },
        [&](const std::vector<Span>& path, double score) {
          all += std::exp(score);
          for (std::size_t k = 0; k < path.size(); ++k) {
            shares[index_of(path[k])] += std::exp(score);
            if (k > 0 && path[k].is_null() && path[k - 1].is_null()) {
              continuations += std::exp(score);
            }
            passes[node_of(path[k].to())] += std::exp(score);
          }
          passes[0] += std::exp(score);
          if (score <= best) return;
          best = score;
          best_path = path;
        });
    std::vector<Span> found;
    for (const std::size_t edge : graph.best_path(scores)) found.push_back(graph.spans()[edge]);
    CHECK(found == best_path);
    const auto posteriors = graph.posteriors(scores);
    CHECK(posteriors.log_total == Approx(std::log(all)));
    CHECK(posteriors.continuations == Approx(continuations / all).margin(1e-9));
    for (std::size_t node = 0; node < graph.nodes().size(); ++node) {
      CHECK(posteriors.nodes[node] == Approx(passes[node] / all).margin(1e-9));
    }
    for (std::size_t k = 0; k < scores.size(); ++k) {
      CHECK(posteriors.shares[k] == Approx(shares[k] / all).margin(1e-9));
      // A null bead is the same wherever on the other side it lies.
      const Span& bead = graph.spans()[k];
      double sum = 0;
      for (std::size_t other = 0; other < scores.size(); ++other) {
        const Span& span = graph.spans()[other];
        const bool same = bead.is_null()
                              ? span.source_count == bead.source_count &&
                                    span.target_count == bead.target_count &&
                                    (bead.source_count > 0 ? span.source_begin == bead.source_begin
                                                           : span.target_begin == bead.target_begin)
                              : other == k;
        if (same) sum += shares[other] / all;
      }
      CHECK(posteriors.beads[k] == Approx(sum).margin(1e-9));
    }
  }
}

TEST_CASE("The safest path leaves most sentences in right beads", "[lattice]") {
  std::mt19937 random(23);
  std::uniform_real_distribution<double> uniform(0, 1);
  for (int round = 0; round < 40; ++round) {
    const Place end{1 + random() % 4, 1 + random() % 4};
    const Graph graph(all_beads(end.source, end.target));
    std::vector<double> probabilities;
    for (std::size_t k = 0; k < graph.edges().size(); ++k) probabilities.push_back(uniform(random));
    const auto worth = [&](const Span& bead) {
      const auto found = std::find(graph.spans().begin(), graph.spans().end(), bead);
      return probabilities[static_cast<std::size_t>(found - graph.spans().begin())] *
             static_cast<double>(bead.source_count + bead.target_count);
    };
    double best = kNone;
    EveryPath(
        end, graph.spans(),
        [&](const Span& bead) {
          return Graph::Score{worth(bead), 0};
        },
        [&](const std::vector<Span>&, double score) { best = std::max(best, score); });
    double sum = 0;
    for (const std::size_t edge : graph.safest_path(probabilities)) {
      sum += worth(graph.spans()[edge]);
    }
    CHECK(sum == Approx(best));
  }
}

TEST_CASE("A band that holds the best path gives it", "[lattice]") {
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    const auto sentences = random_sentences(random, 30);
    const words::Tokens source = tokens_of(sentences);
    const words::Tokens target = tokens_of(sentences);
    const words::LexicalModel model(source, target, nullptr);
    Band narrow = full_band(30, 30);
    for (std::size_t i = 0; i <= 30; ++i) {
      narrow.rows[i] = {i < 8 ? 0 : i - 8, std::min<std::size_t>(31, i + 9)};
    }
    const auto path = [&](const Band& band) {
      return Lattice(Evidence(source, target, model, band), band).best_path();
    };
    CHECK(path(full_band(30, 30)) == path(narrow));
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
  const words::Tokens source = tokens_of(sentences);
  std::vector<std::string> moved(sentences.begin() + 40, sentences.end());
  const words::Tokens target = tokens_of(moved);
  const words::LexicalModel model(source, target, nullptr);
  const auto anchors = find_anchors(source, target, model);
  REQUIRE(anchors.size() > 200);
  for (std::size_t k = 0; k < anchors.size(); ++k) {
    CHECK(anchors[k].source == anchors[k].target + 40);
    if (k > 0) CHECK(anchors[k].source > anchors[k - 1].source);
  }
}
