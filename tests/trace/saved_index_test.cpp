// Indexes that are saved and opened again.
#include <catch2/catch.hpp>
#include <duizhao/duizhao.hpp>

#include "support/command.hpp"
#include "support/scratch.hpp"

using Catch::Contains;
using duizhao::Error;
using duizhao::ErrorCode;
using duizhao::Tracer;
using test::run_tool;

namespace {

const std::string kInterviews = DUIZHAO_SOURCE_FOLDER "/data/interviews/";

duizhao::SegmentedDocument segmented(const std::string& file) {
  return duizhao::Segmenter().segment(duizhao::read_document(kInterviews + file));
}

/// The interview, passages in both languages and an article in HTML, translations linked.
Tracer interviews() {
  const duizhao::Document page = duizhao::parse_document(
      "<html><body><p>Rivers &amp; <b>harbours</b> freeze in January.<script>x</script></p>"
      "<pre>int x;</pre></body></html>",
      "page.html");
  Tracer tracer(duizhao::Lexicon::load_default(),
                {segmented("interview-2024.en.md"), segmented("passages.zh.txt"),
                 segmented("passages.en.txt"), duizhao::Segmenter().segment(page)});
  tracer.link_translations();
  return tracer;
}

std::string traces_of(const Tracer& tracer) {
  const auto article = duizhao::read_document(kInterviews + "quotations-in-learnings.en.txt");
  return duizhao::to_jsonl(tracer.trace(duizhao::find_quotes(article)), article, tracer);
}

ErrorCode code_of_opening(const std::filesystem::path& path) {
  try {
    traces_of(Tracer::open(duizhao::Lexicon::load_default(), path));
  } catch (const Error& error) {
    CHECK_THAT(error.what(), Contains(path.filename().string()) || Contains("saved document"));
    return error.code();
  }
  FAIL("opened " << path);
  return ErrorCode::io;
}

}  // namespace

TEST_CASE("An index that was saved finds the same", "[trace][index]") {
  const test::ScratchFolder scratch;
  const auto path = scratch.path() / "archive.index";
  const Tracer tracer = interviews();
  tracer.save(path);
  const Tracer opened = Tracer::open(duizhao::Lexicon::load_default(), path);
  REQUIRE(opened.documents().size() == 4);
  CHECK(opened.documents().names() == tracer.documents().names());
  CHECK(traces_of(opened) == traces_of(tracer));
  REQUIRE(opened.translations().size() == 1);
  CHECK(opened.translations()[0].alignment.beads() == tracer.translations()[0].alignment.beads());
  // Markup, what is no text, and faults are kept.
  const duizhao::Document& page = opened.documents()[3].document();
  CHECK(page.bytes() == tracer.documents()[3].document().bytes());
  CHECK(opened.documents()[3].text(0) == "Rivers & harbours freeze in January.");
  CHECK(page.blocks().size() == tracer.documents()[3].document().blocks().size());
  CHECK(page.matter() == tracer.documents()[3].document().matter());
}

TEST_CASE("What is added to an opened index is found beside the rest", "[trace][index]") {
  const test::ScratchFolder scratch;
  const auto path = scratch.path() / "archive.index";
  interviews().save(path);
  Tracer opened = Tracer::open(duizhao::Lexicon::load_default(), path);
  Tracer whole = interviews();
  for (Tracer* tracer : {&opened, &whole}) {
    CHECK(tracer->add(segmented("quotations-in-profile.en.txt")) == 4);
  }
  CHECK(traces_of(opened) == traces_of(whole));
  opened.save(path);  // over the file that it lies in
  CHECK(traces_of(opened) == traces_of(whole));
  CHECK(traces_of(Tracer::open(duizhao::Lexicon::load_default(), path)) == traces_of(whole));
  Tracer empty(duizhao::Lexicon::load_default());
  CHECK_FALSE(empty.trace("Nothing is here.").has_passage());
  empty.save(path);
  CHECK(Tracer::open(duizhao::Lexicon::load_default(), path).documents().size() == 0);
}

TEST_CASE("An index that is damaged or another's is an error", "[trace][index][errors]") {
  const test::ScratchFolder scratch;
  const auto path = scratch.path() / "archive.index";
  interviews().save(path);
  const std::string bytes = duizhao::read_file(path);
  const auto lexicon = duizhao::Lexicon::load_default();
  const auto read_all = [&](const std::filesystem::path& file) {
    const Tracer tracer = Tracer::open(lexicon, file);
    for (std::size_t i = 0; i < tracer.documents().size(); ++i) (void)tracer.documents()[i];
  };
  std::size_t refused = 0;
  std::size_t damages = 0;
  for (std::size_t at = 5; at < bytes.size(); at += bytes.size() / 200) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    const auto other = scratch.put("damaged.index", damaged);
    ++damages;
    try {
      read_all(other);
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::format);
      CHECK_THAT(error.what(), Contains("damaged.index"));
      ++refused;
    }
  }
  CHECK(refused + 2 >= damages);  // but for what only fills up a section
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{30}, bytes.size() / 2, bytes.size() - 1, bytes.size() - 8}) {
    CHECK(code_of_opening(scratch.put("short.index", bytes.substr(0, size))) == ErrorCode::format);
  }
  CHECK(code_of_opening(kInterviews + "manifest.json") == ErrorCode::format);
  CHECK(code_of_opening(scratch.path() / "nowhere") == ErrorCode::io);
  // The words of another lexicon are cut otherwise.
  CHECK_THROWS_WITH(Tracer::open(duizhao::Lexicon(), path), Contains("with this lexicon"));
}

TEST_CASE("The tool keeps its originals in an index", "[cli][index]") {
  const test::ScratchFolder scratch;
  const std::string index = (scratch.path() / "archive.index").string();
  const std::string article = "data/interviews/quotations-in-learnings.en.txt";
  const std::string interview = "data/interviews/interview-2024.en.md";
  const auto traced = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"trace", article, "--quiet", "--format", "jsonl"});
    return run_tool(arguments);
  };
  const auto plain = traced({"--against", interview});
  CHECK(traced({"--index", index}).exit_code == 3);  // there is none, and nothing to make it of
  CHECK(traced({"--index", index, "--against", interview}).output == plain.output);
  CHECK(traced({"--index", index}).output == plain.output);
  const auto more = traced({"--index", index, "--against", "data/interviews/passages.en.txt"});
  CHECK(more.exit_code == 0);
  CHECK(traced({"--index", index}).output == more.output);
  // A text that was changed since.
  const auto changed = scratch.put("text.txt", "The harbour froze.");
  CHECK(traced({"--index", index, "--against", changed.string()}).exit_code == 0);
  scratch.put("text.txt", "The harbour never froze.");
  const auto refused = traced({"--index", index, "--against", changed.string()});
  CHECK(refused.exit_code == 3);
  CHECK_THAT(refused.errors, Contains("text.txt"));
  CHECK(traced({}).exit_code == 2);
}
