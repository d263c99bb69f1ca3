#include "text/encoding.hpp"

#include <catch2/catch.hpp>
#include <duizhao/document/corpus.hpp>
#include <duizhao/text/error.hpp>
#include <duizhao/text/file.hpp>

#include "support/encoded.hpp"

using namespace duizhao;
using test::encoded;

namespace {

std::string decoded(const std::string& bytes, const std::string& encoding = "auto") {
  return text::to_utf8(bytes, encoding, "test");
}

struct Fault {
  std::size_t line;
  std::size_t byte;
  friend bool operator==(const Fault&, const Fault&) = default;
};

Fault fault(const std::string& bytes, const std::string& encoding = "auto") {
  try {
    decoded(bytes, encoding);
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::decoding);
    return {error.place().line.value(), error.place().byte.value()};
  }
  FAIL("no error");
  return {};
}

const std::string kSimplified = "「人类智能本质可能就是语言,人的思维也是。」\n他说：“是的。”\n";
const std::string kTraditional = "「人類智能本質可能就是語言，人的思維也是。」\n他說：是的。\n";

}  // namespace

TEST_CASE("Chinese encodings are detected", "[encoding]") {
  for (const char* encoding : {"UTF-8", "GB18030", "GBK", "UTF-16LE", "UTF-16BE"}) {
    INFO(encoding);
    CHECK(decoded(encoded(kSimplified, encoding)) == kSimplified);
    CHECK(decoded(encoded(kSimplified, encoding), encoding) == kSimplified);
  }
  for (const char* encoding : {"UTF-8", "Big5", "UTF-16LE", "UTF-16BE"}) {
    INFO(encoding);
    CHECK(decoded(encoded(kTraditional, encoding)) == kTraditional);
  }
}

TEST_CASE("Short Chinese texts are detected", "[encoding]") {
  for (const char* text : {"你好", "好。", "因为我们在做最难的事。", "AI很贵"}) {
    INFO(text);
    CHECK(decoded(encoded(text, "GB18030")) == text);
  }
  for (const char* text : {"你好", "為什麼", "世界你好嗎", "好。"}) {
    INFO(text);
    CHECK(decoded(encoded(text, "Big5")) == text);
  }
  CHECK(decoded(encoded("Why? Because.", "UTF-16LE")) == "Why? Because.");
  CHECK(decoded(encoded("Why? Because.", "UTF-16BE")) == "Why? Because.");
}

TEST_CASE("Every interview survives every encoding that can hold it", "[encoding]") {
  const std::filesystem::path folder = DUIZHAO_SOURCE_FOLDER "/data/interviews";
  const Corpus corpus = Corpus::load(folder / "manifest.json");
  for (const CorpusEntry& entry : corpus.entries()) {
    const std::string text = read_file(folder / entry.file);
    for (const char* encoding : {"GB18030", "UTF-16LE", "UTF-16BE"}) {
      INFO(entry.metadata.id << " " << encoding);
      CHECK(decoded(encoded(text, encoding), encoding) == text);
      CHECK(decoded("\xEF\xBB\xBF" + text).size() == text.size() + 3);
      if (std::string(encoding) != "GB18030") CHECK(decoded(encoded(text, encoding)) == text);
    }
  }
}

TEST_CASE("Byte-order marks name the encoding and stay", "[encoding]") {
  const std::string mark = "\xEF\xBB\xBF";
  CHECK(decoded(mark + "好") == mark + "好");
  CHECK(decoded("\xFF\xFE" + encoded("好", "UTF-16LE")) == mark + "好");
  CHECK(decoded("\xFE\xFF" + encoded("好", "UTF-16BE")) == mark + "好");
  CHECK(decoded("\xFF\xFE" + encoded("好", "UTF-16LE"), "utf-16") == mark + "好");
  CHECK(decoded(encoded("好", "UTF-16BE"), "utf-16") == "好");
}

TEST_CASE("Faults are found where they lie in the file", "[encoding]") {
  CHECK(fault("fine\nnot \xFF fine") == Fault{2, 9});
  CHECK(fault("中文\n\xE4\xB8") == Fault{2, 7});
  CHECK(fault("caf\xE9 au lait") == Fault{1, 3});
  CHECK(fault(encoded("中文。", "GB18030") + "\xFF", "gb18030") == Fault{1, 6});
  CHECK(fault(encoded("中文", "GB18030").substr(0, 3), "gb18030") == Fault{1, 2});
  CHECK(fault(encoded("中文", "Big5") + "\xFF", "big5") == Fault{1, 4});
  CHECK(fault(encoded("ab", "UTF-16LE") + std::string("\x00\xD8", 2) + encoded("c", "UTF-16LE"),
              "utf-16le") == Fault{1, 4});
  CHECK(fault(encoded("ab", "UTF-16BE") + std::string("\xDC\x00", 2), "utf-16be") == Fault{1, 4});
  CHECK(fault(encoded("ab", "UTF-16LE") + "c", "utf-16le") == Fault{1, 4});
}

TEST_CASE("Bytes that contradict a named encoding are an error", "[encoding]") {
  CHECK(fault(kSimplified, "gb18030") == Fault{1, 0});
  CHECK(fault(encoded(kSimplified, "GB18030"), "utf-8") == Fault{1, 0});
  CHECK(fault("\xFF\xFE" + encoded("好", "UTF-16LE"), "utf-16be") == Fault{1, 0});
  CHECK(fault("\xFF\xFE" + encoded("好", "UTF-16LE"), "utf-8") == Fault{1, 0});
}

TEST_CASE("Names of encodings are known or not", "[encoding]") {
  CHECK(text::knows_encoding("auto"));
  CHECK(text::knows_encoding("utf-8"));
  CHECK(text::knows_encoding("GB2312"));
  CHECK(text::knows_encoding("windows-1252"));
  CHECK_FALSE(text::knows_encoding("poem"));
  CHECK_THROWS_WITH(decoded("a", "poem"), Catch::Contains("found \"poem\""));
}

TEST_CASE("Zero bytes in a text are not UTF-16", "[encoding]") {
  const std::string text("ab\0cd efgh", 10);
  CHECK(decoded(text) == text);
}
