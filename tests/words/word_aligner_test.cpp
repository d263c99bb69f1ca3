// Which word renders which.
#include <algorithm>
#include <catch2/catch.hpp>
#include <duizhao/duizhao.hpp>
#include <thread>

using namespace duizhao;

namespace {

const Lexicon& zh_en() {
  static const Lexicon loaded = Lexicon::load_default();
  return loaded;
}

WordAlignment linked(const std::string& source, const std::string& target,
                     const std::string& source_language = "zh",
                     const std::string& target_language = "en") {
  return WordAligner(zh_en(), source_language, target_language).align(source, target);
}

WordAlignment english(const std::string& left, const std::string& right) {
  return linked(left, right, "en", "en");
}

bool links(const WordAlignment& alignment, const std::string& source, const std::string& target) {
  return std::any_of(alignment.links.begin(), alignment.links.end(), [&](const WordLink& each) {
    return alignment.source[each.source].text == source &&
           alignment.target[each.target].text == target;
  });
}

std::string words_of(const std::vector<WordToken>& tokens, const std::vector<std::size_t>& places) {
  std::string text;
  for (const std::size_t place : places) text += (text.empty() ? "" : " ") + tokens[place].text;
  return text;
}

/// What differs, as `kind: source | target`, without what is equal and small words.
std::vector<std::string> differences(const WordAlignment& alignment) {
  std::vector<std::string> list;
  for (const WordDifference& each : alignment.differences) {
    if (each.kind == DifferenceKind::equal || each.kind == DifferenceKind::function) continue;
    list.push_back(std::string(name_of(each.kind)) + ": " +
                   words_of(alignment.source, each.source) + " | " +
                   words_of(alignment.target, each.target));
  }
  return list;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("Words are linked with what renders them, whatever their order", "[words]") {
  const WordAlignment alignment =
      linked("昨天老师在图书馆借了三本书。",
             "The teacher borrowed three books from the library yesterday.");
  CHECK(links(alignment, "昨天", "yesterday"));
  CHECK(links(alignment, "老师", "teacher"));
  CHECK(links(alignment, "图书馆", "library"));
  CHECK(links(alignment, "书", "books"));
  CHECK(links(alignment, "。", "."));
  CHECK_FALSE(links(alignment, "老师", "library"));
}

TEST_CASE("The direction does not matter between Chinese and English", "[words]") {
  const std::string chinese = "公司明年要在上海建两座新工厂。";
  const std::string target = "Next year the company will build two new factories in Shanghai.";
  const WordAlignment one = linked(chinese, target);
  const WordAlignment other = linked(target, chinese, "en", "zh");
  REQUIRE(one.links.size() > 6);
  REQUIRE(one.links.size() == other.links.size());
  for (const WordLink& each : one.links) {
    CHECK(std::any_of(other.links.begin(), other.links.end(), [&](const WordLink& turned) {
      return turned.source == each.target && turned.target == each.source &&
             turned.probability == each.probability;
    }));
  }
}

TEST_CASE("Numbers are linked by their values, names by their sounds", "[words]") {
  const WordAlignment alignment = linked("3月12日，马洛维奇带来了二十五名学生。",
                                         "On March 12 Malovich brought twenty-five students.");
  CHECK(links(alignment, "3月", "March"));
  CHECK(links(alignment, "12日", "12"));
  CHECK(links(alignment, "二十五", "twenty-five"));
  CHECK(links(alignment, "学生", "students"));
}

TEST_CASE("Ranges are bytes of the texts, tokens as they stand there", "[words]") {
  const std::string chinese = "我們 走吧！";
  const WordAlignment alignment = linked(chinese, "Let's go!");
  for (const WordToken& token : alignment.source) {
    CHECK(chinese.substr(token.range.begin, token.range.size()) == token.text);
  }
  CHECK(alignment.source.front().text == "我們");
  CHECK(alignment.target.at(1).text == "'s");
}

TEST_CASE("Lists of tokens are linked as the caller cut them", "[words]") {
  const WordAligner aligner(zh_en(), "zh", "en");
  const WordAlignment alignment =
      aligner.align(Texts{"工作人员", "都", "来", "了"}, Texts{"all", "employees", "came"});
  REQUIRE(alignment.source.size() == 4);
  CHECK(alignment.source[1].range == ByteRange{13, 16});
  CHECK(links(alignment, "工作人员", "employees"));
}

TEST_CASE("Phrases hold every linked word once, and no link leaves its phrase", "[words]") {
  const WordAlignment alignment = linked("他们把创新看得比利润更重要。",
                                         "They regard innovation as more important than profit.");
  std::vector<std::size_t> source(alignment.source.size()), target(alignment.target.size());
  for (std::size_t k = 0; k < alignment.phrases.size(); ++k) {
    for (const std::size_t i : alignment.phrases[k].source) source[i] += k + 1;
    for (const std::size_t j : alignment.phrases[k].target) target[j] += k + 1;
  }
  REQUIRE_FALSE(alignment.links.empty());
  for (const WordLink& each : alignment.links) {
    CHECK(source[each.source] > 0);
    CHECK(source[each.source] == target[each.target]);
  }
}

TEST_CASE("A word that nothing renders is alone", "[words]") {
  const WordAlignment alignment =
      linked("他昨天带着狗去了公园。", "Yesterday he went to the park.");
  double dog = 0, park = 1;
  for (std::size_t i = 0; i < alignment.source.size(); ++i) {
    if (alignment.source[i].text == "狗") dog = alignment.source_alone[i];
    if (alignment.source[i].text == "公园") park = alignment.source_alone[i];
  }
  CHECK(dog > 0.3);
  CHECK(park < 0.05);
}

TEST_CASE("Spellings, contractions and numerals are no differences", "[words]") {
  CHECK(differences(english("We do not like the colour.", "We don't like the color.")).empty());
  CHECK(differences(english("They hired twenty people.", "They hired 20 people.")).empty());
  CHECK(differences(english("We'll stay at home.", "We will stay at home.")).empty());
}

TEST_CASE("Differences say what they are", "[words]") {
  CHECK(differences(english("They hired thirty people.", "They hired thirteen people.")) ==
        Texts{"number: thirty | thirteen"});
  CHECK(differences(english("You must leave the house now.", "You may leave the house now.")) ==
        Texts{"modality: must | may"});
  CHECK(differences(english("We had a large house.", "We had a big house.")) ==
        Texts{"synonym: large | big"});
  CHECK(differences(english("He decided to stay at home.", "He decides to stay at home.")) ==
        Texts{"inflection: decided | decides"});
  CHECK(differences(english("She moved to Berlin last year.", "She moved to Madrid last year.")) ==
        Texts{"name: Berlin | Madrid"});
}

TEST_CASE("Words that are not known to mean the same are only said to be others", "[words]") {
  CHECK(differences(english("The bridge is safe.", "The bridge is unsafe.")) ==
        Texts{"paraphrase: safe | unsafe"});
  CHECK(differences(english("She came at 8 a.m. today.", "She came at 8 p.m. today.")) ==
        Texts{"paraphrase: a.m. | p.m."});
  const WordAlignment chinese = linked("公司明年将扩大规模。", "公司今年将扩大规模。", "zh", "zh");
  CHECK(differences(chinese) == Texts{"paraphrase: 明年 | 今年"});
}

TEST_CASE("A denial on one side is told, one in other words is not", "[words]") {
  const auto one_sided =
      differences(english("The bank does not lend money.", "The bank does lend money."));
  REQUIRE(one_sided.size() == 1);
  CHECK(one_sided.front().starts_with("negation"));
  for (const std::string& each :
       differences(english("He never lends money.", "He does not lend money."))) {
    CHECK_FALSE(each.starts_with("negation"));
  }
}

TEST_CASE("Chinese is compared with Chinese, in either script", "[words]") {
  const WordAlignment same = linked("公司有三十名员工。", "公司有三十名員工。", "zh", "zh");
  CHECK(differences(same).empty());
  const WordAlignment other = linked("公司有三十名员工。", "公司有三百名员工。", "zh", "zh");
  CHECK(differences(other) == Texts{"number: 三十 | 三百"});
}

TEST_CASE("Characters that nobody sees are no part of a word", "[words]") {
  const WordAlignment alignment = linked("员\xE2\x80\x8B工来了。", "The em\xC2\xADployees came.");
  CHECK(alignment.source.front().text == "员\xE2\x80\x8B工");
  CHECK(links(alignment, "员\xE2\x80\x8B工", "em\xC2\xADployees"));
}

TEST_CASE("Texts without words have no links", "[words]") {
  for (const auto& [source, target] : std::vector<std::pair<std::string, std::string>>{
           {"", ""}, {"你好", ""}, {"", "hello"}, {" ", "\t"}, {"……", "!"}}) {
    const WordAlignment alignment = linked(source, target);
    CHECK(alignment.source_alone.size() == alignment.source.size());
    CHECK(alignment.target_alone.size() == alignment.target.size());
    CHECK(english(source, target).phrases.size() <= 1);
  }
  const WordAlignment alone = linked("你好", "");
  CHECK(alone.links.empty());
  CHECK(alone.source_alone.front() == 1);
}

TEST_CASE("What cannot be linked is an error with its reason", "[words]") {
  CHECK_THROWS_WITH(WordAligner(zh_en(), "zh", "fr"), Catch::Contains("fr"));
  CHECK_NOTHROW(WordAligner(zh_en(), "fr", "fr"));
  CHECK_THROWS_AS(linked("\xE4\xBD", "you"), Error);
  std::string many;
  for (int k = 0; k < 100000; ++k) many += "word ";
  CHECK_THROWS_WITH(linked("你好", many), Catch::Contains("100000"));
}

TEST_CASE("Other languages are compared by what their words look like", "[words]") {
  const WordAlignment alignment =
      linked("Die Firma baut neue Fabriken.", "Die Firma baute neue Fabriken.", "de", "de");
  CHECK(links(alignment, "Fabriken", "Fabriken"));
}

TEST_CASE("One word aligner serves many threads with the same links", "[words][threads]") {
  const WordAligner aligner(zh_en(), "zh", "en");
  const std::string chinese = "他在北京大学学了四年中文，后来去了武汉。";
  const std::string target =
      "He studied Chinese for four years at Peking University and later went to Wuhan.";
  const std::string expected = to_jsonl(aligner.align(chinese, target));
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  for (std::string& result : results) {
    threads.emplace_back([&] {
      for (int k = 0; k < 20; ++k) result = to_jsonl(aligner.align(chinese, target));
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) CHECK(result == expected);
}

TEST_CASE("A word aligner that was moved from still links", "[words]") {
  WordAligner first(zh_en(), "zh", "en");
  const WordAligner second = std::move(first);
  CHECK(first.align("你好", "hello").source.size() == 1);
  CHECK(second.align("你好", "hello").source.size() == 1);
}

TEST_CASE("Pharaoh's format is pairs of numbers, and an empty line without links", "[words]") {
  WordAlignment alignment;
  CHECK(to_pharaoh(alignment) == "\n");
  alignment.links = {{0, 1, 0.9}, {2, 0, 0.6}};
  CHECK(to_pharaoh(alignment) == "0-1 2-0\n");
}
