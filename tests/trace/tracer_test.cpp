// Quotes of the articles against the interviews; and what tracing does with odd input.
#include <algorithm>
#include <catch2/catch.hpp>
#include <duizhao/duizhao.hpp>
#include <thread>

using duizhao::Trace;

namespace {

const std::string kInterviews = DUIZHAO_SOURCE_FOLDER "/data/interviews/";

duizhao::SegmentedDocument segmented(const std::string& file) {
  static const duizhao::Segmenter segmenter;
  return segmenter.segment(duizhao::read_document(kInterviews + file));
}

duizhao::SegmentedDocument segmented_text(const std::string& text, const std::string& name) {
  return duizhao::Segmenter().segment(duizhao::parse_document(text, name));
}

std::vector<duizhao::Quote> statements_in(const std::string& file) {
  auto quotes = duizhao::find_quotes(duizhao::read_document(kInterviews + file));
  std::erase_if(quotes, [](const duizhao::Quote& quote) { return !quote.statement; });
  return quotes;
}

/// How a quote begins, and words of the passage that it renders; empty for quotes without one.
struct Gold {
  std::string quote;
  std::string passage;
};

// The articles' quotes and the interview of 2024.
const std::vector<Gold> kGold = {
    {"We believe that with economic", "from being passengers to contributors"},
    {"Over the past 30 years, we have been", "we’ve emphasized profit"},
    {"In the face of disruptive", "closed-source advantages are fleeting"},
    {"We embed value in our team", "Our value lies in our team"},
    {"Giving is an extra honor", "adds cultural appeal"},
    {"We didn't intentionally become", "to be a catfish"},
    {"We didn't expect pricing", "such sensitivity around pricing"},
    {"Even if OpenAI", "can’t prevent being surpassed"},
    {"DeepSeek, like Phantom Quant", "everything remains bottom-up"},
    {"There are no limits", "no upper limit on resource"},
    {"Why is Silicon Valley", "It begins with daring to try"},
    {"Each person has their own", "Everyone has a unique background"},
    {"We want to create an ecosystem", "build an ecosystem where the industry"},
    {"We have no short-term", "no short-term plans for fundraising"},
    {"More investment doesn't always", "necessarily equate to more innovation"},
    {"If the end goal is", "As long as the endgame"},
    {"Our goal is", "foundational research into new model architectures"},
    {"originality and imitation", "between originality and imitation"},
    {"It was as if Jane Street", ""},
    {"Many assumed there was hidden", ""},
    {"From a young age", ""},
    {"because you can afford it", ""},
    {"because you have a group", ""},
    {"Whenever I face difficulties", ""},
    {"The market is changing", ""},
    {"An exciting thing cannot", ""},
    {"We're done following", ""},
    {"Human-level AI for everyone", ""},
    {"AI shouldn’t be a luxury", ""},
    {"Innovation thrives in the light", ""},
    {"DeepSeek isn’t for sale", ""},
    {"Answers lie beneath", ""},
    {"much better models", ""},
    {"legit invigorating", ""},
    {"very nerdy guy", ""}};

}  // namespace

TEST_CASE("The articles' quotes are traced to the interview, and only they", "[trace]") {
  const duizhao::Tracer tracer(duizhao::Lexicon::load_default(),
                               {segmented("interview-2024.en.md")});
  std::size_t found = 0;
  for (const char* article : {"quotations-in-learnings.en.txt", "quotations-in-challenge.en.txt",
                              "quotations-in-pioneer.en.txt", "quotations-in-profile.en.txt"}) {
    for (const Trace& trace : tracer.trace(statements_in(article))) {
      const auto gold = std::find_if(kGold.begin(), kGold.end(), [&](const Gold& each) {
        return trace.quote.text.starts_with(each.quote);
      });
      if (gold == kGold.end()) continue;
      ++found;
      INFO(trace.quote.text);
      CHECK(trace.has_passage() == !gold->passage.empty());
      if (gold->passage.empty()) continue;
      REQUIRE_FALSE(trace.matches.empty());
      CHECK_THAT(trace.matches.front().text, Catch::Contains(gold->passage));
      CHECK(trace.matches.front().through == "en");
      CHECK(trace.matches.front().speaker == "Liang");
    }
  }
  CHECK(found >= 34);
}

TEST_CASE("Chinese and English passages find each other", "[trace]") {
  const auto lexicon = duizhao::Lexicon::load_default();
  const duizhao::Tracer english(lexicon, {segmented("passages.en.txt")});
  const duizhao::Tracer chinese(lexicon, {segmented("passages.zh.txt")});
  const auto to_english = english.trace(statements_in("passages.zh.txt"));
  const auto to_chinese = chinese.trace(statements_in("passages.en.txt"));
  REQUIRE(to_english.size() == 9);
  REQUIRE(to_chinese.size() == 9);
  const auto originals = statements_in("passages.zh.txt");
  for (std::size_t i = 0; i < 9; ++i) {
    INFO(originals[i].text);
    REQUIRE(to_english[i].has_passage());
    REQUIRE(to_chinese[i].has_passage());
    CHECK(to_chinese[i].matches.front().range.overlaps(originals[i].range()));
    CHECK(to_english[i].matches.front().range.overlaps(to_chinese[i].quote.range()));
  }
}

TEST_CASE("An original is found through its translation", "[trace]") {
  duizhao::Tracer tracer(duizhao::Lexicon::load_default(),
                         {segmented("passages.zh.txt"), segmented("passages.en.txt")});
  CHECK(tracer.link_translations() == 1);
  const Trace trace = tracer.trace(
      "AGI is probably one of the hardest things we can do next, so for us it was a "
      "question of how, not why.");
  REQUIRE(trace.matches.size() >= 2);
  CHECK(trace.has_passage());
  // In both, in whichever more surely.
  const auto& matches = trace.matches;
  CHECK(matches[0].document != matches[1].document);
  const duizhao::Match& original = matches[matches[0].document == 0 ? 0 : 1];
  CHECK_THAT(original.text, Catch::Contains("通用人工智能"));
}

TEST_CASE("The contrary of a passage is not attested by it", "[trace]") {
  const auto document = segmented_text(
      "The dam will not be opened this spring. Would the valley be flooded by the river? Seven "
      "boats "
      "lay at the harbour. The mayor spoke of money and of time.",
      "valley");
  const duizhao::Tracer tracer(duizhao::Lexicon::load_default(), {document});
  using duizhao::QuoteStatus;
  CHECK(tracer.trace("The dam won't be opened this spring.").status == QuoteStatus::attested);
  const Trace contrary = tracer.trace("The dam will be opened this spring.");
  CHECK(contrary.status == QuoteStatus::altered);
  REQUIRE(contrary.differences.size() == 1);
  CHECK(contrary.differences[0].kind == duizhao::QuoteDifferenceKind::negation);
  CHECK(tracer.trace("Would the river flood the valley?").status == QuoteStatus::attested);
  CHECK(tracer.trace("The valley would be flooded by the river.").status == QuoteStatus::altered);
}

TEST_CASE("What a translation of the quote itself leads to is no match", "[trace]") {
  duizhao::Tracer tracer(duizhao::Lexicon::load_default(),
                         {segmented("passages.zh.txt"), segmented("passages.en.txt")});
  tracer.link_translations();
  for (const Trace& trace : tracer.trace(statements_in("passages.en.txt"), {}, 1)) {
    for (const duizhao::Match& match : trace.matches) {
      CHECK((match.document != 1 || match.range.end <= trace.quote.range().begin ||
             match.range.begin >= trace.quote.range().end));
    }
  }
}

TEST_CASE("A quote does not attest itself", "[trace]") {
  const std::string text =
      "She spoke of the dam: “We built it with our own hands in a single winter.” The valley was "
      "quiet. Nobody had expected that.";
  const auto document = segmented_text(text, "article");
  const duizhao::Tracer tracer(duizhao::Lexicon::load_default(), {document});
  const auto quotes = duizhao::find_quotes(document.document());
  REQUIRE(quotes.size() == 1);
  CHECK(tracer.trace(quotes[0]).has_passage());
  CHECK_FALSE(tracer.trace(quotes[0], {}, {0, quotes[0].range()}).has_passage());
}

TEST_CASE("Odd quotes and documents have results", "[trace]") {
  const auto lexicon = duizhao::Lexicon::load_default();
  const duizhao::Tracer nothing(lexicon, {});
  CHECK_FALSE(nothing.trace("the dam was built in a single winter").has_passage());
  const duizhao::Tracer empty(lexicon, {segmented_text("", "empty")});
  CHECK_FALSE(empty.trace("the dam was built in a single winter").has_passage());
  const duizhao::Tracer tracer(lexicon, {segmented("passages.en.txt")});
  CHECK_THROWS_AS(tracer.trace(""), duizhao::Error);
  CHECK_THROWS_AS(tracer.trace("!?"), duizhao::Error);
  CHECK_FALSE(tracer.trace("zyx").has_passage());
  std::string longer;  // than any document
  for (int i = 0; i < 3000; ++i) longer += "the dam was built in a single winter ";
  CHECK_FALSE(tracer.trace(longer).has_passage());
  CHECK_FALSE(tracer.trace("Ночью шёл дождь, и дороги размыло", {}, "ru").has_passage());
  CHECK_THROWS_AS(
      duizhao::Tracer(lexicon, {segmented("passages.en.txt")}).link(0, 1, duizhao::Alignment()),
      duizhao::Error);
  const duizhao::Tracer unlettered(duizhao::Lexicon(), {segmented("passages.en.txt")});
  CHECK(unlettered.trace("You must find a commercial reason, it might not exist").has_passage());
}

TEST_CASE("Threads share a tracer", "[trace][threads]") {
  const duizhao::Tracer tracer(duizhao::Lexicon::load_default(),
                               {segmented("interview-2024.en.md")});
  const auto quotes = statements_in("quotations-in-learnings.en.txt");
  const auto expected = tracer.trace(quotes);
  std::vector<std::thread> threads;
  std::vector<std::vector<Trace>> found(4);
  for (auto& own : found) {
    threads.emplace_back([&tracer, &quotes, &own] { own = tracer.trace(quotes); });
  }
  for (std::thread& thread : threads) thread.join();
  for (const auto& own : found) {
    for (std::size_t i = 0; i < expected.size(); ++i) {
      REQUIRE(own[i].matches.size() == expected[i].matches.size());
      for (std::size_t k = 0; k < own[i].matches.size(); ++k) {
        CHECK(own[i].matches[k].confidence == expected[i].matches[k].confidence);
        CHECK(own[i].matches[k].range == expected[i].matches[k].range);
      }
    }
  }
}
