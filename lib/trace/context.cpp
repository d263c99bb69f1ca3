#include "trace/context.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>

namespace duizhao::trace {
namespace {

constexpr double kSure = 0.8;           // what tells about others
constexpr std::size_t kNearQuotes = 3;  // to each side
constexpr std::size_t kNearSentences = 6;
constexpr double kNear = 2.8;     // nats: how much likelier there than elsewhere
constexpr double kSpeaker = 0.4;  // nats: the turns of the one who is quoted
constexpr double kOtherSpeaker = -1.5;
constexpr std::size_t kLeastQuoted = 4;  // quotes that tell who is
constexpr double kMostlyQuoted = 0.85;   // share of them

bool is_near(const Match& left, const Match& right) {
  return left.document == right.document &&
         left.sentence <= right.sentence + right.sentence_count + kNearSentences &&
         right.sentence <= left.sentence + left.sentence_count + kNearSentences;
}

/// The first match of each trace that is sure; nothing for the others.
std::vector<std::optional<Match>> sure_matches(const std::vector<Trace>& traces) {
  std::vector<std::optional<Match>> sure(traces.size());
  for (std::size_t i = 0; i < traces.size(); ++i) {
    const auto& matches = traces[i].matches;
    if (!matches.empty() && matches.front().confidence >= kSure) sure[i] = matches.front();
  }
  return sure;
}

/// Whose turns the quotes of a text are taken from; empty if it cannot be said.
std::string quoted_speaker(const std::vector<std::optional<Match>>& sure) {
  std::map<std::string, std::size_t> counts;
  std::size_t all = 0;
  for (const auto& match : sure) {
    if (!match || match->speaker.empty()) continue;
    ++counts[match->speaker];
    ++all;
  }
  if (all < kLeastQuoted) return {};
  const auto most =
      std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; });
  const bool mostly = static_cast<double>(most->second) >= kMostlyQuoted * static_cast<double>(all);
  return mostly ? most->first : std::string();
}

double shifted(double probability, double nats) {
  const double odds = probability / (1 - probability) * std::exp(nats);
  return std::isinf(odds) ? 1 : odds / (1 + odds);
}

}  // namespace

void weigh_context(std::vector<Trace>& traces) {
  const auto sure = sure_matches(traces);
  const std::string speaker = quoted_speaker(sure);
  for (std::size_t i = 0; i < traces.size(); ++i) {
    for (Match& match : traces[i].matches) {
      double nats = 0;
      if (!speaker.empty() && !match.speaker.empty()) {
        nats += match.speaker == speaker ? kSpeaker : kOtherSpeaker;
      }
      const std::size_t end = std::min(sure.size(), i + kNearQuotes + 1);
      for (std::size_t k = i > kNearQuotes ? i - kNearQuotes : 0; k < end; ++k) {
        if (k == i || !sure[k] || !is_near(match, *sure[k])) continue;
        nats += kNear;
        break;
      }
      match.confidence = shifted(match.confidence, nats);
    }
    std::ranges::stable_sort(traces[i].matches, [](const Match& left, const Match& right) {
      return left.confidence > right.confidence;
    });
  }
}

}  // namespace duizhao::trace
