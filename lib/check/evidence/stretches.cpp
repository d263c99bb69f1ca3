#include "check/evidence/stretches.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "check/evidence/support.hpp"
#include "compare/clauses.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "words/word_class.hpp"

namespace duizhao::check {
namespace {

constexpr std::size_t kNowhere = std::numeric_limits<std::size_t>::max();
constexpr double kLinked = 0.5;

/// A token, as far as it matters here.
struct LinkedToken {
  ByteRange range;
  bool content = false;
  bool ends_clause = false;
  bool name = false;               // Latin letters, the first a capital
  double best = 0;                 // the probability of its surest link
  std::size_t partner = kNowhere;  // of that link
  double alone = 0;                // how likely it has no counterpart
};

/// Those of one side; Chinese is the source.
std::vector<LinkedToken> tokens_of(const WordAlignment& words, bool chinese) {
  const auto& tokens = chinese ? words.source : words.target;
  const auto& alone = chinese ? words.source_alone : words.target_alone;
  std::vector<LinkedToken> linked(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string& text = tokens[i].text;
    linked[i].range = tokens[i].range;
    linked[i].content = words::is_content(words::class_of(text, chinese));
    linked[i].ends_clause = compare::ends_clause(text);
    linked[i].name = !text.empty() && text::is_upper(text::decode(text, 0).value);
    linked[i].alone = alone[i];
  }
  for (const WordLink& link : words.links) {
    LinkedToken& token = linked[chinese ? link.source : link.target];
    if (link.probability <= token.best) continue;
    token.best = link.probability;
    token.partner = chinese ? link.target : link.source;
  }
  return linked;
}

/// Tokens [first, last).
struct Stretch {
  std::size_t first = 0;
  std::size_t last = 0;
  double sum = 0;
};

Stretch least_supported(const std::vector<LinkedToken>& tokens) {
  Stretch best;
  Stretch now;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].content) continue;
    if (now.sum <= 0) now = {i, i, 0};
    now.sum += 1 - tokens[i].best - kLinked;
    now.last = i + 1;
    if (now.sum > best.sum) best = now;
  }
  return best;
}

/// What the words with meaning of some tokens lack.
struct Lack {
  double words = 0;
  double links = 0;  // the sum of their surest
  double alone = 0;
  double names = 0;

  void add(const LinkedToken& token) {
    if (!token.content) return;
    ++words;
    links += token.best;
    alone += token.alone;
    names += token.name ? 1 : 0;
  }
  double unlinked() const { return words - links; }
};

Lack lack_of(const std::vector<LinkedToken>& tokens, std::size_t first, std::size_t last) {
  Lack lack;
  for (std::size_t i = first; i < std::min(last, tokens.size()); ++i) lack.add(tokens[i]);
  return lack;
}

/// Where the stretch's counterpart should stand: between those of the words around it.
struct Gap {
  std::size_t first = 0;  // tokens [first, last) of the other side
  std::size_t last = 0;
};

Gap gap_of(const std::vector<LinkedToken>& own, const Stretch& stretch, std::size_t others) {
  constexpr std::size_t kNear = 6;  // tokens, where only one neighbour has a counterpart
  const auto partner = [&](std::size_t i) {
    return own[i].content && own[i].best >= kLinked ? own[i].partner : kNowhere;
  };
  std::size_t before = kNowhere;
  for (std::size_t i = stretch.first; i > 0 && before == kNowhere; --i) before = partner(i - 1);
  std::size_t behind = kNowhere;
  for (std::size_t i = stretch.last; i < own.size() && behind == kNowhere; ++i) behind = partner(i);
  if (before == kNowhere && behind == kNowhere) return {0, others};
  if (before == kNowhere) return {behind - std::min(behind, kNear), behind};
  if (behind == kNowhere) return {before + 1, std::min(others, before + kNear)};
  const auto [low, high] = std::minmax(before, behind);
  return {low + 1, std::max(low + 1, high)};
}

/// Whether marks, or the ends of the side, stand right before and behind a stretch.
std::pair<bool, bool> at_marks(const std::vector<LinkedToken>& tokens, const Stretch& stretch) {
  std::size_t first = stretch.first;
  while (first > 0 && !tokens[first - 1].content && !tokens[first - 1].ends_clause) --first;
  std::size_t last = stretch.last;
  while (last < tokens.size() && !tokens[last].content && !tokens[last].ends_clause) ++last;
  return {first == 0 || tokens[first - 1].ends_clause,
          last == tokens.size() || tokens[last].ends_clause};
}

}  // namespace

std::optional<UnsupportedStretch> unsupported_stretch(const CheckedTranslation& translation,
                                                      const CheckedBead& pair, SideOf side) {
  const WordAlignment* words = translation.words(pair);
  if (words == nullptr) return std::nullopt;
  const bool chinese = side == translation.chinese();
  const auto own = tokens_of(*words, chinese);
  const auto opposite = tokens_of(*words, !chinese);
  const Stretch stretch = least_supported(own);
  if (stretch.sum <= 0) return std::nullopt;

  constexpr double kLeastWords = 2;
  constexpr double kLeastOpposite = 4;  // idioms are spelled out
  const Lack lack = lack_of(own, stretch.first, stretch.last);
  const Lack whole = lack_of(own, 0, own.size());
  const Lack others = lack_of(opposite, 0, opposite.size());
  if (lack.words < kLeastWords || others.words < kLeastOpposite) return std::nullopt;
  const Gap gap = gap_of(own, stretch, opposite.size());
  const Lack facing = lack_of(opposite, gap.first, gap.last);
  constexpr std::size_t kAround = 3;
  const Lack around =
      lack_of(opposite, gap.first - std::min(gap.first, kAround), gap.last + kAround);
  const auto [mark_before, mark_behind] = at_marks(own, stretch);

  const std::string& text = (pair.*side).text;
  const ByteRange range{own[stretch.first].range.begin, own[stretch.last - 1].range.end};
  const double here = length_in_letters(text) + 1;
  const double there = length_in_letters((pair.*other(side)).text) + 1;
  const double length = length_in_letters((pair.*side).at(range));
  const double kept = std::log(there / (here - length + 1));
  const double rest =
      whole.words > lack.words ? (whole.links - lack.links) / (whole.words - lack.words) : 1;
  constexpr double kMost = 2;  // of the logarithm of lengths
  UnsupportedStretch found{range, {}};
  // Both languages are weighed by themselves.
  const std::string language = chinese ? "chinese" : "english";
  const auto sign = [&](const char* name, double value) {
    found.signs.push_back({language + ' ' + name, value});
  };
  sign("stretch", 1);
  sign("sum", stretch.sum);
  sign("words", std::log(lack.words));
  sign("links", lack.links / lack.words);
  sign("alone", lack.alone / lack.words);
  sign("rest", rest);
  sign("ratio", std::clamp(std::log(there / here), -kMost, kMost));
  sign("kept", kept);
  sign("deviation", std::abs(kept));
  sign("share", lack.words / whole.words);
  sign("letters", std::log(length + 1));
  sign("opposite", std::log1p(others.unlinked()));
  sign("balance", std::log1p(whole.unlinked()) - std::log1p(others.unlinked()));
  sign("facing", std::log1p(facing.unlinked()));
  sign("around", std::log1p(around.unlinked()));
  sign("gap", std::log(static_cast<double>(gap.last - gap.first) + 1));
  sign("marks", mark_before && mark_behind ? 1 : 0);
  sign("mark", mark_before || mark_behind ? 1 : 0);
  sign("names", lack.names / lack.words);
  return found;
}

}  // namespace duizhao::check
