// The quotation marks of one paragraph.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "duizhao/byte_range.hpp"

namespace duizhao::variants {

/// A quotation: its marks and what they enclose, as bytes of the paragraph.
///
///     He said: “ O n e .  ” Then …
///              |whole  inner|
struct Quotation {
  ByteRange inner;
  ByteRange whole;
};

/// The quotations of a paragraph.
struct Quotations {
  std::vector<Quotation> closed;  ///< outermost ones, in order

  /// A last one that is never closed. It may go on in the next paragraph.
  std::optional<Quotation> open;
};

/// Marks of one family (“ ” " or ‘ ’ or 「 」 or 『 』) close each other whatever their shape;
/// those of another family inside belong to the text. Straight marks open after white space and
/// punctuation alone. `continued`: the paragraph goes on with a quotation that one before it has
/// left open and need not open it again. Linear.
Quotations find_quotations(std::string_view paragraph, bool continued = false);

}  // namespace duizhao::variants
