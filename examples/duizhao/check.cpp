#include <fmt/format.h>

#include <memory>

#include "commands.hpp"
#include "options.hpp"
#include "parallel.hpp"
#include "settings.hpp"

namespace tool {
namespace {

struct Check {
  InputOptions input;
  OutputOptions output;
  std::size_t jobs = 0;
  CheckSettings settings;
  std::vector<std::string> texts;  // the source and its translations
  std::string alignment;           // paths; empty for none
  std::string baseline;
  std::string write_baseline;
  std::string write_terms;
  std::string fail_on;
  std::string describe;
  bool list_rules = false;

  /// Nothing is checked: what there is to know of the rules is shown.
  bool shows_rules() const { return list_rules || !describe.empty(); }

  int show_rules() const {
    std::vector<duizhao::RuleDescription> shown;
    std::string pages;
    for (const duizhao::RuleDescription& rule : duizhao::rules()) {
      if (!settings.rules.empty() && !settings.options.rules.contains(rule.name)) continue;
      if (!describe.empty() && rule.name != describe) continue;
      shown.push_back(rule);
      pages += duizhao::to_markdown(rule);
    }
    output.write(output.format == "json" ? duizhao::to_json(shown)
                 : !describe.empty()     ? pages
                                         : duizhao::text_report(shown, output.layout()));
    return 0;
  }

  std::vector<duizhao::Alignment> alignments(const duizhao::Lexicon& lexicon) const {
    if (texts.size() == 1) {
      const std::string& path = texts.front();
      duizhao::ReadUnitsOptions units;
      units.source_language = settings.source_language;
      units.target_language = settings.target_language;
      const auto format = duizhao::format_of(path).value_or(duizhao::AlignmentFormat::tmx);
      duizhao::UnitsRead found;
      auto units_of_file =
          duizhao::read_aligned(format, duizhao::file_source(path), path, units, &found);
      output.note_left_out(path, found);
      return {std::move(units_of_file)};
    }
    const duizhao::Aligner aligner(lexicon, settings.align_options());
    const auto original = aligner.segment(input.read(texts.front(), settings.source_language));
    const std::vector<std::string> targets(texts.begin() + 1, texts.end());
    Progress progress(output.progress(), duizhao::translate("aligning"), size_of(targets),
                      WorkUnit::bytes);
    return parallel_map(targets.size(), jobs, [&](std::size_t i) {
      const auto target = aligner.segment(input.read(targets[i], settings.target_language));
      if (settings.pairs) return duizhao::pair_sentences(original, target);
      if (!alignment.empty()) {
        return duizhao::parse_alignment(read_bytes(alignment), alignment, original, target);
      }
      Share share(progress, size_of(targets[i]));
      return aligner.align(original, target, {}, share.report());
    });
  }

  void note(const std::vector<duizhao::Finding>& findings, std::size_t hidden) const {
    std::size_t counts[3] = {};
    for (const duizhao::Finding& finding : findings) {
      ++counts[static_cast<std::size_t>(finding.severity)];
    }
    std::string summary =
        fmt::format(fmt::runtime(duizhao::translate("{} finding: {} high, {} medium, {} low",
                                                    "{} findings: {} high, {} medium, {} low",
                                                    findings.size())),
                    duizhao::format_number(findings.size()), duizhao::format_number(counts[2]),
                    duizhao::format_number(counts[1]), duizhao::format_number(counts[0]));
    if (hidden > 0) {
      summary += fmt::format(fmt::runtime(duizhao::translate("; {} known by the baseline")),
                             duizhao::format_number(hidden));
    }
    output.note(summary);
  }

  /// The terms that the translations have, in TBX.
  static std::string terms(const duizhao::Checker& checker,
                           const std::vector<duizhao::Alignment>& translations) {
    return duizhao::to_tbx(checker.find_terms(translations),
                           translations.front().source().document().language(),
                           translations.front().target().document().language());
  }

  int run() {
    settings.load();
    duizhao::Baseline known;
    if (!baseline.empty()) known = duizhao::Baseline::parse(read_bytes(baseline), baseline);
    const auto lexicon = duizhao::Lexicon::load_default();
    const auto translations = alignments(lexicon);
    Progress progress(output.progress(), duizhao::translate("checking"), duizhao::rules().size(),
                      WorkUnit::things);
    Share share(progress, duizhao::rules().size());
    settings.options.progress = share.report();
    const duizhao::Checker checker(lexicon, settings.options);
    const auto all = checker.check(translations);
    const auto write_to = [&](const std::string& path, const std::string& bytes) {
      OutputOptions file = output;
      file.path = path;
      file.write(bytes);
    };
    if (!write_baseline.empty()) write_to(write_baseline, duizhao::Baseline(all).to_json());
    if (!write_terms.empty()) write_to(write_terms, terms(checker, translations));
    const auto findings = known.remove_from(all);
    output.write(output.format == "json"    ? duizhao::to_json(findings, translations)
                 : output.format == "sarif" ? duizhao::to_sarif(findings)
                 : output.format == "html"
                     ? duizhao::to_html(findings, translations)
                     : duizhao::text_report(findings, translations, output.layout()));
    note(findings, all.size() - findings.size());
    for (const duizhao::Alignment& each : translations) {
      output.note_faults(each.source().document());
      output.note_faults(each.target().document());
      const duizhao::AlignmentCoverage coverage = duizhao::coverage_of(each);
      if (coverage.source.lacks_prose() || coverage.target.lacks_prose()) {
        output.note(duizhao::coverage_line(each));
      }
    }
    const auto limit = duizhao::parse_severity(fail_on);
    const bool fails = limit && std::any_of(findings.begin(), findings.end(),
                                            [&](const duizhao::Finding& finding) {
                                              return finding.severity >= *limit;
                                            });
    return fails ? 1 : 0;
  }
};

}  // namespace

void add_check(CLI::App& tool, Action& chosen) {
  const auto check = std::make_shared<Check>();
  CLI::App& command =
      add_command(tool, "check", duizhao::translate("check translations against their original"));
  command
      .add_option(
          "texts", check->texts,
          duizhao::translate("the source and its translations, or an aligned file: TMX, XLIFF, "
                             "TSV or another that convert reads"))
      ->type_name("SOURCE TARGET");
  check->settings.add_to(command);
  command
      .add_option("--alignment", check->alignment,
                  duizhao::translate("beads that exist, in the beads format, instead of aligning"))
      ->type_name("FILE");
  command.add_flag("--list-rules", check->list_rules,
                   duizhao::translate("list the rules and end; --format json tells all of them"));
  command
      .add_option("--describe", check->describe,
                  duizhao::translate("show the page of a rule and end"))
      ->type_name("RULE");
  command
      .add_option("--baseline", check->baseline,
                  duizhao::translate("findings that are known and not shown"))
      ->type_name("FILE");
  command
      .add_option("--write-baseline", check->write_baseline,
                  duizhao::translate("write all findings as a baseline"))
      ->type_name("FILE");
  command
      .add_option("--write-terms", check->write_terms,
                  duizhao::translate("write the terms that recur, and their usual renderings, as "
                                     "a glossary in TBX"))
      ->type_name("FILE");
  command
      .add_option("--fail-on", check->fail_on,
                  duizhao::translate("low, medium or high: exit with 1 if there is such a finding "
                                     "or a graver one"))
      ->type_name("SEVERITY")
      ->check(CLI::IsMember({"low", "medium", "high"}).description(""));
  check->input.add_to(command);
  check->output.add_to(command, {"text", "json", "sarif", "html"});
  add_jobs(command, check->jobs);
  add_examples(
      command,
      {"duizhao check original.txt translation.md",
       "duizhao check --fail-on high --glossary terms.csv original.txt translation.md",
       "duizhao check --rules number,name --format sarif -o findings.sarif zh.txt en.txt",
       "duizhao check --write-baseline known.json zh.txt en.txt", "duizhao check memory.tmx",
       "duizhao check --pairs --min-confidence 0.5 zh.txt en.txt",
       "duizhao check --lines --alignment gold.beads zh.txt en.txt", "duizhao check --list-rules",
       "duizhao check --describe number"});
  command.callback([check, &chosen] {
    std::vector<std::string> inputs = check->texts;
    inputs.insert(inputs.end(), {check->alignment, check->settings.glossary, check->baseline});
    check_standard_input(inputs);
    as_usage("--describe", [&] {
      if (!check->describe.empty()) duizhao::RuleSelection::parse(check->describe);
    });
    check->settings.resolve();
    if (!check->shows_rules() && check->texts.empty()) {
      throw CLI::ValidationError(
          "check", duizhao::translate("a source and a target, or an aligned file, are required"));
    }
    if (check->settings.pairs && (check->texts.size() < 2 || !check->alignment.empty())) {
      throw CLI::ValidationError("--pairs",
                                 duizhao::translate("a source and its translations are paired"));
    }
    if (check->settings.pairs) check->input.lines = true;
    if (!check->alignment.empty() && check->texts.size() != 2) {
      throw CLI::ValidationError("--alignment", duizhao::translate("beads need one target"));
    }
    chosen = [check] { return check->shows_rules() ? check->show_rules() : check->run(); };
  });
}

}  // namespace tool
