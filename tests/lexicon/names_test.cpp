// Names that the lexicon must know.
#include <algorithm>
#include <catch2/catch.hpp>
#include <duizhao/duizhao.hpp>

#include "text/embedded.hpp"

using namespace duizhao;

namespace {

const Lexicon& zh_en() {
  static const Lexicon loaded = Lexicon::load_default();
  return loaded;
}

/// Whether an English word is among the likely renderings of a Chinese one, as a stem.
bool renders(const std::string& chinese, const std::string& english) {
  const std::vector<std::string> stem = zh_en().english_stems(english);
  const auto translations = zh_en().english_for(chinese, 8);
  return std::any_of(translations.begin(), translations.end(), [&](const Translation& each) {
    return zh_en().english_stems(each.word) == stem || each.word == stem.front();
  });
}

bool stands_for(const std::string& english, const std::string& chinese) {
  const auto translations = zh_en().chinese_for(english, 5);
  return std::any_of(translations.begin(), translations.end(),
                     [&](const Translation& each) { return each.word == chinese; });
}

}  // namespace

TEST_CASE("Every province and prefecture of China is known by its name", "[lexicon]") {
  const std::string table = read_file(DUIZHAO_SOURCE_FOLDER "/tests/lexicon/places.tsv");
  std::size_t places = 0;
  for (const std::string_view row : text::entries(table)) {
    const std::size_t tab = row.find('\t');
    const std::string chinese(row.substr(0, tab));
    const std::string english(row.substr(tab + 1));
    INFO(chinese << ' ' << english);
    CHECK(zh_en().contains(chinese));
    CHECK(renders(chinese, english));
    ++places;
  }
  CHECK(places == 367);
}

TEST_CASE("Abbreviated names are known by what they stand for", "[lexicon]") {
  CHECK(renders("清华", "Tsinghua"));
  CHECK(renders("北大", "Peking"));
  CHECK(renders("奥运", "Olympic"));
  CHECK_FALSE(renders("清华", "abbr"));
}

TEST_CASE("A place is known by its other names and its people's name", "[lexicon]") {
  CHECK(stands_for("America", "美国"));
  CHECK(stands_for("American", "美国"));
  CHECK(stands_for("France", "法国"));
  CHECK(stands_for("French", "法国"));
  CHECK(stands_for("German", "德国"));
}

TEST_CASE("A person's name is what is left of the entry", "[lexicon]") {
  CHECK(zh_en().english_for("马斯克", 2).size() == 2);
  CHECK(renders("马斯克", "Musk"));
  CHECK_FALSE(renders("马斯克", "entrepreneur"));
  CHECK_FALSE(renders("武汉", "capital"));
}
