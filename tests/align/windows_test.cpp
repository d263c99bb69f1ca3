#include "align/windows.hpp"

#include <catch2/catch.hpp>
#include <duizhao/align/aligner.hpp>
#include <duizhao/document/read_document.hpp>
#include <random>

using namespace duizhao;
using align::Anchor;
using align::Place;
using align::Window;
using align::windows_between;

namespace {

Document lines(std::string bytes) {
  return parse_document(std::move(bytes), "test", {.format = InputFormat::lines});
}

/// Long texts that correspond line by line, of few words, so that many lines look alike.
struct LongText {
  std::vector<std::string> chinese;
  std::vector<std::string> english;

  explicit LongText(std::size_t count, std::uint32_t seed = 1) {
    const std::pair<const char*, const char*> who[] = {
        {"老师", "The teacher"}, {"农民", "The farmer"},   {"医生", "The doctor"},
        {"士兵", "The soldier"}, {"商人", "The merchant"}, {"国王", "The king"}};
    const std::pair<const char*, const char*> does[] = {{"买了", "bought"},
                                                        {"卖了", "sold"},
                                                        {"看见了", "saw"},
                                                        {"找到了", "found"},
                                                        {"忘记了", "forgot"}};
    const std::pair<const char*, const char*> what[] = {
        {"一匹马", "a horse"},  {"一本书", "a book"},  {"一座桥", "a bridge"},
        {"一封信", "a letter"}, {"一把刀", "a knife"}, {"一条河", "a river"},
        {"一棵树", "a tree"},   {"一只羊", "a sheep"}};
    std::mt19937 random(seed);
    for (std::size_t k = 0; k < count; ++k) {
      const auto& [subject, subject_en] = who[random() % std::size(who)];
      const auto& [verb, verb_en] = does[random() % std::size(does)];
      const auto& [object, object_en] = what[random() % std::size(what)];
      chinese.push_back(std::string(subject) + verb + object + "。");
      english.push_back(std::string(subject_en) + " " + verb_en + " " + object_en + ".");
    }
  }
};

std::string joined(const std::vector<std::string>& list) {
  std::string text;
  for (const std::string& line : list) text += line + "\n";
  return text;
}

Alignment aligned(const LongText& text, std::size_t threads) {
  const Aligner aligner(Lexicon::load_default(), {.threads = threads});
  return aligner.align(lines(joined(text.chinese)), lines(joined(text.english)));
}

}  // namespace

TEST_CASE("Windows cover the texts and overlap", "[windows]") {
  std::mt19937 random(5);
  for (int round = 0; round < 200; ++round) {
    const Place end{random() % 20'000, random() % 30'000};
    std::vector<Anchor> anchors;
    Place here{0, 0};
    while (true) {
      here.source += 1 + random() % 900;
      here.target += 1 + random() % 1'200;
      if (here.source >= end.source || here.target >= end.target) break;
      anchors.push_back({here.source, here.target, 1});
    }
    const std::vector<Window> windows = windows_between(anchors, end);
    REQUIRE_FALSE(windows.empty());
    CHECK(windows.front().from == Place{0, 0});
    CHECK(windows.back().to == end);
    for (std::size_t k = 0; k < windows.size(); ++k) {
      CHECK(windows[k].from.source <= windows[k].to.source);
      CHECK(windows[k].from.target <= windows[k].to.target);
      if (k == 0) continue;
      CHECK(windows[k].from.source + 100 <= windows[k - 1].to.source);
      CHECK(windows[k].from.target <= windows[k - 1].to.target);
      CHECK(windows[k - 1].from.source < windows[k].from.source);
    }
  }
}

TEST_CASE("A short text is one window", "[windows]") {
  CHECK(windows_between({}, {0, 0}).size() == 1);
  CHECK(windows_between({{3, 4, 1}}, {50, 70}).size() == 1);
}

TEST_CASE("Long repetitive texts are aligned, on any number of threads alike", "[windows]") {
  LongText text(4'000);
  text.english.erase(text.english.begin() + 2'500, text.english.begin() + 2'520);
  const Alignment alignment = aligned(text, 1);
  CHECK(alignment.beads() == aligned(text, 3).beads());
  std::size_t right = 0, omitted = 0;
  for (const Bead& bead : alignment.beads()) {
    if (bead.target.empty()) {
      omitted += bead.source.front() >= 2'500 && bead.source.front() < 2'520;
      continue;
    }
    const std::size_t target = bead.target.front();
    const std::size_t source = target < 2'500 ? target : target + 20;
    right += bead.source == std::vector{source} && bead.target == std::vector{target};
  }
  CHECK(right > 3'900);
  CHECK(omitted >= 18);
}

TEST_CASE("What stands far away does not change beads", "[windows]") {
  // The second half is another text of the same words.
  LongText first(3'500, 1);
  LongText other = first;
  const LongText end(2'000, 2);
  for (std::size_t k = 0; k < 1'000; ++k) {
    other.chinese[2'500 + k] = end.chinese[k];
    other.english[2'500 + k] = end.english[k];
  }
  const auto beginning = [](const Alignment& alignment) {
    std::vector<std::pair<std::vector<std::size_t>, std::vector<std::size_t>>> beads;
    for (const Bead& bead : alignment.beads()) {
      if (beads.size() < 800) beads.emplace_back(bead.source, bead.target);
    }
    return beads;
  };
  CHECK(beginning(aligned(first, 1)) == beginning(aligned(other, 1)));
}

TEST_CASE("A section that was moved is marked on both sides", "[windows]") {
  std::vector<std::string> chinese = {
      "我们从一家小银行借了第一笔钱。", "工厂建在河边的旧仓库里。",
      "第一年只卖出了三百辆自行车。",   "那年冬天的雪下得特别大。",
      "后来我父亲把公司交给了我。",     "出口到德国的合同改变了一切。",
      "工人们每周学习两次德语。",       "质量检查由两位老工程师负责。",
      "今天我们有四座工厂。",           "最新的一座在墨西哥。",
      "电池仍然从韩国进口。",           "明年我们想自己生产电池。"};
  std::vector<std::string> english = {
      "We borrowed our first money from a small bank.",
      "The factory was built in an old warehouse by the river.",
      "In the first year only three hundred bicycles were sold.",
      "The snow was very heavy that winter.",
      "Later my father handed the company over to me.",
      "The contract to export to Germany changed everything.",
      "The workers studied German twice a week.",
      "Two old engineers were responsible for checking the quality.",
      "Today we have four factories.",
      "The latest one is in Mexico.",
      "The batteries are still imported from Korea.",
      "Next year we want to produce batteries ourselves."};
  std::rotate(english.begin(), english.begin() + 4, english.end());
  const Aligner aligner(Lexicon::load_default());
  const Alignment alignment = aligner.align(lines(joined(chinese)), lines(joined(english)));
  std::size_t from_source = 0, from_target = 0;
  for (const Bead& bead : alignment.beads()) {
    if (bead.moved.empty()) continue;
    if (bead.target.empty()) {
      CHECK(bead.moved == std::vector{bead.source.front() + 8});
      ++from_source;
    } else {
      CHECK(bead.moved == std::vector{bead.target.front() - 8});
      ++from_target;
    }
  }
  CHECK(from_source == 4);
  CHECK(from_target == 4);
}

TEST_CASE("Single missing sentences leave null beads", "[windows]") {
  // Where a line is missing its neighbours do not take its counterpart.
  LongText text(60, 7);
  const std::vector<std::size_t> missing = {5, 17, 30, 44};
  std::vector<std::string> english;
  for (std::size_t k = 0; k < text.english.size(); ++k) {
    if (std::find(missing.begin(), missing.end(), k) == missing.end()) {
      english.push_back(text.english[k]);
    }
  }
  text.english = english;
  std::vector<std::size_t> omitted;
  const Alignment alignment = aligned(text, 1);
  for (const Bead& bead : alignment.beads()) {
    if (bead.target.empty()) omitted.push_back(bead.source.front());
  }
  CHECK(omitted == missing);
}
