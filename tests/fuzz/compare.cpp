// Two translations of a quote, and its original before the second form feed, are compared.
#include <duizhao/compare/comparison.hpp>

#include "pair.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fuzz::Pair pair(data, size);
  if (!pair.is_short() || size == 0) return 0;
  static const duizhao::Comparer comparer(fuzz::lexicon());
  const std::size_t cut = std::min(pair.target.find('\f'), pair.target.size());
  const duizhao::Witness witnesses[] = {
      {.text = pair.source, .language = pair.source_language},
      {.text = pair.target.substr(0, cut), .language = pair.source_language}};
  const duizhao::Witness original{.text = pair.target.substr(std::min(pair.target.size(), cut + 1)),
                                  .language = pair.target_language};
  try {
    comparer.compare(witnesses, original);
  } catch (const duizhao::Error&) {
  }
  return 0;
}
