#include "duizhao/document/corpus.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "duizhao/text/error.hpp"
#include "duizhao/text/file.hpp"
#include "support/scratch.hpp"

using namespace duizhao;
namespace fs = std::filesystem;

namespace {

const fs::path kInterviews = DUIZHAO_SOURCE_FOLDER "/data/interviews";

std::string manifest_with(const std::string& documents) {
  return R"({"documents": [)" + documents + "]}";
}

}  // namespace

TEST_CASE("The manifest of the interviews describes the files that are there", "[corpus]") {
  const Corpus corpus = Corpus::load(kInterviews / "manifest.json");
  std::set<fs::path> described;
  for (const CorpusEntry& entry : corpus.entries()) {
    INFO(entry.metadata.id);
    described.insert(entry.file);
    const Document document = corpus.read(entry);
    CHECK(document.language() == entry.language);
    CHECK(document.metadata().id == entry.metadata.id);
    CHECK_FALSE(document.blocks().empty());
    if (entry.original) {
      REQUIRE(corpus.find(*entry.original) != nullptr);
      CHECK(corpus.find(*entry.original)->role == DocumentRole::original);
      CHECK(entry.role == DocumentRole::translation);
    }
  }
  std::set<fs::path> present;
  for (const auto& file : fs::directory_iterator(kInterviews)) {
    if (file.path().filename() != "manifest.json") present.insert(file.path().filename());
  }
  CHECK(described == present);
}

TEST_CASE("The interviews are what they are said to be", "[corpus]") {
  const Corpus corpus = Corpus::load(kInterviews / "manifest.json");
  const Document original = corpus.read(*corpus.find("passages-zh"));
  const Document translation = corpus.read(*corpus.find("passages-en"));
  CHECK(original.blocks().size() == 9);
  CHECK(translation.blocks().size() == 9);
  CHECK(corpus.find("passages-en")->original == "passages-zh");
  const Document interview = corpus.read(*corpus.find("interview-2024-en"));
  std::set<std::string> speakers;
  for (const Block& block : interview.blocks()) speakers.insert(block.speaker);
  CHECK(speakers == std::set<std::string>{"", "Liang", "Waves"});
  CHECK(corpus.find("nobody") == nullptr);
}

TEST_CASE("A malformed manifest is an error that says where", "[corpus]") {
  const test::ScratchFolder scratch;
  const auto message = [&](const std::string& manifest) -> std::string {
    try {
      Corpus::load(scratch.put("manifest.json", manifest));
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::format);
      return error.what();
    }
    return "no error";
  };
  using Catch::Contains;
  CHECK_THAT(message("{\n\"documents\": [}"), Contains("line 2, byte 16: expected JSON"));
  CHECK_THAT(message("[]"), Contains("expected an object with the list \"documents\""));
  CHECK_THAT(message(manifest_with("3")), Contains("document 1: expected an object"));
  CHECK_THAT(message(manifest_with(R"({"id": "a"})")), Contains("expected a text in \"file\""));
  const std::string a = R"({"id": "a", "file": "f", "language": "zh", "role": "article"})";
  CHECK_THAT(message(manifest_with(a + "," + a)),
             Contains("document 2: expected an id of its own"));
  CHECK_THAT(
      message(manifest_with(R"({"id": "a", "file": "f", "language": "zh", "role": "poem"})")),
      Contains("found \"poem\""));
  CHECK_THAT(message(manifest_with(R"({"id": "a", "file": "f", "language": "zh",
                                       "role": "translation", "original": "b"})")),
             Contains("found \"b\""));
  CHECK_THROWS_AS(Corpus::load(scratch.path() / "missing.json"), Error);
}
