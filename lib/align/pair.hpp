// Two documents as the search sees them.
#pragma once

#include <string>
#include <vector>

#include "align/participants.hpp"
#include "align/text.hpp"
#include "align/units.hpp"
#include "duizhao/align/aligner.hpp"
#include "duizhao/segment/segmenter.hpp"
#include "words/lexical_model.hpp"

namespace duizhao::align {

/// The sentences of both documents that take part, tokenised, in the order that the model wants:
/// Chinese is its source, so that a pair may be turned.
class Pair {
 public:
  /// Throws Error (content) for locks that cannot be kept.
  Pair(const SegmentedDocument& source, const SegmentedDocument& target,
       const Participants& participants, const AlignOptions& options, const Lexicon& lexicon,
       const std::vector<Lock>& locks);

  const Text& source() const { return texts_.source; }
  const Text& target() const { return texts_.target; }
  const std::vector<words::Rendering>& renderings() const { return renderings_; }
  const Constraints& constraints() const { return sides_.constraints; }

  /// A bead of the search as the documents' sentences.
  Bead bead(const Span& span) const;

 private:
  struct Texts {
    Text source;
    Text target;
  };

  /// Both sides at once where there are threads for it.
  Texts texts_of(const SegmentedDocument& source, const SegmentedDocument& target,
                 std::size_t threads);

  bool turned_;
  Sides sides_;  // in the model's order
  words::Tokenizer source_tokenizer_;
  words::Tokenizer target_tokenizer_;
  std::vector<words::Rendering> renderings_;
  Texts texts_;
};

}  // namespace duizhao::align
