// Subtitles: what is said, and when.
#include <catch2/catch.hpp>
#include <duizhao/document/read_document.hpp>
#include <duizhao/segment/segmenter.hpp>
#include <duizhao/text/error.hpp>

using namespace duizhao;
using namespace std::chrono_literals;
using Catch::Contains;

namespace {

SegmentedDocument cut(const std::string& bytes, InputFormat format = InputFormat::automatic) {
  static const Segmenter segmenter;
  return segmenter.segment(parse_document(bytes, "film", {.format = format}));
}

std::vector<std::string> sentences(const std::string& bytes) {
  const SegmentedDocument document = cut(bytes);
  std::vector<std::string> list;
  for (std::size_t i = 0; i < document.size(); ++i) list.push_back(document.text(i));
  return list;
}

using Texts = std::vector<std::string>;

std::string srt(const std::vector<std::string>& texts) {
  std::string bytes;
  for (std::size_t k = 0; k < texts.size(); ++k) {
    const std::string second = std::to_string(10 + 2 * k);
    const std::string next = std::to_string(11 + 2 * k);
    bytes += std::to_string(k + 1) + "\n00:00:" + second + ",500 --> 00:00:" + next + ",250\n" +
             texts[k] + "\n\n";
  }
  return bytes;
}

}  // namespace

TEST_CASE("Subtitles are told by their first lines", "[subtitles]") {
  CHECK(detect_format(srt({"Hello."})) == InputFormat::srt);
  CHECK(detect_format("\n" + srt({"Hello."})) == InputFormat::srt);
  CHECK(detect_format("00:01,5 --> 00:02,0\nHi.\n") == InputFormat::srt);
  CHECK(detect_format("WEBVTT\n\n00:01.000 --> 00:02.000\nHi.\n") == InputFormat::webvtt);
  CHECK(detect_format("WEBVTT - a film\n") == InputFormat::webvtt);
  CHECK(detect_format("[Script Info]\nTitle: x\n") == InputFormat::ass);
  CHECK(detect_format("WEBVTTER is a word.\n") == InputFormat::text);
  CHECK(detect_format("1\nOne is a number.\n") == InputFormat::text);
  CHECK(detect_format("1 --> 2\n") == InputFormat::text);
}

TEST_CASE("Sentences go on over cues where stops say so", "[subtitles]") {
  CHECK(sentences(srt({"I never thought that", "the ship would arrive.", "Did you?"})) ==
        Texts{"I never thought that the ship would arrive.", "Did you?"});
  CHECK(sentences(srt({"我从来没有想到，", "船会来。", "你呢？"})) ==
        Texts{"我从来没有想到，船会来。", "你呢？"});
  // Hardly a stop in the whole film: a cue is a sentence.
  CHECK(sentences(srt({"我从来没有想到", "船会来", "你呢", "我也没有", "走吧"})).size() == 5);
  CHECK(sentences(srt({"I thought...", "...that you knew."})) ==
        Texts{"I thought... ...that you knew."});
  CHECK(sentences(srt({"First line,\nsecond line."})) == Texts{"First line, second line."});
  CHECK(sentences(srt({"- Are you here?\n- I am."})) == Texts{"Are you here?", "I am."});
  CHECK(sentences(srt({"They left", "[door slams]", "in a hurry."})).size() == 3);
}

TEST_CASE("Two languages in a cue are two texts", "[subtitles]") {
  CHECK(sentences(srt({"他来了。\nHe came.", "他走了。\nHe left."})) ==
        Texts{"他来了。", "He came.", "他走了。", "He left."});
}

TEST_CASE("Tags and entities are no words", "[subtitles]") {
  CHECK(sentences(srt({"<i>He</i> {\\an8}<font color=\"#ff0000\">came</font> &amp; went."})) ==
        Texts{"He came & went."});
  CHECK(sentences(srt({"2 < 3 and {x} stay, <me@x.org> too."})) ==
        Texts{"2 < 3 and {x} stay, <me@x.org> too."});
  CHECK(sentences(srt({"Go A --> B now."})) == Texts{"Go A --> B now."});
  CHECK(sentences("WEBVTT\n\n00:01.000 --> 00:03.000\n \nKept words.\n") == Texts{"Kept words."});
}

TEST_CASE("Cues keep their times", "[subtitles]") {
  const SegmentedDocument film = cut(srt({"One. Two.", "Three goes on", "to here."}));
  REQUIRE(film.size() == 3);
  REQUIRE(film.document().cues().size() == 3);
  CHECK(film.document().cues()[1].begin == 12500ms);
  const auto time = [&](std::size_t i) {
    return film.document().time_of(film.sentences()[i].range).value();
  };
  CHECK(time(0).begin == 10500ms);
  CHECK(time(0).end < time(1).begin);
  CHECK(time(1).end == 11250ms);
  CHECK(time(2).begin == 12500ms);
  CHECK(time(2).end == 15250ms);
  CHECK_FALSE(film.document().time_of({0, 1}));
  CHECK_FALSE(cut("Plain text.").document().time_of({0, 5}));
}

TEST_CASE("A label takes no time, and unmarked lines a space", "[subtitles]") {
  const SegmentedDocument film = cut(srt({"MOM: Where are you?", "DAD: Here.", "MOM: Come."}));
  REQUIRE(film.size() == 3);
  CHECK(film.text(0) == "Where are you?");
  CHECK(film.document().time_of(film.sentences()[0].range)->begin == 10500ms);
  CHECK(sentences(srt({"我早就告诉过你\n那座桥会塌", "你不听", "走吧"}))[0] ==
        "我早就告诉过你 那座桥会塌");
}

TEST_CASE("Captions that roll say each line once", "[subtitles]") {
  CHECK(sentences(srt({"hello and", "hello and\nwelcome to", "welcome to\nthe show.",
                       "the show."})) == Texts{"hello and welcome to the show."});
  CHECK(sentences(srt({"No!", "No!", "Why?", "Run.", "Now.", "Go."})).size() == 6);
}

TEST_CASE("WebVTT has comments, styles, names and voices", "[subtitles]") {
  const SegmentedDocument film =
      cut("WEBVTT\n\nNOTE a comment\nof two lines\n\nSTYLE\n::cue { color: red }\n\nintro\n"
          "00:01.000 --> 00:02.500 align:start\n<v Mary>Hello <c.loud>there</c>.</v>\n\n"
          "1:00:03.000 --> 1:00:04.000\n<v Tom>Hi.\n");
  REQUIRE(film.size() == 2);
  CHECK(film.text(0) == "Hello there.");
  CHECK(film.block(0).speaker == "Mary");
  CHECK(film.block(1).speaker == "Tom");
  CHECK(film.document().cues()[1].begin == 1h + 3s);
}

TEST_CASE("ASS events stand in the order of the file", "[subtitles]") {
  const std::string head =
      "[Script Info]\nTitle: x\n\n[V4+ Styles]\nStyle: Default,Arial\n\n[Events]\n"
      "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n";
  const SegmentedDocument film =
      cut(head +
          "Comment: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,no text\n"
          "Dialogue: 0,0:00:05.00,0:00:06.50,Default,Ann,0,0,0,,{\\i1}Well{\\i0}, yes.\\Nand no.\n"
          "Dialogue: 0,0:00:01.5,0:00:03.250,Sign,,0,0,0,,{\\p1\\pos(3,4)}m 0 0 l 1 1{\\p0}{a "
          "note}Exit\\hnow\n");
  REQUIRE(film.size() == 3);
  CHECK(film.text(0) == "Well, yes.");
  CHECK(film.text(1) == "and no.");
  CHECK(film.text(2) == "Exit now");
  CHECK(film.block(0).speaker == "Ann");
  CHECK(film.document().cues()[0].end == 6500ms);
  CHECK(film.document().cues().back().begin == 1500ms);
  CHECK(film.document().cues().back().end == 3250ms);
}

TEST_CASE("Times that cannot be are errors with their line", "[subtitles]") {
  const auto fails = [](const std::string& bytes, InputFormat format, std::size_t line) {
    CAPTURE(bytes);
    try {
      cut(bytes, format);
      return false;
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::format);
      return error.place().line == line;
    }
  };
  const std::string good = "1\n00:00:01,000 --> 00:00:03,000\nOne.\n\n";
  CHECK(fails(good + "2\n00:00:05,000 --> 00:00:04,000\nTwo.\n", InputFormat::srt, 6));
  CHECK(fails(good + "2\n00:00:00,000 --> 00:00:04,000\nTwo.\n", InputFormat::srt, 6));
  CHECK(fails(good + "2\n00:00:02,000 --> 00:00:04,000\nTwo.\n", InputFormat::srt, 6));
  CHECK(fails(good + "2\n00:00:02 --> 00:00:04\nTwo.\n", InputFormat::srt, 6));
  CHECK(fails("Text.\n", InputFormat::srt, 1));
  CHECK(fails("WEBVTT\n\n00:01 --> 00:02\nA.\n", InputFormat::webvtt, 3));
  CHECK(fails("[Events]\nDialogue: 0,x,y,a,b,c,d,e,f,text\n", InputFormat::ass, 2));
  CHECK(fails("[Events]\nDialogue: 0,1\n", InputFormat::ass, 2));
  CHECK(fails("WEBVTT\n\n00:05.000 --> 00:06.000\nA.\n\n00:01.000 --> 00:02.000\nB.\n",
              InputFormat::webvtt, 6));
  CHECK(cut("WEBVTT\n\n00:01.000 --> 00:06.000\nA.\n\n00:02.000 --> 00:07.000\nB.\n").size() == 2);
  // Rounding makes cues overlap a little.
  CHECK(cut(good + "2\n00:00:02,900 --> 00:00:04,000\nTwo.\n").size() == 2);
}
