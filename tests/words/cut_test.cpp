// Texts cut into words and marks.
#include "words/cut.hpp"

#include <catch2/catch.hpp>
#include <duizhao/lexicon/lexicon.hpp>

using namespace duizhao;

namespace {

std::string cut(const std::string& text, bool chinese) {
  static const Lexicon lexicon = Lexicon::load_default();
  std::string words;
  for (const ByteRange range : words::cut_words(text, chinese, lexicon.tables())) {
    words += (words.empty() ? "" : "|") + text.substr(range.begin, range.size());
  }
  return words;
}

}  // namespace

TEST_CASE("English is cut as treebanks cut it", "[words]") {
  CHECK(cut("We don't, I'm sure.", false) == "We|do|n't|,|I|'m|sure|.");
  CHECK(cut("It’s Anna’s well-known U.S. firm", false) == "It|’s|Anna|’s|well-known|U.S.|firm");
  CHECK(cut("It cannot cost $1,000.50 (or 5%)...", false) ==
        "It|can|not|cost|$|1,000.50|(|or|5|%|)|...");
}

TEST_CASE("An accent stays with its letter", "[words]") {
  CHECK(cut("re\xCC\x81sume\xCC\x81 read", false) == "re\xCC\x81sume\xCC\x81|read");
}

TEST_CASE("Chinese is cut into the likeliest words", "[words]") {
  CHECK(cut("他在北京大学学中文。", true) == "他|在|北京大学|学|中文|。");
  CHECK(cut("他8日电告家人", true) == "他|8日|电告|家人");
}

TEST_CASE("A numeral keeps its scale and its date", "[words]") {
  CHECK(cut("2024年5月3日花了250万元", true) == "2024年|5月|3日|花|了|250万|元");
  CHECK(cut("来了三百二十五名", true) == "来|了|三百二十五|名");
}

TEST_CASE("A foreign name stays whole at its dots", "[words]") {
  CHECK(cut("记者问约翰·史密斯。", true).find("·") != std::string::npos);
  CHECK(cut("约翰·史密斯", true) == "约翰·史密斯");
}

TEST_CASE("Every visible character is in exactly one word", "[words]") {
  const std::string text = "“你好”——A-1 号…… x'y 'tis [3]；\xE2\x80\x8B完";
  for (const bool chinese : {true, false}) {
    const Lexicon lexicon = Lexicon::load_default();
    std::size_t last = 0;
    std::string between;
    for (const ByteRange range : words::cut_words(text, chinese, lexicon.tables())) {
      CHECK(range.begin >= last);
      CHECK(range.end > range.begin);
      between += text.substr(last, range.begin - last);
      last = range.end;
    }
    CHECK(between.find_first_not_of(" \xE2\x80\x8B") == std::string::npos);
    CHECK(last == text.size());
  }
}
