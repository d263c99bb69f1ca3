// Terms that recur in a text.
#include <catch2/catch.hpp>
#include <duizhao/duizhao.hpp>

#include "check/checking.hpp"

using namespace duizhao;

TEST_CASE("Terms that recur are found with their usual renderings", "[check]") {
  const Lexicon lexicon = Lexicon::load_default();
  const checking::Case pairs{
      {"护城河很重要。", "我们没有护城河。", "他昨天来了。", "护城河是团队。", "他们也有护城河。"},
      {"Moats matter.", "We have no moat.", "He came yesterday.", "The barrier is the team.",
       "They have a moat, too."}};
  const auto terms = Checker(lexicon).find_terms({checking::align(pairs, lexicon)});
  REQUIRE(terms.size() == 1);
  CHECK(terms[0].source == "护城河");
  CHECK(terms[0].target == "moat");
  CHECK_FALSE(terms[0].forbidden);
  CHECK(terms[0].place.line == 1U);
  CHECK(terms[0].place.byte == 0U);
  CHECK(Checker(lexicon).find_terms({}).empty());
}

TEST_CASE("What recurs only from translation to translation collides with nothing", "[check]") {
  const Lexicon lexicon = Lexicon::load_default();
  const Alignment alignment = checking::align(
      {{"人类在思考语言。", "大家以为这是梦想。", "我们昨天见面了。"},
       {"Humans think in language.", "All think this a dream.", "We met yesterday."}},
      lexicon);
  const Checker checker(lexicon);
  CHECK(checker.check(alignment).empty());
  CHECK(checker.check({alignment, alignment, alignment}).empty());
}
