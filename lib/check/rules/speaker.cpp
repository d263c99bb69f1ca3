// Turns that are attributed to somebody else than in the original.
#include <algorithm>
#include <map>
#include <optional>

#include "check/engine/rule.hpp"
#include "duizhao/text/messages.hpp"
#include "lexicon/words.hpp"
#include "text/ascii.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace duizhao::check {
namespace {

/// A turn in both texts: where a block's first sentences are aligned.
struct Turn {
  std::size_t pair;
  std::string source;
  std::string target;
};

std::string speaker_of(const CheckedTranslation& translation, const CheckedBead& pair,
                       SideOf side) {
  const auto& pieces = (pair.*side).pieces;
  if (pieces.empty()) return {};
  return translation.document(side).block(pieces.front().sentence).speaker;
}

/// The turns whose speakers are named on both sides, each by its first pair.
std::vector<Turn> turns_of(const CheckedTranslation& translation) {
  std::vector<Turn> turns;
  std::optional<std::size_t> source_block;
  std::optional<std::size_t> target_block;
  for (std::size_t i = 0; i < translation.pairs().size(); ++i) {
    const CheckedBead& pair = translation.pairs()[i];
    if (pair.source.pieces.empty() || pair.target.pieces.empty()) continue;
    const auto block_of = [&](SideOf side) {
      const std::size_t sentence = (pair.*side).pieces.front().sentence;
      return translation.document(side).sentences()[sentence].block;
    };
    const std::size_t source = block_of(&CheckedBead::source);
    const std::size_t target = block_of(&CheckedBead::target);
    if (source == source_block && target == target_block) continue;
    source_block = source;
    target_block = target;
    Turn turn{i, speaker_of(translation, pair, &CheckedBead::source),
              speaker_of(translation, pair, &CheckedBead::target)};
    if (turn.source.empty() || turn.target.empty()) continue;
    turns.push_back(std::move(turn));
  }
  return turns;
}

/// Whether one name can be the other in another language, by what is known of names and words.
class SameSpeaker {
 public:
  explicit SameSpeaker(const Context& context) : context_(context) {}

  bool operator()(const std::string& left, const std::string& right) {
    const auto [known, is_new] = known_.try_emplace({left, right});
    if (is_new) known->second = compare(left, right) || compare(right, left);
    return known->second;
  }

 private:
  bool compare(const std::string& chinese, const std::string& english) const {
    if (text::fold_case(chinese) == text::fold_case(english)) return true;
    for (const RomanName& name : context_.tools.names.find(english)) {
      if (!context_.tools.names.locate(name, chinese).empty()) return true;
    }
    return is_surname(chinese, english) || is_word_for(chinese, english);
  }

  /// Liang for 梁文锋.
  bool is_surname(const std::string& chinese, const std::string& english) const {
    if (chinese.empty()) return false;
    const std::string first = chinese.substr(0, text::decode(chinese, 0).size);
    const std::string folded = text::fold_case(english);
    return std::ranges::any_of(context_.tools.lexicon.readings(first), [&](std::string reading) {
      while (!reading.empty() && text::is_ascii_digit(reading.back())) reading.pop_back();
      const std::string spoken = text::fold_case(reading);
      return folded == spoken || folded.ends_with(' ' + spoken);
    });
  }

  /// Reporter for 记者.
  bool is_word_for(const std::string& chinese, const std::string& english) const {
    constexpr double kLeast = 0.05;
    const auto stems = context_.tools.lexicon.english_stems(english);
    constexpr std::size_t kTwoHan = 6;  // bytes; single characters are parts of names
    for (const std::string& word : context_.tools.lexicon.chinese_words(chinese)) {
      if (word.size() < kTwoHan) continue;
      for (const duizhao::Translation& translation : context_.tools.lexicon.english_for(word)) {
        if (translation.probability < kLeast) continue;
        const auto rendered = context_.tools.lexicon.english_stems(translation.word);
        if (!rendered.empty() && std::ranges::find(stems, rendered.front()) != stems.end()) {
          return true;
        }
      }
    }
    return false;
  }

  const Context& context_;
  std::map<std::pair<std::string, std::string>, bool> known_;
};

/// Liang for Liang Wenfeng: all words of the one are words of the other.
bool is_short_for(const std::string& name, const std::string& whole) {
  const auto words = lexicon::plain_words(name);
  const auto others = lexicon::plain_words(whole);
  return !words.empty() && std::ranges::all_of(words, [&](const lexicon::Word& word) {
    return std::ranges::find(others, word.text, &lexicon::Word::text) != others.end();
  });
}

/// Who stands for whom: by the names where they tell, else by how often they stand together.
std::map<std::string, std::string> counterparts(const std::vector<Turn>& turns, SameSpeaker& same) {
  constexpr std::size_t kNamed = 1000;  // turns that equal names count for
  std::map<std::string, std::map<std::string, std::size_t>> together;
  for (const Turn& turn : turns) ++together[turn.source][turn.target];
  // Who is named is nobody else's counterpart.
  const auto is_named = [&](const std::string& target) {
    return std::ranges::any_of(together,
                               [&](const auto& each) { return same(each.first, target); });
  };
  std::map<std::string, std::string> counterpart;
  for (const auto& [source, targets] : together) {
    std::size_t best = 0;
    counterpart[source];
    for (const auto& [name, sources] : together) {
      for (const auto& [target, ignored] : sources) {
        const auto met = targets.find(target);
        std::size_t count = met == targets.end() ? 0 : met->second;
        if (same(source, target)) {
          count += kNamed;
        } else if (is_named(target)) {
          continue;
        }
        if (count <= best) continue;
        best = count;
        counterpart[source] = target;
      }
    }
  }
  return counterpart;
}

void check(const Context& context, Reporter& reporter) {
  SameSpeaker same(context);
  for (std::size_t t = 0; t < context.translations.size(); ++t) {
    const check::CheckedTranslation& translation = context.translations[t];
    const auto turns = turns_of(translation);
    const auto counterpart = counterparts(turns, same);
    for (const Turn& turn : turns) {
      const std::string& expected = counterpart.at(turn.source);
      if (expected == turn.target || same(turn.source, turn.target)) continue;
      if (is_short_for(turn.target, expected) || is_short_for(expected, turn.target)) continue;
      reporter.add(t, translation.pairs()[turn.pair], Message{"other", {turn.source, turn.target}},
                   {{}, {}, expected.empty() ? std::nullopt : std::optional(expected), {}, {}});
    }
  }
}

}  // namespace

Rule speaker_rule() {
  return {
      {"speaker",
       translatable("a turn that is attributed to somebody else than in the original"),
       translatable("Speakers of both texts are matched by their names (梁文锋 is Liang Wenfeng, "
                    "Wenfeng Liang or Liang, 记者 is Reporter), and where names do not tell by the "
                    "turns that they have in common. Needs texts with speakers' labels."),
       {},
       {{true,
         {"梁文锋：我们不着急。", "记者：为什么？", "梁文锋：因为时间很多。"},
         {"Liang Wenfeng: We are in no hurry.", "Liang Wenfeng: Why?",
          "Liang Wenfeng: Because there is plenty of time."},
         translatable("the question is the reporter's")},
        {false,
         {"梁文锋：我们不着急。", "记者：为什么？", "梁文锋：因为时间很多。"},
         {"Liang: We are in no hurry.", "Reporter: Why?",
          "Liang: Because there is plenty of time."},
         translatable("a surname alone")}},
       {translatable("Turns whose labels were left out: they belong to the turn before.")},
       {{"other", translatable("{} speaks in the source, {} in the translation")}}},
      check};
}

}  // namespace duizhao::check
