#include "check/checking.hpp"

#include <algorithm>

namespace checking {
namespace {

duizhao::Document document(const std::vector<std::string>& lines, const Case& pairs, bool source) {
  std::string text;
  for (const std::string& line : lines) text += line + (pairs.turns ? "\n\n" : "\n");
  duizhao::ReadOptions options;
  options.format = pairs.turns ? duizhao::InputFormat::text : duizhao::InputFormat::lines;
  options.language = source ? pairs.source_language : pairs.target_language;
  return duizhao::parse_document(text, source ? "source" : "target", options);
}

}  // namespace

duizhao::Alignment align(const Case& pairs, const duizhao::Lexicon& lexicon) {
  const duizhao::Document source = document(pairs.source, pairs, true);
  const duizhao::Document target = document(pairs.target, pairs, false);
  if (pairs.turns) return duizhao::Aligner(lexicon).align(source, target);
  const duizhao::Segmenter segmenter;
  return duizhao::pair_sentences(segmenter.segment(source), segmenter.segment(target));
}

std::vector<duizhao::Finding> check(const Case& pairs, const duizhao::Lexicon& lexicon) {
  const duizhao::Alignment alignment = align(pairs, lexicon);
  if (!pairs.glossary.empty() || lexicon.empty()) {
    return duizhao::Checker(lexicon, {{}, pairs.glossary, {}}).check(alignment);
  }
  static const duizhao::Checker shared(
      lexicon, {duizhao::RuleSelection::parse("all")});  // setting one up takes longer than a case
  return shared.check(alignment);
}

bool found(const std::vector<duizhao::Finding>& findings, const std::string& rule,
           duizhao::Severity least) {
  return std::ranges::any_of(findings, [&](const duizhao::Finding& finding) {
    return finding.rule == rule && finding.severity >= least;
  });
}

}  // namespace checking
