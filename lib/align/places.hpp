// What words say about the places where beads meet.
#pragma once

#include <vector>

#include "align/span.hpp"
#include "words/lexical_model.hpp"
#include "words/tokens.hpp"

namespace duizhao::align {

/// How much of the sentences about a place would rather lie on the other side of it.
///
/// With r the explaining sentence before the place and r + 1 the one behind it: how much better the
/// best-suited end of the explained sentence before the place is explained by r + 1 than by r, plus
/// how much better the best-suited beginning of the explained sentence behind it is explained by r
/// than by r + 1; the same with the sides exchanged. Each of the four in nats, at most 15; 0 at the
/// ends of the text.
std::vector<double> find_bleeding(const words::Tokens& source, const words::Tokens& target,
                                  const words::LexicalModel& model,
                                  const std::vector<Place>& places);

/// How well the first words of the sentences behind each place fit each other: first five words of
/// the source, first five content words of the target, for each word its best contribution, halved
/// (nats). `closings`: the last words of the sentences before it instead.
enum class End { openings, closings };
std::vector<double> end_matches(const words::Tokens& source, const words::Tokens& target,
                                const words::LexicalModel& model, const std::vector<Place>& places,
                                End end);

}  // namespace duizhao::align
