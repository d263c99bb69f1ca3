// Blocks of code and formulas as anchors.
#pragma once

#include <vector>

#include "align/participants.hpp"
#include "align/span.hpp"
#include "duizhao/segment/segmenter.hpp"

namespace duizhao::align {

/// The places among the sentences that take part through which a path is led by blocks of code and
/// displayed formulas: those that are the same on both sides but for white space, as often on one
/// as on the other, and in the same order. Ascending in both. Linear but for sorting.
std::vector<Place> opaque_places(const SegmentedDocument& source, const SegmentedDocument& target,
                                 const Participants& participants);

}  // namespace duizhao::align
