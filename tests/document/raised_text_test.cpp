// Marks of notes, exponents, and other text above the line.
#include <catch2/catch.hpp>

#include "document/raised_text.hpp"

using namespace duizhao::document;

TEST_CASE("A raised figure is a note or an exponent by what stands around it", "[html]") {
  struct Case {
    const char* before;
    const char* raised;
    const char* after;
    Raised expected;
  };
  const Case cases[] = {{"100", "2", "=10000", Raised::exponent},
                        {"an area of 5 km", "2", ".", Raised::exponent},
                        {"about 10", "6", " cells", Raised::exponent},
                        {"1.5×10", "-3", " s", Raised::exponent},
                        {"面积5公里", "2", "。", Raised::exponent},
                        {"E=mc", "2", "", Raised::exponent},
                        {"for x", "n", " of", Raised::exponent},
                        {"(a+b)", "4", "=", Raised::exponent},
                        {"built in 1921", "7", " and", Raised::note},
                        {"in 2010", "3", "", Raised::note},
                        {"建于1921年", "3", "，", Raised::note},
                        {"the end.", "12", "", Raised::note},
                        {"people", "a", " who", Raised::note},
                        {"米", "[4]", "。", Raised::note},
                        {"1950", "①", "年", Raised::note},
                        {"name", "*", "", Raised::note},
                        {"name", "3,4", "", Raised::note},
                        {"the 1", "st", " of", Raised::text},
                        {"Brand", "TM", "", Raised::text},
                        {"", "", "", Raised::text}};
  for (const Case& each : cases) {
    CAPTURE(each.before, each.raised, each.after);
    CHECK(raised_text(each.before, each.raised, each.after, false) == each.expected);
  }
  CHECK(raised_text("100", "2", "", true) == Raised::note);
}

TEST_CASE("Exponents are shown as Unicode has them", "[html]") {
  CHECK(as_superscript("2") == "²");
  CHECK(as_superscript("-10") == "⁻¹⁰");
  CHECK(as_superscript("n") == "ⁿ");
}
