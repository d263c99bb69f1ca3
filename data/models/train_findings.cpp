// Fits data/models/findings.tsv: how likely a finding of the checks is true.
//
//   train-findings MODEL PAIRS… > findings.tsv
//
// MODEL is the present file: it names the kinds and signs of each rule, and its weights stay for
// rules of which no fault was planted. PAIRS are files of plant_faults.py: the rule that should
// find a fault, or "-", both languages, a sentence and its translation. For omissions of whole
// sentences every twentieth translation is left out and the rest is aligned.
//
// Files may also hold what people marked: pairs without a fault ("-") and with one ("+" and the
// rule).
//
// A finding on a pair without a fault is untrue; the best of the fitting rule on a pair with one is
// true. Planted faults weigh as much together as if each rule's fault stood in one pair of kOneIn.
#include <fmt/format.h>
#include <duizhao/align/aligner.hpp>
#include <duizhao/check/checker.hpp>
#include <duizhao/document/read_document.hpp>
#include <duizhao/text/error.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <random>
#include <set>

#include "network_fitting.hpp"
#include "read_lines.hpp"
#include "text/split.hpp"

namespace {

using duizhao::Finding;

constexpr double kOneIn = 15;
/// Numbers and names are mostly right, negations are planted in two ways, clauses are often added.
const std::map<std::string, double> kOneInOf = {
    {"number", 20}, {"name", 20}, {"negation", 8}, {"addition", 12}};

/// What is a matter of marks and habit readers mind less: as if in one of so many.
constexpr double kMinorOneIn = 150;
const std::set<std::string> kMinor = {"punctuation", "doubled-word"};

/// What an untrue finding on a pair counts in which people who looked for grave errors saw none.
constexpr double kMarked = 0.25;

/// A section of the model: kinds and signs, with the numbers that stand there now.
using Weights = std::vector<std::pair<std::string, double>>;

struct Section {
  std::string rule;
  std::vector<std::string> notes;  // the lines before it
  Weights weights;
};

struct Model {
  std::vector<std::string> head;
  std::vector<Section> sections;
};

Model read_model(const std::string& path) {
  Model model;
  std::vector<std::string> notes;
  for (const std::string& line : training::read_lines(path)) {
    if (line.starts_with('[')) {
      if (model.sections.empty()) model.head.swap(notes);
      model.sections.push_back({line.substr(1, line.size() - 2), notes, {}});
      notes.clear();
    } else if (line.empty() || line.starts_with('#')) {
      notes.push_back(line);
    } else {
      const auto cells = duizhao::text::split(line, '\t');
      model.sections.back().weights.emplace_back(cells.at(0), std::stod(std::string(cells.at(1))));
    }
  }
  return model;
}

/// Pairs of one kind in the order of a file.
struct Group {
  std::string fault;
  std::string source_language;
  std::string target_language;
  std::vector<std::string> source;
  std::vector<std::string> target;
};

std::vector<Group> read_groups(const std::string& path) {
  std::vector<Group> groups;
  for (const std::string& line : training::read_lines(path)) {
    const auto cells = duizhao::text::split(line, '\t');
    if (cells.size() != 5) {
      throw duizhao::Error(duizhao::ErrorCode::format, {path, {}, {}},
                           "expected five cells: " + line);
    }
    if (groups.empty() || groups.back().fault != cells[0]) {
      groups.push_back(
          {std::string(cells[0]), std::string(cells[1]), std::string(cells[2]), {}, {}});
    }
    groups.back().source.emplace_back(cells[3]);
    groups.back().target.emplace_back(cells[4]);
  }
  return groups;
}

duizhao::SegmentedDocument document(const std::vector<std::string>& lines,
                                    const std::string& language) {
  std::string text;
  for (const std::string& line : lines) text += line + '\n';
  duizhao::ReadOptions options;
  options.format = duizhao::InputFormat::lines;
  options.language = language;
  return duizhao::Segmenter().segment(duizhao::parse_document(text, "pairs", options));
}

/// A finding as an example.
struct Example {
  std::string rule;
  std::string kind;
  std::vector<duizhao::FindingSign> signs;
  double weight = 1;
  bool true_one = false;
  bool planted = false;
  bool clean = false;  // on a pair that nobody found fault with
};

class Trainer {
 public:
  Trainer(const duizhao::Lexicon& lexicon, Model model)
      : aligner_(lexicon), checker_(lexicon, options()), model_(std::move(model)) {}

  void add(const std::string& path) {
    const std::vector<Group> groups = read_groups(path);
    const bool marked = std::ranges::all_of(groups, [](const Group& group) {
      return group.fault == "-" || group.fault.starts_with('+');
    });
    if (marked) return add_marked(groups);
    const Group& clean = groups.at(0);
    clean_ += static_cast<double>(clean.source.size());
    add_clean(checker_.check(beads_of(clean)));
    add_dropped(clean);
    for (std::size_t g = 1; g < groups.size(); ++g) {
      // Among pairs without a fault: some rules look at what is usual in a text.
      Group mixed = groups[g];
      mixed.source.insert(mixed.source.end(), clean.source.begin(), clean.source.end());
      mixed.target.insert(mixed.target.end(), clean.target.begin(), clean.target.end());
      add_planted(groups[g], checker_.check(beads_of(mixed)));
    }
  }

  void print() {
    weigh();
    for (const std::string& line : model_.head) fmt::print("{}\n", line);
    for (Section& section : model_.sections) {
      fit(section);
      for (const std::string& line : section.notes) {
        if (!line.starts_with("# of ")) fmt::print("{}\n", line);
      }
      print_figures(section);
      fmt::print("[{}]\n", section.rule);
      for (const auto& [name, weight] : section.weights) fmt::print("{}\t{:.3f}\n", name, weight);
    }
  }

 private:
  /// What is found and flagged in vain from each severity on, on what it was fitted to.
  void print_figures(const Section& section) const {
    const auto planted_here = planted_.find(section.rule);
    if (planted_here == planted_.end() || planted_here->second == 0) return;
    const std::map<std::string, double> weights(section.weights.begin(), section.weights.end());
    const auto probability = [&](const Example& example) {
      double z = weights.at(example.kind);
      for (const auto& sign : example.signs) z += sign.value * weights.at(sign.name);
      return 1 / (1 + std::exp(-z));
    };
    const auto share = [&](bool planted, double least) {
      double count = 0;
      for (const Example& each : examples_) {
        const bool counts = planted ? each.planted && each.true_one : each.clean && !each.true_one;
        if (each.rule == section.rule && counts && probability(each) >= least) ++count;
      }
      return count / (planted ? planted_.at(section.rule) : clean_);
    };
    constexpr double kMedium = 0.5;
    constexpr double kHigh = 0.8;
    fmt::print(
        "# of {:.0f} planted faults {:.0f} % are found, {:.0f} % as high; in 100 clean pairs "
        "{:.1f} and {:.1f} are flagged\n",
        planted_.at(section.rule), 100 * share(true, kMedium), 100 * share(true, kHigh),
        100 * share(false, kMedium), 100 * share(false, kHigh));
  }

  static duizhao::CheckOptions options() {
    duizhao::CheckOptions options;
    options.min_confidence = 0;
    return options;
  }

  static duizhao::Alignment beads_of(const Group& group) {
    return duizhao::pair_sentences(document(group.source, group.source_language),
                                   document(group.target, group.target_language));
  }

  static Example example_of(const Finding& finding, bool true_one) {
    return {finding.rule, finding.kind, finding.signs, 1, true_one, false, false};
  }

  /// What a rule says of one pair counts once: a slip that a translator did make may lead to
  /// several.
  void add_clean(const std::vector<Finding>& findings) {
    std::map<std::pair<std::size_t, std::string>, double> counts;
    for (const Finding& each : findings) ++counts[{each.bead, each.rule}];
    for (const Finding& each : findings) {
      examples_.push_back(example_of(each, false));
      examples_.back().weight = 1 / counts[{each.bead, each.rule}];
      examples_.back().clean = true;
    }
  }

  /// Of the fitting rule's findings on a pair the likeliest by the present model.
  void add_planted(const Group& group, const std::vector<Finding>& findings) {
    std::map<std::size_t, const Finding*> best;
    for (const Finding& each : findings) {
      if (each.rule != group.fault || each.bead >= group.source.size()) continue;
      const Finding*& found = best[each.bead];
      if (found == nullptr || each.probability > found->probability) found = &each;
    }
    for (const auto& [bead, finding] : best) {
      examples_.push_back(example_of(*finding, true));
      examples_.back().planted = true;
    }
    planted_[group.fault] += static_cast<double>(group.source.size());
    found_[group.fault] += static_cast<double>(best.size());
  }

  /// All pairs are one text: rules that look at what is usual see it.
  void add_marked(const std::vector<Group>& groups) {
    Group all = groups.at(0);
    std::vector<std::string> faults(all.source.size(), all.fault);
    for (std::size_t g = 1; g < groups.size(); ++g) {
      all.source.insert(all.source.end(), groups[g].source.begin(), groups[g].source.end());
      all.target.insert(all.target.end(), groups[g].target.begin(), groups[g].target.end());
      faults.resize(all.source.size(), groups[g].fault);
    }
    for (const Finding& each : checker_.check(beads_of(all))) {
      const std::string& fault = faults[each.bead];
      const bool right = fault == "+" + each.rule;
      // They did not mind marks and habits.
      if ((fault != "-" && !right) || kMinor.contains(each.rule)) continue;
      examples_.push_back(example_of(each, right));
      if (!right) examples_.back().weight = kMarked;
    }
  }

  /// Lines that stand on one side only: omissions where the translation lacks them, additions
  /// where the source does.
  void add_dropped(const Group& group) {
    for (unsigned seed = 1; seed <= 4; ++seed) {
      const auto gone = some_of(group.source.size(), seed);
      const auto whole_source = document(group.source, group.source_language);
      const auto whole_target = document(group.target, group.target_language);
      const auto source = document(without(group.source, gone), group.source_language);
      const auto target = document(without(group.target, gone), group.target_language);
      add_sentences(aligner_.align(whole_source, target), "omission", gone);
      add_sentences(aligner_.align(source, whole_target), "addition", gone);
    }
  }

  static std::set<std::size_t> some_of(std::size_t size, unsigned seed) {
    constexpr std::size_t kEvery = 20;
    std::mt19937 random(seed);
    std::set<std::size_t> some;
    while (some.size() < size / kEvery) some.insert(random() % size);
    return some;
  }

  static std::vector<std::string> without(const std::vector<std::string>& lines,
                                          const std::set<std::size_t>& gone) {
    std::vector<std::string> rest;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (!gone.contains(i)) rest.push_back(lines[i]);
    }
    return rest;
  }

  /// What is said of whole sentences: true of those that are gone, by the rule of their side.
  void add_sentences(const duizhao::Alignment& alignment, const std::string& rule,
                     const std::set<std::size_t>& gone) {
    for (const Finding& each : checker_.check(alignment)) {
      if (each.kind != "sentence" || (each.rule != "omission" && each.rule != "addition")) continue;
      const auto& place = each.rule == "omission" ? each.source : each.target;
      const bool right = each.rule == rule && place && gone.contains(place->line - 1);
      examples_.push_back(example_of(each, right));
      examples_.back().weight = 1.0 / 4;
    }
  }

  /// Planted faults as rare as they are assumed to be. What was never seen to be wrong is not sure
  /// for that: each kind is taken to be untrue once more (the rule of succession, Laplace 1814).
  void weigh() {
    std::map<std::pair<std::string, std::string>, double> kinds;
    for (Example& each : examples_) {
      if (!each.true_one) continue;
      const double one_in = kMinor.contains(each.rule)     ? kMinorOneIn
                            : kOneInOf.contains(each.rule) ? kOneInOf.at(each.rule)
                                                           : kOneIn;
      if (each.planted) each.weight = clean_ / one_in / planted_[each.rule];
      ++kinds[{each.rule, each.kind}];
    }
    std::vector<Example> once;
    for (const Example& each : examples_) {
      if (!each.true_one) continue;
      once.push_back(each);
      once.back().true_one = false;
      once.back().weight = 1 / kinds[{each.rule, each.kind}];
    }
    examples_.insert(examples_.end(), once.begin(), once.end());
  }

  void fit(Section& section) {
    std::vector<std::string> names;
    for (const auto& [name, weight] : section.weights) names.push_back(name);
    training::Examples examples;
    examples.inputs = names.size();
    double positive = 0, negative = 0;
    for (const Example& each : examples_) {
      if (each.rule != section.rule) continue;
      std::vector<float> row(names.size());
      const auto at = [&](const std::string& name) -> float& {
        const auto found = std::ranges::find(names, name);
        if (found == names.end()) throw std::runtime_error(section.rule + " has no " + name);
        return row[static_cast<std::size_t>(found - names.begin())];
      };
      at(each.kind) = 1;
      for (const auto& sign : each.signs) at(sign.name) = static_cast<float>(sign.value);
      examples.add(row, each.true_one ? 1 : 0, static_cast<float>(each.weight));
      (each.true_one ? positive : negative) += each.weight;
    }
    fmt::print(stderr, "{}: {:.0f} planted, {:.0f} with a finding; {:.0f} untrue in {:.0f} pairs\n",
               section.rule, planted_[section.rule], found_[section.rule], negative, clean_);
    if (positive == 0) return;
    const auto fitted = training::fit(examples, {.ridge = 0.3, .iterations = 400});
    // The last row is the bias: every finding has one kind, which takes it up.
    const double bias = fitted.weights.at(names.size());
    for (std::size_t k = 0; k < names.size(); ++k) {
      section.weights[k].second = fitted.weights[k] + (is_kind(section.rule, names[k]) ? bias : 0);
    }
  }

  static bool is_kind(const std::string& rule, const std::string& name) {
    for (const auto& each : duizhao::rules()) {
      if (each.name != rule) continue;
      return std::ranges::any_of(each.messages,
                                 [&](const auto& message) { return message.kind == name; });
    }
    return false;
  }

  duizhao::Aligner aligner_;
  duizhao::Checker checker_;
  Model model_;
  std::vector<Example> examples_;
  std::map<std::string, double> planted_, found_;
  double clean_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "usage: train-findings MODEL PAIRS...\n");
    return 2;
  }
  try {
    Trainer trainer(duizhao::Lexicon::load_default(), read_model(argv[1]));
    for (int i = 2; i < argc; ++i) trainer.add(argv[i]);
    trainer.print();
  } catch (const std::exception& error) {
    fmt::print(stderr, "train-findings: {}\n", error.what());
    return 1;
  }
}
