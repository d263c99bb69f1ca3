// What is stated of the interviews' quotes, against an editor's judgement of each statement.
#include <catch2/catch.hpp>
#include <duizhao/duizhao.hpp>
#include <map>
#include <set>
#include <sstream>

namespace {

/// All statements on the groups of data/interviews, kind and words with a space between.
std::multiset<std::string> statements() {
  const std::string folder = DUIZHAO_SOURCE_FOLDER "/data/interviews/";
  const duizhao::Corpus corpus = duizhao::Corpus::load(folder + "manifest.json");
  const duizhao::Segmenter segmenter;
  std::vector<duizhao::SegmentedDocument> documents;
  for (const auto& entry : corpus.entries()) {
    documents.push_back(segmenter.segment(duizhao::read_document(folder + entry.file.string())));
  }
  const duizhao::Lexicon lexicon = duizhao::Lexicon::load_default();
  duizhao::Tracer tracer(lexicon, std::move(documents));
  tracer.link_translations(true);
  const duizhao::Comparer comparer(lexicon);
  std::multiset<std::string> lines;
  for (const auto& group : duizhao::find_groups(tracer)) {
    const auto compared = duizhao::compare_group(comparer, group, tracer);
    for (std::string line : duizhao::statements_of(compared.comparison)) {
      lines.insert(line.replace(line.find("  "), 2, " "));
    }
  }
  return lines;
}

/// Verdicts by statement.
std::map<std::string, std::string> judgement() {
  std::istringstream file(
      duizhao::read_file(DUIZHAO_SOURCE_FOLDER "/tests/golden/judged-statements.tsv"));
  std::map<std::string, std::string> verdicts;
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string::npos) continue;
    verdicts[line.substr(tab + 1)] = line.substr(0, tab);
  }
  return verdicts;
}

}  // namespace

TEST_CASE("Of the statements on the interviews' quotes most are true, and few false",
          "[report][comparison]") {
  const auto verdicts = judgement();
  std::map<std::string, std::size_t> counts;
  std::set<std::string> told;
  for (const std::string& line : statements()) {
    const auto verdict = verdicts.find(line);
    if (verdict == verdicts.end()) {
      FAIL_CHECK("judge it, and add it to judged-statements.tsv: " << line);
      continue;
    }
    INFO(line);
    CHECK(verdict->second != "never");
    ++counts[verdict->second];
    told.insert(line);
  }
  const std::size_t all = counts["true"] + counts["debatable"] + counts["false"];
  CHECK(100 * counts["true"] >= 75 * all);
  CHECK(100 * counts["false"] <= 8 * all);
  for (const auto& [line, verdict] : verdicts) {
    INFO(line);
    if (verdict == "true") CHECK(told.count(line) == 1);
  }
}
