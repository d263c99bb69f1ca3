#include "compare/linked_witnesses.hpp"

#include <algorithm>

#include "text/fold.hpp"

namespace duizhao::compare {
namespace {

constexpr std::size_t kMostInPairs = 8;  // witnesses that are linked each with each

TokenisedText tokenised(const std::vector<WordToken>& tokens, const std::string& language) {
  TokenisedText text{tokens, {}};
  for (const WordToken& token : tokens) {
    text.classes.push_back(words::class_of(token.text, language == "zh"));
    // What stands before n't is cut short: ca, wo, sha.
    const std::size_t last = text.classes.size() - 1;
    if (last > 0 && text::fold_case(token.text) == "n't" &&
        text.classes[last - 1] == words::WordClass::word) {
      text.classes[last - 1] = words::WordClass::modal;
    }
  }
  return text;
}

/// The share of a pair's words that are linked.
double linked_share(const WordAlignment& alignment) {
  const std::size_t all = alignment.source.size() + alignment.target.size();
  if (all == 0) return 1;
  std::size_t linked = 0;
  for (const WordPhrase& phrase : alignment.phrases) {
    linked += phrase.source.size() + phrase.target.size();
  }
  return static_cast<double>(linked) / static_cast<double>(all);
}

}  // namespace

LinkedWitnesses::LinkedWitnesses(const std::vector<Witness>& witnesses, const WordAligner& aligner,
                                 const Witness* original, const WordAligner* to_original)
    : language_(witnesses.front().language) {
  const std::size_t count = witnesses.size();
  const auto link = [&](std::size_t i, std::size_t j) {
    pairs_.emplace(std::pair(i, j), aligner.align(witnesses[i].text, witnesses[j].text));
  };
  if (count <= kMostInPairs) {
    std::vector<double> shares(count);
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t j = i + 1; j < count; ++j) {
        link(i, j);
        const double share = linked_share(pairs_.at({i, j}));
        shares[i] += share;
        shares[j] += share;
      }
    }
    base_ = static_cast<std::size_t>(std::ranges::max_element(shares) - shares.begin());
  } else {
    for (std::size_t j = 1; j < count; ++j) link(0, j);
  }
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t other = i == base_ ? (base_ == 0 ? 1 : 0) : base_;
    const WordAlignment& pair = pairs_.at(std::minmax(i, other));
    texts_.push_back(tokenised(i < other ? pair.source : pair.target, witnesses[i].language));
  }
  if (original == nullptr) return;
  for (const Witness& witness : witnesses) {
    originals_.push_back(to_original->align(original->text, witness.text));
  }
  original_ = tokenised(originals_.front().source, original->language);
}

std::optional<PairView> LinkedWitnesses::view(std::size_t own, std::size_t other) const {
  const auto pair = pairs_.find(std::minmax(own, other));
  if (pair == pairs_.end()) return std::nullopt;
  return PairView{&pair->second, own > other};
}

}  // namespace duizhao::compare
