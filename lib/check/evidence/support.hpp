// How well the words of one side are supported by the other.
#pragma once

#include <string_view>
#include <vector>

#include "check/engine/context.hpp"

namespace duizhao::check {

/// By word of a side: the strength of its best link, 0 without one.
std::vector<double> word_supports(const CheckedTranslation& translation, const Side& side,
                                  SideOf name, const std::vector<words::Link>& links);

/// The support of some words that carry meaning; others do not count.
struct Support {
  double words = 0;  ///< their number
  double sum = 0;    ///< of their supports

  /// 0 to 1; 1 without words.
  double mean() const { return words > 0 ? sum / words : 1; }
};

/// Of the words of a side that lie in a range of its text.
Support support_of(const CheckedTranslation& translation, const Side& side, SideOf name,
                   const std::vector<words::Link>& links, ByteRange range);

/// Of all words of a pair's side.
Support support_of(const CheckedTranslation& translation, const CheckedBead& pair, SideOf name);

/// The length of a text in English letters: Chinese characters count for as many as their
/// translations have in general, their marks for nothing.
double length_in_letters(std::string_view text);

/// English letters for a Chinese character, in general.
inline constexpr double kLettersPerCharacter = 3.6;

}  // namespace duizhao::check
