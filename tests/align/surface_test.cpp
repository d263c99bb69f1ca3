#include "align/surface.hpp"

#include <catch2/catch.hpp>

using duizhao::align::Surface;
using duizhao::align::surfaces;

namespace {

/// For each sentence: `<` it begins with a quotation mark, `>` ends with one, `"` one is open after
/// it, `?` it asks, and its number of clauses.
std::string described(const std::vector<std::string>& sentences, const std::string& language) {
  std::string all;
  for (const Surface& surface : surfaces(sentences, language)) {
    if (!all.empty()) all += ' ';
    if (surface.opens_quotation) all += '<';
    if (surface.closes_quotation) all += '>';
    if (surface.inside_quotation) all += '"';
    if (surface.asks) all += '?';
    all += std::to_string(surface.clauses);
  }
  return all;
}

}  // namespace

TEST_CASE("Quotations are followed over sentences", "[surface]") {
  CHECK(described({"他说：“走吧。", "明天再来。”", "她走了。"}, "zh") == "\"1 >1 1");
  CHECK(described({"「走吧。", "再来。」"}, "zh") == "<\"1 >1");
  CHECK(described({"\"Go,\" he said.", "\"Come again.", "Soon.\""}, "en") == "<2 <\"1 >1");
  CHECK(described({"“Go.", "Soon.”"}, "en") == "<\"1 >1");
}

TEST_CASE("Single marks are quotation marks where a text uses them so", "[surface]") {
  CHECK(described({"'Go,' he said.", "'Don't wait.'", "It's late."}, "en") == "<2 <>1 1");
  CHECK(described({"\"Go,\" he said.", "\"It's the dogs' home.\""}, "en") == "<2 <>1");
}

TEST_CASE("Straight marks in Chinese open and close in turn", "[surface]") {
  CHECK(described({"他说:\"走吧。", "再来。\"好。"}, "zh") == "\"1 2");
}

TEST_CASE("Questions are told behind closing marks", "[surface]") {
  CHECK(described({"“走吗？”", "为什么?", "好。"}, "zh") == "<>?1 ?1 1");
  CHECK(described({"Why?\"", "(Why?)", "Well."}, "en") == ">?1 ?1 1");
}

TEST_CASE("Clauses are counted by marks and joining words", "[surface]") {
  CHECK(described({"他来，她走；天黑了。"}, "zh") == "3");
  CHECK(described({"真的吗？！……"}, "zh") == "?1");
  CHECK(described({"He came, and she left; it was dark."}, "en") == "4");
  CHECK(described({"It costs 1,000.5 dollars."}, "en") == "1");
  CHECK(described({"", "   "}, "en") == "0 0");
}
