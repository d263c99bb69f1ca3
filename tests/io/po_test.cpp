// Catalogues of messages.
#include <catch2/catch.hpp>
#include <duizhao/io/exchange.hpp>
#include <duizhao/text/error.hpp>

using namespace duizhao;

namespace {

struct Catalogue {
  std::vector<TranslationUnit> units;
  UnitsRead read;
};

Catalogue read_po(const std::string& bytes) {
  Catalogue catalogue;
  catalogue.read =
      read_units(AlignmentFormat::po, memory_source(bytes), "m.po", {},
                 [&](TranslationUnit unit) { catalogue.units.push_back(std::move(unit)); });
  return catalogue;
}

std::string text_of(const std::vector<UnitSentence>& side) {
  return side.empty() ? "" : side.front().text;
}

/// The error of a catalogue that cannot be read.
std::string fault_of(const std::string& bytes) {
  try {
    read_po(bytes);
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

const std::string kHead =
    "msgid \"\"\nmsgstr \"\"\n\"Language: zh_CN\\n\"\n\"Content-Type: text/plain; "
    "charset=UTF-8\\n\"\n\n";

}  // namespace

TEST_CASE("A catalogue's messages are units", "[exchange]") {
  const auto [units, read] =
      read_po(kHead +
              "# said of a door\n#: src/door.c:7\n#, fuzzy, c-format\n"
              "msgctxt \"door\"\nmsgid \"The door \"\n\"is \\\"%s\\\".\\n\"\n"
              "msgstr \"门是“%s”的。\\n\"\n\n"
              "msgid \"Window\"\nmsgstr \"\"\n\n"
              "#~ msgid \"Roof\"\n#~ msgstr \"屋顶\"\n");
  REQUIRE(units.size() == 2);
  CHECK(text_of(units[0].source) == "The door is \"%s\".\n");
  CHECK(text_of(units[0].target) == "门是“%s”的。\n");
  CHECK(units[0].target_language == "zh-CN");
  CHECK(units[0].notes == std::vector<std::string>{"said of a door", "fuzzy"});
  CHECK(units[0].place.line == 10U);
  CHECK(text_of(units[1].source) == "Window");
  CHECK(units[1].target.empty());
  CHECK(read.units == 2);
  CHECK(read.empty == 1);
}

TEST_CASE("Plural forms render the singular and the plural", "[exchange]") {
  const std::string message = "msgid \"%d file\"\nmsgid_plural \"%d files\"\n";
  const auto one = read_po(message + "msgstr[0] \"%d 个文件\"\n").units;
  REQUIRE(one.size() == 1);
  CHECK(text_of(one[0].source) == "%d files");
  CHECK(text_of(one[0].target) == "%d 个文件");
  const auto two = read_po(message + "msgstr[0] \"%d fichier\"\nmsgstr[1] \"%d fichiers\"\n").units;
  REQUIRE(two.size() == 2);
  CHECK(text_of(two[0].source) == "%d file");
  CHECK(text_of(two[1].source) == "%d files");
  CHECK(text_of(two[1].target) == "%d fichiers");
}

TEST_CASE("Malformed catalogues are refused with line and byte", "[exchange]") {
  CHECK_THAT(fault_of(""), Catch::Contains("expected an entry"));
  CHECK_THAT(fault_of("\"a\"\n"), Catch::Contains("line 1, byte 0: expected a keyword"));
  CHECK_THAT(fault_of("msgid \"a\nmsgstr \"b\"\n"),
             Catch::Contains("line 1, byte 6: expected a quotation mark at the end"));
  CHECK_THAT(fault_of("msgid \"a\"\nmsgstr \"\\q\"\n"), Catch::Contains("line 2, byte 19"));
  CHECK_THAT(fault_of("msgid \"a\"\nmsgstr \"b\" x\n"), Catch::Contains("expected the end"));
  CHECK_THAT(fault_of("msgstr \"b\"\n"), Catch::Contains("expected a msgid before"));
  CHECK_THAT(fault_of("msgid \"a\"\nmsgstr \"b\"\nmsgstr \"c\"\n"),
             Catch::Contains("a second msgstr"));
  CHECK_THAT(fault_of("msgid \"a\"\ntext \"b\"\n"), Catch::Contains("expected msgctxt"));
}
