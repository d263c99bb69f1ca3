#include "duizhao/compare/document_comparison.hpp"

#include <catch2/catch.hpp>
#include <duizhao/align/aligner.hpp>
#include <duizhao/document/read_document.hpp>
#include <duizhao/text/error.hpp>

using namespace duizhao;

namespace {

const char* const kChinese =
    "渡船每天早上七点出发。\n\n船票可以在码头购买。\n\n下雨的时候船会晚到。\n";
const char* const kFirst =
    "The ferry leaves at seven every morning.\n\nTickets are sold at the pier.\n\nWhen it rains, "
    "the "
    "ship is late.\n";
const char* const kSecond =
    "The ferry leaves at eight every morning.\n\nWhen it rains, the ship is not late.\n";

Document document(const char* text) { return parse_document(text, "text"); }

}  // namespace

TEST_CASE("Translations are compared passage by passage", "[comparison]") {
  const Lexicon lexicon = Lexicon::load_default();
  const Aligner aligner(lexicon);
  const Comparer comparer(lexicon);
  const auto passages =
      compare_documents(comparer, {aligner.align(document(kChinese), document(kFirst)),
                                   aligner.align(document(kChinese), document(kSecond))});
  REQUIRE(passages.size() == 3);
  CHECK(passages[0].comparison.differences.front().kind == VariationKind::number);
  CHECK(passages[0].comparison.original->text == "渡船每天早上七点出发。");
  REQUIRE(passages[1].comparison.differences.size() == 1);
  const Difference& missing = passages[1].comparison.differences.front();
  CHECK(missing.kind == VariationKind::omission);
  CHECK(missing.readings[0].text == "Tickets are sold at the pier.");
  CHECK_FALSE(missing.readings[1].range);
  CHECK(passages[2].comparison.differences.front().kind == VariationKind::negation);
}

TEST_CASE("Without the original the first translation lends the passages", "[comparison]") {
  const Lexicon lexicon = Lexicon::load_default();
  const Aligner aligner(lexicon);
  const auto passages =
      compare_documents(Comparer(lexicon), {aligner.align(document(kFirst), document(kSecond))},
                        {.source_is_original = false, .progress = {}});
  REQUIRE(passages.size() == 3);
  CHECK_FALSE(passages[0].comparison.original);
  CHECK(passages[0].comparison.witnesses.size() == 2);
  CHECK(passages[1].comparison.witnesses[1].text.empty());
}

TEST_CASE("Alignments of different texts are no comparison", "[comparison]") {
  const Lexicon lexicon = Lexicon::load_default();
  const Aligner aligner(lexicon);
  const Comparer comparer(lexicon);
  const Alignment one = aligner.align(document(kChinese), document(kFirst));
  const Alignment other = aligner.align(document(kFirst), document(kSecond));
  CHECK_THROWS_AS(compare_documents(comparer, {one, other}), Error);
  CHECK_THROWS_AS(compare_documents(comparer, {one}), Error);
  CHECK_THROWS_AS(compare_documents(comparer, {}), Error);
}
