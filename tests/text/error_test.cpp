#include "duizhao/text/error.hpp"

#include <catch2/catch.hpp>

#include "text/scripts.hpp"

using namespace duizhao;

TEST_CASE("An error is one line with the parts of its place that are known", "[error]") {
  const auto what = [](ErrorPlace place) {
    return std::string(Error(ErrorCode::format, std::move(place), "expected x").what());
  };
  CHECK(what({"a.txt", 3, 57}) == "a.txt: line 3, byte 57: expected x");
  CHECK(what({"a.txt", {}, 57}) == "a.txt: byte 57: expected x");
  CHECK(what({"a.txt", 3, {}}) == "a.txt: line 3: expected x");
  CHECK(what({"a.txt", {}, {}}) == "a.txt: expected x");
  CHECK(what({"", 1, 0}) == "line 1, byte 0: expected x");
}

TEST_CASE("A text's language is told by its letters", "[text]") {
  const auto language = [](std::string_view text) {
    text::ScriptCount count;
    count.add(text);
    return count.language();
  };
  CHECK(language("创新就是昂贵且低效的") == "zh");
  CHECK(language("看OpenAI也是烧了很多钱才出来") == "zh");
  CHECK(language("Innovation is expensive (创新)") == "en");
  CHECK(language("これは日本語です") == "ja");
  CHECK(language("Это по-русски") == "ru");
  CHECK(language("이것은 한국어") == "ko");
  CHECK(language("12 + 3 — !?").empty());
  CHECK(language("ᰀᰁᰂ") == "und");  // Lepcha, which ICU has no rules for
  CHECK(language("请打开 /usr/local/share/example：%s") == "zh");
  CHECK(language("见 https://www.example.com/help/start.html") == "zh");
  CHECK(language("{name}.txt <b></b>").empty());
}

TEST_CASE("Languages share scripts", "[text]") {
  CHECK(text::share_script("en", "fr"));
  CHECK(text::share_script("zh", "ja"));
  CHECK_FALSE(text::share_script("zh", "en"));
  CHECK_FALSE(text::share_script("ru", "en"));
  CHECK(text::primary_language("zh-Hant-TW") == "zh");
  CHECK(text::primary_language("en_GB") == "en");
}
