// Whether a quote is what was said.
#include <algorithm>
#include <catch2/catch.hpp>
#include <duizhao/duizhao.hpp>

using duizhao::QuoteDifferenceKind;
using duizhao::QuoteStatus;
using duizhao::QuoteWording;
using duizhao::Trace;

namespace {

duizhao::Tracer tracer_of(const std::vector<std::string>& texts) {
  const duizhao::Segmenter segmenter;
  std::vector<duizhao::SegmentedDocument> documents;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    documents.push_back(
        segmenter.segment(duizhao::parse_document(texts[i], "document " + std::to_string(i + 1))));
  }
  return {duizhao::Lexicon::load_default(), std::move(documents)};
}

const std::string kEnglish =
    "The council closed the old bridge in March 2019 after 300 lorries had crossed it in a single "
    "day. The mayor trusts the council. We will not sell the harbour to anybody. Nobody was hurt "
    "in "
    "the fire at the mill. The repairs may be finished before winter. Prices in Lisbon rose by 7 "
    "percent. She told the children a story about a fox.";

const std::string kChinese =
    "2019年3月，一天之内有300辆卡车驶过旧桥，市议会随后将其关闭。我们不会把港口卖给任何人。"
    "磨坊的火灾中没有人受伤。维修工程可能在冬天之前完成。里斯本的物价上涨了7%。"
    "她给孩子们讲了一个关于狐狸的故事。";

const duizhao::Tracer& english() {
  static const duizhao::Tracer tracer = tracer_of({kEnglish});
  return tracer;
}

const duizhao::Tracer& chinese() {
  static const duizhao::Tracer tracer = tracer_of({kChinese});
  return tracer;
}

bool differs_in(const Trace& trace, QuoteDifferenceKind kind) {
  return std::ranges::any_of(trace.differences,
                             [&](const auto& difference) { return difference.kind == kind; });
}

}  // namespace

TEST_CASE("A quote in the passage's words is attested word by word", "[trace][verdict]") {
  const Trace same = english().trace("We will not sell the harbour to anybody.");
  CHECK(same.status == QuoteStatus::attested);
  CHECK(same.wording == QuoteWording::verbatim);
  CHECK(same.differences.empty());
  const Trace spelt = english().trace("we will not sell the har\u00ADbour to anybody");
  CHECK(spelt.wording == QuoteWording::verbatim);
  const Trace part = english().trace("closed the old bridge in March 2019");
  CHECK(part.status == QuoteStatus::attested);
  CHECK(part.wording == QuoteWording::verbatim);
}

TEST_CASE("A quote in other words is faithful", "[trace][verdict]") {
  const Trace trace = english().trace("In the fire at the mill no one was hurt.");
  CHECK(trace.status == QuoteStatus::attested);
  CHECK(trace.wording == QuoteWording::faithful);
}

TEST_CASE("Numbers, denials, names and roles alter a quote", "[trace][verdict]") {
  const auto altered = [](const std::string& quote, QuoteDifferenceKind kind) {
    INFO(quote);
    const Trace trace = english().trace(quote);
    CHECK(trace.status == QuoteStatus::altered);
    CHECK(differs_in(trace, kind));
  };
  altered("The council closed the old bridge in March 2019 after 30 lorries had crossed it.",
          QuoteDifferenceKind::number);
  altered("We will sell the harbour to anybody.", QuoteDifferenceKind::negation);
  altered("Prices in Madrid rose by 7 percent.", QuoteDifferenceKind::name);
  altered("The council trusts the mayor.", QuoteDifferenceKind::name);
  altered("The repairs must be finished before winter.", QuoteDifferenceKind::modality);
  altered("She told the children a story about a goose.", QuoteDifferenceKind::word);
}

TEST_CASE("What an ellipsis hides may turn a quote round", "[trace][verdict]") {
  const Trace trace = english().trace("We will … sell the harbour to anybody.");
  CHECK(trace.status == QuoteStatus::altered);
  CHECK(differs_in(trace, QuoteDifferenceKind::negation));
}

TEST_CASE("What an ellipsis hides in Chinese may turn a quote round, too", "[trace][verdict]") {
  const duizhao::Tracer tracer =
      tracer_of({"渔民未经镇长同意不得在夜里出海。灯塔每天早上六点熄灯。孩子们在沙滩上捡贝壳。"});
  CHECK(tracer.trace("渔民未经镇长同意不得在夜里出海。").status == QuoteStatus::attested);
  const Trace trace = tracer.trace("渔民未经镇长同意……在夜里出海。");
  CHECK(trace.status == QuoteStatus::altered);
  CHECK(differs_in(trace, QuoteDifferenceKind::negation));
}

TEST_CASE("A clause that no words of the other language bear out is an addition",
          "[trace][verdict]") {
  const Trace trace =
      chinese().trace("She told the children a story about a fox, and the bakery sold old bread.");
  CHECK(trace.status == QuoteStatus::partial);
  CHECK(differs_in(trace, QuoteDifferenceKind::addition));
}

TEST_CASE("Scores and years of the other language are compared", "[trace][verdict]") {
  const duizhao::Tracer tracer = tracer_of(
      {"客队以3-1战胜了主队。2018年的冬季运动会在北方的一座小城举行。十九世纪的港口已经不在了。"});
  const auto status = [&](const std::string& quote) { return tracer.trace(quote).status; };
  CHECK(status("The visitors beat the home team 3-1.") == QuoteStatus::attested);
  CHECK(status("The visitors beat the home team 3-2.") == QuoteStatus::altered);
  CHECK(status("The winter games of 2018 were held in a small town in the north.") ==
        QuoteStatus::attested);
  CHECK(status("The winter games of 2014 were held in a small town in the north.") ==
        QuoteStatus::altered);
  CHECK(status("The harbour of the 19th century is gone.") == QuoteStatus::attested);
}

TEST_CASE("Numbers, denials and names are compared across languages", "[trace][verdict]") {
  const auto status = [](const std::string& quote) { return chinese().trace(quote).status; };
  CHECK(status("We will not sell the harbour to anyone.") == QuoteStatus::attested);
  CHECK(status("Prices in Lisbon have risen by 7 percent.") == QuoteStatus::attested);
  const Trace number = chinese().trace("Prices in Lisbon have risen by 17 percent.");
  CHECK(number.status == QuoteStatus::altered);
  CHECK(differs_in(number, QuoteDifferenceKind::number));
  const Trace negation = chinese().trace("We will sell the harbour to anyone.");
  CHECK(negation.status == QuoteStatus::altered);
  CHECK(differs_in(negation, QuoteDifferenceKind::negation));
  const Trace name = chinese().trace("Prices in Moscow have risen by 7 percent.");
  CHECK(name.status == QuoteStatus::altered);
  CHECK(differs_in(name, QuoteDifferenceKind::name));
  CHECK(english().trace("我们不会把港口卖给任何人。").status == QuoteStatus::attested);
  CHECK(english().trace("我们会把港口卖给任何人。").status == QuoteStatus::altered);
}

TEST_CASE("An invented sentence behind a true one makes a quote partial", "[trace][verdict]") {
  for (const duizhao::Tracer* tracer : {&english(), &chinese()}) {
    const Trace trace = tracer->trace(
        "We will not sell the harbour to anybody. My brother keeps bees behind the garage.");
    CHECK(trace.status == QuoteStatus::partial);
    REQUIRE(trace.sentences.size() == 2);
    CHECK(trace.sentences[0].status == QuoteStatus::attested);
    CHECK(trace.sentences[1].status == QuoteStatus::unattested);
    CHECK_FALSE(trace.sentences[1].match);
  }
}

TEST_CASE("Sentences from two places are each found at their own", "[trace][verdict]") {
  const Trace trace = english().trace(
      "She told the children a story about a fox. The council closed the old bridge in March "
      "2019.");
  CHECK(trace.status == QuoteStatus::attested);
  REQUIRE(trace.sentences.size() == 2);
  REQUIRE(trace.sentences[0].match);
  REQUIRE(trace.sentences[1].match);
  CHECK(trace.matches[*trace.sentences[0].match].text.find("fox") != std::string::npos);
  CHECK(trace.matches[*trace.sentences[1].match].text.find("bridge") != std::string::npos);
}

TEST_CASE("Words of one who asks are not those of the one who is named", "[trace][verdict]") {
  const std::string interview =
      "**Reporter:** People say that the bridge is too narrow for lorries.\n\n"
      "**Ana Ruiz:** That is not so. It carries forty lorries an hour.\n";
  const duizhao::Tracer tracer = tracer_of({interview});
  const auto status_of = [&](const std::string& article) {
    const auto quotes = duizhao::find_quotes(duizhao::parse_document(article, "article"));
    REQUIRE(quotes.size() == 1);
    return tracer.trace(quotes[0]).status;
  };
  CHECK(status_of("Ana Ruiz said: “It carries forty lorries an hour.”") == QuoteStatus::attested);
  CHECK(status_of("Ana Ruiz said: “People say that the bridge is too narrow for lorries.”") ==
        QuoteStatus::altered);
}

TEST_CASE("Differences lie where they say, in both documents", "[trace][verdict]") {
  const duizhao::Document article = duizhao::parse_document(
      "He said: “The *council* closed the bridge after 30 lorries had crossed it in a single day.”",
      "article", {.format = duizhao::InputFormat::markdown});
  const auto quotes = duizhao::find_quotes(article);
  REQUIRE(quotes.size() == 1);
  const Trace trace = english().trace(quotes[0]);
  const auto number = std::ranges::find(trace.differences, QuoteDifferenceKind::number,
                                        &duizhao::QuoteDifference::kind);
  REQUIRE(number != trace.differences.end());
  const duizhao::ByteRange own = duizhao::in_document(article, quotes[0], *number->quote);
  CHECK(article.bytes().substr(own.begin, own.size()) == "30");
  const auto& document = english().documents()[trace.matches.front().document];
  const duizhao::ByteRange other =
      duizhao::in_document(document, trace.matches.front(), *number->passage);
  CHECK(document.document().bytes().substr(other.begin, other.size()) == "300");
}

TEST_CASE("Quotes that nobody said are unattested", "[trace][verdict]") {
  for (const duizhao::Tracer* tracer : {&english(), &chinese()}) {
    const Trace trace = tracer->trace("The lighthouse keeper painted seven boats before supper.");
    CHECK(trace.status == QuoteStatus::unattested);
    CHECK(trace.sentences.empty());
    CHECK(trace.differences.empty());
  }
}
