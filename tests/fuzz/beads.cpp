// Beads that are read can be written and read again.
#include <duizhao/io/beads.hpp>
#include <duizhao/text/error.hpp>

#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const auto beads = duizhao::parse_beads(fuzz::text(data, size), "input");
    const auto again = duizhao::parse_beads(duizhao::to_beads(beads), "output");
    fuzz::require(beads.size() == again.size());
    for (std::size_t k = 0; k < beads.size(); ++k) {
      fuzz::require(beads[k].source == again[k].source && beads[k].target == again[k].target);
    }
  } catch (const duizhao::Error& error) {
    fuzz::require(error.place().byte.value() <= size);
  }
  return 0;
}
