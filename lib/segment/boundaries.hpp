// Where the sentences of a piece of Chinese or English text end.
#pragma once

#include <string_view>
#include <vector>

#include "duizhao/segment/segmenter.hpp"
#include "duizhao/text/byte_range.hpp"
#include "segment/word_lists.hpp"

namespace duizhao::segment {

/// A run of stops such as `。`, `?!` or `...`: what may end a sentence.
using Stops = std::vector<ByteRange>;

/// The sentences of `text`, given its stops in order.
std::vector<ByteRange> find_sentences(std::string_view text, const Stops& stops,
                                      const WordLists& words, const SegmentOptions& options);

}  // namespace duizhao::segment
