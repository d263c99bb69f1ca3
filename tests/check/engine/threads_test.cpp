// A checker is shared by threads.
#include <catch2/catch.hpp>
#include <duizhao/duizhao.hpp>
#include <thread>

#include "check/checking.hpp"

using namespace duizhao;

TEST_CASE("One checker serves many threads with the same findings", "[check][threads]") {
  const Lexicon lexicon = Lexicon::load_default();
  const checking::Case pairs{
      {"公司有三百五十名员工，梁文锋不打算融资。", "我们去年花了两亿三千万元，不到十分之一。"},
      {"The company has thirty-five employees, and Liang Wenfang plans to raise money.",
       "Last year we spent twenty-three million yuan, not even a seventh."}};
  const Alignment alignment = checking::align(pairs, lexicon);
  const Checker checker(lexicon);
  const auto expected = to_json(checker.check(alignment), {alignment});
  REQUIRE(checker.check(alignment).size() >= 4);
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  for (std::string& result : results) {
    threads.emplace_back([&] { result = to_json(checker.check(alignment), {alignment}); });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) CHECK(result == expected);
}
