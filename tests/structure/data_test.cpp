// The word lists and tables of data/: sorted, without duplicates, without rows that can never
// match, and each row tried.
#include <algorithm>
#include <catch2/catch.hpp>
#include <charconv>
#include <duizhao/duizhao.hpp>
#include <filesystem>
#include <set>

#include "check/evidence/number_words.hpp"
#include "check/evidence/word_search.hpp"
#include "text/embedded.hpp"

using namespace duizhao;
namespace fs = std::filesystem;

namespace {

const fs::path kData = fs::path(DUIZHAO_SOURCE_FOLDER) / "data";

std::string kept(const fs::path& file) { return read_file(kData / file); }

std::vector<std::string> cells(std::string_view line, char separator) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find(separator, begin), line.size());
    parts.emplace_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

/// Entries by section; those before the first heading under "".
std::vector<std::pair<std::string, std::vector<std::string>>> sections(const std::string& text) {
  std::vector<std::pair<std::string, std::vector<std::string>>> found = {{"", {}}};
  for (const std::string_view entry : text::entries(text)) {
    if (entry.starts_with('[')) {
      found.emplace_back(std::string(entry), std::vector<std::string>());
    } else {
      found.back().second.emplace_back(entry);
    }
  }
  return found;
}

/// A quantity that a row speaks of.
Quantity quantity_of(const std::vector<std::string>& row) {
  Quantity quantity;
  const std::string& kind = row[0];
  const std::string first = row[1] == "-" ? "" : row[1].substr(0, row[1].find(".."));
  quantity.low = first.empty() ? (kind == "ratio"    ? 0.7
                                  : kind == "decade" ? 1980
                                                     : 2)
                               : std::stod(first);
  quantity.high = kind == "range" ? quantity.low + 1 : quantity.low;
  if (kind == "month") quantity.kind = QuantityKind::month;
  if (kind == "ratio") quantity.kind = QuantityKind::ratio;
  if (kind == "ordinal") quantity.kind = QuantityKind::ordinal;
  if (kind == "decade") quantity.kind = QuantityKind::decade;
  return quantity;
}

}  // namespace

TEST_CASE("Word lists are sorted, without duplicates and without spaces at their ends", "[data]") {
  std::vector<fs::directory_entry> files;
  for (const char* folder : {"rules", "segmentation", "mentions", "lexicon", "words"}) {
    for (const auto& entry : fs::directory_iterator(kData / folder)) files.push_back(entry);
  }
  for (const auto& entry : files) {
    const bool is_list =
        entry.path().extension() == ".txt" && entry.path().filename() != "measure-words.txt";
    if (!is_list) continue;
    for (const auto& [section, words] : sections(read_file(entry.path()))) {
      INFO(entry.path() << ' ' << section);
      CHECK(std::is_sorted(words.begin(), words.end()));
      CHECK(std::adjacent_find(words.begin(), words.end()) == words.end());
      for (const std::string& word : words) {
        INFO(word);
        CHECK(word.find_first_not_of(" \t\r") == 0);
        CHECK_FALSE(word.ends_with(' '));
      }
    }
  }
}

TEST_CASE("Every model names its corpus, how it was fitted and its figures", "[data]") {
  std::size_t models = 0;
  for (const auto& entry : fs::directory_iterator(kData / "models")) {
    if (entry.path().extension() != ".tsv") continue;
    INFO(entry.path());
    ++models;
    const std::string text = read_file(entry.path());
    for (const char* heading : {"# corpus: ", "# fitted: ", "# figures: "}) {
      INFO(heading);
      CHECK(text.find(heading) != std::string::npos);
    }
  }
  CHECK(models > 0);
}

TEST_CASE("A word that leaves a statement open is no exception that cannot occur", "[data]") {
  const std::string file = kept("rules/modality.txt");
  for (const std::string kind : {"doubt", "certainty"}) {
    const auto words = text::section(file, "chinese " + kind);
    for (const std::string_view exception : text::section(file, "chinese " + kind + ", not")) {
      INFO(exception);
      CHECK(std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return exception.find(word) != std::string_view::npos;
      }));
    }
  }
}

TEST_CASE("Every row of the tables of numbers explains a quantity, and no other row does",
          "[data]") {
  for (const bool english : {true, false}) {
    std::set<std::string> known;
    const std::string file =
        kept(english ? "rules/numbers-in-english.tsv" : "rules/numbers-in-chinese.tsv");
    for (const std::string_view line : text::entries(file)) {
      INFO(line);
      const auto row = cells(line, '\t');
      REQUIRE(row.size() == 4);
      CHECK(known.insert(row[0] + ' ' + row[1] + ' ' + row[2]).second);
      const auto words = cells(row[3], ' ');
      CHECK(std::is_sorted(words.begin(), words.end()));
      CHECK(std::adjacent_find(words.begin(), words.end()) == words.end());
      const std::string beside = row[2] == "-" ? "" : row[2];
      for (const std::string& word : words) {
        INFO(word);
        Quantity quantity = quantity_of(row);
        const std::string chinese = english ? "数" + beside : word;
        quantity.range = {0, 3};
        const bool explained =
            english ? check::is_in_english_words(quantity, chinese, check::WordSearch("x " + word))
                    : check::is_in_chinese_words(quantity, "x " + beside, chinese);
        CHECK(explained);
      }
      Quantity quantity = quantity_of(row);
      quantity.range = {0, 3};
      const bool unexplained =
          english ? check::is_in_english_words(quantity, "数" + beside, check::WordSearch("xyz"))
                  : check::is_in_chinese_words(quantity, "x " + beside, "＊");
      CHECK_FALSE(unexplained);
    }
  }
}
