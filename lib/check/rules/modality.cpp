// Certainty that differs.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "check/engine/rule.hpp"
#include "check/evidence/word_search.hpp"
#include "duizhao/text/messages.hpp"

namespace duizhao::check {
namespace {

/// The first of some words that stands in a text, those inside others left out; empty if none does.
template <std::size_t N, std::size_t M>
std::string_view first_of(std::string_view text, const std::array<std::string_view, N>& words,
                          const std::array<std::string_view, M>& but) {
  std::string left(text);
  for (const std::string_view other : but) {
    for (std::size_t at = left.find(other); at != std::string::npos; at = left.find(other)) {
      left.replace(at, other.size(), " ");
    }
  }
  for (const std::string_view word : words) {
    if (left.find(word) != std::string::npos) return word;
  }
  return {};
}

constexpr std::array<std::string_view, 12> kUncertain = {"可能", "也许", "或许", "大概",
                                                         "恐怕", "似乎", "兴许", "说不定",
                                                         "估计", "没准", "大约", "多半"};
constexpr std::array<std::string_view, 8> kNotUncertain = {
    "不可能", "尽可能", "可能性", "有可能性", "大概念", "不大可能", "可能不", "估计值"};
constexpr std::array<std::string_view, 12> kCertain = {"必须", "必然", "必定", "务必",
                                                       "势必", "必将", "肯定", "绝对",
                                                       "一定", "注定", "必要", "毫无疑问"};
constexpr std::array<std::string_view, 10> kNotCertain = {
    "一定的", "一定程度", "不一定",   "不必然", "未必",
    "肯定了", "不肯定",   "没有必要", "必要性", "一定量"};
// What else leaves things open in Chinese, so that might or perhaps are no surprise.
constexpr std::array<std::string_view, 33> kOpen = {
    "可能", "也许", "或许", "大概", "恐怕", "似乎", "兴许", "说不定", "估计", "没准", "大约",
    "多半", "会",   "能",   "吧",   "想",   "觉得", "若",   "如果",   "几",   "好像", "许",
    "应",   "该",   "可",   "要是", "未必", "像",   "看来", "不一定", "怕",   "说是", "左右"};

bool is_uncertain(const WordSearch& english) {
  return english.any(
      {"may",           "might",     "could",     "perhaps",    "maybe",       "possibly",
       "probably",      "likely",    "seem",      "seems",      "seemed",      "appear",
       "appears",       "appeared",  "seemingly", "presumably", "apparently",  "suspect",
       "guess",         "afraid",    "unlikely",  "potential",  "potentially", "possible",
       "possibility",   "chance",    "chances",   "would",      "about",       "around",
       "approximately", "roughly",   "think",     "estimate",   "estimated",   "expected",
       "reportedly",    "can",       "suppose",   "supposedly", "odds",        "should",
       "fear",          "nearly",    "almost",    "bet",        "wonder",      "unclear",
       "arguably",      "if",        "looks",     "look",       "some",        "mostly",
       "conceivably",   "impossible"});
}

bool is_certain(const WordSearch& english) {
  return english.any(
      {"must",           "certainly",     "definitely",    "surely",     "inevitably",
       "necessarily",    "have",          "has",           "had",        "bound",
       "sure",           "absolutely",    "doubtless",     "will",       "always",
       "need",           "needs",         "required",      "require",    "guarantee",
       "doubt",          "undoubtedly",   "clearly",       "course",     "inevitable",
       "certain",        "needed",        "necessary",     "essential",  "shall",
       "destined",       "never",         "inevitability", "only",       "ll",
       "unquestionably", "obviously",     "vital",         "crucial",    "imperative",
       "can't",          "cannot",        "won't",         "make",       "guaranteed",
       "should",         "indispensable", "doomed",        "completely", "totally",
       "mandatory",      "obliged",       "forced",        "any",        "very"});
}

bool is_plainly_uncertain(const WordSearch& english) {
  return english.any({"may", "might", "perhaps", "maybe", "possibly", "probably", "likely",
                      "presumably", "apparently", "seemingly"});
}

void check(const Context& context, Reporter& reporter) {
  for (std::size_t t = 0; t < context.translations.size(); ++t) {
    const CheckedTranslation& translation = context.translations[t];
    if (!translation.bilingual()) continue;
    for (const CheckedBead& pair : translation.pairs()) {
      const Side& zh = pair.*translation.chinese();
      const Side& en = pair.*translation.english();
      if (zh.words.empty() || en.words.empty()) continue;
      const WordSearch words(en.text);
      const auto report = [&](std::string_view chinese, std::string kind) {
        const std::size_t at = chinese.empty() ? std::string::npos : zh.text.find(chinese);
        Reporter::Details details;
        Message message{std::move(kind), {}};
        if (!chinese.empty()) message.arguments.emplace_back(std::string(chinese));
        if (at != std::string::npos) {
          details = Reporter::Details::on(translation.chinese(), {at, at + chinese.size()});
        }
        reporter.add(Severity::low, t, pair, std::move(message), std::move(details));
      };
      const std::string_view uncertain = first_of(zh.text, kUncertain, kNotUncertain);
      const std::string_view certain = first_of(zh.text, kCertain, kNotCertain);
      if (!uncertain.empty() && !is_uncertain(words)) {
        report(uncertain, "doubt-lost");
      } else if (!certain.empty() && uncertain.empty() && !is_certain(words)) {
        report(certain, "certainty-lost");
      } else if (is_plainly_uncertain(words) &&
                 first_of(zh.text, kOpen, std::array<std::string_view, 0>{}).empty()) {
        report({}, "doubt-added");
      }
    }
  }
}

}  // namespace

Rule modality_rule() {
  return {
      {"modality",
       Severity::low,
       Severity::low,
       translatable("certainty that differs"),
       translatable(
           "可能, 也许 and their like ask for might, perhaps or another word that leaves things "
           "open, 必须, 必然 and their like for must, certainly or another word that does not; "
           "perhaps and might ask for anything in Chinese that leaves things open."),
       {},
       {{true, {"他可能会来。"}, {"He is coming."}, translatable("a possibility became a fact")},
        {true,
         {"我们必须做基础研究。"},
         {"Perhaps we do basic research."},
         translatable("a must is lost")},
        {false, {"这是不可能的。"}, {"That is impossible."}, translatable("no possibility")}},
       {translatable("Degrees: probably for 可能.")},
       {{"doubt-lost", translatable("the Chinese is unsure (\"{}\"), the English is not")},
        {"certainty-lost", translatable("the Chinese is sure (\"{}\"), the English is not")},
        {"doubt-added", translatable("the English is unsure, the Chinese is not")}}},
      check};
}

}  // namespace duizhao::check
