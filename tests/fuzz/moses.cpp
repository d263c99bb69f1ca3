// Two files of lines, on both sides of the first form feed.
#include <duizhao/io/exchange.hpp>

#include "pair.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fuzz::Pair pair(data, size);
  std::size_t units = 0;
  try {
    const auto read = duizhao::read_moses({duizhao::memory_source(pair.source), "source"},
                                          {duizhao::memory_source(pair.target), "target"}, {},
                                          [&](const duizhao::TranslationUnit&) { ++units; });
    fuzz::require(read.units == units);
  } catch (const duizhao::Error&) {
  }
  return 0;
}
