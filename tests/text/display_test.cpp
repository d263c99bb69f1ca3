#include "text/display.hpp"

#include <catch2/catch.hpp>

#include "support/random_text.hpp"

using namespace duizhao;

TEST_CASE("Chinese characters are two columns wide", "[text]") {
  CHECK(text::display_width("abc") == 3);
  CHECK(text::display_width("中文") == 4);
  CHECK(text::display_width("，") == 2);
  CHECK(text::display_width("e\xCC\x81") == 1);
  CHECK(text::display_width("") == 0);
}

TEST_CASE("Lines break where the language allows it", "[text]") {
  using Lines = std::vector<std::string>;
  CHECK(text::wrap("one two three", 8, "en") == Lines{"one two", "three"});
  CHECK(text::wrap("创新需要自由。", 8, "zh") == Lines{"创新需要", "自由。"});
  CHECK(text::wrap("overlong", 3, "en") == Lines{"ove", "rlo", "ng"});
  CHECK(text::wrap("", 10, "en") == Lines{""});
}

TEST_CASE("Wrapping keeps every word and the width", "[text]") {
  test::RandomText random(1);
  for (int round = 0; round < 300; ++round) {
    const std::string text = text::printable(random(40));
    const auto strip = [](std::string s) {
      for (const std::string space : {" ", "　", "\xC2\xA0"}) {
        for (auto at = s.find(space); at != std::string::npos; at = s.find(space)) {
          s.erase(at, space.size());
        }
      }
      return s;
    };
    std::string joined;
    for (const std::string& line : text::wrap(text, 12, "zh")) {
      CHECK(text::display_width(line) <= 12);
      joined += line;
    }
    CHECK(strip(joined) == strip(text));
  }
}

TEST_CASE("Control characters become pictures", "[text]") {
  CHECK(text::printable("a\x1b[31mb") == "a␛[31mb");
  CHECK(text::printable(std::string("a\0b", 3)) == "a␀b");
  CHECK(text::printable("a\tb\nc") == "a b c");
  CHECK(text::printable("中\x7F") == "中␡");
}

TEST_CASE("What would turn text, and bytes that are none, become visible", "[text]") {
  CHECK(text::printable("a\u202Eb\u202Cc") == "a[RLO]b[PDF]c");
  CHECK(text::printable("\u2067x\u2069") == "[RLI]x[PDI]");
  CHECK(text::printable("a\xFF\xFEz\xE4\xBD") == "a\uFFFD\uFFFDz\uFFFD\uFFFD");
  CHECK(text::printable("\x1B[31mred\n") == "␛[31mred ");
}
