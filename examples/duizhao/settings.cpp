#include "settings.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <sstream>
#include <utility>

#include "options.hpp"

namespace tool {
namespace {

void add_glossary(CLI::App& command, std::string& path) {
  command
      .add_option("--glossary", path,
                  duizhao::translate("terms and their renderings, which outrank the lexicon, and "
                                     "renderings that are forbidden: TBX, CSV or TSV"))
      ->type_name("FILE");
}

std::vector<duizhao::Term> read_glossary(const std::string& path) {
  if (path.empty()) return {};
  return duizhao::parse_glossary(read_bytes(path), path);
}

void add_languages(CLI::App& command, std::string& source, std::string& target) {
  add_language(command, "--source-language", source, duizhao::translate("language of the source"));
  add_language(command, "--target-language", target, duizhao::translate("language of the target"));
}

/// "length.deviation=4"
std::pair<std::string, double> parse_threshold(const std::string& setting) {
  const std::size_t equals = setting.find('=');
  const std::string value = equals == std::string::npos ? "" : setting.substr(equals + 1);
  double number = 0;
  const auto [end, failure] = std::from_chars(value.data(), value.data() + value.size(), number);
  const bool is_number = failure == std::errc() && end == value.data() + value.size();
  if (value.empty() || !is_number || !std::isfinite(number) || number < 0) {
    throw CLI::ValidationError("--set",
                               fmt::format(fmt::runtime(duizhao::translate("expected "
                                                                           "RULE.OPTION=NUMBER, "
                                                                           "found {}")),
                                           setting));
  }
  return {setting.substr(0, equals), number};
}

std::vector<std::string> tokens_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> list;
  for (std::string token; in >> token;) list.push_back(std::move(token));
  return list;
}

}  // namespace

void SegmentSettings::add_to(CLI::App& command) {
  add_language(command, "--source-language", language,
               duizhao::translate("main language of the texts"));
  command.add_flag("--semicolons", options.split_at_semicolons,
                   duizhao::translate("cut after semicolons too"));
  command.add_flag("--code", options.code_and_formulas,
                   duizhao::translate("show blocks of code and displayed formulas too"));
  add_srx(command, srx);
}

void SegmentSettings::load() { options.rules = read_srx(srx); }

void AlignSettings::add_to(CLI::App& command) {
  add_languages(command, options.source_language, options.target_language);
  command
      .add_option("--lock", lock_file,
                  duizhao::translate("beads to keep, a file in the beads format"))
      ->type_name("FILE");
  add_glossary(command, glossary);
  add_srx(command, srx);
  command.add_flag("--code", options.segmentation.code_and_formulas,
                   duizhao::translate("align blocks of code and displayed formulas too"));
}

void AlignSettings::load() {
  if (!lock_file.empty()) locks = duizhao::parse_locks(read_bytes(lock_file), lock_file);
  options.glossary = read_glossary(glossary);
  options.segmentation.rules = read_srx(srx);
}

void CheckSettings::add_to(CLI::App& command) {
  add_languages(command, source_language, target_language);
  command.add_flag("--pairs", pairs,
                   duizhao::translate("the texts correspond line by line: nothing is aligned"));
  command
      .add_option("--min-confidence", options.min_confidence,
                  duizhao::translate("findings below this probability are left out, 0 to 1"))
      ->type_name("P")
      ->check(CLI::Range(0.0, 1.0).description(""));
  add_glossary(command, glossary);
  command
      .add_option("--rules", rules,
                  duizhao::translate("rules that run: a,b only these, -a all but this"))
      ->type_name("LIST")
      ->allow_extra_args(false);
  command
      .add_option("--set", thresholds,
                  duizhao::translate("a threshold of a rule, such as length.deviation=4"))
      ->type_name("RULE.OPTION=NUMBER")
      ->allow_extra_args(false);
}

void CheckSettings::resolve() {
  as_usage("--rules", [&] {
    if (!rules.empty()) options.rules = duizhao::RuleSelection::parse(rules);
  });
  for (const std::string& each : thresholds) options.settings.insert(parse_threshold(each));
  as_usage("--set", [&] { duizhao::require_known(options.settings); });
}

void CheckSettings::load() { options.glossary = read_glossary(glossary); }

void WordSettings::add_to(CLI::App& command) {
  add_languages(command, source_language, target_language);
  command.add_flag("--tokenized", tokenized,
                   duizhao::translate("tokens are what white space separates"));
  command
      .add_option("--min-probability", min_probability,
                  duizhao::translate("show links of at least this probability; 0.5 by default"))
      ->type_name("P")
      ->check(is_probability());
}

duizhao::WordAlignment WordSettings::link(const duizhao::WordAligner& aligner,
                                          const std::string& source,
                                          const std::string& target) const {
  return tokenized ? aligner.align(tokens_of(source), tokens_of(target), min_probability)
                   : aligner.align(source, target, min_probability);
}

}  // namespace tool
