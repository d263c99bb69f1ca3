// The words of two texts are linked: tokens in order and inside the texts, links between tokens
// that there are.
#include <duizhao/words/word_aligner.hpp>
#include <map>

#include "pair.hpp"

namespace {

void require_tokens(const std::vector<duizhao::WordToken>& tokens, const std::string& text) {
  std::size_t end = 0;
  for (const duizhao::WordToken& token : tokens) {
    fuzz::require(token.range.begin >= end && token.range.end <= text.size());
    end = token.range.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fuzz::Pair pair(data, size);
  if (!pair.is_short() || size == 0) return 0;
  static std::map<std::pair<std::string, std::string>, duizhao::WordAligner> aligners;
  const std::pair languages(pair.source_language, pair.target_language);
  auto aligner = aligners.find(languages);
  if (aligner == aligners.end()) {
    aligner = aligners
                  .emplace(languages,
                           duizhao::WordAligner(fuzz::lexicon(), languages.first, languages.second))
                  .first;
  }
  try {
    const duizhao::WordAlignment words = aligner->second.align(pair.source, pair.target);
    require_tokens(words.source, pair.source);
    require_tokens(words.target, pair.target);
    for (const duizhao::WordLink& link : words.links) {
      fuzz::require(link.source < words.source.size() && link.target < words.target.size());
      fuzz::require(fuzz::is_probability(link.probability));
    }
    for (const double alone : words.source_alone) fuzz::require(fuzz::is_probability(alone));
    for (const double alone : words.target_alone) fuzz::require(fuzz::is_probability(alone));
  } catch (const duizhao::Error&) {
  }
  return 0;
}
