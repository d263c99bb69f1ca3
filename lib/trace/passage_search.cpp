#include "trace/passage_search.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

#include "text/embedded.hpp"
#include "text/fitted.hpp"

namespace duizhao::trace {
namespace {

constexpr std::size_t kSeeds = 40;           // sentences about which windows are tried
constexpr std::size_t kLeastWindow = 5;      // sentences
constexpr std::size_t kMostWindow = 24;      // sentences
constexpr std::size_t kWordsASentence = 10;  // of a quote, roughly, to tell its sentences
constexpr std::size_t kWithPairs = 60;       // windows whose word pairs are compared
constexpr std::size_t kPairDistance = 3;     // words
constexpr std::size_t kLeastRun = 3;         // words; shorter ones are chance
constexpr double kVerbatim = 0.3;            // for a quote that is there word by word
constexpr double kMostRatio = 6;             // nats
constexpr double kBlockBreak = 0.05;         // a window over several paragraphs loses so much
constexpr std::size_t kBackgroundRank = 10;  // document that shows what chance gives

/// The weights of a score and what it says about being right, as data/models/tracing.tsv names
/// them.
enum Coefficient : std::size_t {
  lambda,  // smooths the likelihoods
  of_coverage,
  of_likelihood,
  of_score,
  of_margin,
  offset,
  kCoefficients
};
constexpr std::array<std::string_view, kCoefficients> kNames = {"lambda", "coverage", "likelihood",
                                                                "score",  "margin",   "offset"};
using Calibration = std::array<double, kCoefficients>;

const Calibration& calibration_of(const Relation& relation) {
  static const Calibration kSameLanguage =
      text::fitted(text::kTracingModel, "same_language", kNames);
  static const Calibration kChineseQuote =  // in English documents
      text::fitted(text::kTracingModel, "chinese_quote", kNames);
  static const Calibration kEnglishQuote =  // in Chinese documents
      text::fitted(text::kTracingModel, "english_quote", kNames);
  if (!relation.is_cross_lingual()) return kSameLanguage;
  return relation.is_chinese() ? kChineseQuote : kEnglishQuote;
}

/// What a sentence adds to a window.
struct Part {
  std::vector<float> similarity;  // by word of the quote: the best in the sentence
  std::vector<float> ratio;       // by word of the quote: the sum over the sentence
  double covered = 0;             // weight of its words, each by its best counterpart
  double weight = 0;
  double explained = 0;  // log-likelihood of its words, given the quote
  std::size_t words = 0;
};

using Pair = std::pair<lexicon::WordId, lexicon::WordId>;

std::vector<Pair> near_pairs(std::span<const lexicon::WordId> words) {
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (std::size_t k = i + 1; k <= std::min(words.size() - 1, i + kPairDistance); ++k) {
      pairs.emplace_back(words[i], words[k]);
    }
  }
  std::ranges::sort(pairs);
  return pairs;
}

/// Twice what both have over what each has.
double dice(const std::vector<Pair>& left, const std::vector<Pair>& right) {
  if (left.empty() || right.empty()) return 0;
  std::vector<Pair> both;
  std::ranges::set_intersection(left, right, std::back_inserter(both));
  return 2 * static_cast<double>(both.size()) / static_cast<double>(left.size() + right.size());
}

/// The most words that stand together in both, in the same order.
std::size_t longest_run(std::span<const lexicon::WordId> left,
                        std::span<const lexicon::WordId> right) {
  std::size_t longest = 0;
  std::vector<std::size_t> runs(right.size() + 1);  // that end before a word of `right`
  for (const lexicon::WordId word : left) {
    for (std::size_t k = right.size(); k > 0; --k) {
      runs[k] = right[k - 1] == word ? runs[k - 1] + 1 : 0;
      longest = std::max(longest, runs[k]);
    }
  }
  return longest;
}

class Search {
 public:
  Search(const PassageIndex& index, Relation& relation,
         std::pair<std::size_t, std::size_t> excluded)
      : index_(index),
        relation_(relation),
        excluded_(excluded),
        calibration_(calibration_of(relation)) {
    for (const double weight : relation.weights()) query_weight_ += weight;
  }

  std::vector<Candidate> run(std::size_t most) {
    for (const std::size_t seed : seeds()) score_about(seed);
    std::ranges::stable_sort(windows_, [](const Candidate& left, const Candidate& right) {
      return left.score > right.score;
    });
    if (!relation_.is_cross_lingual()) add_pairs();
    return choose(most);
  }

 private:
  bool is_excluded(std::size_t sentence) const {
    return sentence >= excluded_.first && sentence < excluded_.second;
  }

  /// The sentences that share most weight with the quote.
  std::vector<std::size_t> seeds() const {
    std::vector<float> sums(index_.size());
    std::vector<std::size_t> touched;
    for (const auto& [word, weight] : relation_.search_words()) {
      for (const std::uint32_t sentence : index_.sentences_with(word)) {
        if (sums[sentence] == 0) touched.push_back(sentence);
        sums[sentence] += static_cast<float>(weight);
      }
    }
    std::erase_if(touched, [&](std::size_t sentence) { return is_excluded(sentence); });
    const auto better = [&](std::size_t left, std::size_t right) {
      return sums[left] != sums[right] ? sums[left] > sums[right] : left < right;
    };
    if (touched.size() > kSeeds) {
      std::ranges::nth_element(touched, touched.begin() + kSeeds, better);
      touched.resize(kSeeds);
    }
    std::ranges::sort(touched, better);
    return touched;
  }

  const Part& part(std::size_t sentence) {
    const auto [entry, is_new] = parts_.try_emplace(sentence);
    if (!is_new) return entry->second;
    Part& part = entry->second;
    part.similarity.resize(relation_.size());
    part.ratio.resize(relation_.size());
    for (const lexicon::WordId word : index_.words(sentence)) {
      const WordMatch& match = relation_.match(word);
      for (std::size_t i = 0; i < relation_.size(); ++i) {
        part.similarity[i] = std::max(part.similarity[i], match.similarity[i]);
        part.ratio[i] += match.ratio[i];
      }
      part.covered += match.weight * match.best;
      part.weight += match.weight;
      part.explained += explained(match.back_ratio);
      ++part.words;
    }
    return part;
  }

  double explained(double ratio) const {
    return std::min(kMostRatio,
                    std::log(calibration_[lambda] + (1 - calibration_[lambda]) * ratio));
  }

  /// Scores every window that holds a seed.
  void score_about(std::size_t seed) {
    auto [first, end] = index_.section(seed);
    if (seed < excluded_.first) end = std::min(end, std::max(excluded_.first, first));
    if (seed >= excluded_.second) first = std::max(first, std::min(excluded_.second, end));
    const std::size_t longest =
        std::clamp(relation_.size() / kWordsASentence + 4, kLeastWindow, kMostWindow);
    const std::size_t begin_from = seed >= first + longest ? seed - longest + 1 : first;
    for (std::size_t begin = begin_from; begin <= seed; ++begin) {
      score_from(begin, seed, std::min(end, begin + longest));
    }
  }

  /// Scores the windows [begin, end) that end behind `seed`, up to `last`.
  void score_from(std::size_t begin, std::size_t seed, std::size_t last) {
    Part sum = part(begin);
    double breaks = 0;
    for (std::size_t end = begin + 1; end <= last; ++end) {
      if (end > begin + 1) {
        add(sum, part(end - 1));
        if (index_.place(end - 1).begins_block) breaks += kBlockBreak;
      }
      if (end <= seed || !seen_.insert({begin, end}).second) continue;
      windows_.push_back({begin, end, score(sum) - breaks});
    }
  }

  static void add(Part& sum, const Part& part) {
    for (std::size_t i = 0; i < sum.similarity.size(); ++i) {
      sum.similarity[i] = std::max(sum.similarity[i], part.similarity[i]);
      sum.ratio[i] += part.ratio[i];
    }
    sum.covered += part.covered;
    sum.weight += part.weight;
    sum.explained += part.explained;
    sum.words += part.words;
  }

  double score(const Part& window) const {
    if (window.words == 0 || window.weight == 0 || query_weight_ == 0) return 0;
    double covered = 0;
    double likelihood = 0;
    for (std::size_t i = 0; i < relation_.size(); ++i) {
      covered += relation_.weights()[i] * window.similarity[i];
      likelihood += explained(window.ratio[i] / static_cast<double>(window.words));
    }
    const double of_quote = covered / query_weight_;
    const double of_window = window.covered / window.weight;
    const double both = of_quote + of_window;
    const double coverage = both > 0 ? 2 * of_quote * of_window / both : 0;
    const double l = likelihood / std::sqrt(static_cast<double>(relation_.size()) + 3) +
                     window.explained / std::sqrt(static_cast<double>(window.words) + 3);
    return calibration_[of_coverage] * coverage + calibration_[of_likelihood] * l;
  }

  /// Adds the share of word pairs to the best windows.
  void add_pairs() {
    const auto own = near_pairs(relation_.query());
    const std::size_t count = std::min(kWithPairs, windows_.size());
    for (std::size_t k = 0; k < count; ++k) {
      std::vector<lexicon::WordId> words;
      for (std::size_t s = windows_[k].begin; s < windows_[k].end; ++s) {
        words.insert(words.end(), index_.words(s).begin(), index_.words(s).end());
      }
      windows_[k].score += dice(own, near_pairs(words));
      const std::size_t run = longest_run(relation_.query(), words);
      if (run >= kLeastRun) {
        windows_[k].score +=
            kVerbatim * static_cast<double>(run) / static_cast<double>(relation_.size());
      }
    }
    std::ranges::stable_sort(windows_, [](const Candidate& left, const Candidate& right) {
      return left.score > right.score;
    });
  }

  std::uint32_t document_of(const Candidate& candidate) const {
    return index_.place(candidate.begin).document;
  }

  static bool overlap(const Candidate& left, const Candidate& right) {
    return left.begin < right.end && right.begin < left.end;
  }

  /// Non-overlapping windows of each document, best first, one more than `most`; then margins and
  /// confidences.
  std::vector<Candidate> choose(std::size_t most) const {
    std::map<std::uint32_t, std::vector<Candidate>> chosen;
    for (const Candidate& window : windows_) {
      auto& list = chosen[document_of(window)];
      const bool free = std::ranges::none_of(
          list, [&](const Candidate& other) { return overlap(window, other); });
      if (free && list.size() <= most) list.push_back(window);
    }
    std::vector<double> bests;
    for (const auto& [document, list] : chosen) bests.push_back(list.front().score);
    std::ranges::sort(bests, std::greater<>());
    const double chance = bests.size() > kBackgroundRank ? bests[kBackgroundRank] : 0;
    std::vector<Candidate> result;
    for (auto& [document, list] : chosen) {
      for (std::size_t k = 0; k < std::min(most, list.size()); ++k) {
        const double other = k > 0 ? list.front().score : list.size() > 1 ? list[1].score : 0;
        list[k].margin = list[k].score - std::max(other, chance);
        list[k].odds = calibration_[of_score] * list[k].score +
                       calibration_[of_margin] * list[k].margin + calibration_[offset];
        result.push_back(list[k]);
      }
    }
    std::ranges::stable_sort(result, [](const Candidate& left, const Candidate& right) {
      return left.odds > right.odds;
    });
    return result;
  }

  const PassageIndex& index_;
  Relation& relation_;
  std::pair<std::size_t, std::size_t> excluded_;
  const Calibration& calibration_;
  double query_weight_ = 0;
  std::unordered_map<std::size_t, Part> parts_;
  std::set<std::pair<std::size_t, std::size_t>> seen_;
  std::vector<Candidate> windows_;
};

}  // namespace

std::vector<Candidate> search_passages(const PassageIndex& index, Relation& relation,
                                       std::pair<std::size_t, std::size_t> excluded,
                                       std::size_t most) {
  return Search(index, relation, excluded).run(most);
}

}  // namespace duizhao::trace
