// How the work grows with the length of one line: counted in instructions by valgrind, not in time.
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdio>
#include <duizhao/text/file.hpp>
#include <functional>
#include <string>
#include <utility>

#include "support/command.hpp"
#include "support/scratch.hpp"

namespace {

/// Whether instructions can be counted: not where a sanitiser has its own memory.
bool can_count() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  return false;
#else
  return std::system("valgrind --version > /dev/null 2>&1") == 0;
#endif
}

std::string repeated(const std::string& part, std::size_t count) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += part;
  return all;
}

std::string joined(std::size_t count, const std::string& separator,
                   const std::function<std::string(std::size_t)>& item) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += (i > 0 ? separator : "") + item(i);
  return all;
}

/// Names that nobody has: each of two characters and two syllables.
std::pair<std::string, std::string> name(std::size_t i) {
  constexpr std::array<std::pair<const char*, const char*>, 6> kFirst = {{{"王", "Wang"},
                                                                          {"李", "Li"},
                                                                          {"张", "Zhang"},
                                                                          {"刘", "Liu"},
                                                                          {"陈", "Chen"},
                                                                          {"杨", "Yang"}}};
  constexpr std::array<std::pair<const char*, const char*>, 7> kSecond = {{{"伟", "wei"},
                                                                           {"芳", "fang"},
                                                                           {"娜", "na"},
                                                                           {"敏", "min"},
                                                                           {"静", "jing"},
                                                                           {"丽", "li"},
                                                                           {"强", "qiang"}}};
  const auto& family = kFirst[i % kFirst.size()];
  const auto& one = kSecond[i / 6 % kSecond.size()];
  const auto& two = kSecond[i / 42 % kSecond.size()];
  std::string given = std::string(one.second) + two.second;
  given.front() = static_cast<char>(given.front() - 'a' + 'A');
  return {std::string(family.first) + one.first + two.first,
          std::string(family.second) + ' ' + given};
}

using Texts = std::pair<std::string, std::string>;

/// Instructions of a command over two texts.
double work_of(const std::string& command, const Texts& texts) {
  const test::ScratchFolder folder;
  const std::string source = folder.put("source.txt", texts.first + '\n');
  const std::string target = folder.put("target.txt", texts.second + '\n');
  const std::string counts = folder.path() / "counts";
  const std::string line =
      "valgrind --tool=cachegrind --cache-sim=no --cachegrind-out-file=" + counts +
      " " DUIZHAO_TOOL " " + command + " -q -j 1 -o /dev/null " + source + ' ' + target +
      " > /dev/null 2>&1";
  REQUIRE(std::system(line.c_str()) == 0);
  const std::string report = duizhao::read_file(counts);
  const std::size_t at = report.rfind("summary: ");
  REQUIRE(at != std::string::npos);
  return std::stod(report.substr(at + 9));
}

/// By what power of the length the work grows from n to 2n and 4n items.
double exponent(const std::string& command, std::size_t n,
                const std::function<Texts(std::size_t)>& texts) {
  const double once = work_of(command, texts(n));
  const double twice = work_of(command, texts(2 * n));
  const double four = work_of(command, texts(4 * n));
  return std::log2((four - twice) / (twice - once));
}

void require_slow_growth(const std::string& command, const std::string& what, std::size_t n,
                         const std::function<Texts(std::size_t)>& texts) {
  if (!can_count()) return;
  constexpr double kMost = 1.3;
  INFO(command << ": " << what);
  CHECK(exponent(command, n, texts) < kMost);
}

const std::string kCheck = "check --lines";

}  // namespace

TEST_CASE("Work on one long line of numbers grows with its length", "[cli][work]") {
  require_slow_growth(kCheck, "equal figures", 1000,
                      [](std::size_t n) { return Texts(repeated("1,", n), repeated("1,", n)); });
  require_slow_growth(kCheck, "different figures", 500, [](std::size_t n) {
    const auto figure = [](std::size_t i) { return std::to_string(1000 + i); };
    return Texts(joined(n, "、", figure), joined(n, ", ", figure));
  });
  require_slow_growth(kCheck, "numerals between commas", 500, [](std::size_t n) {
    return Texts(repeated("一、", n), repeated("one, ", n));
  });
  require_slow_growth(kCheck, "numerals in a row", 1000,
                      [](std::size_t n) { return Texts(repeated("一", n), repeated("one ", n)); });
  require_slow_growth(kCheck, "hundreds", 1000, [](std::size_t n) {
    return Texts(repeated("百", n), repeated("hundred ", n));
  });
}

TEST_CASE("Work on one long line of words grows with its length", "[cli][work]") {
  require_slow_growth(kCheck, "names", 200, [](std::size_t n) {
    return Texts(joined(n, "、", [](std::size_t i) { return name(i).first; }),
                 joined(n, ", ", [](std::size_t i) { return name(i).second; }));
  });
  require_slow_growth(kCheck, "doubled words", 1000, [](std::size_t n) {
    return Texts(repeated("我们我们", n), repeated("the the ", n));
  });
  require_slow_growth(kCheck, "a long sentence", 50, [](std::size_t n) {
    return Texts(
        repeated("这是一个很长的中文句子我们不知道它在说什么", n),
        repeated("This is a very long Chinese sentence and we do not know what it says ", n));
  });
  require_slow_growth(kCheck, "clauses", 300, [](std::size_t n) {
    return Texts(repeated("这是一句话，", n), repeated("this is a clause, ", n));
  });
  require_slow_growth(kCheck, "denials", 500, [](std::size_t n) {
    return Texts(repeated("他不去，", n), repeated("he does not go, ", n));
  });
  require_slow_growth(kCheck, "closing brackets", 1000, [](std::size_t n) {
    return Texts("好" + repeated(")", n), "good" + repeated(")", n));
  });
  require_slow_growth(kCheck, "damaged text", 500, [](std::size_t n) {
    return Texts(repeated("é", n) + repeated("鎴", n), repeated("&a ", n));
  });
}

TEST_CASE("Work on many lines grows with their number", "[cli][work]") {
  require_slow_growth("align --lines", "unrelated texts", 1000, [](std::size_t n) {
    return Texts(
        joined(n, "\n", [](std::size_t i) { return name(7 * i).first + "走了。"; }),
        joined(n, "\n", [](std::size_t i) { return "A ship left " + name(5 * i + 3).second; }));
  });
  require_slow_growth("align --lines", "the same sentence", 1000, [](std::size_t n) {
    return Texts(repeated("你好。\n", n), repeated("Hello.\n", n));
  });
  require_slow_growth("align --lines", "empty lines", 2000, [](std::size_t n) {
    return Texts("你好。" + repeated("\n", n), "Hello." + repeated("\n", n));
  });
}
