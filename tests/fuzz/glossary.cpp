// Terms are never empty, and stand in the order of their places.
#include <duizhao/error.hpp>
#include <duizhao/glossary.hpp>

#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    std::size_t end = 0;
    for (const duizhao::Term& term : duizhao::parse_glossary(fuzz::text(data, size), "input")) {
      fuzz::require(!term.source.empty() && !term.target.empty());
      fuzz::require(term.place.byte.value() >= end && term.place.byte.value() < size);
      end = term.place.byte.value() + 1;
    }
  } catch (const duizhao::Error& error) {
    fuzz::require(error.place().byte.value() <= size);
  }
  return 0;
}
