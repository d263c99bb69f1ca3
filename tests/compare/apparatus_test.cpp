#include "duizhao/compare/apparatus.hpp"

#include <catch2/catch.hpp>

using namespace duizhao;

namespace {

/// `The bridge has |30/thirty/3| arches.`, readings apart by slashes, entries by bars.
std::string shown(const Comparison& comparison) {
  std::string line;
  for (const ApparatusEntry& entry : apparatus_of(comparison)) {
    if (!line.empty()) line += '|';
    for (std::size_t w = 0; w < entry.readings.size(); ++w) {
      const ByteRange& range = entry.readings[w];
      line += (w > 0 ? "/" : "") + comparison.witnesses[w].text.substr(range.begin, range.size());
    }
  }
  return line;
}

const Comparer& comparer() {
  static const Comparer kComparer(Lexicon::load_default());
  return kComparer;
}

void check_rebuilt(const Comparison& comparison) {
  const auto entries = apparatus_of(comparison);
  for (std::size_t w = 0; w < comparison.witnesses.size(); ++w) {
    std::string rebuilt;
    for (const ApparatusEntry& entry : entries) {
      const ByteRange& range = entry.readings[w];
      rebuilt += comparison.witnesses[w].text.substr(range.begin, range.size());
    }
    CHECK(rebuilt == comparison.witnesses[w].text);
  }
}

}  // namespace

TEST_CASE("An apparatus cuts all witnesses at the same places", "[apparatus]") {
  const Comparison comparison =
      comparer().compare({"The bridge has 30 arches.", "The bridge has three arches."});
  CHECK(shown(comparison) == "The bridge has /The bridge has |30 /three |arches./arches.");
  CHECK(apparatus_of(comparison)[1].kind == VariationKind::number);
  CHECK_FALSE(apparatus_of(comparison)[0].kind);
}

TEST_CASE("Each witness is rebuilt byte for byte", "[apparatus]") {
  check_rebuilt(comparer().compare({"On Monday the old bridge was closed.",
                                    "The bridge, which is old, was not closed on Monday!"}));
  check_rebuilt(comparer().compare(
      {"  He will open 30 shops in Paris next year. ", "“Next year,” he may open three in Paris.",
       "In Paris he won't open thirty shops…"},
      "他明年将在巴黎开三十家店。"));
  check_rebuilt(comparer().compare({"他去年买了三本书。", "去年，他买了五本新书！"}));
  check_rebuilt(comparer().compare({"A b c d e f.", "F e d c b a."}));
}
