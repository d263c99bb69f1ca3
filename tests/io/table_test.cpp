// Tables: CSV, and the first sheet of a workbook.
#include <catch2/catch.hpp>
#include <duizhao/io/exchange.hpp>

#include "text/archive.hpp"

using namespace duizhao;
using Catch::Contains;

namespace {

std::vector<TranslationUnit> read(AlignmentFormat format, const std::string& bytes,
                                  UnitsRead* found = nullptr,
                                  const ReadUnitsOptions& options = {}) {
  std::vector<TranslationUnit> units;
  const UnitsRead result =
      read_units(format, memory_source(bytes), "table", options,
                 [&](TranslationUnit unit) { units.push_back(std::move(unit)); });
  if (found != nullptr) *found = result;
  return units;
}

std::string workbook(const std::string& rows) {
  return text::pack(
      {{"xl/workbook.xml",
        "<workbook xmlns:r=\"urn:r\"><sheets><sheet name=\"a\" r:id=\"rId7\"/>"
        "<sheet name=\"b\" r:id=\"rId8\"/></sheets></workbook>"},
       {"xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"rId8\" Target=\"worksheets/sheet2.xml\"/>"
        "<Relationship Id=\"rId7\" Target=\"worksheets/sheet1.xml\"/></Relationships>"},
       {"xl/sharedStrings.xml",
        "<sst><si><t>zh</t></si><si><t>en</t></si><si><r><t>你</t></r><r><t>好</t></r>"
        "<rPh><t>nihao</t></rPh></si></sst>"},
       {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}});
}

std::string message(AlignmentFormat format, const std::string& bytes) {
  try {
    read(format, bytes);
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("CSV has cells in quotation marks, over several lines", "[table]") {
  const auto units =
      read(AlignmentFormat::csv,
           "\xEF\xBB\xBFsource,target\r\n\"他说：\"\"好，走。\"\"\",\"He said\nso.\"\r\n");
  REQUIRE(units.size() == 1);
  CHECK(units[0].source[0].text == "他说：\"好，走。\"");
  CHECK(units[0].target[0].text == "He said\nso.");
  CHECK(units[0].place.line == 2);
}

TEST_CASE("Quotation marks between tabs are text", "[table]") {
  const auto units =
      read(AlignmentFormat::csv, "source\ttarget\n\"Hello\" he said.\t“你好”他说。\n甲\tA \"b\"\n");
  REQUIRE(units.size() == 2);
  CHECK(units[0].source[0].text == "\"Hello\" he said.");
}

TEST_CASE("Columns are known by many names", "[table]") {
  const std::vector<std::string> headers = {
      "zh,en",     "Chinese,English", "原文,译文",        "id,zh-CN,en-GB",       "Source,Target",
      "中文;英文", "ID,zh,en",        "No,简体中文,英语", "Nr,Chinese (China),EN"};
  for (const std::string& header : headers) {
    CAPTURE(header);
    const bool id = std::ranges::count(header, ',') == 2;
    const char separator = header.find(';') != std::string::npos ? ';' : ',';
    const auto units = read(AlignmentFormat::csv,
                            header + "\n" + (id ? "7," : "") + "你好" + separator + "Hello\n");
    REQUIRE(units.size() == 1);
    CHECK(units[0].source[0].text == "你好");
    CHECK(units[0].target[0].text == "Hello");
    CHECK(units[0].source_language.starts_with("zh"));
  }
}

TEST_CASE("Of several translations one is chosen, the others are counted", "[table]") {
  const std::string bytes = "zh,en,de\n你好,Hello,Hallo\n再见,Bye,\n";
  UnitsRead found;
  CHECK(read(AlignmentFormat::csv, bytes, &found)[0].target[0].text == "Hello");
  CHECK(found.variants == 1);
  ReadUnitsOptions german;
  german.target_language = "de";
  CHECK(read(AlignmentFormat::csv, bytes, &found, german)[0].target[0].text == "Hallo");
  CHECK(found.variants == 2);
  german.source_language = "fr";
  CHECK_THROWS_AS(read(AlignmentFormat::csv, bytes, &found, german), Error);
  // Chinese and English come before others.
  CHECK(read(AlignmentFormat::csv, "Deutsch,English,中文\nHallo,Hello,你好\n")[0].source[0].text ==
        "Hello");
}

TEST_CASE("CSV goes there and back", "[table]") {
  const auto units = read(AlignmentFormat::csv, "zh,en\n\"a,\"\"b\",\" c \"\n");
  std::string bytes;
  const auto writer =
      unit_writer(AlignmentFormat::csv, [&](std::string_view piece) { bytes += piece; }, {});
  writer->write(units[0]);
  writer->finish();
  const auto again = read(AlignmentFormat::csv, bytes);
  CHECK(again[0].source[0].text == units[0].source[0].text);
  CHECK(again[0].target[0].text == units[0].target[0].text);
}

TEST_CASE("Tables bear a byte-order mark on request, which is read", "[table]") {
  for (const AlignmentFormat format : {AlignmentFormat::csv, AlignmentFormat::tsv}) {
    const auto units = read(AlignmentFormat::csv, "zh,en\n你好,Hello\n");
    std::string bytes;
    WriteUnitsOptions options;
    options.byte_order_mark = true;
    const auto writer = unit_writer(
        format, [&](std::string_view piece) { bytes += piece; }, options);
    writer->write(units[0]);
    writer->finish();
    CHECK(bytes.starts_with("\xEF\xBB\xBFsource_indices"));
    CHECK(read(format, bytes)[0].source[0].text == "你好");
  }
}

TEST_CASE("The first sheet of a workbook is a table", "[table]") {
  const auto units = read(AlignmentFormat::xlsx,
                          workbook("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c>"
                                   "<c r=\"B1\" t=\"s\"><v>1</v></c></row>"
                                   "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>2</v></c>"
                                   "<c r=\"B3\" t=\"inlineStr\"><is><t>Hello</t></is></c></row>"
                                   "<row r=\"4\"><c r=\"B4\"><v>42</v></c></row>"));
  REQUIRE(units.size() == 2);
  CHECK(units[0].source[0].text == "你好");
  CHECK(units[0].target[0].text == "Hello");
  CHECK(units[0].place.line == 3);
  CHECK(units[1].source.empty());
  CHECK(units[1].target[0].text == "42");
}

TEST_CASE("What is no number is told with its row", "[table]") {
  const auto place = [](AlignmentFormat format, const std::string& bytes) {
    try {
      read(format, bytes);
    } catch (const Error& error) {
      return error.place();
    }
    return ErrorPlace();
  };
  const std::string csv = "source,target,confidence\n你好,Hello,1\n再见,Bye,high\n";
  CHECK(place(AlignmentFormat::csv, csv).line == 3);
  CHECK(place(AlignmentFormat::csv, csv).byte == csv.find("再见"));
  const std::string row = "<row><c t=\"inlineStr\"><is><t>";
  const std::string next = "</t></is></c><c t=\"inlineStr\"><is><t>";
  const std::string end = "</t></is></c></row>";
  const ErrorPlace sheet =
      place(AlignmentFormat::xlsx, workbook(row + "source" + next + "target" + next + "score" +
                                            end + row + "a" + next + "b" + next + "high" + end));
  CHECK(sheet.line == 2);
  CHECK_FALSE(sheet.byte);
}

TEST_CASE("Workbooks that do not fit together are errors", "[table]") {
  const auto of_rows = [](const std::string& rows) {
    return message(AlignmentFormat::xlsx, workbook(rows));
  };
  CHECK_FALSE(of_rows("<row><c t=\"s\"><v>99</v></c></row>").empty());
  CHECK_FALSE(of_rows("<row><c r=\"ZZZZZZ1\"><v>1</v></c></row>").empty());
  CHECK_FALSE(of_rows("<row r=\"99999999\"><c><v>1</v></c></row>").empty());
  CHECK_FALSE(of_rows("<row r=\"2\"/><row r=\"1\"/>").empty());
  CHECK_FALSE(of_rows("").empty());
  CHECK_THAT(message(AlignmentFormat::xlsx, "zh,en\n"), Contains("ZIP"));
}
