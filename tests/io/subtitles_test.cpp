// Bilingual subtitles.
#include <catch2/catch.hpp>
#include <duizhao/io/exchange.hpp>
#include <duizhao/text/error.hpp>

using namespace duizhao;
using namespace std::chrono_literals;

namespace {

std::string written(AlignmentFormat format, const TranslationUnit& unit) {
  std::string bytes;
  const auto writer = unit_writer(format, [&](std::string_view piece) { bytes += piece; }, {});
  writer->write(unit);
  writer->finish();
  return bytes;
}

TranslationUnit unit() {
  TranslationUnit unit;
  unit.source = {{0, "你 < 我。", {}, {}, TimeSpan{1500ms, 2000ms}},
                 {1, "走吧。", {}, {}, TimeSpan{2500ms, 3723004ms}}};
  unit.target = {{0, "You & me.", {}, {}, TimeSpan{2h, 2h + 1s}}};
  unit.source_language = "zh";
  unit.target_language = "en";
  return unit;
}

}  // namespace

TEST_CASE("Subtitles have both languages at the time of the source", "[subtitles]") {
  CHECK(written(AlignmentFormat::srt, unit()) ==
        "1\n00:00:01,500 --> 01:02:03,004\n你 < 我。走吧。\nYou & me.\n\n");
  CHECK(written(AlignmentFormat::webvtt, unit()) ==
        "WEBVTT\n\n1\n00:00:01.500 --> 01:02:03.004\n你 &lt; 我。走吧。\nYou &amp; me.\n\n");
  TranslationUnit alone = unit();
  alone.source.clear();
  CHECK(written(AlignmentFormat::srt, alone) == "1\n02:00:00,000 --> 02:00:01,000\nYou & me.\n\n");
  TranslationUnit together = unit();
  together.source.pop_back();
  together.target[0].time = TimeSpan{2s, 3s};
  CHECK(written(AlignmentFormat::srt, together) ==
        "1\n00:00:01,500 --> 00:00:03,000\n你 < 我。\nYou & me.\n\n");
}

TEST_CASE("Units without times are no subtitles", "[subtitles]") {
  TranslationUnit bare = unit();
  for (auto* side : {&bare.source, &bare.target}) {
    for (UnitSentence& each : *side) each.time.reset();
  }
  CHECK_THROWS_AS(written(AlignmentFormat::srt, bare), Error);
}

TEST_CASE("Times go through JSON Lines", "[subtitles]") {
  const std::string lines = written(AlignmentFormat::jsonl, unit());
  std::vector<TranslationUnit> units;
  read_units(AlignmentFormat::jsonl, memory_source(lines), "lines", {},
             [&](TranslationUnit each) { units.push_back(std::move(each)); });
  REQUIRE(units.size() == 1);
  CHECK(units[0].source[1].time->end == 3723004ms);
  for (const char* wrong : {"[1]", "[2,1]", "[-1,2]", "[1e30,1e31]", "\"x\"", "[null,1]"}) {
    const std::string bad =
        std::string("{\"source\":[{\"text\":\"a\",\"time\":") + wrong + "}],\"target\":[]}\n";
    CAPTURE(bad);
    CHECK_THROWS_AS(read_units(AlignmentFormat::jsonl, memory_source(bad), "lines", {},
                               [](const TranslationUnit&) {}),
                    Error);
  }
}
