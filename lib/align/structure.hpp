// What paragraphs, headings and turns say about beads.
#pragma once

#include <cstdint>
#include <vector>

#include "align/span.hpp"

namespace duizhao::align {

/// What begins with a sentence.
enum class Break : std::uint8_t {
  none,       ///< it goes on in its block
  paragraph,  ///< a block
  section,    ///< a heading, the text behind one, or another speaker's turn
};

/// The break before each sentence of a text; empty for texts without structure.
using Structure = std::vector<Break>;

/// What the structure of both sides takes from a bead's score (nats, at most 0). Translators keep
/// paragraphs more often than not, and headings and turns almost always: a break inside a bead
/// costs where the other side has none, and so does a bead that begins with a break on one side
/// only. 0 for null beads and where a side has no structure.
double structure_score(const Structure& source, const Structure& target, const Span& span);

/// What a null bead gains where it goes on with an omission inside a block (nats), which is omitted
/// as a whole more often than not: beyond what it gains anywhere. 0 for other beads.
double continuation_in_block(const Structure& source, const Structure& target, const Span& span);

}  // namespace duizhao::align
