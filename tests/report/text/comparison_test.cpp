#include <catch2/catch.hpp>
#include <duizhao/report/html.hpp>
#include <duizhao/report/text.hpp>

using namespace duizhao;
using Catch::Contains;

namespace {

Comparison sample() {
  return Comparer(Lexicon::load_default())
      .compare({"The <old> bridge has 30 arches.", "The <old> bridge has three arches."},
               "旧桥有三十个桥拱。");
}

}  // namespace

TEST_CASE("A comparison shows the texts in their own order and then the statements",
          "[report][comparison]") {
  CHECK(text_report(sample()) ==
        "    旧桥有三十个桥拱。\n"
        "A   The <old> bridge has [30] arches.\n"
        "B   The <old> bridge has [three] arches.\n\n"
        "    number  A “30” | B “three”\n");
  const std::string coloured = text_report(sample(), {80, true});
  CHECK_THAT(coloured, Contains("\x1b[33m30\x1b[0m"));
  CHECK(coloured.find("\u241B") == std::string::npos);  // no picture of an escape
}

TEST_CASE("A table has a column for each place", "[report][comparison]") {
  CHECK(comparison_table(sample()) ==
        "    A  The <old> bridge has  [30]     arches.\n"
        "    B  The <old> bridge has  [three]  arches.\n");
  // A narrow one goes on below.
  CHECK_THAT(comparison_table(sample(), {30, false}), Contains("\n\n    A  "));
}

TEST_CASE("A page shows a witness's text as it is, with its differences marked",
          "[report][comparison]") {
  const std::string page = to_html(std::vector<PlacedComparison>{{sample(), {}, {}}});
  CHECK_THAT(page, Contains("The &lt;old&gt; bridge has <mark class=\"number\" data-l=\"0\">30"
                            "</mark> arches."));
  // The statement is tied to its marks.
  CHECK_THAT(page, Contains("<li class=\"number\" data-l=\"0\">number  A “30” | B “three”</li>"));
}

TEST_CASE("No more statements are told than asked for", "[report][comparison]") {
  const Comparison comparison =
      Comparer(Lexicon::load_default())
          .compare({"He will sell 30 chairs in London.", "He may sell three chairs in Berlin."});
  CHECK(statements_of(comparison).size() == 3);
  CHECK(statements_of(comparison, 1).size() == 1);
  CHECK(statements_of(comparison, 0).empty());
  CHECK_THAT(text_report(comparison, {}, 1), Contains("A   He will sell [30] chairs in London.\n"));
}
