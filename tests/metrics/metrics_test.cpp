// Laws of the metrics, and what they say of bad input.
#include <algorithm>
#include <catch2/catch.hpp>
#include <duizhao/metrics/bleu.hpp>
#include <duizhao/metrics/chrf.hpp>
#include <duizhao/metrics/segments.hpp>
#include <duizhao/metrics/ter.hpp>
#include <duizhao/text/error.hpp>
#include <map>
#include <random>

#include "metrics/beam_edit_distance.hpp"
#include "metrics/ngram_counts.hpp"
#include "metrics/shifts.hpp"
#include "support/random_text.hpp"

namespace {

using duizhao::Segments;
using Words = std::vector<std::uint32_t>;

template <typename Metric>
double sentence_score(const Metric& metric, std::string_view hypothesis,
                      std::vector<std::string_view> references) {
  return metric.score(metric.statistics(hypothesis, references)).score;
}

Words random_words(std::mt19937& random, std::size_t most, std::uint32_t vocabulary) {
  Words words(random() % (most + 1));
  for (auto& word : words) word = static_cast<std::uint32_t>(random() % vocabulary);
  return words;
}

/// Levenshtein's distance, plainly.
std::size_t plain_distance(const Words& from, const Words& to) {
  std::vector<std::size_t> row(to.size() + 1);
  for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
  for (std::size_t i = 0; i < from.size(); ++i) {
    std::size_t above_left = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < to.size(); ++j) {
      const std::size_t above = row[j + 1];
      row[j + 1] = std::min({above + 1, row[j] + 1, above_left + (from[i] == to[j] ? 0 : 1)});
      above_left = above;
    }
  }
  return row.back();
}

std::size_t edits_of(const duizhao::metrics::ShiftedEdits& edits) {
  using duizhao::metrics::Edit;
  return edits.shifts + edits.steps.size() -
         static_cast<std::size_t>(std::ranges::count(edits.steps, Edit::keep));
}

}  // namespace

TEST_CASE("A text against itself has the best score", "[metrics]") {
  test::RandomText text(7);
  for (int round = 0; round < 300; ++round) {
    const std::string same = text(40) + " a b c d";  // four words at least
    for (const auto tokenizer : {duizhao::BleuTokenizer::mteval_13a, duizhao::BleuTokenizer::zh,
                                 duizhao::BleuTokenizer::character, duizhao::BleuTokenizer::none}) {
      CHECK(sentence_score(duizhao::Bleu({tokenizer, false, false}), same, {same}) == Approx(100));
    }
    CHECK(sentence_score(duizhao::Chrf(), same, {same}) == Approx(100));
    CHECK(sentence_score(duizhao::Chrf({2, true}), same, {same}) == Approx(100));
    CHECK(sentence_score(duizhao::Ter(), same, {same}) == 0);
    CHECK(sentence_score(duizhao::Ter({true, true, false, true}), same, {same}) == 0);
  }
}

TEST_CASE("Scores stay in their bounds, whatever the order of the references", "[metrics]") {
  test::RandomText text(8);
  for (int round = 0; round < 300; ++round) {
    const std::string hypothesis = text(30);
    const std::string one = text(30);
    const std::string two = text(30);
    const std::string three = hypothesis + one;
    const auto check = [&](const auto& metric, double most) {
      const double score = sentence_score(metric, hypothesis, {one, two, three});
      CHECK(score >= 0);
      CHECK(score <= most);
      CHECK(score == sentence_score(metric, hypothesis, {three, one, two}));
      CHECK(score == sentence_score(metric, hypothesis, {two, three, one}));
    };
    constexpr double kRounding = 1e-9;
    check(duizhao::Bleu({.effective_order = true}), 100 + kRounding);
    check(duizhao::Bleu({.tokenizer = duizhao::BleuTokenizer::zh}), 100 + kRounding);
    check(duizhao::Chrf(), 100 + kRounding);
    check(duizhao::Chrf({2, false}), 100 + kRounding);
    check(duizhao::Ter({true, true, false, false}), 1e6);
  }
}

TEST_CASE("A reference more never makes a translation worse", "[metrics]") {
  test::RandomText text(9);
  for (int round = 0; round < 300; ++round) {
    const std::string hypothesis = text(20);
    const std::string one = text(20);
    const std::string two = hypothesis + ' ' + one;
    const auto edits = [&](std::vector<std::string_view> references) {
      return duizhao::Ter().statistics(hypothesis, references).edits();
    };
    CHECK(edits({one, two}) == std::min(edits({one}), edits({two})));
    const duizhao::Chrf chrf;
    CHECK(
        sentence_score(chrf, hypothesis, {one, two}) ==
        std::max(sentence_score(chrf, hypothesis, {one}), sentence_score(chrf, hypothesis, {two})));
  }
}

TEST_CASE("Shifts are never worse than none, and the distance is Levenshtein's", "[metrics]") {
  std::mt19937 random(10);
  for (int round = 0; round < 3000; ++round) {
    // As short as the beam is wide, so that it leaves nothing out.
    const Words from = random_words(random, 24, 6);
    const Words to = random_words(random, 24, 6);
    duizhao::metrics::BeamEditDistance table(to, from.size());
    const std::size_t plain = plain_distance(from, to);
    CHECK(table.distance(from, 0) == plain);
    const auto steps = table.steps();
    CHECK(steps.size() -
              static_cast<std::size_t>(std::ranges::count(steps, duizhao::metrics::Edit::keep)) ==
          plain);
    CHECK(edits_of(duizhao::metrics::shift_and_edit(from, to)) <= plain);
  }
}

TEST_CASE("A table that is computed in part is that computed anew", "[metrics]") {
  std::mt19937 random(11);
  for (int round = 0; round < 500; ++round) {
    Words words = random_words(random, 80, 5);
    words.push_back(1);
    const Words reference = random_words(random, 200, 5);
    duizhao::metrics::BeamEditDistance table(reference, words.size());
    table.distance(words, 0);
    const std::size_t same = random() % words.size();
    for (std::size_t i = same; i < words.size(); ++i) {
      words[i] = static_cast<std::uint32_t>(random() % 5);
    }
    duizhao::metrics::BeamEditDistance fresh(reference, words.size());
    CHECK(table.distance(words, same) == fresh.distance(words, 0));
    CHECK(table.steps() == fresh.steps());
  }
}

TEST_CASE("A phrase that has moved is one edit", "[metrics]") {
  const duizhao::Ter ter;
  const std::vector<std::string_view> reference = {"in spring we sowed the wide fields"};
  const auto moved = ter.statistics("we sowed the wide fields in spring", reference);
  CHECK(moved.shifts == 1);
  CHECK(moved.edits() == 1);
  const auto all = ter.statistics("sowed our wide fields in the spring", reference);
  CHECK(all.edits() == all.shifts + all.insertions + all.deletions + all.substitutions);
  CHECK(all.reference_length == 7);
}

TEST_CASE("N-grams are counted as by hand", "[metrics]") {
  std::mt19937 random(12);
  for (int round = 0; round < 500; ++round) {
    const Words hypothesis = random_words(random, 30, 3);
    const std::vector<Words> references = {random_words(random, 30, 3),
                                           random_words(random, 30, 3)};
    duizhao::metrics::NgramCounts counts(4);
    for (const Words& reference : references) counts.add_reference(reference);
    const auto found = counts.matches(hypothesis);
    for (std::size_t n = 1; n <= 4; ++n) {
      const auto count = [n](const Words& words) {
        std::map<Words, std::size_t> ngrams;
        for (std::size_t i = 0; i + n <= words.size(); ++i) {
          const auto begin = words.begin() + static_cast<std::ptrdiff_t>(i);
          ++ngrams[Words(begin, begin + static_cast<std::ptrdiff_t>(n))];
        }
        return ngrams;
      };
      std::size_t expected = 0;
      auto one = count(references[0]);
      auto two = count(references[1]);
      for (const auto& [ngram, times] : count(hypothesis)) {
        expected += std::min(times, std::max(one[ngram], two[ngram]));
      }
      CHECK(found[n - 1] == expected);
    }
  }
}

TEST_CASE("Statistics say why", "[metrics]") {
  const std::vector<std::string_view> references = {"the cat sat", "a cat sat on the mat now"};
  const auto bleu = duizhao::Bleu().statistics("the the cat sat on", references);
  CHECK(bleu.matches == std::array<std::size_t, 4>{4, 3, 2, 0});
  CHECK(bleu.totals == std::array<std::size_t, 4>{5, 4, 3, 2});
  CHECK(bleu.hypothesis_length == 5);
  CHECK(bleu.reference_length == 3);  // of two equally close the shorter
  const auto chrf =
      duizhao::Chrf({2, false}).statistics("ab c", std::vector<std::string_view>{"ab d"});
  REQUIRE(chrf.orders.size() == 8);
  CHECK(chrf.orders[0] == duizhao::ChrfStatistics::Order{3, 3, 2});
  CHECK(chrf.orders[3] == duizhao::ChrfStatistics::Order{0, 0, 0});
  CHECK(chrf.orders[6] == duizhao::ChrfStatistics::Order{2, 2, 1});
}

TEST_CASE("Signatures say how to compute a score again", "[metrics]") {
  CHECK(duizhao::Bleu().signature(1) ==
        "BLEU|nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp|version:2.6.0");
  CHECK(duizhao::Bleu({duizhao::BleuTokenizer::character, true, true}).signature(2) ==
        "BLEU|nrefs:2|case:lc|eff:yes|tok:char|smooth:exp|version:2.6.0");
  CHECK(duizhao::Chrf().signature(3) ==
        "chrF2|nrefs:3|case:mixed|eff:yes|nc:6|nw:0|space:no|version:2.6.0");
  CHECK(duizhao::Chrf({2, true}).signature(1) ==
        "chrF2++|nrefs:1|case:lc|eff:yes|nc:6|nw:2|space:no|version:2.6.0");
  CHECK(duizhao::Ter().signature(1) ==
        "TER|nrefs:1|case:lc|tok:tercom|norm:no|punct:yes|asian:no|version:2.6.0");
  CHECK(duizhao::Ter({true, true, true, true}).signature(1) ==
        "TER|nrefs:1|case:mixed|tok:tercom|norm:yes|punct:no|asian:yes|version:2.6.0");
}

TEST_CASE("Nothing at all has a score", "[metrics]") {
  CHECK(sentence_score(duizhao::Bleu(), "", {""}) == 0);
  CHECK(sentence_score(duizhao::Chrf(), "", {""}) == 0);
  CHECK(sentence_score(duizhao::Ter(), "", {""}) == 0);
  CHECK(sentence_score(duizhao::Ter(), "a b", {""}) == 100);
  CHECK(sentence_score(duizhao::Ter(), "", {"a b"}) == 100);
}

TEST_CASE("Segments that do not match are errors", "[metrics]") {
  const duizhao::Bleu bleu;
  CHECK_THROWS_AS(duizhao::segment_statistics(bleu, {"a"}, {}), duizhao::Error);
  CHECK_THROWS_AS(duizhao::segment_statistics(bleu, {}, {{}}), duizhao::Error);
  CHECK_THROWS_WITH(duizhao::segment_statistics(bleu, {"a", "b"}, {{"a", "b"}, {"a"}}),
                    Catch::Contains("2, found 1"));
  CHECK_THROWS_AS(bleu.statistics("a", {}), duizhao::Error);
}

TEST_CASE("Long segments take no more than their share", "[metrics]") {
  std::string once;
  for (int i = 0; i < 20'000; ++i) once += "word" + std::to_string(i * 7919 % 997) + ' ';
  const std::string turned = once.substr(50'000) + once.substr(0, 50'000);
  const auto statistics = duizhao::Ter().statistics(once, std::vector<std::string_view>{turned});
  CHECK(statistics.edits() > 0);
  CHECK(sentence_score(duizhao::Chrf({2, false}), once, {turned}) > 99);
  CHECK(sentence_score(duizhao::Bleu(), once, {turned}) > 99);
}
