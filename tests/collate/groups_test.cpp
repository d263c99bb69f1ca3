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
  tracer.link_translations();
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
  CHECK(are_grouped({duizhao::find_group(tracer, groups, "moats")}, "fleeting", "temporary"));
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

TEST_CASE("The same document twice is two variants", "[variants]") {
  const duizhao::Tracer tracer =
      interviews({"quotations-in-pioneer.en.txt", "quotations-in-pioneer.en.txt"});
  const auto groups = duizhao::find_groups(tracer);
  REQUIRE_FALSE(groups.empty());
  for (const VariantGroup& group : groups) {
    REQUIRE(group.variants.size() == 2);
    CHECK(group.variants[0].text == group.variants[1].text);
  }
}

TEST_CASE("Documents without quotes have no groups", "[variants]") {
  const duizhao::Segmenter segmenter;
  const duizhao::Tracer tracer(
      duizhao::Lexicon::load_default(),
      {segmenter.segment(duizhao::parse_document("It rained. The road was closed.", "one")),
       segmenter.segment(duizhao::parse_document("It rained. The road was closed.", "two"))});
  CHECK(duizhao::find_groups(tracer).empty());
  CHECK(duizhao::find_groups(duizhao::Tracer(duizhao::Lexicon(), {})).empty());
}
