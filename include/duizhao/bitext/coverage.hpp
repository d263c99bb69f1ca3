// How much of two documents an alignment covers.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "duizhao/bitext/alignment.hpp"
#include "duizhao/text/byte_range.hpp"
#include "duizhao/text/export.hpp"

namespace duizhao {

/// Why a part of a document is in no bead.
enum class LeftOutKind {
  other_language,  ///< sentences in a language that no sentence in a bead is in
  unaligned,       ///< other sentences
  code,            ///< a block of code
  formula,         ///< a displayed formula
  matter,          ///< no text: front matter, comments, attributes, navigation
};

/// The lower-case name of a kind, such as "other_language".
DUIZHAO_EXPORT std::string_view name_of(LeftOutKind kind);

/// A part of a document that is in no bead.
struct LeftOut {
  LeftOutKind kind = LeftOutKind::unaligned;  ///< why
  ByteRange range = {};                       ///< bytes of the document
};

/// What became of one document's sentences and other parts.
struct DUIZHAO_EXPORT Coverage {
  std::size_t linked = 0;              ///< sentences in beads with both sides
  std::size_t null = 0;                ///< sentences in null beads
  std::vector<LeftOut> left_out = {};  ///< the rest, a sentence or a block each, in order

  /// How many parts were left out for a reason.
  std::size_t count(LeftOutKind kind) const;

  /// Whether prose is in no bead.
  bool lacks_prose() const {
    return count(LeftOutKind::other_language) + count(LeftOutKind::unaligned) > 0;
  }
};

/// The coverage of both documents of an alignment.
struct AlignmentCoverage {
  Coverage source = {};  ///< of the text that is translated
  Coverage target = {};  ///< of the translation
};

/// What an alignment covers. Where one text stands on both sides, what is in a bead of one side is
/// not left out of the other. With code and formulas among the sentences they are such. Linear.
DUIZHAO_EXPORT AlignmentCoverage coverage_of(const Alignment& alignment);

}  // namespace duizhao
