#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "commands.hpp"
#include "options.hpp"
#include "parallel.hpp"

namespace tool {
namespace {

using Json = nlohmann::ordered_json;

const std::map<std::string, duizhao::BleuTokenizer> kTokenizers = {
    {"13a", duizhao::BleuTokenizer::mteval_13a},
    {"zh", duizhao::BleuTokenizer::zh},
    {"char", duizhao::BleuTokenizer::character},
    {"none", duizhao::BleuTokenizer::none}};

Json statistics_json(const duizhao::BleuStatistics& statistics, const duizhao::BleuScore& score) {
  return {{"matches", statistics.matches},
          {"totals", statistics.totals},
          {"precisions", score.precisions},
          {"brevity_penalty", score.brevity_penalty},
          {"hypothesis_length", statistics.hypothesis_length},
          {"reference_length", statistics.reference_length}};
}

Json statistics_json(const duizhao::ChrfStatistics& statistics, const duizhao::ChrfScore& score) {
  Json orders = Json::array();
  for (const auto& order : statistics.orders) {
    orders.push_back({{"hypothesis", order.hypothesis},
                      {"reference", order.reference},
                      {"matches", order.matches}});
  }
  return {{"precision", score.precision}, {"recall", score.recall}, {"orders", std::move(orders)}};
}

Json statistics_json(const duizhao::TerStatistics& statistics, const duizhao::TerScore&) {
  return {{"edits", statistics.edits()},
          {"shifts", statistics.shifts},
          {"insertions", statistics.insertions},
          {"deletions", statistics.deletions},
          {"substitutions", statistics.substitutions},
          {"reference_length", statistics.reference_length}};
}

std::string summary(const duizhao::BleuStatistics& statistics, const duizhao::BleuScore& score) {
  const auto& p = score.precisions;
  return fmt::format("{:.1f}/{:.1f}/{:.1f}/{:.1f} · {} {:.3f} · {} {} / {}", p[0], p[1], p[2], p[3],
                     duizhao::translate("brevity penalty"), score.brevity_penalty,
                     duizhao::translate("tokens"), statistics.hypothesis_length,
                     statistics.reference_length);
}

std::string summary(const duizhao::ChrfStatistics&, const duizhao::ChrfScore& score) {
  return fmt::format("{} {:.3f} · {} {:.3f}", duizhao::translate("precision"), score.precision,
                     duizhao::translate("recall"), score.recall);
}

std::string summary(const duizhao::TerStatistics& statistics, const duizhao::TerScore&) {
  return fmt::format("{} {} · {} {} · {} {:.1f}", duizhao::translate("edits"), statistics.edits(),
                     duizhao::translate("shifts among them"), statistics.shifts,
                     duizhao::translate("reference words"), statistics.reference_length);
}

/// What one metric says, ready to be shown.
struct Result {
  std::string name;
  double score = 0;
  std::string signature;
  std::string summary;
  Json statistics;
  std::string segment_signature;
  std::vector<double> segments;  // scores
  std::vector<Json> segment_statistics;
};

struct Score {
  InputOptions input;
  OutputOptions output;
  std::size_t jobs = 0;
  std::string hypothesis_file;
  std::vector<std::string> reference_files;
  std::vector<std::string> metrics = {"bleu", "chrf", "chrf++", "ter"};
  std::string tokenizer = "13a";
  bool lowercase = false;
  bool sentence_level = false;
  duizhao::TerOptions ter;

  /// Chinese looks like one long word to BLEU's usual tokenizer.
  void warn_of_tokenizer(const duizhao::Segments& hypothesis) const {
    if (tokenizer != "13a" || std::ranges::count(metrics, "bleu") == 0) return;
    if (language_of_lines(hypothesis, hypothesis_file) != "zh") return;
    output.note(hypothesis_file + ": " +
                duizhao::translate("Chinese has no spaces; --tokenize zh makes characters BLEU's "
                                   "tokens"));
  }

  void check_length(std::size_t expected, const duizhao::Segments& lines,
                    const std::string& path) const {
    if (lines.size() == expected) return;
    const std::size_t line = std::min(lines.size(), expected) + 1;
    throw duizhao::Error(
        duizhao::ErrorCode::content, {path, line, {}},
        fmt::format(fmt::runtime(duizhao::translate("expected as many lines as the hypothesis has: "
                                                    "{} ({}), found {}")),
                    expected, hypothesis_file, lines.size()));
  }

  template <typename Metric>
  Result result_of(const Metric& metric, const Metric& segment_metric,
                   const duizhao::Segments& hypothesis,
                   const std::vector<duizhao::Segments>& references) const {
    constexpr std::size_t kPart = 1000;  // segments
    using Statistics = typename Metric::Statistics;
    std::vector<Statistics> statistics(hypothesis.size());
    Progress progress(output.progress(), duizhao::translate("scoring"), hypothesis.size(),
                      WorkUnit::things);
    parallel_for((hypothesis.size() + kPart - 1) / kPart, jobs, [&](std::size_t part) {
      std::vector<std::string_view> row(references.size());
      const std::size_t end = std::min(hypothesis.size(), (part + 1) * kPart);
      for (std::size_t i = part * kPart; i < end; ++i) {
        for (std::size_t r = 0; r < references.size(); ++r) row[r] = references[r][i];
        statistics[i] = metric.statistics(hypothesis[i], row);
      }
      progress.advance(end - part * kPart);
    });
    const Statistics sum = duizhao::sum_of(statistics);
    const auto score = metric.score(sum);
    Result result;
    result.name = metric.name();
    result.score = score.score;
    result.signature = metric.signature(references.size());
    result.summary = summary(sum, score);
    result.statistics = statistics_json(sum, score);
    if (!sentence_level) return result;
    result.segment_signature = segment_metric.signature(references.size());
    for (const Statistics& segment : statistics) {
      const auto segment_score = segment_metric.score(segment);
      result.segments.push_back(segment_score.score);
      result.segment_statistics.push_back(statistics_json(segment, segment_score));
    }
    return result;
  }

  Result result_of(const std::string& metric, const duizhao::Segments& hypothesis,
                   const std::vector<duizhao::Segments>& references) const {
    const auto same_for_segments = [&](const auto& each) {
      return result_of(each, each, hypothesis, references);
    };
    if (metric == "bleu") {
      duizhao::BleuOptions options{kTokenizers.at(tokenizer), lowercase, false};
      const duizhao::Bleu corpus(options);
      options.effective_order = true;
      return result_of(corpus, duizhao::Bleu(options), hypothesis, references);
    }
    if (metric == "chrf") return same_for_segments(duizhao::Chrf({0, lowercase}));
    if (metric == "chrf++") return same_for_segments(duizhao::Chrf({2, lowercase}));
    return same_for_segments(duizhao::Ter(ter));
  }

  static std::string text(const std::vector<Result>& results) {
    std::string report;
    if (!results.empty() && !results.front().segments.empty()) {
      report += fmt::format("{:>6}", duizhao::translate("line"));
      for (const Result& result : results) report += fmt::format("  {:>8}", result.name);
      report += '\n';
      for (std::size_t i = 0; i < results.front().segments.size(); ++i) {
        report += fmt::format("{:>6}", i + 1);
        for (const Result& result : results)
          report += fmt::format("  {:>8.2f}", result.segments[i]);
        report += '\n';
      }
      report += '\n';
    }
    for (const Result& result : results) {
      report += fmt::format("{:<8} {:>6.2f}  {}\n{}{}\n", result.name, result.score, result.summary,
                            std::string(17, ' '), result.signature);
    }
    return report;
  }

  static std::string json(const std::vector<Result>& results) {
    Json list = Json::array();
    for (const Result& result : results) {
      Json entry = {{"name", result.name},
                    {"score", result.score},
                    {"signature", result.signature},
                    {"statistics", result.statistics}};
      if (!result.segments.empty()) {
        entry["segment_signature"] = result.segment_signature;
        Json segments = Json::array();
        for (std::size_t i = 0; i < result.segments.size(); ++i) {
          segments.push_back({{"line", i + 1},
                              {"score", result.segments[i]},
                              {"statistics", result.segment_statistics[i]}});
        }
        entry["segments"] = std::move(segments);
      }
      list.push_back(std::move(entry));
    }
    return list.dump(2) + '\n';
  }

  int run() const {
    const duizhao::Segments hypothesis = input.read_lines(hypothesis_file);
    std::vector<duizhao::Segments> references;
    for (const std::string& file : reference_files) {
      references.push_back(input.read_lines(file));
      check_length(hypothesis.size(), references.back(), file);
    }
    warn_of_tokenizer(hypothesis);
    std::vector<Result> results;
    for (const std::string& metric : metrics) {
      results.push_back(result_of(metric, hypothesis, references));
    }
    output.write(output.format == "json" ? json(results) : text(results));
    return 0;
  }
};

}  // namespace

void add_score(CLI::App& tool, Action& chosen) {
  const auto score = std::make_shared<Score>();
  CLI::App& command = add_command(
      tool, "score",
      duizhao::translate("BLEU, chrF, chrF++ and TER of a translation, a segment a line"));
  command.add_option("hypothesis", score->hypothesis_file, duizhao::translate("the translation"))
      ->required()
      ->type_name("HYPOTHESIS");
  command
      .add_option("reference", score->reference_files,
                  duizhao::translate("translations to compare it with, line by line"))
      ->required()
      ->type_name("REFERENCE");
  command
      .add_option("--metrics", score->metrics,
                  duizhao::translate("which, with commas between them: bleu, chrf, chrf++, ter"))
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("NAMES")
      ->check(CLI::IsMember({"bleu", "chrf", "chrf++", "ter"}).description(""));
  command
      .add_option("--tokenize", score->tokenizer,
                  duizhao::translate("tokens of BLEU: 13a, zh, char or none"))
      ->type_name("TOKENIZER")
      ->check(CLI::IsMember({"13a", "zh", "char", "none"}).description(""));
  command.add_flag("--sentence-level", score->sentence_level,
                   duizhao::translate("each line's scores as well"));
  command.add_flag("--lowercase", score->lowercase,
                   duizhao::translate("BLEU and chrF without regard to case"));
  command.add_flag("--ter-normalized", score->ter.normalized,
                   duizhao::translate("TER: split punctuation off words"));
  command.add_flag("--ter-asian-support", score->ter.asian_support,
                   duizhao::translate("TER, normalised: Chinese characters are words"));
  command.add_flag("--ter-no-punctuation", score->ter.no_punctuation,
                   duizhao::translate("TER: leave punctuation out"));
  command.add_flag("--ter-case-sensitive", score->ter.case_sensitive,
                   duizhao::translate("TER with regard to case"));
  score->input.add_encoding_to(command);
  score->output.add_to(command, {"text", "json"});
  add_jobs(command, score->jobs);
  add_examples(command, {"duizhao score mine.en reference.en",
                         "duizhao score --metrics bleu,chrf --tokenize zh mine.zh one.zh two.zh",
                         "duizhao score --sentence-level -f json mine.en reference.en"});
  command.callback([score, &chosen] {
    std::vector<std::string> files = score->reference_files;
    files.push_back(score->hypothesis_file);
    check_standard_input(files);
    chosen = [score] { return score->run(); };
  });
}

}  // namespace tool
