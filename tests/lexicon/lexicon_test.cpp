#include "duizhao/lexicon/lexicon.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <random>
#include <set>
#include <sstream>

#include "duizhao/text/error.hpp"
#include "duizhao/text/file.hpp"
#include "lexicon/format.hpp"
#include "lexicon/tables.hpp"
#include "lexicon/words.hpp"
#include "support/scratch.hpp"
#include "text/checksum.hpp"

using namespace duizhao;
namespace fs = std::filesystem;

namespace {

const fs::path kLexiconFile = DUIZHAO_SOURCE_FOLDER "/data/lexicon/zh-en.lexicon";

bool has(const std::vector<Translation>& translations, const std::string& word) {
  return std::any_of(translations.begin(), translations.end(),
                     [&](const Translation& each) { return each.word == word; });
}

}  // namespace

TEST_CASE("The shipped lexicon is found without any setting", "[lexicon]") {
  const Lexicon lexicon = Lexicon::load_default();
  CHECK(lexicon.size() > 110'000);
  CHECK(lexicon.contains("贡献者"));
  CHECK_FALSE(lexicon.contains("贡献者们"));
}

TEST_CASE("Words are known in both directions", "[lexicon]") {
  const Lexicon lexicon = Lexicon::load_default();
  CHECK(has(lexicon.english_for("贡献者"), "contributor"));
  CHECK(has(lexicon.chinese_for("contributor"), "贡献者"));
  CHECK(has(lexicon.chinese_for("Contributors"), "贡献者"));
  CHECK(has(lexicon.english_for("银行"), "bank"));
  CHECK(lexicon.english_for("贡献者", 2).size() == 2);
  CHECK(lexicon.english_for("").empty());
  CHECK(lexicon.chinese_for("two words").empty());
  CHECK(lexicon.chinese_for("qqqqq").empty());
}

TEST_CASE("Words that are no headwords are known by their characters", "[lexicon]") {
  const Lexicon lexicon = Lexicon::load_default();
  REQUIRE_FALSE(lexicon.contains("大鲶鱼"));
  CHECK(has(lexicon.english_for("大鲶鱼"), "fish"));
}

TEST_CASE("A row's probabilities are likeliest first and sum to at most one", "[lexicon]") {
  const Lexicon lexicon = Lexicon::load_default();
  for (const char* word : {"我", "是", "贡献者", "银行", "大", "们", "不明白的话"}) {
    const auto translations = lexicon.english_for(word, 10'000);
    double sum = 0;
    double last = 1;
    for (const Translation& each : translations) {
      CHECK(each.probability > 0);
      CHECK(each.probability <= last);
      last = each.probability;
      sum += each.probability;
    }
    CHECK(sum <= 1 + 1e-3);
  }
}

TEST_CASE("Every row of the lexicon is a distribution over stems in order", "[lexicon][data]") {
  const lexicon::Tables tables(kLexiconFile);
  for (std::size_t headword = 0; headword < tables.headword_count(); ++headword) {
    double sum = 0;
    int last = -1;
    for (const lexicon::Entry& entry : tables.gloss_entries(headword)) {
      REQUIRE(static_cast<int>(entry.stem) > last);
      REQUIRE(entry.probability > 0);
      last = entry.stem;
      sum += entry.probability * lexicon::kProbabilityUnit;
    }
    REQUIRE(sum <= 1 + 1e-2);
    const std::string text = tables.headword_text(headword);
    REQUIRE(tables.headword(text) == headword);
  }
  for (std::size_t stem = 0; stem < tables.stem_count(); ++stem) {
    REQUIRE_FALSE(tables.form(stem).empty());
  }
}

TEST_CASE("Chinese is cut into the fewest headwords", "[lexicon]") {
  const Lexicon lexicon = Lexicon::load_default();
  using Words = std::vector<std::string>;
  CHECK(lexicon.chinese_words("贡献者在中国银行") == Words{"贡献者", "在", "中国银行"});
  CHECK(lexicon.chinese_words("用GPT-4 Turbo花了1,000.5元。") ==
        Words{"用", "gpt", "4", "turbo", "花", "了", "1000.5", "元"});
  CHECK(lexicon.chinese_words("").empty());
  CHECK(lexicon.chinese_words("，。！").empty());
}

TEST_CASE("English words become stems", "[lexicon]") {
  const Lexicon lexicon = Lexicon::load_default();
  using Words = std::vector<std::string>;
  CHECK(lexicon.english_stems("He didn't go to China's markets") ==
        Words{"he", "not", "do", "go", "to", "china", "market"});
  CHECK(lexicon.english_stems("They went; we’re contributors") ==
        Words{"they", "go", "we", "contributor"});
  CHECK(lexicon.english_stems("1,000 GPUs, 3.5x") == Words{"1000", "gpus", "3.5", "x"});
}

TEST_CASE("Headwords have readings and frequencies", "[lexicon]") {
  const Lexicon lexicon = Lexicon::load_default();
  using Words = std::vector<std::string>;
  CHECK(lexicon.readings("银行") == Words{"yin2 hang2"});
  CHECK(lexicon.readings("行").size() > 1);
  CHECK(lexicon.readings("贡献者们").empty());
  CHECK(lexicon.frequency("中国") > lexicon.frequency("贡献者"));
  CHECK(lexicon.frequency("贡献者们") == 0);
}

TEST_CASE("Words of the domain are known", "[lexicon]") {
  const Lexicon lexicon = Lexicon::load_default();
  CHECK(lexicon.contains("大模型"));
  CHECK(has(lexicon.english_for("护城河"), "moat"));
  CHECK(has(lexicon.english_for("幻方"), "flyer"));
  CHECK(has(lexicon.english_for("创新"), "innovate"));
}

TEST_CASE("Long headwords are cut whole", "[lexicon]") {
  const Lexicon lexicon = Lexicon::load_default();
  REQUIRE(lexicon.contains("中华人民共和国"));
  CHECK(lexicon.chinese_words("中华人民共和国").size() == 1);
}

TEST_CASE("The sources of the lexicon are sorted, whole and without doubles", "[lexicon][data]") {
  const fs::path folder = DUIZHAO_SOURCE_FOLDER "/data/lexicon";
  const auto entries = [&](const char* name) {
    std::vector<std::string> lines;
    std::istringstream in(read_file(folder / name));
    for (std::string line; std::getline(in, line);) {
      if (!line.empty() && line.front() != '#') lines.push_back(line);
    }
    return lines;
  };
  const auto supplement = entries("supplement.u8");
  CHECK(supplement.size() > 100);
  std::string last;
  for (const std::string& line : supplement) {
    INFO(line);
    const std::string word = line.substr(0, line.find(' '));
    CHECK(line.starts_with(word + " " + word + " ["));
    CHECK(line.ends_with("/"));
    CHECK(word > last);
    last = word;
  }
  std::set<std::string> seen;
  for (const std::string& line : entries("function-words.tsv")) {
    CHECK(seen.insert(line.substr(0, line.find('\t'))).second);
  }
  CHECK(fs::exists(folder / "LICENSE"));
}

TEST_CASE("An empty lexicon knows nothing and still cuts text", "[lexicon]") {
  const Lexicon lexicon;
  CHECK(lexicon.empty());
  CHECK(lexicon.size() == 0);
  CHECK(lexicon.english_for("贡献者").empty());
  CHECK(lexicon.chinese_words("贡献AI") == std::vector<std::string>{"贡", "献", "ai"});
}

TEST_CASE("Copies share the tables", "[lexicon]") {
  const Lexicon lexicon = Lexicon::load_default();
  const Lexicon copy = lexicon;
  CHECK(copy.tables() == lexicon.tables());
}

TEST_CASE("A missing or damaged lexicon is an error", "[lexicon]") {
  const test::ScratchFolder scratch;
  CHECK_THROWS_AS(Lexicon::load(scratch.path() / "missing"), Error);
  CHECK_THROWS_AS(Lexicon::load(scratch.path()), Error);
  CHECK_THROWS_AS(Lexicon::load(scratch.put("empty", "")), Error);
  CHECK_THROWS_AS(Lexicon::load(scratch.put("text", "This is no lexicon at all, only text.")),
                  Error);
  const std::string whole = read_file(kLexiconFile);
  for (const std::size_t size : {20UL, 100UL, 1000UL, whole.size() / 2, whole.size() - 1}) {
    INFO(size);
    CHECK_THROWS_AS(Lexicon::load(scratch.put("cut", whole.substr(0, size))), Error);
  }
  std::string wrong = whole;
  wrong[16] = 9;  // the version
  CHECK_THROWS_WITH(Lexicon::load(scratch.put("wrong", wrong)), Catch::Contains("format 9"));
}

TEST_CASE("Entries of words that the lexicon does not have are damage", "[lexicon]") {
  using lexicon::Section;
  const std::string whole = read_file(kLexiconFile);
  for (const Section section : {Section::headword_entries, Section::character_entries,
                                Section::synonym_entries, Section::counted_entries}) {
    INFO(static_cast<int>(section));
    lexicon::SectionPlace place;
    std::memcpy(
        &place,
        whole.data() + sizeof(lexicon::Header) + static_cast<std::size_t>(section) * sizeof(place),
        sizeof(place));
    std::string damaged = whole;
    damaged[place.offset] = damaged[place.offset + 1] = '\xFF';
    const std::uint64_t checksum =
        text::checksum_of(std::string_view(damaged).substr(sizeof(lexicon::Header)));
    std::memcpy(damaged.data() + offsetof(lexicon::Header, checksum), &checksum, sizeof(checksum));
    CHECK_THROWS_WITH(Lexicon::parse(damaged, "damaged"), !Catch::Contains("checksum"));
  }
}

TEST_CASE("Damage anywhere in a lexicon is told before it is used", "[lexicon]") {
  const std::string whole = read_file(kLexiconFile);
  std::mt19937 random(5);
  for (int k = 0; k < 100; ++k) {
    std::string damaged = whole;
    const std::size_t at = random() % (whole.size() - 8);
    for (std::size_t i = 0; i < 8; ++i) damaged[at + i] = static_cast<char>(random());
    if (damaged == whole) continue;
    INFO(at);
    CHECK_THROWS_AS(Lexicon::parse(damaged, "damaged"), Error);
  }
}

TEST_CASE("A lexicon that is cut short while it is used stays whole", "[lexicon]") {
  const test::ScratchFolder scratch;
  const auto path = scratch.put("lexicon", read_file(kLexiconFile));
  const Lexicon lexicon = Lexicon::load(path);
  std::filesystem::resize_file(path, 100);
  CHECK(lexicon.contains("语言"));
  CHECK(lexicon.readings("语言") == std::vector<std::string>{"yu3 yan2"});
}
