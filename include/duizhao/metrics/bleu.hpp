// BLEU, as sacrebleu computes it.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "duizhao/text/export.hpp"

namespace duizhao {

/// How a segment is cut into tokens before its n-grams are counted.
enum class BleuTokenizer {
  mteval_13a,  ///< "13a", of NIST's mteval-v13a: for languages with spaces
  zh,          ///< each Chinese character a token, the rest as 13a
  character,   ///< "char": each code point a token
  none,        ///< the text is tokenised already: tokens stand between white space
};

/// How BLEU counts.
struct BleuOptions {
  BleuTokenizer tokenizer = BleuTokenizer::mteval_13a;  ///< what the tokens are

  /// Compare without regard to case.
  bool lowercase = false;

  /// Orders that a text is too short for do not count. For single segments, most of which would
  /// have score 0 without it; corpus scores are published without.
  bool effective_order = false;
};

/// What BLEU is computed from. Statistics of segments add up to those of a corpus.
struct DUIZHAO_EXPORT BleuStatistics {
  std::array<std::size_t, 4> matches{};  ///< by order 1 to 4: hypothesis n-grams in a reference,
                                         ///< each as often at most as in the reference with most
  std::array<std::size_t, 4> totals{};   ///< n-grams of the hypothesis
  std::size_t hypothesis_length = 0;     ///< tokens
  std::size_t reference_length = 0;      ///< of the reference closest in length; the shorter of two

  /// Sums up: the statistics of a corpus are those of its segments together.
  BleuStatistics& operator+=(const BleuStatistics& other);
  friend bool operator==(const BleuStatistics&, const BleuStatistics&) = default;
};

/// A score and what it is made of.
struct BleuScore {
  double score = 0;                    ///< 0 to 100, higher is better
  std::array<double, 4> precisions{};  ///< of matches among totals, 0 to 100, smoothed
  double brevity_penalty = 1;          ///< exp(1 - reference length / hypothesis length), at most 1
};

/// BLEU (Papineni et al. 2002) with the exponential smoothing of mteval-v13a, by the definitions of
/// sacrebleu 2.6.0 (Post 2018). Says how many n-grams of a translation are in a reference. Made for
/// corpora: of single segments it says little, and it is blind to synonyms.
///
/// Immutable: threads may share it.
class DUIZHAO_EXPORT Bleu {
 public:
  /// What is counted of one segment, and summed up over a corpus.
  using Statistics = BleuStatistics;

  /// Cheap.
  explicit Bleu(const BleuOptions& options = {});

  /// "BLEU".
  std::string name() const;

  /// What a result is published with, so that others can compute it again:
  /// `BLEU|nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp|version:2.6.0`.
  std::string signature(std::size_t references) const;

  /// Of one segment in well-formed UTF-8 and its translations, one at least: throws Error (content)
  /// without. Linear.
  BleuStatistics statistics(std::string_view hypothesis,
                            std::span<const std::string_view> references) const;

  /// 0 without any match.
  BleuScore score(const BleuStatistics& statistics) const;

 private:
  BleuOptions options_;
};

}  // namespace duizhao
