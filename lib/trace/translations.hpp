// Which documents are translations of each other as wholes.
#pragma once

#include <vector>

#include "duizhao/lexicon/lexicon.hpp"
#include "duizhao/segment/segmenter.hpp"
#include "duizhao/trace/tracer.hpp"

namespace duizhao::trace {

/// Aligns documents with each other, Chinese ones first, and gives those of which three quarters of
/// the sentences correspond and two words of five in them are linked. A document is tried with the
/// first of each set of translations, not with the others; `same_language`: also with those in its
/// own language. At most 64 pairs are tried.
std::vector<LinkedTranslation> find_translations(const Lexicon& lexicon, const Documents& documents,
                                                 std::size_t first, bool same_language);

}  // namespace duizhao::trace
