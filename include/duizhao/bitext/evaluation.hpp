// How good an alignment is.
#pragma once

#include <cstddef>
#include <map>
#include <utility>
#include <vector>

#include "duizhao/bitext/alignment.hpp"
#include "duizhao/text/export.hpp"

namespace duizhao {

/// Precision, recall and their harmonic mean, each 0 to 1.
struct Accuracy {
  double precision = 0;  ///< share of the test's beads that are right, 0 to 1
  double recall = 0;     ///< share of the gold beads that are found, 0 to 1
  double f1 = 0;         ///< their harmonic mean
};

/// How often beads of one type (1:2) are in the gold, in the test, and the same in both.
struct TypeCount {
  std::size_t gold = 0;     ///< beads of the type in the gold
  std::size_t test = 0;     ///< in the test
  std::size_t correct = 0;  ///< in both
};

/// A stretch where gold and test differ, as the types of their beads, and how often that happens.
struct Confusion {
  using Types = std::vector<std::pair<std::size_t, std::size_t>>;  ///< source and target sentences

  Types gold = {};        ///< what the gold has in a stretch
  Types test = {};        ///< what the test has there
  std::size_t count = 0;  ///< how many such stretches there are
};

/// A score over one or several alignments, counts added up before dividing.
struct Evaluation {
  Accuracy strict = {};  ///< a test bead is right if the gold has the same bead
  Accuracy lax = {};     ///< or if it shares a source and target pair with a gold bead
  std::map<std::pair<std::size_t, std::size_t>, TypeCount>
      types;  ///< by source and target sentences

  /// The shortest stretches between places where both begin a bead, most frequent first. Files
  /// whose beads do not follow each other without gaps, as an aligner's do, are left out.
  std::vector<Confusion> confusions = {};
};

/// Adds alignments up. The measure is that of Sennrich & Volk 2010 as vecalign and Bertalign
/// publish it: null beads count for precision and not for recall. Beads that occur twice count
/// once.
class DUIZHAO_EXPORT Evaluator {
 public:
  /// Counts one text: its gold beads and those that are judged.
  void add(const std::vector<Bead>& gold, const std::vector<Bead>& test);
  /// What was counted so far.
  Evaluation result() const;

 private:
  struct Count {
    std::size_t strict = 0;
    std::size_t lax = 0;
    std::size_t all = 0;
  };
  using Links = std::pair<std::vector<std::size_t>, std::vector<std::size_t>>;

  void count_confusions(const std::vector<Bead>& gold, const std::vector<Bead>& test);
  static Count count(const std::vector<Links>& reference, const std::vector<Links>& judged);

  Count precision_;
  Count recall_;
  std::map<std::pair<std::size_t, std::size_t>, TypeCount> types_;
  std::map<std::pair<Confusion::Types, Confusion::Types>, std::size_t> confusions_;
};

}  // namespace duizhao
