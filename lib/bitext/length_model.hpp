// How much the length of a translation varies: data/models/bead-lengths.tsv.
#pragma once

namespace duizhao::bitext {

/// The logarithm of a translation's length over its expected length is about normal, and varies
/// the more the shorter it is (after Gale and Church 1993).
struct LengthModel {
  double deviation;   ///< the standard deviation of long texts, natural logarithm
  double short_text;  ///< its variance grows by short_text² / length in Chinese characters

  /// The standard deviation for a text of `length` Chinese characters, more than 0.
  double deviation_at(double length) const;
};

/// Read at the first call; any thread may call it.
const LengthModel& length_model();

}  // namespace duizhao::bitext
