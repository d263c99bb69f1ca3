#include "align/search.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "align/moved.hpp"
#include "align/pair.hpp"
#include "align/windows.hpp"

namespace duizhao::align {
namespace {

/// What the surest beads of an alignment teach about words (Moore 2002).
std::vector<lexicon::TrainedEntry> learn(const Text& source, const Text& target,
                                         const std::vector<ScoredSpan>& path) {
  constexpr double kSure = 0.7;
  constexpr std::size_t kMostLinks = 2'500;         // of a bead; longer ones say little
  constexpr std::size_t kMostLinksAll = 3'000'000;  // bounds the memory
  std::vector<lexicon::TrainingPair> pairs;
  std::size_t links = 0;
  const auto words = [](const words::Tokens& side, std::size_t begin, std::size_t end) {
    std::vector<std::uint32_t> list;
    for (const std::uint32_t word : side.sentences(begin, end)) {
      if (!side.is_mark(word)) list.push_back(word);
    }
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
    return list;
  };
  for (const auto& [span, score, posterior] : path) {
    if (span.is_null() || posterior < kSure) continue;
    lexicon::TrainingPair pair{words(source.tokens, span.source_begin, span.source_end()),
                               words(target.tokens, span.target_begin, span.target_end())};
    const std::size_t product = pair.source.size() * pair.target.size();
    if (product > kMostLinks || links + product > kMostLinksAll) continue;
    links += product;
    pairs.push_back(std::move(pair));
  }
  return lexicon::train_model1(pairs);
}

}  // namespace

Found search(const Pair& pair, const lexicon::Tables* tables, std::size_t threads,
             const ProgressReport& progress) {
  constexpr std::size_t kRounds = 4;  // of learning, where the lexicon does not serve
  const Text& source = pair.source();
  const Text& target = pair.target();
  const bool by_lexicon = words::LexicalModel::by_lexicon(source.tokens, target.tokens, tables);
  const std::size_t rounds = by_lexicon ? 1 : 1 + kRounds;
  std::vector<lexicon::TrainedEntry> learned;
  for (std::size_t round = 0;; ++round) {
    words::LexicalModel model(source.tokens, target.tokens, tables, pair.renderings(), learned);
    model.drop_unlikely();
    Found found;
    found.path = search_windows(source, target, model, pair.constraints(), threads,
                                [&](std::size_t done, std::size_t all) {
                                  if (progress) progress(round * all + done, rounds * all);
                                });
    if (round + 1 < rounds) learned = learn(source, target, found.path);
    if (round + 1 == rounds || learned.empty()) {
      found.moved = find_moved(source, target, model, found.path);
      return found;
    }
  }
}

}  // namespace duizhao::align
