// The quotation marks of one paragraph.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "duizhao/text/byte_range.hpp"

namespace duizhao::quotes {

/// Marks that may close each other.
enum class QuoteFamily : unsigned char { none, double_quote, single_quote, corner, white_corner };

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

  /// A last one that is never closed, and the family of its mark. It may go on in the next
  /// paragraph.
  std::optional<Quotation> open;
  QuoteFamily open_family = QuoteFamily::none;

  /// Whether the first one is one that was left open before this paragraph.
  bool continues = false;
};

/// Marks of one family (“ ” " or ‘ ’ or 「 」 or 『 』) close each other whatever their shape;
/// those of another family inside belong to the text. Straight marks open after white space and
/// punctuation alone. `left_open`: the family of a quotation that the paragraph before has left
/// open. It goes on where the paragraph opens with a mark of that family again or, `mid_sentence`,
/// where it closes it. Linear.
Quotations find_quotations(std::string_view paragraph, QuoteFamily left_open = QuoteFamily::none,
                           bool mid_sentence = false);

}  // namespace duizhao::quotes
