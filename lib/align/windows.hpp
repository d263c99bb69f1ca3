// Long texts, window by window.
#pragma once

#include <cstddef>
#include <vector>

#include "align/anchor.hpp"
#include "align/second_pass.hpp"
#include "align/span.hpp"
#include "align/text.hpp"
#include "align/units.hpp"
#include "duizhao/text/progress.hpp"
#include "words/lexical_model.hpp"

namespace duizhao::align {

/// A stretch of both texts that is searched by itself.
struct Window {
  Place from;
  Place to;
};

/// Overlapping windows over texts that end at `end`, in order: of about a thousand source sentences
/// each, from anchor to anchor, or on the diagonal where there are none for long. Each shares two
/// stretches of about a hundred sentences with the next.
std::vector<Window> windows_between(const std::vector<Anchor>& anchors, const Place& end);

/// Both passes over all windows, on so many threads; the result does not depend on their number.
/// Where two windows overlap, one path goes over into the other at the place that both are surest
/// of. What lies in other windows counts only through the words that the model has learned. Time is
/// linear in the number of sentences, and so is memory, a window's being given back. `progress` is
/// told, by the calling thread, how many windows are done.
std::vector<ScoredSpan> search_windows(const Text& source, const Text& target,
                                       const words::LexicalModel& model,
                                       const Constraints& constraints, std::size_t threads,
                                       const ProgressReport& progress = {});

}  // namespace duizhao::align
