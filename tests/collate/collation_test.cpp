// Variants laid word by word against each other.
#include <algorithm>
#include <catch2/catch.hpp>
#include <duizhao/collate/collation.hpp>
#include <duizhao/report/text.hpp>
#include <map>

#include "support/random_text.hpp"

using duizhao::Agreement;
using duizhao::Collation;
using duizhao::CollationColumn;
using duizhao::Witness;

namespace {

const duizhao::Collator& collator() {
  static const duizhao::Collator collator(duizhao::Lexicon::load_default());
  return collator;
}

Collation english(const std::vector<std::string>& texts) {
  std::vector<Witness> witnesses;
  for (const std::string& text : texts) witnesses.push_back({text, "en"});
  return collator().collate(witnesses);
}

Collation with_original(const std::string& original, const std::vector<std::string>& texts) {
  std::vector<Witness> witnesses;
  for (const std::string& text : texts) witnesses.push_back({text, "en"});
  const Witness chinese{original, "zh"};
  return collator().collate(witnesses, &chinese);
}

/// The column where a witness has a word.
const CollationColumn& column_with(const Collation& collation, std::size_t witness,
                                   const std::string& word) {
  const auto found = std::find_if(
      collation.columns.begin(), collation.columns.end(), [&](const CollationColumn& column) {
        return std::any_of(column.cells[witness].begin(), column.cells[witness].end(),
                           [&](const auto& token) { return token.text == word; });
      });
  REQUIRE(found != collation.columns.end());
  return *found;
}

bool says(const Collation& collation, const std::string& line) {
  const auto lines = statements_of(collation.comparison);
  return std::any_of(lines.begin(), lines.end(),
                     [&](const std::string& each) { return each.find(line) != std::string::npos; });
}

}  // namespace

TEST_CASE("Versions differ where they say something else", "[collation]") {
  const Collation collation = english({"We will become contributors, not passengers.",
                                       "We will become contributors, not beneficiaries."});
  const auto& column = column_with(collation, 0, "passengers");
  CHECK(column.agreement == Agreement::difference);
  CHECK(text_of(column.cells[1]) == "beneficiaries");
  CHECK(column_with(collation, 0, "contributors").agreement == Agreement::agreement);
  CHECK(says(collation, "A “passengers” | B “beneficiaries”"));
}

TEST_CASE("Omissions and additions are told apart by what most say", "[collation]") {
  const Collation collation =
      english({"The old dam holds the river.", "The old dam holds the river.",
               "The dam always holds the river."});
  CHECK(column_with(collation, 0, "old").agreement == Agreement::omission);
  CHECK(column_with(collation, 2, "always").agreement == Agreement::addition);
}

TEST_CASE("Texts that cannot be linked are one column, and nothing is said to be left out",
          "[collation]") {
  std::string endless;
  for (int k = 0; k < 700; ++k) endless += "word" + std::to_string(k) + ' ';
  const Witness original{"我们走吧。", "zh"};
  for (const auto& witnesses : std::vector<std::vector<Witness>>{
           {{"Allons-y.", "fr"}, {"Partons.", "fr"}}, {{endless, "en"}, {"Let us go.", "en"}}}) {
    const Collation collation = collator().collate(witnesses, &original);
    REQUIRE(collation.columns.size() == 1);
    CHECK(text_of(collation.columns[0].original, false) == "我们走吧");
    CHECK_FALSE(collation.columns[0].cells[0].empty());
    CHECK_FALSE(collation.columns[0].cells[1].empty());
    CHECK(collation.comparison.differences.empty());
  }
}

TEST_CASE("Words that stand elsewhere have moved", "[collation]") {
  const Collation collation =
      english({"In spring we sowed the wide fields.", "We sowed the wide fields in spring."});
  const auto& column = column_with(collation, 0, "spring");
  CHECK(text_of(column.cells[1]).find("spring") != std::string::npos);
  const bool moved = std::any_of(column.cells.begin(), column.cells.end(), [](const auto& cell) {
    return std::any_of(cell.begin(), cell.end(), [](const auto& token) { return token.moved; });
  });
  CHECK(moved);
}

TEST_CASE("The original's words are the columns", "[collation]") {
  const Collation collation = with_original(
      "创新需要自信。", {"Innovation requires confidence.", "Innovation needs self-confidence."});
  const auto& confidence = column_with(collation, 0, "confidence");
  CHECK(text_of(confidence.original) == "自信");
  CHECK(text_of(confidence.cells[1]).find("confidence") != std::string::npos);
  const auto& needs = column_with(collation, 0, "requires");
  CHECK(text_of(needs.original) == "需要");
  CHECK(text_of(needs.cells[1]) == "needs");
  CHECK(needs.agreement == Agreement::difference);
}

TEST_CASE("What a version leaves out of the original is an omission", "[collation]") {
  const Collation collation =
      with_original("昂贵的实验需要很多钱。",
                    {"Expensive experiments need a lot of money.", "Experiments need money."});
  const auto& column = column_with(collation, 0, "Expensive");
  CHECK(text_of(column.original).find("昂贵") != std::string::npos);
  CHECK(column.agreement == Agreement::omission);
  CHECK(says(collation, "“Expensive experiments” | B “Experiments”"));
}

TEST_CASE("Function words make no difference", "[collation]") {
  for (const auto& column : english({"The dam holds a river.", "A dam holds the river."}).columns) {
    CHECK(column.agreement == Agreement::agreement);
  }
}

TEST_CASE("A negation makes one", "[collation]") {
  const Collation collation = english({"The dam will hold.", "The dam will not hold."});
  CHECK(column_with(collation, 1, "not").agreement != Agreement::agreement);
}

TEST_CASE("Every word of every witness is in one column, in the order of the text unless moved",
          "[collation]") {
  test::RandomText random(31);
  for (int round = 0; round < 150; ++round) {
    const std::vector<std::string> texts = {random(30), random(30), random(30)};
    for (const bool original : {false, true}) {
      const Collation collation = original ? with_original(random(20), texts) : english(texts);
      for (std::size_t w = 0; w < texts.size(); ++w) {
        std::vector<duizhao::ByteRange> ranges;
        for (const CollationColumn& column : collation.columns) {
          REQUIRE(column.cells.size() == texts.size());
          for (const auto& token : column.cells[w]) {
            CHECK(texts[w].substr(token.range.begin, token.range.size()) == token.text);
            ranges.push_back(token.range);
          }
        }
        std::sort(ranges.begin(), ranges.end(),
                  [](const auto& left, const auto& right) { return left.begin < right.begin; });
        const auto alone = english({texts[w]});
        std::vector<duizhao::ByteRange> expected;
        for (const CollationColumn& column : alone.columns) {
          for (const auto& token : column.cells[0]) expected.push_back(token.range);
        }
        CHECK(ranges == expected);
      }
    }
  }
}

TEST_CASE("Similarity and ranking", "[collation]") {
  const Collation collation =
      english({"Seven boats left at dawn.", "The dam holds the river.", "The dam held a river."});
  REQUIRE(collation.similarity.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(collation.similarity[i][i] == 1);
    for (std::size_t k = 0; k < 3; ++k) {
      CHECK(collation.similarity[i][k] == collation.similarity[k][i]);
      CHECK(collation.similarity[i][k] >= 0);
      CHECK(collation.similarity[i][k] <= 1);
    }
  }
  CHECK(collation.ranking.back() == 0);
}

TEST_CASE("Nothing and little can be collated", "[collation]") {
  CHECK(english({}).columns.empty());
  CHECK(english({""}).columns.empty());
  CHECK(english({"", "one word"}).columns.size() >= 1);
  CHECK(with_original("", {"one word", ""}).columns.size() >= 1);
  CHECK(duizhao::siglum(0) == "A");
  CHECK(duizhao::siglum(25) == "Z");
  CHECK(duizhao::siglum(26) == "A1");
}
