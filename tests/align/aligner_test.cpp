#include "duizhao/align/aligner.hpp"

#include <catch2/catch.hpp>
#include <duizhao/document/corpus.hpp>
#include <duizhao/document/read_document.hpp>
#include <duizhao/io/beads.hpp>
#include <duizhao/text/error.hpp>
#include <set>
#include <thread>

using namespace duizhao;

namespace {

Document text(std::string bytes, InputFormat format = InputFormat::automatic) {
  return parse_document(std::move(bytes), "test", {.format = format});
}

/// Bead types in order: "1:1 1:2".
std::string types(const Alignment& alignment) {
  std::string list;
  for (const Bead& bead : alignment.beads()) {
    if (!list.empty()) list += ' ';
    list += std::to_string(bead.source.size()) + ":" + std::to_string(bead.target.size());
  }
  return list;
}

void check_covers(const Alignment& alignment, std::size_t sources, std::size_t targets) {
  std::vector<std::size_t> source, target;
  for (const Bead& bead : alignment.beads()) {
    source.insert(source.end(), bead.source.begin(), bead.source.end());
    target.insert(target.end(), bead.target.begin(), bead.target.end());
    CHECK(bead.confidence >= 0);
    CHECK(bead.confidence <= 1);
  }
  CHECK(source.size() == sources);
  CHECK(target.size() == targets);
  CHECK(std::is_sorted(source.begin(), source.end()));
  CHECK(std::is_sorted(target.begin(), target.end()));
  CHECK(std::set(source.begin(), source.end()).size() == source.size());
  CHECK(std::set(target.begin(), target.end()).size() == target.size());
}

const Corpus& interviews() {
  static const Corpus corpus = Corpus::load(DUIZHAO_SOURCE_FOLDER "/data/interviews/manifest.json");
  return corpus;
}

Document interview(const char* id) { return interviews().read(*interviews().find(id)); }

const Aligner& aligner() {
  static const Aligner shared(Lexicon::load_default());
  return shared;
}

// The gold of the nine passages, by reading them.
constexpr const char* kPassages =
    "1:1 1:1 1:1 1:3 1:1 1:1 1:1 1:2 1:1 1:1 1:1 1:1 1:1 1:1 1:1 1:1 1:1 1:1 1:1 1:1 1:1 1:1 1:2 "
    "1:1 1:1 1:1 1:2";

}  // namespace

TEST_CASE("The nine passages are aligned as they were translated", "[align]") {
  const Alignment alignment = aligner().align(interview("passages-zh"), interview("passages-en"));
  CHECK(types(alignment) == kPassages);
  check_covers(alignment, 27, 32);
}

TEST_CASE("Turning the sides turns the beads", "[align]") {
  const Alignment straight = aligner().align(interview("passages-zh"), interview("passages-en"));
  const Alignment turned = aligner().align(interview("passages-en"), interview("passages-zh"));
  REQUIRE(straight.beads().size() == turned.beads().size());
  for (std::size_t k = 0; k < straight.beads().size(); ++k) {
    CHECK(straight.beads()[k].source == turned.beads()[k].target);
    CHECK(straight.beads()[k].target == turned.beads()[k].source);
  }
}

TEST_CASE("A text that holds both languages is aligned with itself", "[align]") {
  const Document both =
      text(interview("passages-zh").bytes() + "\n\n" + interview("passages-en").bytes());
  const Alignment alignment = aligner().align(both, both);
  CHECK(types(alignment) == kPassages);
  for (const Bead& bead : alignment.beads()) {
    for (const std::size_t index : bead.source) {
      CHECK(alignment.source().block(index).language == "zh");
    }
  }
  AlignOptions options;
  options.source_language = "en";
  const Alignment turned = Aligner(Lexicon::load_default(), options).align(both, both);
  CHECK(turned.beads().size() == alignment.beads().size());
  CHECK(turned.source().block(turned.beads()[0].source[0]).language == "en");
}

TEST_CASE("Stray lines in another language take part", "[align]") {
  const Alignment alignment = aligner().align(
      text("他走了。\n\nDeepSeek V2\n\n她也走了。再见，我的朋友，我们明天再见。\n"),
      text("He left.\n\nDeepSeek V2\n\nShe left too. Good-bye, my friend, we meet tomorrow.\n"));
  check_covers(alignment, 4, 4);
  CHECK(types(alignment) == "1:1 1:1 1:1 1:1");
}

TEST_CASE("What stands on one side alone becomes null beads", "[align]") {
  const std::string advertisement =
      "This watch is for you. Buy it now in every shop of the town. It is cheap and beautiful. "
      "Your "
      "wife will be delighted. She has waited for it since the summer. It keeps the time under "
      "water. The strap is made of leather. The usual terms apply to orders from abroad.\n\n";
  const Alignment alignment = aligner().align(
      interview("passages-zh"), text(advertisement + interview("passages-en").bytes()));
  CHECK(types(alignment) == std::string("0:1 0:1 0:1 0:1 0:1 0:1 0:1 0:1 ") + kPassages);
}

TEST_CASE("A section that is missing leaves null beads", "[align]") {
  const Alignment alignment = aligner().align(
      text(
          "# 开源\n\n开源是文化。\n\n# 人才\n\n招聘时我们看重好奇心。经验没那么重要。\n\n# 未来\n\n"
          "三十年后会更多。\n"),
      text("# Open source\n\nOpen source is culture.\n\n# Future\n\nThirty years from now there "
           "will be "
           "more.\n"));
  CHECK(types(alignment) == "1:1 1:1 1:0 1:0 1:0 1:1 1:1");
}

TEST_CASE("Lines that say nothing are aligned in bounded time and memory", "[align]") {
  const std::string blank(20'000, '\n');
  check_covers(aligner().align(text(blank, InputFormat::lines), text(blank, InputFormat::lines)),
               20'000, 20'000);
}

TEST_CASE("Beads beyond the documents are an error", "[align]") {
  const SegmentedDocument one = Segmenter().segment(text("One."));
  Bead bead;
  bead.source = {1};
  CHECK_THROWS_WITH(Alignment(one, one, {bead}), Catch::Contains("found index 1"));
}

TEST_CASE("Empty sides give null beads", "[align]") {
  CHECK(aligner().align(text(""), text("")).beads().empty());
  CHECK(types(aligner().align(text("他走了。她来了。"), text(""))) == "1:0 1:0");
  CHECK(types(aligner().align(text(""), text("He left."))) == "0:1");
}

TEST_CASE("Texts in one language are aligned by their words", "[align]") {
  const Document one = text("He left the house. The rain fell. She stayed at home and read.");
  CHECK(types(aligner().align(one, one)) == "1:1 1:1 1:1");
  const Document chinese = interview("passages-zh");
  const Alignment alignment = aligner().align(chinese, chinese);
  CHECK(alignment.beads().size() == 27);
}

TEST_CASE("Without a lexicon lengths and shared words still align", "[align]") {
  const Aligner bare{Lexicon()};
  const Alignment alignment = bare.align(interview("passages-zh"), interview("passages-en"));
  check_covers(alignment, 27, 32);
  const Alignment french =
      bare.align(parse_document("Il a 3 chats. Paris est belle. Merci beaucoup, Marie.", "fr",
                                {.language = "fr"}),
                 text("He has 3 cats. Paris is fine. Many thanks, Marie."));
  CHECK(types(french) == "1:1 1:1 1:1");
}

TEST_CASE("A long text without a counterpart does not spoil the rest", "[align]") {
  // The passages behind the interview, which is ten times as long, translated by others.
  const std::string interview_text = interview("interview-2024-en").bytes();
  const Alignment alignment = aligner().align(
      interview("passages-zh"), text(interview_text + "\n\n" + interview("passages-en").bytes()));
  const std::size_t sentences = alignment.target().size();
  std::size_t right = 0;
  for (const Bead& bead : alignment.beads()) {
    right += !bead.source.empty() && !bead.target.empty() && bead.target.front() >= sentences - 32;
  }
  CHECK(right >= 25);
}

TEST_CASE("Sentences that repeat are translations all the same", "[align]") {
  std::string chinese, english;
  for (int i = 0; i < 300; ++i) {
    chinese += "天气很好。\n";
    english += "The weather is fine.\n";
  }
  const Alignment alignment =
      aligner().align(text(chinese, InputFormat::lines), text(english, InputFormat::lines));
  CHECK(alignment.beads().size() == 300);
  CHECK(alignment.correspondence() > 0.9);
}

TEST_CASE("Lines of many sentences are translations as wholes", "[align]") {
  std::string chinese = interview("passages-zh").bytes();
  std::string english = interview("passages-en").bytes();
  std::replace(chinese.begin(), chinese.end(), '\n', ' ');
  std::replace(english.begin(), english.end(), '\n', ' ');
  const Alignment alignment = aligner().align(text(chinese + "\n他走了。\n", InputFormat::lines),
                                              text(english + "\nHe left.\n", InputFormat::lines));
  CHECK(types(alignment) == "1:1 1:1");
}

TEST_CASE("A giant sentence is explained in bounded time", "[align]") {
  std::string chinese, english;
  for (int i = 0; i < 50'000; ++i) {
    chinese += "好";
    english += "good ";
  }
  const Alignment alignment = aligner().align(text(chinese), text(english));
  CHECK(aligner().explain(alignment).size() == alignment.beads().size());
}

TEST_CASE("A pair without a lexicon is learned from its text", "[align]") {
  // A language of its own: English with its letters exchanged and its words turned round; every
  // ninth sentence is missing and every seventh cut in two.
  const SegmentedDocument english = Segmenter().segment(interview("interview-2024-en"));
  std::string source, target;
  std::vector<std::pair<std::size_t, std::size_t>> right;  // first target sentence and how many
  std::size_t targets = 0;
  for (std::size_t i = 0; i < english.size(); ++i) {
    std::string sentence = english.text(i);
    std::replace(sentence.begin(), sentence.end(), '\n', ' ');
    source += sentence + '\n';
    if (i % 9 == 4) {
      right.emplace_back(targets, 0);
      continue;
    }
    std::string foreign, word;
    for (const char c : sentence + ' ') {
      const char lower = static_cast<char>(c | 0x20);
      if (lower >= 'a' && lower <= 'z') {
        word.insert(word.begin(), static_cast<char>('a' + (lower - 'a' + 11) % 26));
      } else {
        foreign += word + (c >= '0' && c <= '9' ? '#' : c);
        word.clear();
      }
    }
    const std::size_t middle = foreign.find(' ', foreign.size() / 2);
    const bool in_two = i % 7 == 3 && middle + 1 < foreign.size();
    if (in_two) foreign[middle] = '\n';
    target += foreign + '\n';
    right.emplace_back(targets, in_two ? 2 : 1);
    targets += in_two ? 2 : 1;
  }
  const ReadOptions other{.format = InputFormat::lines, .language = "tlh"};
  const Alignment alignment =
      aligner().align(text(source, InputFormat::lines), parse_document(target, "target", other));
  std::size_t found = 0;
  for (const Bead& bead : alignment.beads()) {
    if (bead.source.size() != 1) continue;
    const auto& [first, count] = right[bead.source[0]];
    found += bead.target.size() == count && (count == 0 || bead.target.front() == first);
  }
  INFO(found << " of " << right.size());
  CHECK(found * 100 >= right.size() * 90);
}

TEST_CASE("Lines keep their numbers", "[align]") {
  const Alignment alignment = aligner().align(text("他走了。\n\n她留下了。\n", InputFormat::lines),
                                              text("He left.\nShe stayed.\n", InputFormat::lines));
  check_covers(alignment, 3, 2);
  CHECK(alignment.beads().front().source.front() == 0);
  CHECK(alignment.target_text(alignment.beads().back()) == "She stayed.");
  CHECK(alignment.beads().back().source.back() == 2);
}

TEST_CASE("Sides of very different length are aligned in bounded time", "[align]") {
  std::string many;
  for (int i = 0; i < 3000; ++i) many += "Line " + std::to_string(i) + " says nothing.\n";
  check_covers(aligner().align(text("他走了。"), text(many, InputFormat::lines)), 1, 3000);
  std::string same;
  for (int i = 0; i < 1000; ++i) same += "好。\n";
  check_covers(aligner().align(text(same, InputFormat::lines), text(many, InputFormat::lines)),
               1000, 3000);
}

TEST_CASE("A language that a document does not have is an error", "[align]") {
  AlignOptions options;
  options.source_language = "zh";
  const Aligner wants_chinese(Lexicon::load_default(), options);
  CHECK_THROWS_WITH(wants_chinese.align(text("He left."), text("He left.")),
                    Catch::Contains("expected text in the language \"zh\""));
}

TEST_CASE("Texts of beads are joined as their language is written", "[align]") {
  const Alignment alignment =
      aligner().align(text("他走了。她留下了。"), text("He left. She stayed."));
  Bead all;
  all.source = {0, 1};
  all.target = {0, 1};
  CHECK(alignment.source_text(all) == "他走了。她留下了。");
  CHECK(alignment.target_text(all) == "He left. She stayed.");
}

TEST_CASE("One aligner serves many threads with the same beads", "[align][threads]") {
  const Document source = interview("passages-zh");
  const Document target = interview("passages-en");
  const std::string expected = to_beads(aligner().align(source, target).beads());
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  for (std::string& result : results) {
    threads.emplace_back([&] { result = to_beads(aligner().align(source, target).beads()); });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) CHECK(result == expected);
}
