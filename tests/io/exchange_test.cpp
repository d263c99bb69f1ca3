// Alignments in the formats of other tools.
#include <catch2/catch.hpp>
#include <duizhao/duizhao.hpp>
#include <random>

#include "support/encoded.hpp"
#include "support/random_text.hpp"

using namespace duizhao;

namespace {

constexpr AlignmentFormat kMoses = AlignmentFormat::moses;

struct Written {
  std::string bytes;
  std::string target;  // the second file of Moses
};

Written write(AlignmentFormat format, const std::vector<TranslationUnit>& units) {
  Written written;
  const auto to = [](std::string& bytes) {
    return [&bytes](std::string_view piece) { bytes += piece; };
  };
  const auto writer = format == kMoses ? moses_writer(to(written.bytes), to(written.target))
                                       : unit_writer(format, to(written.bytes));
  for (const TranslationUnit& unit : units) writer->write(unit);
  writer->finish();
  return written;
}

std::vector<TranslationUnit> read(AlignmentFormat format, const Written& written,
                                  ReadUnitsOptions options = {}, UnitsRead* found = nullptr) {
  std::vector<TranslationUnit> units;
  const UnitSink sink = [&](TranslationUnit unit) { units.push_back(std::move(unit)); };
  UnitsRead read;
  if (format == kMoses) {
    options.source_language = "zh";
    options.target_language = "en";
    read = read_moses({memory_source(written.bytes), "file.zh"},
                      {memory_source(written.target), "file.en"}, options, sink);
  } else {
    read = read_units(format, memory_source(written.bytes), "file", options, sink);
  }
  CHECK(read.units == units.size());
  if (found != nullptr) *found = read;
  return units;
}

std::vector<TranslationUnit> read(AlignmentFormat format, const std::string& bytes,
                                  UnitsRead* found = nullptr) {
  return read(format, Written{bytes, {}}, {}, found);
}

/// Units with everything that units can have; with `plain` one sentence a side, in order.
std::vector<TranslationUnit> random_units(unsigned seed) {
  test::RandomText text(seed);
  std::mt19937 random(seed);
  std::size_t places[2] = {0, 0};
  std::size_t indices[2] = {0, 0};
  const auto sentences = [&](std::size_t side, std::size_t count) {
    std::vector<UnitSentence> list;
    for (std::size_t i = 0; i < count; ++i) {
      std::string words = (side == 0 ? "这是 <一> & \"句\" " : "This & <that> ") + text(5);
      std::erase_if(words, [](char c) { return c == '\t' || c == '\n' || c == '\r' || c == '~'; });
      words += side == 0 ? "完" : "end.";
      const std::size_t begin = places[side];
      places[side] += words.size() + 1;
      list.push_back({indices[side]++, words, std::nullopt, ByteRange{begin, places[side] - 1}});
    }
    return list;
  };
  std::vector<TranslationUnit> units;
  for (std::size_t k = 0; k < 40; ++k) {
    TranslationUnit unit;
    const std::size_t type = random() % 6;
    unit.source = sentences(0, type == 0 ? 0 : type == 1 ? 3 : 1);
    unit.target = sentences(1, type == 2 ? 0 : type == 3 ? 2 : 1);
    unit.source_language = "zh";
    unit.target_language = "en";
    unit.score = static_cast<double>(random() % 1000) / 8;
    unit.confidence = static_cast<double>(random() % 101) / 100;
    unit.locked = random() % 4 == 0;
    if (random() % 4 == 0) unit.notes = {"a <note> & more", "另一条"};
    units.push_back(std::move(unit));
  }
  return units;
}

std::string joined(const std::vector<UnitSentence>& sentences, bool spaced) {
  std::string text;
  for (const UnitSentence& each : sentences) {
    text += (text.empty() || each.text.empty() || !spaced ? "" : " ") + each.text;
  }
  return text;
}

void check_side(const FormatTraits& keeps, const std::vector<UnitSentence>& before,
                const std::vector<UnitSentence>& after, bool spaced) {
  if (keeps.text) CHECK(joined(after, spaced) == joined(before, spaced));
  if (!keeps.sentences) return;
  REQUIRE(after.size() == before.size());
  for (std::size_t i = 0; i < before.size(); ++i) {
    CHECK(after[i].index == before[i].index);
    if (keeps.text && keeps.ends) CHECK(after[i].text == before[i].text);
    if (keeps.places) CHECK(after[i].range == before[i].range);
  }
}

/// Everything that the traits promise is there again.
void check_kept(const FormatTraits& keeps, const std::vector<TranslationUnit>& before,
                const std::vector<TranslationUnit>& after) {
  REQUIRE(after.size() == before.size());
  for (std::size_t k = 0; k < before.size(); ++k) {
    check_side(keeps, before[k].source, after[k].source, false);
    check_side(keeps, before[k].target, after[k].target, true);
    if (keeps.scores) CHECK(after[k].score == Approx(before[k].score));
    if (keeps.confidences) CHECK(after[k].confidence == Approx(before[k].confidence));
    if (keeps.locks) CHECK(after[k].locked == before[k].locked);
    if (keeps.notes) CHECK(after[k].notes == before[k].notes);
    if (keeps.languages) {
      // A side that is not there has no language in some formats.
      if (!before[k].source.empty()) CHECK(after[k].source_language == before[k].source_language);
      if (!before[k].target.empty()) CHECK(after[k].target_language == before[k].target_language);
    }
  }
}

SegmentedDocument document(const std::string& text, const std::string& name) {
  return Segmenter().segment(parse_document(text, name));
}

std::optional<ErrorPlace> place_of_error(AlignmentFormat format, const Written& written) {
  try {
    read(format, written);
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::format);
    return error.place();
  }
  return std::nullopt;
}

const std::string kTmxHead =
    "<?xml version=\"1.0\"?>\n<tmx version=\"1.4\">\n<header srclang=\"zh\"/><body>\n";
const std::string kXliffHead =
    "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" srcLang=\"zh-CN\" "
    "trgLang=\"en\">\n<file id=\"f\">\n";

std::vector<AlignmentFormat> written_formats() {
  std::vector<AlignmentFormat> formats = alignment_formats();
  std::erase_if(formats, [](AlignmentFormat format) {
    return !traits_of(format).written || !traits_of(format).read;
  });
  return formats;
}

}  // namespace

TEST_CASE("Every format gives back what its traits promise", "[exchange]") {
  for (const AlignmentFormat format : written_formats()) {
    CAPTURE(traits_of(format).name);
    for (unsigned seed = 1; seed <= 20; ++seed) {
      const auto units = random_units(seed);
      check_kept(traits_of(format), units, read(format, write(format, units)));
    }
  }
}

TEST_CASE("Formats that hold text convert there and back", "[exchange]") {
  const auto units = random_units(7);
  for (const AlignmentFormat one : written_formats()) {
    for (const AlignmentFormat two : written_formats()) {
      if (!traits_of(one).text || !traits_of(two).text) continue;
      CAPTURE(traits_of(one).name, traits_of(two).name);
      const auto there = read(one, write(one, units));
      const auto back = read(one, write(one, read(two, write(two, there))));
      FormatTraits both = traits_of(one);
      const FormatTraits& other = traits_of(two);
      both.sentences = both.sentences && other.sentences;
      both.ends = both.ends && other.ends;
      both.scores = both.scores && other.scores;
      both.confidences = both.confidences && other.confidences;
      both.locks = both.locks && other.locks;
      both.places = both.places && other.places;
      both.notes = both.notes && other.notes;
      both.languages = both.languages && other.languages;
      check_kept(both, there, back);
    }
  }
}

TEST_CASE("Units out of order and gaps keep their sentences", "[exchange]") {
  auto units = random_units(3);
  std::mt19937 random(3);
  std::shuffle(units.begin(), units.end(), random);
  units.resize(30);
  for (const AlignmentFormat format : written_formats()) {
    const FormatTraits& keeps = traits_of(format);
    CAPTURE(keeps.name);
    if (keeps.order && keeps.name != "intertext") {
      check_kept(keeps, units, read(format, write(format, units)));
    } else if (format == AlignmentFormat::ladder) {
      CHECK_THROWS_AS(write(format, units), Error);
    }
  }
}

TEST_CASE("Formats without text convert there and back with the texts", "[exchange]") {
  const SegmentedDocument zh = document("你好。我们走吧。\n\n明天见。后天也行。\n", "zh.txt");
  const SegmentedDocument en =
      document("Hello. Let us go.\n\nSee you tomorrow.\n\nOr the day after.\n", "en.txt");
  const Alignment alignment(
      zh, en,
      {{{0}, {0}, 0, .5}, {{1}, {}, 0, .25}, {{2}, {1, 2}, 0, .75, true}, {{3}, {3}, 0, 1}});
  ReadUnitsOptions options;
  options.source = &zh;
  options.target = &en;
  for (const AlignmentFormat format :
       {AlignmentFormat::beads, AlignmentFormat::ladder, AlignmentFormat::intertext}) {
    CAPTURE(traits_of(format).name);
    const auto units = read(format, {to_format(alignment, format), {}}, options);
    std::vector<TranslationUnit> before;
    visit_units(alignment, [&](TranslationUnit unit) { before.push_back(std::move(unit)); });
    FormatTraits keeps = traits_of(format);
    keeps.text = true;
    keeps.places = true;
    check_kept(keeps, before, units);
  }
}

TEST_CASE("InterText counts paragraphs, and in each its sentences", "[exchange]") {
  const SegmentedDocument zh = document("一。二。\n\n三。\n", "zh.txt");
  const SegmentedDocument en = document("One. Two.\n\nThree.\n", "en.txt");
  const Alignment alignment(zh, en, {{{0, 1}, {0}, 0, 1, true}, {{}, {1}}, {{2}, {2}}});
  const std::string links = to_format(alignment, AlignmentFormat::intertext);
  CHECK_THAT(links, Catch::Contains("toDoc=\"en.txt\" fromDoc=\"zh.txt\""));
  CHECK_THAT(links, Catch::Contains("type=\"1-2\" xtargets=\"1:1;1:1 1:2\" status=\"man\""));
  CHECK_THAT(links, Catch::Contains("type=\"1-0\" xtargets=\"1:2;\" status=\"auto\""));
  CHECK_THAT(links, Catch::Contains("type=\"1-1\" xtargets=\"2:1;2:1\" status=\"auto\""));
}

TEST_CASE("A ladder may lack its last rung", "[exchange]") {
  const SegmentedDocument zh = document("一。二。三。", "zh.txt");
  const SegmentedDocument en = document("One. Two. Three. Four.", "en.txt");
  ReadUnitsOptions options;
  options.source = &zh;
  options.target = &en;
  for (const std::string last : {"", "3\t4\t0\n"}) {
    const auto units =
        read(AlignmentFormat::ladder, {"0\t0\t1.5\n1\t1\t-0.3\n2\t2\t0.5\n" + last, {}}, options);
    REQUIRE(units.size() == 3);
    CHECK(units[0].confidence == 1);
    CHECK(units[1].confidence == 0);
    CHECK(units[2].confidence == .5);
    CHECK(units[2].target.size() == 2);
    CHECK(units[2].target[1].text == "Four.");
  }
}

TEST_CASE("A memory of others is read", "[exchange]") {
  UnitsRead found;
  const auto units =
      read(AlignmentFormat::tmx,
           kTmxHead +
               "<tu><note>seen</note><prop type=\"client\">X</prop>"
               "<tuv xml:lang=\"EN-us\"><seg>A <bpt i=\"1\">&lt;b></bpt>bold<ept i=\"1\"/> &amp; "
               "<hi>new</hi> day</seg></tuv><tuv xml:lang=\"zh-CN\"><seg>新的一天</seg></tuv>"
               "<tuv xml:lang=\"de\"><seg>Ein Tag</seg></tuv></tu>\n"
               "<tu><tuv lang=\"zh\"><seg>你好</seg></tuv></tu></body></tmx>",
           &found);
  REQUIRE(units.size() == 2);
  CHECK(units[0].source[0].text == "新的一天");
  CHECK(units[0].target[0].text == "A bold & new day");
  CHECK(units[0].source_language == "zh-CN");
  CHECK(units[0].target_language == "EN-us");
  CHECK(units[0].notes == std::vector<std::string>{"seen", "client: X"});
  CHECK(units[1].target.empty());
  CHECK(found.variants == 1);
  CHECK(found.codes == 0);
  REQUIRE(units[0].markup);
  CHECK(units[0].markup->source == "新的一天");
  CHECK(units[0].markup->target ==
        "A <bpt i=\"1\">&lt;b></bpt>bold<ept i=\"1\"/> &amp; <hi>new</hi> day");
  CHECK(units[1].markup->source.empty());
}

TEST_CASE("Languages of a memory are told by tags and sides", "[exchange]") {
  const auto tuv = [](const std::string& tag, const std::string& text) {
    return "<tuv xml:lang=\"" + tag + "\"><seg>" + text + "</seg></tuv>";
  };
  const std::string regions = "<tmx><body><tu>" + tuv("zh-CN", "软件") + tuv("zh-TW", "軟體") +
                              tuv("en-US", "color") + tuv("en-GB", "colour") + "</tu></body></tmx>";
  ReadUnitsOptions options;
  options.source_language = "zh-TW";
  options.target_language = "en-GB";
  auto units = read(AlignmentFormat::tmx, {regions, {}}, options);
  REQUIRE(units.size() == 1);
  CHECK(units[0].source[0].text == "軟體");
  CHECK(units[0].target[0].text == "colour");
  CHECK(units[0].target_language == "en-GB");

  // A header may name a language that no unit has.
  units = read(AlignmentFormat::tmx, "<tmx><header srclang=\"fr\"/><body><tu>" + tuv("zh", "一") +
                                         tuv("en", "one") + "</tu></body></tmx>");
  REQUIRE(units.size() == 1);
  CHECK(units[0].source[0].text == "一");
  CHECK(units[0].target[0].text == "one");

  // Two texts in one language keep their sides, also where a side is alone.
  std::vector<TranslationUnit> same = random_units(11);
  for (TranslationUnit& unit : same) unit.source_language = "en";
  FormatTraits keeps = traits_of(AlignmentFormat::tmx);
  keeps.text = false;  // sentences are joined as in English
  check_kept(keeps, same, read(AlignmentFormat::tmx, write(AlignmentFormat::tmx, same)));
}

TEST_CASE("Alignments with several targets are more than one", "[exchange]") {
  const std::string line = "{\"source\":[],\"target\":[],\"target_document\":\"";
  CHECK(read(AlignmentFormat::jsonl, line + "a\"}\n" + line + "a\"}\n").size() == 2);
  const auto place =
      place_of_error(AlignmentFormat::jsonl, {line + "a\"}\n" + line + "b\"}\n", {}});
  REQUIRE(place);
  CHECK(place->line == 2U);
}

TEST_CASE("A unit that is taken away leaves the others' sentences alone", "[exchange]") {
  std::string memory = write(AlignmentFormat::tmx, random_units(13)).bytes;
  const auto before = read(AlignmentFormat::tmx, memory);
  const std::size_t begin = memory.find("    <tu tuid=\"7\">");
  memory.erase(begin, memory.find("    <tu tuid=\"8\">") - begin);
  auto expected = before;
  expected.erase(expected.begin() + 6);
  check_kept(traits_of(AlignmentFormat::tmx), expected, read(AlignmentFormat::tmx, memory));
}

TEST_CASE("A memory may be in UTF-16", "[exchange]") {
  for (const char* encoding : {"UTF-16LE", "UTF-16BE"}) {
    const std::string bytes =
        "\uFEFF<?xml version=\"1.0\" encoding=\"UTF-16\"?><tmx><body><tu><tuv xml:lang=\"zh\">"
        "<seg>𠮷野家</seg></tuv></tu></body></tmx>";
    const auto units = read(AlignmentFormat::tmx, test::encoded(bytes, encoding));
    REQUIRE(units.size() == 1);
    CHECK(units[0].source[0].text == "𠮷野家");
  }
}

TEST_CASE("A memory may say that it is in a legacy encoding", "[exchange]") {
  const std::string legacy = test::encoded(
      "<?xml version='1.0' encoding='GB18030'?><tmx><body><tu><tuv xml:lang=\"zh\"><seg>你好</seg>"
      "</tuv></tu></body></tmx>",
      "GB18030");
  CHECK(read(AlignmentFormat::tmx, legacy).at(0).source.at(0).text == "你好");
}

TEST_CASE("XLIFF of others is read", "[exchange]") {
  UnitsRead found;
  const auto units = read(
      AlignmentFormat::xliff,
      kXliffHead +
          "<unit id=\"1\"><notes><note>n</note></notes>"
          "<segment><source>一<ph id=\"1\"/>。</source><target order=\"2\">One.</target></segment>"
          "<ignorable><source> </source></ignorable>"
          "<segment><source>二。</source><target order=\"1\"><pc id=\"2\">Two</pc>.</target>"
          "</segment></unit></file></xliff>",
      &found);
  REQUIRE(units.size() == 2);
  CHECK(units[0].source[0].text == "一。");
  CHECK(units[0].target[0].text == "One.");
  CHECK(units[0].target[0].index == 1);
  CHECK(units[1].target[0].text == "Two.");
  CHECK(units[1].target[0].index == 0);
  CHECK(units[0].notes == std::vector<std::string>{"n"});
  CHECK(units[0].source_language == "zh-CN");
  CHECK(found.codes == 0);
  CHECK(units[0].markup->source == "一<ph id=\"1\"/>。");
  CHECK(units[1].markup->target == "<pc id=\"2\">Two</pc>.");

  const auto old = read(
      AlignmentFormat::xliff,
      "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\"><file "
      "source-language=\"zh\" target-language=\"en\"><body><trans-unit id=\"1\"><source>好。"
      "</source><target>Good.</target><alt-trans><target>Fine.</target></alt-trans><note>x</note>"
      "</trans-unit></body></file></xliff>");
  REQUIRE(old.size() == 1);
  CHECK(old[0].source[0].text == "好。");
  CHECK(old[0].target[0].text == "Good.");
  CHECK(old[0].notes == std::vector<std::string>{"x"});
}

TEST_CASE("Tables and objects need no more than the texts", "[exchange]") {
  const auto table = read(AlignmentFormat::tsv, "target\tsource\nHello.\t你好。\n");
  REQUIRE(table.size() == 1);
  CHECK(table[0].source[0].text == "你好。");
  CHECK(table[0].source_language == "zh");
  const auto objects =
      read(AlignmentFormat::jsonl, "{\"source\":[{\"text\":\"你好。\"}],\"target\":[]}\r\n");
  REQUIRE(objects.size() == 1);
  CHECK(objects[0].source[0].text == "你好。");
  CHECK(objects[0].confidence == 1);
}

TEST_CASE("Malformed alignments are errors with their place", "[exchange]") {
  struct Case {
    AlignmentFormat format;
    std::string bytes;
    std::size_t line;
  };
  using F = AlignmentFormat;
  const std::vector<Case> cases = {
      {F::beads, "[0]:[0]:1\n[1]:[x]\n", 2},
      {F::ladder, "0\t0\t1\nx\t1\t1\n", 2},
      {F::ladder, "2\t2\t1\n1\t3\t1\n", 2},
      {F::ladder, "0\n", 1},
      {F::ladder, "0\t0\t1\n99999999999\t1\t1\n", 2},
      {F::hunalign, "a\tb\t1\nab\n", 2},
      {F::hunalign, "a\tb\tnan\n", 1},
      {F::hunalign, "a\tb\tc\n", 1},
      {F::tsv, "", 1},
      {F::tsv, "one\ttwo words\tthree\n", 1},
      {F::csv, "zh,en\n你好,\"Hel\"lo\"\n", 2},
      {F::csv, "zh,en\na,b,c\n", 2},
      {F::csv, "", 1},
      {F::tsv, "source\ttarget\na\n", 2},
      {F::tsv, "source\ttarget\tconfidence\na\tb\thigh\n", 2},
      {F::tsv, "source_indices\tsource\ttarget\n1 0\ta\tb\n", 2},
      {F::jsonl, "{}\n", 1},
      {F::jsonl, "{\"source\":[],\"target\":[]}\n{\"source\":[]\n", 2},
      {F::jsonl, "{\"source\":[{\"index\":-1}],\"target\":[]}\n", 1},
      {F::jsonl, "{\"source\":[{\"text\":3}],\"target\":[]}\n", 1},
      {F::jsonl, "{\"source\":[{\"begin\":3,\"end\":1}],\"target\":[]}\n", 1},
      {F::jsonl, "[]\n", 1},
      {F::jsonl,
       "{\"source\":" + std::string(300'000, '[') + std::string(300'000, ']') +
           ",\"target\":[],\"more\":1,\"and\":2}\n",
       1},
      {F::intertext, "<linkGrp>\n<link xtargets='1:1'/></linkGrp>", 2},
      {F::intertext, "<linkGrp>\n<link xtargets='1:1;1-1'/></linkGrp>", 2},
      {F::intertext, "<linkGrp>\n<link", 2},
      {F::intertext, "<text/>", 1},
      {F::tmx, kTmxHead + "<tu><tuv xml:lang=\"zh\"><seg>一", 4},
      {F::tmx, kTmxHead + "<tu><tuv><seg>一</seg></tuv></tu></body></tmx>", 4},
      {F::tmx, kTmxHead + "<tu>\x01</tu></body></tmx>", 4},
      {F::tmx, "<xliff/>", 1},
      {F::tmx, "<tmx xmlns=\"urn:other\"/>", 1},
      {F::tmx, "", 1},
      {F::xliff, kXliffHead + "<unit><segment><source>一</segment>", 3},
      {F::xliff, "<xliff xmlns=\"urn:other\"/>", 1},
      {F::xliff, kXliffHead + "<unit><segment><target order=\"x\"/></segment></unit>", 3},
  };
  for (const Case& each : cases) {
    CAPTURE(traits_of(each.format).name, each.bytes);
    const auto place = place_of_error(each.format, {each.bytes, {}});
    REQUIRE(place);
    CHECK(place->file == "file");
    CHECK(place->line == each.line);
    CHECK(place->byte.value() <= each.bytes.size());
  }
  const auto place = place_of_error(kMoses, {"一\n二\n", "one\n"});
  REQUIRE(place);
  CHECK(place->file == "file.en");
  CHECK(place->line == 2U);
}

TEST_CASE("Entities do no harm", "[exchange]") {
  std::string bomb = "<?xml version=\"1.0\"?><!DOCTYPE tmx [<!ENTITY a0 \"haha haha haha\">";
  for (int k = 1; k < 30; ++k) {
    const std::string last = "&a" + std::to_string(k - 1) + ";";
    bomb += "<!ENTITY a" + std::to_string(k) + " \"" + last + last + last + last + "\">";
  }
  bomb += "]><tmx><body><tu><tuv xml:lang=\"zh\"><seg>&a29;</seg></tuv></tu></body></tmx>";
  CHECK(place_of_error(AlignmentFormat::tmx, {bomb, {}}));
  for (const std::string declared : {"<!DOCTYPE tmx [<!ENTITY e SYSTEM \"/etc/passwd\">]>",
                                     "<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">"}) {
    CHECK(place_of_error(AlignmentFormat::tmx,
                         {declared + "<tmx><body><tu><tuv xml:lang=\"zh\"><seg>一&e;二</seg></tuv>"
                                     "</tu></body></tmx>",
                          {}}));
  }
}

TEST_CASE("Characters that XML forbids do not get in", "[exchange]") {
  TranslationUnit unit;
  unit.source = {{0, "bad\x01", std::nullopt, std::nullopt}};
  unit.place = {"in.jsonl", 3, 17};
  for (const AlignmentFormat format : {AlignmentFormat::tmx, AlignmentFormat::xliff}) {
    try {
      write(format, {unit});
      FAIL("no error");
    } catch (const Error& error) {
      CHECK(error.place().line == 3U);
      CHECK_THAT(error.what(), Catch::Contains("U+0001"));
    }
  }
}

TEST_CASE("A tag that never ends is refused before it fills the memory", "[exchange]") {
  std::size_t given = 0;
  const ByteSource endless = [&, piece = std::string(1 << 16, 'z')]() -> std::string_view {
    constexpr std::size_t kMost = 64 << 20;
    if (given == 0) return given = 1, "<tmx version=\"";
    return (given += piece.size()) < kMost ? std::string_view(piece) : std::string_view();
  };
  CHECK_THROWS_WITH(
      read_units(AlignmentFormat::tmx, endless, "memory.tmx", {}, [](auto) {}),
      Catch::Contains("memory.tmx: line 1, byte 0: ") && Catch::Contains("never ends"));
  CHECK(given < (20 << 20));
}

TEST_CASE("XLIFF of any version and its dialects have their segments", "[exchange]") {
  const auto read = [](const std::string& bytes) {
    std::vector<std::pair<std::string, std::string>> segments;
    read_units(AlignmentFormat::xliff, memory_source(bytes), "memory.xlf", {},
               [&](const TranslationUnit& unit) {
                 const auto text = [](const std::vector<UnitSentence>& side) {
                   return side.empty() ? std::string() : side.front().text;
                 };
                 segments.emplace_back(text(unit.source), text(unit.target));
               });
    return segments;
  };
  using Segments = std::vector<std::pair<std::string, std::string>>;
  const std::string unit =
      "<file source-language=\"zh\" target-language=\"en\"><body><trans-unit id=\"1\">"
      "<source>你好</source><target>Hello</target></trans-unit></body></file></xliff>";
  CHECK(read("<xliff version=\"1.0\">" + unit) == Segments{{"你好", "Hello"}});
  for (const char* version : {"1.1", "1.2"}) {
    CHECK(read(std::string("<xliff version=\"") + version +
               "\" xmlns=\"urn:oasis:names:tc:xliff:document:" + version + "\">" + unit) ==
          Segments{{"你好", "Hello"}});
  }
  CHECK(read("<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.2\" srcLang=\"zh\" "
             "trgLang=\"en\"><file id=\"f\"><unit id=\"1\"><segment><source>你好</source>"
             "<target>Hello</target></segment></unit></file></xliff>") ==
        Segments{{"你好", "Hello"}});
  CHECK(read("<xliff><file><body><trans-unit><source><g>一。二。三。</g></source><seg-source><g>"
             "<mrk mtype=\"seg\" mid=\"7\">一。</mrk><mrk mtype=\"seg\" mid=\"8\">二<mrk "
             "mtype=\"term\">。</mrk></mrk><mrk mtype=\"seg\" mid=\"9\">三。</mrk></g></seg-source>"
             "<target><g><mrk mtype=\"seg\" mid=\"9\">Three.</mrk><mrk mtype=\"seg\" "
             "mid=\"7\">One.</mrk><mrk mtype=\"seg\" mid=\"8\"/></g></target></trans-unit></body>"
             "</file></xliff>") == Segments{{"一。", "One."}, {"二。", ""}, {"三。", "Three."}});
  CHECK(format_of("a.sdlxliff") == AlignmentFormat::xliff);
}

TEST_CASE("Tables of two columns need no header", "[exchange]") {
  const auto read = [](const std::string& bytes) {
    std::vector<TranslationUnit> units;
    read_units(AlignmentFormat::tsv, memory_source(bytes), "two.tsv", {},
               [&](TranslationUnit unit) { units.push_back(std::move(unit)); });
    return units;
  };
  const auto plain = read("你好。\tHello.\n再见。\tGoodbye.\n");
  REQUIRE(plain.size() == 2);
  CHECK(plain[0].source.front().text == "你好。");
  CHECK(plain[0].target.front().text == "Hello.");
  const auto named = read("zh-TW\ten\n你好。\tHello.\n");
  REQUIRE(named.size() == 1);
  CHECK(named[0].source_language == "zh-TW");
  CHECK_THROWS_AS(read("你好。\tHello.\tBonjour.\n"), Error);
}

TEST_CASE("What a format cannot hold is counted", "[exchange]") {
  const auto units = random_units(5);
  for (const AlignmentFormat format : written_formats()) {
    Losses losses(format);
    for (const TranslationUnit& unit : units) losses.add(unit);
    std::size_t expected = 0;
    const FormatTraits& keeps = traits_of(format);
    for (const bool kept : {keeps.sentences && keeps.ends, keeps.scores, keeps.confidences,
                            keeps.locks, keeps.places, keeps.notes}) {
      expected += !kept;
    }
    CHECK(losses.counts().size() == expected);
  }
}

TEST_CASE("Formats are known by names and suffixes", "[exchange]") {
  CHECK(format_of("a/b.TMX") == AlignmentFormat::tmx);
  CHECK(format_of("b.xlf") == AlignmentFormat::xliff);
  CHECK(format_of("b.xml") == AlignmentFormat::intertext);
  CHECK_FALSE(format_of("b.txt"));
  for (const AlignmentFormat format : alignment_formats()) {
    CHECK(parse_alignment_format(traits_of(format).name) == format);
  }
  CHECK_FALSE(parse_alignment_format("poem"));
}
