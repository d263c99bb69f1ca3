#include "align/explained_sums.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace duizhao::align {

void ExplainedSums::fill(const Tokens& explaining, const Tokens& explained,
                         const Direction& direction) {
  const std::size_t words = explained.vocabulary().size();
  const double unexplained = std::log(kLambda);
  std::vector<double> probability(words, 0);     // sum of p(word | s) over the span
  std::vector<double> term(words, unexplained);  // the word's contribution
  std::vector<std::uint32_t> touched;
  for (std::size_t begin = 0; begin < explaining.sentence_count(); ++begin) {
    std::size_t span_words = 0;
    for (std::size_t count = 1; count <= most_ && begin + count <= explaining.sentence_count();
         ++count) {
      const auto& sentence = explaining.sentence(begin + count - 1);
      span_words += std::max<std::size_t>(1, sentence.size());
      for (const std::uint32_t word : sentence) {
        for (const auto& [other, p] : direction.rows[word]) {
          if (probability[other] == 0) touched.push_back(other);
          probability[other] += p;
        }
      }
      const double scale = (1 - kLambda) / static_cast<double>(span_words);
      for (const std::uint32_t word : touched) {
        term[word] = std::min(
            kCap, std::log(kLambda + scale * probability[word] / direction.background[word]));
      }
      const std::size_t span = begin * most_ + count - 1;
      double* sums = sums_.data() + offsets_[span];
      *sums = 0;
      for (std::size_t j = windows_[span].begin; j < windows_[span].end; ++j, ++sums) {
        double total = 0;
        for (const std::uint32_t word : explained.sentence(j)) total += term[word];
        sums[1] = sums[0] + total;
      }
    }
    for (const std::uint32_t word : touched) {
      probability[word] = 0;
      term[word] = unexplained;
    }
    touched.clear();
  }
}

}  // namespace duizhao::align
