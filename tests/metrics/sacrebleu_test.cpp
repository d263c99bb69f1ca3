// The metrics against sacrebleu's own results.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <duizhao/metrics/bleu.hpp>
#include <duizhao/metrics/chrf.hpp>
#include <duizhao/metrics/segments.hpp>
#include <duizhao/metrics/ter.hpp>
#include <duizhao/text/file.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

namespace {

using duizhao::Segments;

constexpr double kFourDecimals = 0.00005;

template <typename Metric>
double score(const Metric& metric, const Segments& hypothesis,
             const std::vector<Segments>& references) {
  return metric.score(duizhao::sum_of(duizhao::segment_statistics(metric, hypothesis, references)))
      .score;
}

/// Random corpora and their scores: those that are stored, or others that the environment names.
std::string vectors() {
  const char* const fresh = std::getenv("DUIZHAO_SACREBLEU_VECTORS");
  return duizhao::read_file(
      fresh != nullptr ? fresh : DUIZHAO_SOURCE_FOLDER "/tests/metrics/sacrebleu.jsonl");
}

}  // namespace

TEST_CASE("A thousand random corpora score as with sacrebleu", "[metrics][sacrebleu]") {
  const std::map<std::string, duizhao::BleuTokenizer> tokenizers = {
      {"13a", duizhao::BleuTokenizer::mteval_13a},
      {"zh", duizhao::BleuTokenizer::zh},
      {"char", duizhao::BleuTokenizer::character},
      {"none", duizhao::BleuTokenizer::none}};
  std::istringstream lines(vectors());
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    const auto vector = nlohmann::json::parse(line);
    const Segments hypothesis = vector["hypothesis"];
    const std::vector<Segments> references = vector["references"];
    const bool lowercase = vector["lowercase"];
    INFO(line);
    std::size_t next = 0;
    const auto check = [&](const auto& metric) {
      const double expected = vector["scores"][next++];
      CHECK(score(metric, hypothesis, references) == Approx(expected).margin(kFourDecimals));
    };
    check(duizhao::Bleu(
        {tokenizers.at(vector["tokenizer"]), lowercase, vector["effective_order"].get<bool>()}));
    check(duizhao::Chrf({0, lowercase}));
    check(duizhao::Chrf({2, lowercase}));
    check(duizhao::Ter({vector["normalized"], vector["asian_support"], vector["no_punct"],
                        vector["case_sensitive"]}));
  }
  CHECK(count == 1000);
}

TEST_CASE("Scores that sacrebleu publishes come out to four decimals", "[metrics]") {
  using duizhao::BleuTokenizer;
  const Segments english = {"The cat is on the mat.", "In 2024 he said it was."};
  const std::vector<Segments> english_reference = {
      {"The cat sat on the mat.", "It was 2024, he said."}};
  const auto is = [](double expected) { return Approx(expected).margin(kFourDecimals); };
  CHECK(score(duizhao::Bleu(), english, english_reference) == is(30.0780));
  CHECK(score(duizhao::Chrf(), english, english_reference) == is(55.1759));
  CHECK(score(duizhao::Chrf({2, false}), english, english_reference) == is(56.4117));
  CHECK(score(duizhao::Ter(), english, english_reference) == is(54.5455));
  CHECK(score(duizhao::Ter({.normalized = true}), english, english_reference) == is(28.5714));

  const Segments chinese = {"我们将在2025年完成这个项目。", "他说：“没有问题。”"};
  const std::vector<Segments> chinese_reference = {
      {"我们会在2025年完成该项目。", "他表示“没问题”。"}};
  const auto bleu = [&](BleuTokenizer tokenizer) {
    return score(duizhao::Bleu({tokenizer, false, false}), chinese, chinese_reference);
  };
  CHECK(bleu(BleuTokenizer::zh) == is(29.7617));
  CHECK(bleu(BleuTokenizer::character) == is(41.8225));
  CHECK(bleu(BleuTokenizer::mteval_13a) == 0);
  CHECK(score(duizhao::Chrf(), chinese, chinese_reference) == is(40.3769));
  CHECK(score(duizhao::Chrf({2, false}), chinese, chinese_reference) == is(34.6088));
  CHECK(score(duizhao::Ter(), chinese, chinese_reference) == is(100));
  CHECK(score(duizhao::Ter({.normalized = true, .asian_support = true}), chinese,
              chinese_reference) == is(33.3333));
}
