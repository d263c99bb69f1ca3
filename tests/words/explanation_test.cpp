#include "duizhao/words/explanation.hpp"

#include <catch2/catch.hpp>
#include <duizhao/align/aligner.hpp>
#include <duizhao/document/read_document.hpp>

using namespace duizhao;

namespace {

const Aligner& aligner() {
  static const Aligner shared(Lexicon::load_default());
  return shared;
}

Alignment aligned(const std::string& source, const std::string& target) {
  return aligner().align(parse_document(source, "source"), parse_document(target, "target"));
}

std::vector<std::string> pairs(const Explanation& explanation) {
  std::vector<std::string> list;
  for (const WordPair& pair : explanation)
    list.push_back(pair.source.text + "=" + pair.target.text);
  return list;
}

}  // namespace

TEST_CASE("The word pairs of a bead are those that render each other", "[explanation]") {
  const Alignment alignment = aligned("创新需要自信。", "Innovation needs confidence.");
  const auto explanations = aligner().explain(alignment);
  REQUIRE(explanations.size() == 1);
  const auto list = pairs(explanations[0]);
  for (const char* pair : {"创新=Innovation", "需要=needs", "自信=confidence"}) {
    CHECK(std::find(list.begin(), list.end(), pair) != list.end());
  }
  double previous = explanations[0].front().probability;
  for (const WordPair& pair : explanations[0]) {
    CHECK(pair.probability > 0);
    CHECK(pair.probability <= previous);
    previous = pair.probability;
    const SegmentedDocument& source = alignment.source();
    CHECK(source.text(pair.source.sentence)
              .substr(pair.source.range.begin, pair.source.range.size()) == pair.source.text);
  }
}

TEST_CASE("Pairs know their sentences", "[explanation]") {
  const Alignment alignment =
      aligned("第一句。创新需要自信。", "Nothing at all. Innovation needs confidence.");
  const auto explanations = aligner().explain(alignment);
  REQUIRE(explanations.size() == alignment.beads().size());
  for (std::size_t k = 0; k < explanations.size(); ++k) {
    for (const WordPair& pair : explanations[k]) {
      const auto& sentences = alignment.beads()[k].source;
      CHECK(std::find(sentences.begin(), sentences.end(), pair.source.sentence) != sentences.end());
    }
  }
}

TEST_CASE("Null beads have no pairs", "[explanation]") {
  const auto explanations = aligner().explain(aligned("创新需要自信。", ""));
  REQUIRE(explanations.size() == 1);
  CHECK(explanations[0].empty());
}

TEST_CASE("Explanations turn with the sides", "[explanation]") {
  const Alignment turned = aligned("Innovation needs confidence.", "创新需要自信。");
  const auto list = pairs(aligner().explain(turned).at(0));
  CHECK(std::find(list.begin(), list.end(), "confidence=自信") != list.end());
}

TEST_CASE("Traditional characters are known by their simplified forms", "[explanation]") {
  const auto list = pairs(aligner()
                              .explain(aligned("創新需要貢獻者。",
                                               "Innovation needs "
                                               "contributors."))
                              .at(0));
  CHECK(std::find(list.begin(), list.end(), "創新=Innovation") != list.end());
  CHECK(std::find(list.begin(), list.end(), "貢獻者=contributors") != list.end());
}

TEST_CASE("Texts correspond or do not", "[explanation]") {
  CHECK(aligned("创新需要自信。\n\n他走了。", "Innovation needs confidence.\n\nHe left.")
            .correspondence() > 0.9);
  CHECK(aligned("", "Innovation needs confidence.").correspondence() == 1);
  const Alignment fragment = aligned(
      "创新需要自信。", "Innovation needs confidence. Buy this watch. It is cheap. It is new.");
  CHECK(fragment.correspondence() > 0.5);
  const SegmentedDocument& source = fragment.source();
  CHECK(Alignment(source, source, {{.source = {0}}, {.target = {0}}}).correspondence() == 0);
}
