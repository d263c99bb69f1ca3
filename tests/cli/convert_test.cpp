// Converting alignments as a user would.
#include <catch2/catch.hpp>
#include <duizhao/duizhao.hpp>
#include <filesystem>
#include <pugixml.hpp>

#include "support/command.hpp"
#include "support/scratch.hpp"

using Catch::Contains;
using test::run_tool;
namespace fs = std::filesystem;

namespace {

const std::string kChinese = "data/interviews/passages.zh.txt";
const std::string kEnglish = "data/interviews/passages.en.txt";

/// The passages, aligned, in a format.
std::string aligned(const test::ScratchFolder& folder, const std::string& format) {
  const std::string path = folder.path() / ("passages." + format);
  const auto result = run_tool({"align", kChinese, kEnglish, "-q", "-f", format, "-o", path});
  CHECK(result.exit_code == 0);
  return path;
}

}  // namespace

TEST_CASE("The passages go through every format and come back", "[cli][convert]") {
  const test::ScratchFolder folder;
  const std::string beads = aligned(folder, "beads");
  const std::string back = folder.path() / "back.beads";
  for (const std::string format :
       {"jsonl", "tsv", "tmx", "xliff", "ladder", "hunalign", "intertext", "beads"}) {
    CAPTURE(format);
    const std::string path = aligned(folder, format);
    const auto result = run_tool(
        {"convert", "--from", format, "--source", kChinese, "--target", kEnglish, path, back});
    CHECK(result.exit_code == 0);
    CHECK(result.output.empty());
    if (format == "intertext") {
      CHECK(duizhao::parse_beads(duizhao::read_file(back), back).size() == 27);
    } else {
      CHECK(duizhao::read_file(back) == duizhao::read_file(beads));
    }
  }
}

TEST_CASE("Translation memories and XLIFF have all pairs", "[cli][convert]") {
  const test::ScratchFolder folder;
  pugi::xml_document tmx;
  REQUIRE(tmx.load_file(aligned(folder, "tmx").c_str()));
  CHECK(tmx.select_nodes("/tmx/body/tu").size() == 27);
  CHECK(tmx.select_nodes("/tmx/body/tu/tuv[@xml:lang='zh']/seg").size() == 27);
  CHECK(tmx.select_nodes("/tmx/body/tu/tuv[@xml:lang='en']/seg").size() == 27);
  for (const char* attribute : {"creationtool", "creationtoolversion", "segtype", "o-tmf",
                                "adminlang", "srclang", "datatype"}) {
    CHECK(tmx.child("tmx").child("header").attribute(attribute));
  }
  pugi::xml_document xliff;
  REQUIRE(xliff.load_file(aligned(folder, "xliff").c_str()));
  CHECK(xliff.child("xliff").attribute("srcLang").value() == std::string("zh"));
  CHECK(xliff.select_nodes("/xliff/file/unit/segment/source").size() == 27);
  CHECK(xliff.select_nodes("/xliff/file/unit/segment/target").size() == 27);
}

TEST_CASE("Moses has two files", "[cli][convert]") {
  const test::ScratchFolder folder;
  const std::string prefix = folder.path() / "corpus";
  const auto written = run_tool({"convert", "--to", "moses", aligned(folder, "jsonl"), prefix});
  CHECK(written.exit_code == 0);
  CHECK_THAT(written.errors, Contains("moses cannot hold: sentences (4 units), scores (27 units)"));
  const std::string direct = folder.path() / "direct";
  CHECK(run_tool({"align", "-q", "-f", "moses", "-o", direct, kChinese, kEnglish}).exit_code == 0);
  for (const std::string language : {".zh", ".en"}) {
    CHECK(duizhao::read_file(prefix + language) == duizhao::read_file(direct + language));
  }
  const auto table = run_tool({"convert", "--from", "moses", prefix, "--to", "tsv", "-"});
  CHECK(std::count(table.output.begin(), table.output.end(), '\n') == 28);
}

TEST_CASE("Doubtful units are left out and counted", "[cli][convert]") {
  const test::ScratchFolder folder;
  const std::string jsonl = folder.put(
      "in.jsonl",
      "{\"source\":[{\"text\":\"一\"}],\"target\":[{\"text\":\"one\"}],\"confidence\":0.2}\n"
      "{\"source\":[{\"text\":\"二\"}],\"target\":[{\"text\":\"two\"}],\"confidence\":0.9}\n");
  const auto result =
      run_tool({"convert", jsonl, "--to", "hunalign", "-", "--min-confidence", "0.5"});
  CHECK(result.output == "二\ttwo\t0.9000\n");
  CHECK_THAT(result.errors, Contains("1 unit below confidence 0.5 left out"));
}

TEST_CASE("What goes wrong in a conversion leaves nothing behind", "[cli][convert]") {
  const test::ScratchFolder folder;
  const std::string out = folder.path() / "out.tmx";
  const std::string cut = folder.put("cut.tmx", "<tmx><body>\n<tu><tuv xml:lang=\"zh\"><seg>一");
  const std::string bad = folder.put("bad.jsonl",
                                     "{\"source\":[{\"text\":\"a\"}],\"target\":[]}\n"
                                     "{\"source\":[{\"text\":\"b\\u0001\"}],\"target\":[]}\n");
  const std::string beads = folder.put("good.beads", "[0]:[0]\n");
  const std::string wrong = folder.put("wrong.beads", "[0]:[0\n");
  const std::string beyond = folder.put("beyond.beads", "[0]:[0]\n[900]:[1]\n");
  struct Case {
    std::vector<std::string> arguments;
    int exit_code;
    std::string error;
  };
  const std::vector<Case> cases = {
      {{cut, out}, 3, cut + ": line 2, byte "},
      {{bad, out}, 3, bad + ": line 2, byte 38: "},
      {{wrong, out}, 3, wrong + ": line 1, byte "},
      {{beads, out}, 2, "--source and --target"},
      {{beyond, out, "--source", kChinese, "--target", kEnglish}, 3, beyond + ": line 2, byte 8: "},
      {{"no-such-file.tmx", out}, 3, "no-such-file.tmx"},
      {{beads, folder.path() / "out.poem"}, 2, "out.poem"},
      {{beads}, 2, "IN and OUT"},
      {{beads, out, "--source", kChinese}, 2, "--source and --target"},
      {{beads, "--to", "poem", out}, 2, "--to"},
  };
  for (const Case& each : cases) {
    std::vector<std::string> arguments = {"convert"};
    arguments.insert(arguments.end(), each.arguments.begin(), each.arguments.end());
    const auto result = run_tool(arguments);
    CAPTURE(result.errors);
    CHECK(result.exit_code == each.exit_code);
    CHECK_THAT(result.errors, Contains(each.error));
    CHECK(std::count(result.errors.begin(), result.errors.end(), '\n') == 1);
    CHECK_FALSE(fs::exists(out));
  }
  for (const auto& entry : fs::directory_iterator(folder.path())) {
    CHECK(entry.path().extension() != ".part");
  }
}
