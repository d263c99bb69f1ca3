// How two texts in one language differ, word by word.
#pragma once

#include <vector>

#include "duizhao/words/word_aligner.hpp"
#include "lexicon/tables.hpp"
#include "words/word_facts.hpp"

namespace duizhao::words {

/// The units of links: connected components of the graph that they make.
std::vector<WordPhrase> phrases_of(const std::vector<WordLink>& links, std::size_t source_size,
                                   std::size_t target_size);

/// What each unit of an alignment is, and what stands on one side only. The alignment must have
/// its tokens, links, phrases and probabilities of words alone; `tables` may be null.
std::vector<WordDifference> differences_of(const WordAlignment& alignment,
                                           const std::vector<const EnglishFacts*>& source,
                                           const std::vector<const EnglishFacts*>& target,
                                           const lexicon::Tables* tables);
std::vector<WordDifference> differences_of(const WordAlignment& alignment,
                                           const std::vector<const ChineseFacts*>& source,
                                           const std::vector<const ChineseFacts*>& target,
                                           const lexicon::Tables* tables);

}  // namespace duizhao::words
