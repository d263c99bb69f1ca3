// Beads as lines of indices, and their score against gold.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "duizhao/alignment.hpp"
#include "duizhao/export.hpp"

namespace duizhao {

/// One bead a line, as vecalign and Bertalign write them, with the confidence as third field:
///
///     [0, 1]:[2]:0.9812
///     [2]:[]:0.4100
DUIZHAO_EXPORT std::string to_beads(const std::vector<Bead>& beads);

/// Reads such lines; the third field may be missing and is read as the confidence, spaces are free,
/// and blank lines are skipped. Throws Error (format) with line and byte for anything else; `name`
/// is the file's name in messages.
DUIZHAO_EXPORT std::vector<Bead> parse_beads(std::string_view bytes, const std::string& name);

/// Precision, recall and their harmonic mean, each 0 to 1.
struct Accuracy {
  double precision = 0;
  double recall = 0;
  double f1 = 0;
};

/// How often beads of one type (1:2) are in the gold, in the test, and the same in both.
struct TypeCount {
  std::size_t gold = 0;
  std::size_t test = 0;
  std::size_t correct = 0;
};

/// A score over one or several alignments, counts added up before dividing.
struct Evaluation {
  Accuracy strict;  ///< a test bead is right if the gold has the same bead
  Accuracy lax;     ///< or if it shares a source and target pair with a gold bead
  std::map<std::pair<std::size_t, std::size_t>, TypeCount>
      types;  ///< by source and target sentences
};

/// Adds alignments up. The measure is that of Sennrich & Volk 2010 as vecalign and Bertalign
/// publish it: null beads count for precision and not for recall. Beads that occur twice count
/// once.
class DUIZHAO_EXPORT Evaluator {
 public:
  void add(const std::vector<Bead>& gold, const std::vector<Bead>& test);
  Evaluation result() const;

 private:
  struct Count {
    std::size_t strict = 0;
    std::size_t lax = 0;
    std::size_t all = 0;
  };
  using Links = std::pair<std::vector<std::size_t>, std::vector<std::size_t>>;

  static Count count(const std::vector<Links>& reference, const std::vector<Links>& judged);

  Count precision_;
  Count recall_;
  std::map<std::pair<std::size_t, std::size_t>, TypeCount> types_;
};

}  // namespace duizhao
