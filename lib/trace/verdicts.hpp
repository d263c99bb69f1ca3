// Whether a quote says what its passage says.
#pragma once

#include <memory>

#include "compare/rendering.hpp"
#include "duizhao/compare/comparison.hpp"
#include "duizhao/trace/tracer.hpp"
#include "trace/word_support.hpp"

namespace duizhao::trace {

/// A quote beside the passage that it renders.
struct QuoteAndPassage {
  const Quote& quote;
  std::string passage;   // its text
  std::string language;  // of the passage
  std::string before;    // the sentence before it; may be empty
  std::string after;     // the sentence behind it
};

/// What the words of both say of each other.
struct Judgement {
  std::vector<QuoteDifference> differences;  // by kind, then by place
  std::vector<QuoteSentence> sentences;      // attested, altered, or unattested by this passage
  bool verbatim = false;
};

/// Judges quotes. Immutable; threads may share it.
class Judge {
 public:
  /// `linker` must stay alive.
  Judge(const Lexicon& lexicon, const QuoteLinker& linker);

  /// The sentences of a quote, as ranges of its text.
  std::vector<ByteRange> sentences_of(const Quote& quote) const {
    return segmenter_.split(quote.text, quote.language);
  }

  /// Nothing where the words of the two are too many to be linked and are not the same.
  std::optional<Judgement> judge(const QuoteAndPassage& pair) const;

 private:
  void compare_alike(const QuoteAndPassage& pair, Judgement& judgement) const;
  void compare_across(const QuoteAndPassage& pair, const LinkedWords& linked,
                      Judgement& judgement) const;

  const QuoteLinker& linker_;
  Comparer comparer_;
  compare::RenderingComparer renderings_;
  Segmenter segmenter_;
};

/// The worst of the differences and sentences.
QuoteStatus status_of(const Trace& trace);

}  // namespace duizhao::trace
