// The same quote in several texts.
#include <algorithm>
#include <catch2/catch.hpp>
#include <duizhao/duizhao.hpp>
#include <set>

using duizhao::VariantGroup;

namespace {

const std::vector<std::string> kFiles = {"passages.zh.txt",
                                         "passages.en.txt",
                                         "interview-2024.en.md",
                                         "quotations-in-challenge.en.txt",
                                         "quotations-in-learnings.en.txt",
                                         "quotations-in-pioneer.en.txt",
                                         "quotations-in-profile.en.txt"};

duizhao::Tracer interviews(const std::vector<std::string>& files = kFiles) {
  const duizhao::Segmenter segmenter;
  std::vector<duizhao::SegmentedDocument> documents;
  for (const std::string& file : files) {
    documents.push_back(segmenter.segment(
        duizhao::read_document(DUIZHAO_SOURCE_FOLDER "/data/interviews/" + file)));
  }
  duizhao::Tracer tracer(duizhao::Lexicon::load_default(), std::move(documents));
  tracer.link_translations(true);
  return tracer;
}

/// Whether one group holds variants with both of these words.
bool are_grouped(const std::vector<VariantGroup>& groups, const std::string& one,
                 const std::string& two) {
  return std::any_of(groups.begin(), groups.end(), [&](const VariantGroup& group) {
    const auto has = [&](const std::string& words) {
      return std::any_of(group.variants.begin(), group.variants.end(), [&](const auto& variant) {
        return variant.text.find(words) != std::string::npos;
      });
    };
    return has(one) && has(two);
  });
}

}  // namespace

TEST_CASE("The interviews' quotes are grouped over all documents", "[variants]") {
  const duizhao::Tracer tracer = interviews();
  const auto groups = duizhao::find_groups(tracer);
  CHECK(are_grouped(groups, "a catfish", "a disruptive force"));
  CHECK(are_grouped(groups, "advantages are fleeting", "moats are temporary"));
  CHECK(are_grouped(groups, "short-term plans for fundraising", "short-term fundraising plans"));
  CHECK(are_grouped(groups, "no upper limit on resource", "no limits on accessing"));
  CHECK(are_grouped(groups, "a strong culture of innovation", "Why is Silicon Valley"));
  CHECK(are_grouped(groups, "being passengers", "being a beneficiary"));

  // All nine Chinese passages, each with its translation.
  std::set<std::size_t> originals;
  for (const VariantGroup& group : groups) {
    if (!group.original) continue;
    CHECK(tracer.documents()[group.original->document].document().language() == "zh");
    originals.insert(group.original->range.begin);
    CHECK(std::any_of(group.variants.begin(), group.variants.end(),
                      [](const auto& variant) { return variant.document == 1; }));
  }
  CHECK(originals.size() >= 9);
  CHECK(are_grouped(groups, "collective achievement", "collective result"));

  // A document has a passage once in a group.
  for (const VariantGroup& group : groups) {
    std::set<std::size_t> documents;
    for (const auto& variant : group.variants) {
      CHECK(documents.insert(variant.document).second);
      CHECK(variant.confidence >= 0.5);
      CHECK(variant.range.end <= tracer.documents()[variant.document].document().bytes().size());
    }
  }
}

TEST_CASE("A quote finds its group", "[variants]") {
  const duizhao::Tracer tracer = interviews();
  const auto groups = duizhao::find_groups(tracer);
  const auto paraphrase = duizhao::find_group(
      tracer, groups, "Closed source gives no lasting advantage in disruptive technology.");
  CHECK(are_grouped({paraphrase}, "advantages are fleeting", "moats are temporary"));
  // Exactly the stretch that is asked for.
  const auto moats = duizhao::find_group(tracer, groups, "moats");
  REQUIRE(moats.variants.size() == 2);
  CHECK(moats.variants[0].text == "advantages");
  CHECK(moats.variants[1].text == "moats");
  const auto nothing = duizhao::find_group(
      tracer, groups, "The lighthouse keeper painted seven boats before supper.");
  CHECK(nothing.variants.empty());
  CHECK_FALSE(nothing.original);
  CHECK_THROWS_AS(duizhao::find_group(tracer, groups, "?"), duizhao::Error);
}

TEST_CASE("Originals can be named", "[variants]") {
  const duizhao::Tracer tracer = interviews();
  duizhao::VariantOptions options;
  options.originals = {2};
  for (const VariantGroup& group : duizhao::find_groups(tracer, options)) {
    if (group.original) CHECK(group.original->document == 2);
  }
}

TEST_CASE("The same document twice is two variants and one witness", "[variants]") {
  const duizhao::Tracer tracer =
      interviews({"quotations-in-pioneer.en.txt", "quotations-in-pioneer.en.txt"});
  const auto groups = duizhao::find_groups(tracer);
  REQUIRE_FALSE(groups.empty());
  for (const VariantGroup& group : groups) {
    REQUIRE(group.variants.size() == 2);
    CHECK(group.variants[0].text == group.variants[1].text);
    const auto compared =
        duizhao::compare_group(duizhao::Comparer(duizhao::Lexicon::load_default()), group, tracer);
    CHECK(compared.variants == std::vector<std::vector<std::size_t>>{{0, 1}});
    CHECK(compared.comparison.differences.empty());
  }
}

namespace {

duizhao::Tracer texts(const std::vector<std::string>& documents) {
  const duizhao::Segmenter segmenter;
  std::vector<duizhao::SegmentedDocument> segmented;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    segmented.push_back(segmenter.segment(
        duizhao::parse_document(documents[i], "document " + std::to_string(i + 1))));
  }
  duizhao::Tracer tracer(duizhao::Lexicon::load_default(), std::move(segmented));
  tracer.link_translations(true);
  return tracer;
}

}  // namespace

TEST_CASE("Whole translations are grouped sentence by sentence", "[variants]") {
  const duizhao::Tracer tracer = texts(
      {"渔民每天早上四点出海。冬天的风很大。他们在中午之前回来。",
       "The fishermen put out to sea at four every morning. In winter the wind is strong. They are "
       "back before noon.",
       "Every morning at four the fishermen set sail. Winter winds are fierce, and they return "
       "before midday."});
  const auto groups = duizhao::find_groups(tracer);
  REQUIRE(groups.size() == 2);  // the third joins two sentences
  CHECK(groups[0].original->text == "渔民每天早上四点出海。");
  CHECK(groups[0].variants.size() == 2);
  CHECK(groups[1].original->text == "冬天的风很大。他们在中午之前回来。");
  CHECK(groups[1].variants[0].text == "In winter the wind is strong. They are back before noon.");
  CHECK(groups[1].variants[1].text == "Winter winds are fierce, and they return before midday.");
}

TEST_CASE("Versions that deny each other belong together", "[variants]") {
  const auto groups = duizhao::find_groups(texts(
      {"The old bridge will be closed in May.", "In May the old bridge will not be closed."}));
  REQUIRE(groups.size() == 1);
  CHECK(groups[0].variants.size() == 2);
}

TEST_CASE("Texts on other things are not grouped, however short", "[variants]") {
  CHECK(duizhao::find_groups(texts({"The old bridge will be closed in May.",
                                    "Nobody had told the children about the letter."}))
            .empty());
}

TEST_CASE("A quote joins the group of the sentences that it covers", "[variants]") {
  const duizhao::Tracer tracer = texts(
      {"渔民每天早上四点出海。冬天的风很大。他们在中午之前回来。",
       "The fishermen put out to sea at four every morning. In winter the wind is strong. They are "
       "back before noon.",
       "A reporter spent a week in the village. “In winter the winds blow hard, and before noon "
       "the fishermen are back,” an old man told her. The school has nine children."});
  const auto groups = duizhao::find_groups(tracer);
  REQUIRE(groups.size() == 2);
  REQUIRE(groups[1].variants.size() == 2);
  CHECK(groups[1].variants[0].text == "In winter the wind is strong. They are back before noon.");
  CHECK(groups[1].variants[1].text ==
        "In winter the winds blow hard, and before noon the fishermen are back,");
}

TEST_CASE("A quote that stops early shortens what it is compared with", "[variants]") {
  const duizhao::Tracer tracer = texts(
      {"The mill was sold in 1990 to a family from the north, and its wheel has stood still since "
       "the great flood of that year. Nobody grinds corn there today.",
       "He knew the valley as nobody else did. “The mill was sold to a family from the north in "
       "1990,” he wrote. Then he left for the coast, and took up painting. His letters are lost.",
       "Few tourists come this way. “The mill was sold to a northern family in 1990, and its "
       "wheel has stood still since the great flood,” says the guide. The inn has four rooms. A "
       "bus stops at the church on Fridays."});
  const auto groups = duizhao::find_groups(tracer);
  REQUIRE(groups.size() == 1);
  for (const auto& variant : groups[0].variants) {
    INFO(variant.text);
    CHECK(variant.text.find("flood") == std::string::npos);
    CHECK(variant.text.find("1990") != std::string::npos);
    const auto& document = tracer.documents()[variant.document].document();
    CHECK(document.text(variant.range) == variant.text);
  }
}

TEST_CASE("Documents that are not linked and have no quotes have no groups", "[variants]") {
  const duizhao::Segmenter segmenter;
  const duizhao::Tracer tracer(
      duizhao::Lexicon::load_default(),
      {segmenter.segment(duizhao::parse_document("It rained. The road was closed.", "one")),
       segmenter.segment(duizhao::parse_document("It rained. The road was closed.", "two"))});
  CHECK(duizhao::find_groups(tracer).empty());
  CHECK(duizhao::find_groups(duizhao::Tracer(duizhao::Lexicon(), {})).empty());
}
