// The words of witnesses, linked with each other and with those of their original.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "duizhao/compare/witness.hpp"
#include "duizhao/words/word_aligner.hpp"
#include "words/word_class.hpp"

namespace duizhao::compare {

/// The tokens of a text with their classes.
struct TokenisedText {
  std::vector<WordToken> tokens;
  std::vector<words::WordClass> classes;

  /// Whether a token says something: a word, a number, a denial, a modal.
  bool weighs(std::size_t token) const {
    const words::WordClass kind = classes[token];
    return words::is_content(kind) || kind == words::WordClass::negation ||
           kind == words::WordClass::modal;
  }
};

/// The links of two witnesses, seen from one of them.
struct PairView {
  const WordAlignment* alignment;
  bool turned;  // the witness that looks is the target of the alignment

  const std::vector<double>& alone() const {
    return turned ? alignment->target_alone : alignment->source_alone;
  }
  std::size_t own(const WordLink& link) const { return turned ? link.target : link.source; }
  std::size_t other(const WordLink& link) const { return turned ? link.source : link.target; }
  const std::vector<std::size_t>& own(const WordDifference& difference) const {
    return turned ? difference.target : difference.source;
  }
  const std::vector<std::size_t>& other(const WordDifference& difference) const {
    return turned ? difference.source : difference.target;
  }
};

/// All alignments that a comparison needs.
class LinkedWitnesses {
 public:
  /// `aligner` links witnesses, `to_original` the original (its source) with each; null without
  /// one.
  LinkedWitnesses(const std::vector<Witness>& witnesses, const WordAligner& aligner,
                  const Witness* original, const WordAligner* to_original);

  std::size_t size() const { return texts_.size(); }
  const TokenisedText& text(std::size_t witness) const { return texts_[witness]; }
  const TokenisedText& original() const { return original_; }

  /// The witnesses' language, ISO 639.
  const std::string& language() const { return language_; }

  /// The witness that is linked with all others.
  std::size_t base() const { return base_; }

  /// Links of two witnesses, nothing for two of many of which neither is the base.
  std::optional<PairView> view(std::size_t own, std::size_t other) const;

  /// Links of the original's tokens with those of a witness; null without an original.
  const WordAlignment* to_original(std::size_t witness) const {
    return originals_.empty() ? nullptr : &originals_[witness];
  }

 private:
  std::string language_;
  std::vector<TokenisedText> texts_;
  TokenisedText original_;
  std::map<std::pair<std::size_t, std::size_t>, WordAlignment> pairs_;
  std::vector<WordAlignment> originals_;
  std::size_t base_ = 0;
};

}  // namespace duizhao::compare
