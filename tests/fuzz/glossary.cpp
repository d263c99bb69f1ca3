// Terms are never empty, and stand in the order of their places; those of one row, with several
// renderings in a cell, share theirs.
#include <duizhao/lexicon/glossary.hpp>
#include <duizhao/text/error.hpp>

#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    std::size_t last = 0;
    for (const duizhao::Term& term : duizhao::parse_glossary(fuzz::text(data, size), "input")) {
      fuzz::require(!term.source.empty() && !term.target.empty());
      fuzz::require(term.place.byte.value() >= last && term.place.byte.value() < size);
      last = term.place.byte.value();
    }
  } catch (const duizhao::Error& error) {
    fuzz::require(error.place().byte.value() <= size);
  }
  return 0;
}
