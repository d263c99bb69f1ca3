#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "commands.hpp"
#include "options.hpp"
#include "parallel.hpp"
#include "scoring.hpp"

namespace tool {
namespace {

struct Score {
  InputOptions input;
  OutputOptions output;
  std::size_t jobs = 0;
  std::string hypothesis_file;
  std::vector<std::string> reference_files;
  Scoring scoring;

  /// Chinese looks like one long word to BLEU's usual tokenizer.
  void warn_of_tokenizer(const duizhao::Segments& hypothesis) const {
    if (!scoring.splits_at_spaces()) return;
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

  int run() const {
    const duizhao::Segments hypothesis = input.read_lines(hypothesis_file);
    std::vector<duizhao::Segments> references;
    for (const std::string& file : reference_files) {
      references.push_back(input.read_lines(file));
      check_length(hypothesis.size(), references.back(), file);
    }
    warn_of_tokenizer(hypothesis);
    Progress progress(output.progress(), duizhao::translate("scoring"),
                      scoring.count() * hypothesis.size(), WorkUnit::things);
    const auto results = scoring.results(hypothesis, references, jobs,
                                         [&](std::size_t count) { progress.advance(count); });
    output.write(output.format == "json" ? json_of(results).dump(2) + '\n' : text(results));
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
  score->scoring.add_to(command);
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
