// Learns how words are linked from pairs of sentences whose words were linked by hand.
//
// usage: train-word-links zh-en|en-en GOLD [--folds N] [--test GOLD]… [--hidden N] [--model FILE]
//   [--without FEATURE]…
//
// GOLD is the beginning of three names: GOLD.zh and GOLD.en (GOLD.a and GOLD.b), a tokenised
// sentence a line, and GOLD.gold, its links `i-j` (sure) or `ipj` (possible), counted from 0. Fits
// the stages of lib/words/link_model.hpp, the first without hidden units. With folds, pair k is
// scored by a model that did not see the pairs of its fold, k modulo N. Prints figures, and writes
// the model.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <duizhao/lexicon/lexicon.hpp>
#include <duizhao/text/error.hpp>
#include <duizhao/text/file.hpp>
#include <exception>
#include <functional>
#include <iostream>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "network_fitting.hpp"
#include "read_lines.hpp"
#include "words/alone_features.hpp"
#include "words/context_features.hpp"
#include "words/cut.hpp"
#include "words/link_model.hpp"
#include "words/pair_features.hpp"

namespace training {
namespace {

using namespace duizhao;
using words::Grid;
using words::Habits;
using words::PairFeatures;
using words::WordFacts;
using Links = std::set<std::pair<std::size_t, std::size_t>>;

struct GoldPair {
  std::size_t origin = 0;  // the line that it comes from
  std::vector<std::string> source;
  std::vector<std::string> target;
  Links sure;
  Links possible;  // the sure ones not among them
};

struct Options {
  bool bilingual = true;
  std::string gold;
  std::vector<std::string> tests;
  std::size_t folds = 0;
  std::size_t hidden = 0;
  std::size_t hidden_alone = 0;
  std::size_t stages = 3;
  double ridge = 1;
  std::string model;
  std::set<std::string, std::less<>> without;  // features that count as 0
};

/// Links as written. Where no link is marked as possible, the sure ones come first in ascending
/// order and the possible ones behind them.
void read_links(const std::string& line, bool marked, GoldPair& pair) {
  std::istringstream words(line);
  std::optional<std::pair<std::size_t, std::size_t>> last;
  bool fell = false;
  for (std::string word; words >> word;) {
    const std::size_t mark = word.find_first_of("-p");
    const std::pair link{std::stoul(word.substr(0, mark)), std::stoul(word.substr(mark + 1))};
    fell = fell || (last && link < *last);
    last = link;
    (word[mark] == 'p' || (!marked && fell) ? pair.possible : pair.sure).insert(link);
  }
}

std::vector<GoldPair> read_gold(const std::string& prefix, bool bilingual,
                                const lexicon::Tables* tables) {
  const auto sources = read_lines(prefix + (bilingual ? ".zh" : ".a"));
  const auto targets = read_lines(prefix + (bilingual ? ".en" : ".b"));
  const auto links = read_lines(prefix + ".gold");
  if (sources.size() != targets.size() || sources.size() != links.size()) {
    throw Error(ErrorCode::format, {prefix, {}, {}}, "expected files of as many lines");
  }
  const bool marked = std::ranges::any_of(
      links, [](const std::string& line) { return line.find('p') != std::string::npos; });
  const auto tokens = [&](const std::string& line) {
    std::istringstream in(line);
    std::vector<std::string> list;
    for (std::string word; in >> word;) list.push_back(words::normal_form(word, tables));
    return list;
  };
  std::vector<GoldPair> pairs;
  for (std::size_t k = 0; k < links.size(); ++k) {
    GoldPair pair{k, tokens(sources[k]), tokens(targets[k]), {}, {}};
    read_links(links[k], marked || bilingual, pair);
    pairs.push_back(std::move(pair));
  }
  return pairs;
}

GoldPair turned(const GoldPair& pair) {
  GoldPair other{pair.origin, pair.target, pair.source, {}, {}};
  for (const auto& [i, j] : pair.sure) other.sure.emplace(j, i);
  for (const auto& [i, j] : pair.possible) other.possible.emplace(j, i);
  return other;
}

/// The Chinese side as duizhao cuts it. A word has the links of all words of the gold that it
/// overlaps.
GoldPair recut(const GoldPair& pair, const lexicon::Tables* tables) {
  std::string text;
  std::vector<ByteRange> places;
  for (const std::string& word : pair.source) {
    const bool spaced = !text.empty() && static_cast<unsigned char>(text.back()) < 0x80 &&
                        static_cast<unsigned char>(word.front()) < 0x80;
    if (spaced) text += ' ';
    places.push_back({text.size(), text.size() + word.size()});
    text += word;
  }
  GoldPair other{pair.origin, {}, pair.target, {}, {}};
  for (const ByteRange range : words::cut_words(text, true, tables)) {
    const std::size_t i = other.source.size();
    other.source.push_back(text.substr(range.begin, range.size()));
    for (const bool sure : {true, false}) {
      for (const auto& [k, j] : sure ? pair.sure : pair.possible) {
        if (places[k].overlaps(range)) (sure ? other.sure : other.possible).emplace(i, j);
      }
    }
  }
  return other;
}

/// How a pair of texts is measured.
class Measuring {
 public:
  Measuring(const Options& options, const lexicon::Tables* tables)
      : bilingual_(options.bilingual), facts_(tables, numerals_) {
    for (std::size_t k = 0; k < names().size(); ++k) {
      if (options.without.contains(names()[k])) without_.push_back(k);
    }
  }

  PairFeatures features(const GoldPair& pair, const Habits& habits) {
    PairFeatures measured = all_features(pair, habits);
    for (std::size_t at = 0; at < measured.values.size(); at += measured.count) {
      for (const std::size_t feature : without_) measured.values[at + feature] = 0;
    }
    return measured;
  }

  PairFeatures all_features(const GoldPair& pair, const Habits& habits) {
    if (bilingual_) {
      std::vector<const words::ChineseFacts*> chinese;
      for (const std::string& word : pair.source) chinese.push_back(&facts_.chinese(word));
      return words::bilingual_features(chinese, english(pair.target), habits);
    }
    return words::monolingual_features(english(pair.source), english(pair.target), habits,
                                       facts_.tables());
  }

  std::vector<const WordFacts*> source_facts(const GoldPair& pair) {
    std::vector<const WordFacts*> list;
    for (const std::string& word : pair.source) list.push_back(source(word));
    return list;
  }
  std::vector<const WordFacts*> target_facts(const GoldPair& pair) {
    std::vector<const WordFacts*> list;
    for (const std::string& word : pair.target) list.push_back(&facts_.english(word));
    return list;
  }
  const WordFacts* source(const std::string& word) {
    if (bilingual_) return &facts_.chinese(word);
    return &facts_.english(word);
  }
  const WordFacts* target(const std::string& word) { return &facts_.english(word); }

  std::span<const std::string_view> names() const {
    return bilingual_ ? words::bilingual_feature_names() : words::monolingual_feature_names();
  }
  std::size_t groups() const {
    return bilingual_ ? words::kBilingualGroups : words::kMonolingualGroups;
  }
  bool bilingual() const { return bilingual_; }

 private:
  std::vector<const words::EnglishFacts*> english(const std::vector<std::string>& list) {
    std::vector<const words::EnglishFacts*> found;
    for (const std::string& word : list) found.push_back(&facts_.english(word));
    return found;
  }

  bool bilingual_;
  std::vector<std::size_t> without_;
  mentions::Numerals numerals_;
  words::Facts facts_;
};

/// How often closed-class words and marks are linked, counted over all pairs but a block.
class HabitCounts {
 public:
  static constexpr std::size_t kBlocks = 4;

  HabitCounts(const std::vector<GoldPair>& pairs, Measuring& measuring)
      : pairs_(pairs), measuring_(measuring) {}

  Habits without(std::optional<std::size_t> block) const {
    std::map<std::string, Rate> source, target;
    std::map<std::pair<std::string, std::string>, Rate> both;
    for (std::size_t k = 0; k < pairs_.size(); ++k) {
      if (block && pairs_[k].origin % kBlocks == *block) continue;
      count(pairs_[k], source, target, both);
    }
    if (!measuring_.bilingual()) {  // both sides are alike
      for (const auto& [word, rate] : target) {
        source[word].linked += rate.linked;
        source[word].seen += rate.seen;
      }
      target = source;
    }
    constexpr double kLeastSeen = 4;
    Habits habits;
    for (const auto& [word, rate] : source) {
      if (rate.seen >= kLeastSeen)
        habits.source[word] = odds((rate.linked + 2.25) / (rate.seen + 3));
    }
    for (const auto& [word, rate] : target) {
      if (rate.seen >= kLeastSeen)
        habits.target[word] = odds((rate.linked + 2.1) / (rate.seen + 3));
    }
    constexpr double kUsual = 2.2;  // the odds of a pair that was never seen
    for (const auto& [words, rate] : both) {
      if (rate.seen < kLeastSeen) continue;
      habits.pairs[words.first][words.second] =
          odds((rate.linked + .2) / (rate.seen + 2)) + static_cast<float>(kUsual);
    }
    return habits;
  }

 private:
  struct Rate {
    double linked = 0;
    double seen = 0;
  };

  static float odds(double p) {
    const double kept = std::clamp(p, .02, .98);
    return static_cast<float>(std::log(kept / (1 - kept)));
  }

  void count(const GoldPair& pair, std::map<std::string, Rate>& source,
             std::map<std::string, Rate>& target,
             std::map<std::pair<std::string, std::string>, Rate>& both) const {
    const auto closed = [](const WordFacts* facts) { return !is_content(facts->kind); };
    std::set<std::size_t> linked_i, linked_j;
    for (const auto& [i, j] : pair.sure) {
      linked_i.insert(i);
      linked_j.insert(j);
    }
    std::map<std::string, double> here, there;
    for (std::size_t i = 0; i < pair.source.size(); ++i) {
      if (!closed(measuring_.source(pair.source[i]))) continue;
      source[pair.source[i]].seen += 1;
      source[pair.source[i]].linked += linked_i.contains(i);
      here[pair.source[i]] += 1;
    }
    for (std::size_t j = 0; j < pair.target.size(); ++j) {
      if (!closed(measuring_.target(pair.target[j]))) continue;
      target[pair.target[j]].seen += 1;
      target[pair.target[j]].linked += linked_j.contains(j);
      there[pair.target[j]] += 1;
    }
    for (const auto& [z, own] : here) {
      for (const auto& [e, other] : there) {
        if (!measuring_.bilingual() && z == e) continue;
        both[{z, e}].seen += std::min(own, other);
      }
    }
    for (const auto& [i, j] : pair.sure) {
      const auto found = both.find({pair.source[i], pair.target[j]});
      if (found != both.end()) found->second.linked += 1;
    }
  }

  const std::vector<GoldPair>& pairs_;
  Measuring& measuring_;
};

struct Model {
  std::vector<std::vector<Fitted>> stages;
  std::vector<std::vector<words::Network>> networks;
  Fitted alone;
  Habits habits;
};

class Trainer {
 public:
  Trainer(Measuring& measuring, const Options& options)
      : measuring_(measuring), options_(options) {}

  Model train(const std::vector<GoldPair>& pairs) const {
    const HabitCounts counts(pairs, measuring_);
    std::vector<Habits> habits;
    for (std::size_t b = 0; b < HabitCounts::kBlocks; ++b) habits.push_back(counts.without(b));
    const auto features = [&](std::size_t k) {
      return measuring_.features(pairs[k], habits[pairs[k].origin % HabitCounts::kBlocks]);
    };
    Model model;
    model.habits = counts.without(std::nullopt);
    std::vector<Grid<float>> p(pairs.size());
    for (std::size_t stage = 0; stage < options_.stages; ++stage) {
      const auto* before = stage == 0 ? nullptr : &p;
      model.stages.push_back(fit_stage(pairs, features, before, std::nullopt));
      model.networks.push_back(networks_of(model.stages.back()));
      // The next stage learns from what models say that did not see the pair.
      std::vector<Grid<float>> next(pairs.size());
      for (std::size_t half = 0; half < 2; ++half) {
        const auto networks = networks_of(fit_stage(pairs, features, before, half));
        for (std::size_t k = 0; k < pairs.size(); ++k) {
          if (half_of(pairs[k]) != half) continue;
          next[k] = words::apply_stage(features(k), networks, before ? &p[k] : nullptr);
        }
      }
      p = std::move(next);
    }
    model.alone = fit_alone(pairs, p);
    return model;
  }

  Grid<float> apply(const Model& model, const GoldPair& pair) const {
    return words::link_probabilities(measuring_.features(pair, model.habits), model.networks);
  }

 private:
  static std::size_t half_of(const GoldPair& pair) { return pair.origin / 2 % 2; }

  static std::vector<words::Network> networks_of(const std::vector<Fitted>& fitted) {
    std::vector<words::Network> networks;
    for (const Fitted& each : fitted) networks.push_back(each.network());
    return networks;
  }

  /// The networks of a stage by group, fitted to all pairs but one half.
  std::vector<Fitted> fit_stage(const std::vector<GoldPair>& pairs,
                                const std::function<PairFeatures(std::size_t)>& features,
                                const std::vector<Grid<float>>* before,
                                std::optional<std::size_t> without) const {
    constexpr std::size_t kEveryOther = 4;  // of the pairs that are not linked, in the first stage
    std::vector<Examples> examples(measuring_.groups());
    std::size_t turn = 0;
    for (std::size_t k = 0; k < pairs.size(); ++k) {
      if (without && half_of(pairs[k]) == *without) continue;
      const PairFeatures all = features(k);
      std::optional<words::Context> context;
      if (before != nullptr) context.emplace((*before)[k]);
      std::vector<float> row(all.count + (before ? words::context_feature_names().size() : 0));
      for (std::size_t i = 0; i < all.rows(); ++i) {
        for (std::size_t j = 0; j < all.columns(); ++j) {
          const float target = target_of(pairs[k], i, j);
          float weight = 1;
          if (target < 0) continue;
          if (before != nullptr && (*before)[k](i, j) < words::kNegligible) continue;
          if (before == nullptr && target == 0) {
            if (++turn % kEveryOther != 0) continue;
            weight = kEveryOther;
          }
          const auto own = all(i, j);
          std::copy(own.begin(), own.end(), row.begin());
          if (context) context->measure(i, j, std::span(row).subspan(all.count));
          examples[all.groups(i, j)].add(row, target, weight);
        }
      }
    }
    std::vector<Fitted> fitted;
    for (const Examples& group : examples) {
      const std::size_t hidden = before == nullptr ? 0 : options_.hidden;
      fitted.push_back(
          fit(group, {hidden, hidden > 0 ? options_.ridge : 1, hidden > 0 ? 200 : 100}));
    }
    return fitted;
  }

  /// Possible links are half a link between two texts of one language, and nothing to learn from
  /// (-1) across languages.
  float target_of(const GoldPair& pair, std::size_t i, std::size_t j) const {
    if (pair.sure.contains({i, j})) return 1;
    if (!pair.possible.contains({i, j})) return 0;
    return measuring_.bilingual() ? -1.F : .5F;
  }

  Fitted fit_alone(const std::vector<GoldPair>& pairs, const std::vector<Grid<float>>& p) const {
    Examples examples;
    for (std::size_t k = 0; k < pairs.size(); ++k) {
      for_each_content_word(pairs[k], p[k], [&](const auto& values, bool alone) {
        examples.add(values, alone ? 1.F : 0.F, 1);
      });
    }
    return fit(examples, {options_.hidden_alone, options_.hidden_alone > 0 ? 20.0 : 1.0, 300});
  }

 public:
  /// visit(alone_features, whether the gold has no link)
  template <typename Visit>
  void for_each_content_word(const GoldPair& pair, const Grid<float>& p, const Visit& visit) const {
    for (const bool source : {true, false}) {
      const auto facts = source ? measuring_.source_facts(pair) : measuring_.target_facts(pair);
      const auto others = source ? measuring_.target_facts(pair) : measuring_.source_facts(pair);
      const Grid<float> rows = source ? p : words::transposed(p);
      std::set<std::size_t> linked;
      for (const Links* links : {&pair.sure, &pair.possible}) {
        for (const auto& [i, j] : *links) linked.insert(source ? i : j);
      }
      const words::AloneFeatures features(facts, others, rows);
      for (std::size_t i = 0; i < facts.size(); ++i) {
        if (!is_content(facts[i]->kind)) continue;
        visit(features.of(i), !linked.contains(i));
      }
    }
  }

 private:
  Measuring& measuring_;
  const Options& options_;
};

/// Counts links that were said against the gold.
struct Score {
  double said = 0, sure = 0, right_sure = 0, right = 0, all = 0;

  double precision() const { return right / std::max(1.0, said); }
  double recall() const { return right_sure / std::max(1.0, sure); }
  double error_rate() const { return 1 - (right_sure + right) / std::max(1.0, said + sure); }
  double f_sure() const { return 2 * right_sure / std::max(1.0, said + sure); }
  double f_all() const { return 2 * right / std::max(1.0, said + all); }
};

class Report {
 public:
  explicit Report(const Trainer& trainer) : trainer_(trainer) {}

  void add(const Model& model, const GoldPair& pair, const Grid<float>& p,
           const std::function<bool(std::size_t, std::size_t)>& content) {
    for (std::size_t t = 0; t < kThresholds; ++t) {
      const float threshold = static_cast<float>(t + 2) * .1F;
      for (std::size_t i = 0; i < p.rows(); ++i) {
        for (std::size_t j = 0; j < p.columns(); ++j) {
          const bool said = p(i, j) >= threshold;
          const bool sure = pair.sure.contains({i, j});
          const bool any = sure || pair.possible.contains({i, j});
          for (Score* score : {&scores_[t], content(i, j) ? &content_[t] : nullptr}) {
            if (score == nullptr) continue;
            score->said += said;
            score->sure += sure;
            score->all += any;
            score->right_sure += said && sure;
            score->right += said && any;
          }
          if (t == 0 && p(i, j) >= .05F) {
            Bin& bin = bins_[std::min<std::size_t>(9, static_cast<std::size_t>(p(i, j) * 10))];
            bin.links += 1;
            bin.said += p(i, j);
            bin.right += any;
          }
        }
      }
    }
    const words::Network alone = model.alone.network();
    trainer_.for_each_content_word(pair, p, [&](const auto& values, bool is_alone) {
      alone_.emplace_back(alone(values), is_alone);
    });
  }

  void print(const std::string& title) const {
    std::cerr << title << '\n';
    for (std::size_t t = 0; t < kThresholds; ++t) {
      const Score& s = scores_[t];
      std::cerr << fmt::format(
          "  from .{}: AER {:.3f} P {:.3f} R {:.3f}, F sure {:.3f} all {:.3f}; content AER "
          "{:.3f}\n",
          t + 2, s.error_rate(), s.precision(), s.recall(), s.f_sure(), s.f_all(),
          content_[t].error_rate());
    }
    for (std::size_t k = 10; k-- > 0;) {
      const Bin& bin = bins_[k];
      if (bin.links == 0) continue;
      std::cerr << fmt::format("  p from .{}: {:5.0f} links, said {:.3f}, right {:.3f}\n", k,
                               bin.links, bin.said / bin.links, bin.right / bin.links);
    }
    print_alone();
  }

 private:
  void print_alone() const {
    for (const float threshold : {.2F, .3F, .4F, .5F, .6F, .7F}) {
      double said = 0, right = 0, all = 0;
      for (const auto& [p, alone] : alone_) {
        said += p >= threshold;
        right += p >= threshold && alone;
        all += alone;
      }
      std::cerr << fmt::format(
          "  content words without counterpart from {:.1f}: P {:.3f} R {:.3f}\n", threshold,
          right / std::max(1.0, said), right / std::max(1.0, all));
    }
  }

  static constexpr std::size_t kThresholds = 7;  // .2 to .8
  struct Bin {
    double links = 0, said = 0, right = 0;
  };
  const Trainer& trainer_;
  Score scores_[kThresholds];
  Score content_[kThresholds];
  Bin bins_[10];
  std::vector<std::pair<float, bool>> alone_;
};

std::string text_of(const Model& model, const Measuring& measuring) {
  std::vector<std::string_view> names(measuring.names().begin(), measuring.names().end());
  std::string text = fmt::format("\n[stages]\n{}\n", model.stages.size());
  for (std::size_t stage = 0; stage < model.stages.size(); ++stage) {
    for (std::size_t group = 0; group < model.stages[stage].size(); ++group) {
      text += fmt::format("\n[stage {} group {}]\n", stage, group) +
              model.stages[stage][group].rows(names);
    }
    if (stage == 0) {
      const auto context = words::context_feature_names();
      names.insert(names.end(), context.begin(), context.end());
    }
  }
  text += "\n[alone]\n" + model.alone.rows(words::alone_feature_names());
  text += "\n[habits of source words]\n";
  for (const auto& [word, odds] : model.habits.source)
    text += fmt::format("{}\t{:.2f}\n", word, odds);
  text += "\n[habits of target words]\n";
  for (const auto& [word, odds] : model.habits.target)
    text += fmt::format("{}\t{:.2f}\n", word, odds);
  text += "\n[habits of pairs]\n";
  for (const auto& [word, others] : model.habits.pairs) {
    for (const auto& [other, odds] : others)
      text += fmt::format("{}\t{}\t{:.2f}\n", word, other, odds);
  }
  return text;
}

void run(const Options& options) {
  const Lexicon lexicon = Lexicon::load_default();
  Measuring measuring(options, lexicon.tables());
  const Trainer trainer(measuring, options);
  std::vector<GoldPair> pairs = read_gold(options.gold, options.bilingual, lexicon.tables());
  if (!options.bilingual) {  // neither side shall be the longer one throughout
    for (std::size_t k = 1; k < pairs.size(); k += 2) pairs[k] = turned(pairs[k]);
  }
  const auto add = [&](Report& report, const Model& model, const GoldPair& pair) {
    report.add(model, pair, trainer.apply(model, pair), [&](std::size_t i, std::size_t j) {
      return is_content(measuring.source(pair.source[i])->kind) &&
             is_content(measuring.target(pair.target[j])->kind);
    });
  };
  const std::size_t as_cut = pairs.size();
  for (std::size_t k = 0; options.bilingual && k < as_cut; ++k) {
    pairs.push_back(recut(pairs[k], lexicon.tables()));
  }
  if (options.folds > 1) {
    Report gold(trainer), own(trainer);
    for (std::size_t fold = 0; fold < options.folds; ++fold) {
      std::vector<GoldPair> rest;
      for (const GoldPair& pair : pairs) {
        if (pair.origin % options.folds != fold) rest.push_back(pair);
      }
      const Model model = trainer.train(rest);
      for (std::size_t k = 0; k < pairs.size(); ++k) {
        if (pairs[k].origin % options.folds == fold) add(k < as_cut ? gold : own, model, pairs[k]);
      }
    }
    gold.print(fmt::format("{} folds of {}", options.folds, options.gold));
    if (as_cut < pairs.size()) own.print("the same with Chinese as duizhao cuts it");
  }
  if (options.tests.empty() && options.model.empty()) return;
  const Model model = trainer.train(pairs);
  for (const std::string& test : options.tests) {
    Report report(trainer);
    for (const GoldPair& pair : read_gold(test, options.bilingual, lexicon.tables())) {
      add(report, model, pair);
    }
    report.print(test);
  }
  if (!options.model.empty()) write_file(options.model, text_of(model, measuring));
}

Options parse(int argc, char** argv) {
  Options options;
  const auto fail = [] {
    throw std::invalid_argument(
        "usage: train-word-links zh-en|en-en GOLD [--folds N] [--test GOLD]… [--hidden N] "
        "[--hidden-alone N] [--stages N] [--ridge R] [--without FEATURE]… "
        "[--model FILE]");
  };
  if (argc < 3 || argc % 2 == 0) fail();
  options.bilingual = std::string(argv[1]) == "zh-en";
  options.gold = argv[2];
  for (int k = 3; k + 1 < argc; k += 2) {
    const std::string name = argv[k];
    const std::string value = argv[k + 1];
    if (name == "--folds") {
      options.folds = std::stoul(value);
    } else if (name == "--test") {
      options.tests.push_back(value);
    } else if (name == "--hidden") {
      options.hidden = std::stoul(value);
    } else if (name == "--hidden-alone") {
      options.hidden_alone = std::stoul(value);
    } else if (name == "--stages") {
      options.stages = std::stoul(value);
    } else if (name == "--ridge") {
      options.ridge = std::stod(value);
    } else if (name == "--without") {
      options.without.insert(value);
    } else if (name == "--model") {
      options.model = value;
    } else {
      fail();
    }
  }
  return options;
}

}  // namespace
}  // namespace training

int main(int argc, char** argv) {
  try {
    training::run(training::parse(argc, argv));
  } catch (const std::exception& error) {
    std::cerr << "train-word-links: " << error.what() << '\n';
    return 3;
  }
}
