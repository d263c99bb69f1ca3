// Words that hold or look like numbers and are none.
#include <catch2/catch.hpp>
#include <duizhao/duizhao.hpp>

#include "check/checking.hpp"

using namespace duizhao;

namespace {

bool flagged(const std::string& source, const std::string& target) {
  static const Lexicon lexicon = Lexicon::load_default();
  return checking::found(checking::check({{source}, {target}}, lexicon), "number");
}

}  // namespace

TEST_CASE("A word that holds a number in another sense explains none", "[check]") {
  CHECK(flagged("他买了二十本书。", "He bought books and kept score."));
  CHECK(flagged("他立刻去了机场。", "He went to the airport, which has 15 gates."));
  CHECK(flagged("我们中午吃了鸡蛋。", "We ate 12 eggs at lunch."));
}

TEST_CASE("The same words explain numbers where they count", "[check]") {
  CHECK_FALSE(flagged("他等了一刻钟。", "He waited for 15 minutes."));
  CHECK_FALSE(flagged("会议在中午开始。", "The meeting begins at 12 noon."));
  CHECK_FALSE(flagged("她买了一打鸡蛋。", "She bought 12 eggs."));
}
