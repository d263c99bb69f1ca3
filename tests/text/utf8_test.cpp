#include "text/utf8.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace duizhao;

TEST_CASE("Well-formed UTF-8 has no fault", "[text]") {
  CHECK_FALSE(text::find_fault(""));
  CHECK_FALSE(text::find_fault("plain"));
  CHECK_FALSE(text::find_fault("中文 é 😀"));
  CHECK_FALSE(text::find_fault(std::string("a\0b", 3)));
}

TEST_CASE("The first ill-formed sequence is found where it begins", "[text]") {
  struct Case {
    std::string bytes;
    std::size_t byte;
    std::string expectation;
  };
  const Case cases[] = {
      {"\xFF", 0, "found byte 0xFF"},
      {"ab\x80", 2, "found byte 0x80"},
      {"中\xC0\x80", 3, "found byte 0xC0"},
      {"a\xE4\xB8", 1, "found the end of the text after 2"},
      {"\xE4"
       "A",
       0, "found E4 41"},
      {"x\xED\xA0\x80", 1, "found ED A0 80"},         // a surrogate
      {"x\xF4\x90\x80\x80", 1, "found F4 90 80 80"},  // beyond U+10FFFF
      {"\xE0\x80\x80", 0, "found E0 80 80"},          // too long a form
  };
  for (const Case& each : cases) {
    const auto fault = text::find_fault(each.bytes);
    REQUIRE(fault);
    CHECK(fault->byte == each.byte);
    CHECK_THAT(text::explain(each.bytes, *fault), Catch::Contains(each.expectation));
  }
}

TEST_CASE("Code points are read forwards and backwards", "[text]") {
  const std::string mixed = "a中é😀";
  std::u32string forwards;
  for (std::size_t at = 0; at < mixed.size(); at += text::decode(mixed, at).size) {
    forwards += text::decode(mixed, at).value;
  }
  CHECK(forwards == U"a中é😀");
  std::u32string backwards;
  for (std::size_t at = mixed.size(); at > 0; at -= text::decode_before(mixed, at).size) {
    backwards += text::decode_before(mixed, at).value;
  }
  CHECK(backwards == U"😀é中a");
}
