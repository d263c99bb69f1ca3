// What may come through the door, in every encoding.
#include <catch2/catch.hpp>
#include <duizhao/align/aligner.hpp>
#include <duizhao/document/read_document.hpp>
#include <duizhao/text/error.hpp>

#include "support/encoded.hpp"

using namespace duizhao;

namespace {

// Characters that GB18030 and Big5 both have.
const std::string kChinese = "他走了。\n你明天再過去好了。\n";
const std::string kEnglish = "He left.\nGo there again tomorrow.\n";

Document read(const test::Encoding& encoding, const std::string& utf8,
              InputFormat format = InputFormat::automatic) {
  return parse_document(encoding(utf8), "test", {.format = format, .encoding = encoding.name});
}

std::vector<std::string> blocks(const Document& document) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < document.blocks().size(); ++i) {
    texts.push_back(document.text(document.blocks()[i].range));
  }
  return texts;
}

/// The fault that reading `bytes` ends with.
ErrorPlace fault(const test::Encoding& encoding, const std::string& bytes) {
  try {
    parse_document(bytes, "test", {.encoding = encoding.name});
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::decoding);
    CHECK_THAT(error.what(), Catch::StartsWith("test: line "));
    return error.place();
  }
  FAIL("no error");
  return {};
}

/// A sequence that is no character, whatever follows.
std::string ill_formed(const test::Encoding& encoding) {
  const std::string name = encoding.name;
  if (name == "UTF-16LE") return std::string("\x00\xDC", 2);  // a low surrogate first
  if (name == "UTF-16BE") return std::string("\xDC\x00", 2);
  return "\xFF";
}

}  // namespace

TEST_CASE("A text is the same text in every encoding", "[doors]") {
  for (const test::Encoding& encoding : test::every_encoding()) {
    INFO(encoding.name << " " << encoding.mark);
    CHECK(blocks(read(encoding, kChinese)) ==
          std::vector<std::string>{"他走了。", "你明天再過去好了。"});
    CHECK(read(encoding, kChinese).language() == "zh");
    CHECK(blocks(read(encoding, "他走了。\r\n你明天再過去好了。\r\n")) ==
          blocks(read(encoding, kChinese)));
    CHECK(blocks(read(encoding, "<!DOCTYPE html><html><body><p>他走了。<p>你明天再過去好了。")) ==
          blocks(read(encoding, kChinese)));
    CHECK(blocks(read(encoding, "# 他走了。\n\n你明天**再過去**好了。\n")).size() == 2);
  }
}

TEST_CASE("Empty texts have no blocks in every encoding", "[doors]") {
  for (const test::Encoding& encoding : test::every_encoding()) {
    INFO(encoding.name << " " << encoding.mark);
    CHECK(read(encoding, "").blocks().empty());
    CHECK(read(encoding, std::string(100'000, '\n')).blocks().empty());
    CHECK(read(encoding, std::string(100'000, '\n'), InputFormat::lines).blocks().size() ==
          100'000);
  }
}

TEST_CASE("Long lines and zero bytes are text in every encoding", "[doors]") {
  std::string line;
  while (line.size() < 10'000'000) line += "他走了。";
  const std::string zero("他\0走。", 10);
  for (const test::Encoding& encoding : test::every_encoding()) {
    INFO(encoding.name << " " << encoding.mark);
    CHECK(blocks(read(encoding, line)) == std::vector{line});
    CHECK(blocks(read(encoding, zero)) == std::vector{zero});
  }
}

TEST_CASE("Cut and ill-formed texts are errors with their byte in every encoding", "[doors]") {
  for (const test::Encoding& encoding : test::every_encoding()) {
    INFO(encoding.name << " " << encoding.mark);
    const std::string before = encoding("他走了。\n你");
    const ErrorPlace cut = fault(encoding, encoding("他走了。\n你再").substr(0, before.size() + 1));
    CHECK(cut.line == 2U);
    CHECK(cut.byte == before.size());
    const ErrorPlace bad = fault(encoding, before + ill_formed(encoding) + encoding(""));
    CHECK(bad.line == 2U);
    CHECK(bad.byte == before.size());
  }
}

TEST_CASE("Pairs align in every encoding, swapped, and with themselves", "[doors]") {
  const Aligner aligner(Lexicon::load_default());
  for (const test::Encoding& encoding : test::every_encoding()) {
    INFO(encoding.name << " " << encoding.mark);
    const Document chinese = read(encoding, kChinese);
    const Document english = read(encoding, kEnglish);
    CHECK(aligner.align(chinese, english).beads().size() == 2);
    CHECK(aligner.align(english, chinese).beads().size() == 2);
    CHECK(aligner.align(chinese, chinese).beads().size() == 2);
    CHECK(aligner.align(chinese, read(encoding, "")).beads().size() == 2);
    CHECK(aligner.align(read(encoding, ""), read(encoding, "")).beads().empty());
  }
}

TEST_CASE("Texts in another encoding than named are errors or say so", "[doors]") {
  for (const test::Encoding& encoding : test::every_encoding()) {
    const std::string name = encoding.name;
    if (name == "UTF-8") continue;
    INFO(name << " " << encoding.mark);
    CHECK_THROWS_AS(parse_document(encoding(kChinese), "test", {.encoding = "utf-8"}), Error);
  }
}
