// Quantities of a text, in the language that the first byte chooses: in order, disjoint, with
// values from low to high.
#include <duizhao/mentions/quantities.hpp>

#include "fuzz.hpp"
#include "text/utf8.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const duizhao::QuantityFinder finder;
  if (size == 0) return 0;
  const std::string_view text = fuzz::text(data + 1, size - 1);
  if (duizhao::text::find_fault(text)) return 0;
  std::size_t end = 0;
  for (const duizhao::Quantity& quantity : finder.find(text, data[0] % 2 == 0 ? "zh" : "en")) {
    fuzz::require(quantity.range.begin >= end && quantity.range.end <= text.size());
    fuzz::require(quantity.low <= quantity.high);
    fuzz::require(duizhao::agree(quantity, quantity));
    end = quantity.range.end;
  }
  return 0;
}
