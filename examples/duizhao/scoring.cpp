#include "scoring.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "parallel.hpp"

namespace tool {

/// What is scored.
struct Scoring::Work {
  const duizhao::Segments& hypothesis;
  const std::vector<duizhao::Segments>& references;
  std::size_t jobs;
  const std::function<void(std::size_t)>& advance;
};

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

template <typename Metric, typename Work>
Result result_of_metric(const Metric& metric, const Metric& segment_metric, bool sentence_level,
                        const Work& work) {
  constexpr std::size_t kPart = 1000;  // segments
  using Statistics = typename Metric::Statistics;
  const auto& [hypothesis, references, jobs, advance] = work;
  std::vector<Statistics> statistics(hypothesis.size());
  parallel_for((hypothesis.size() + kPart - 1) / kPart, jobs, [&](std::size_t part) {
    std::vector<std::string_view> row(work.references.size());
    const std::size_t end = std::min(work.hypothesis.size(), (part + 1) * kPart);
    for (std::size_t i = part * kPart; i < end; ++i) {
      for (std::size_t r = 0; r < row.size(); ++r) row[r] = work.references[r][i];
      statistics[i] = metric.statistics(work.hypothesis[i], row);
    }
    if (work.advance) work.advance(end - part * kPart);
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

}  // namespace

void Scoring::add_to(CLI::App& command) {
  command
      .add_option("--metrics", metrics_,
                  duizhao::translate("which, with commas between them: bleu, chrf, chrf++, ter"))
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("NAMES")
      ->check(CLI::IsMember({"bleu", "chrf", "chrf++", "ter"}).description(""));
  command
      .add_option("--tokenize", tokenizer_,
                  duizhao::translate("tokens of BLEU: 13a, zh, char or none"))
      ->type_name("TOKENIZER")
      ->check(CLI::IsMember({"13a", "zh", "char", "none"}).description(""));
  command.add_flag("--sentence-level", sentence_level_,
                   duizhao::translate("each line's scores as well"));
  command.add_flag("--lowercase", lowercase_,
                   duizhao::translate("BLEU and chrF without regard to case"));
  command.add_flag("--ter-normalized", ter_.normalized,
                   duizhao::translate("TER: split punctuation off words"));
  command.add_flag("--ter-asian-support", ter_.asian_support,
                   duizhao::translate("TER, normalised: Chinese characters are words"));
  command.add_flag("--ter-no-punctuation", ter_.no_punctuation,
                   duizhao::translate("TER: leave punctuation out"));
  command.add_flag("--ter-case-sensitive", ter_.case_sensitive,
                   duizhao::translate("TER with regard to case"));
}

bool Scoring::splits_at_spaces() const {
  return tokenizer_ == "13a" && std::ranges::count(metrics_, "bleu") > 0;
}

std::vector<Result> Scoring::results(const duizhao::Segments& hypothesis,
                                     const std::vector<duizhao::Segments>& references,
                                     std::size_t jobs,
                                     const std::function<void(std::size_t)>& advance) const {
  duizhao::check_segments(hypothesis, references);
  std::vector<Result> results;
  for (const std::string& metric : metrics_) {
    results.push_back(result_of(metric, {hypothesis, references, jobs, advance}));
  }
  return results;
}

Result Scoring::result_of(const std::string& metric, const Work& work) const {
  const auto same_for_segments = [&](const auto& each) {
    return result_of_metric(each, each, sentence_level_, work);
  };
  if (metric == "bleu") {
    duizhao::BleuOptions options{kTokenizers.at(tokenizer_), lowercase_, false};
    const duizhao::Bleu corpus(options);
    options.effective_order = true;
    return result_of_metric(corpus, duizhao::Bleu(options), sentence_level_, work);
  }
  if (metric == "chrf") return same_for_segments(duizhao::Chrf({0, lowercase_}));
  if (metric == "chrf++") return same_for_segments(duizhao::Chrf({2, lowercase_}));
  return same_for_segments(duizhao::Ter(ter_));
}

Json json_of(const std::vector<Result>& results) {
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
  return list;
}

}  // namespace tool
