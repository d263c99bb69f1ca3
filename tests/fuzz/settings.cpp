// Small files that people write: the first byte chooses rules of segmentation (SRX), locks, placed
// beads, a baseline, aligned lines, a manifest. Each is read, or is an error inside the file.
#include <duizhao/check/baseline.hpp>
#include <duizhao/document/corpus.hpp>
#include <duizhao/io/beads.hpp>
#include <duizhao/metrics/segments.hpp>
#include <duizhao/segment/srx.hpp>

#include "fuzz.hpp"
#include "text/utf8.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes = fuzz::text(data + 1, size - 1);
  try {
    switch (data[0] % 6) {
      case 0:
        duizhao::SrxRules::parse(bytes, "input");
        break;
      case 1:
        duizhao::parse_locks(bytes, "input");
        break;
      case 2:
        duizhao::parse_placed_beads(bytes, "input");
        break;
      case 3: {
        const auto baseline = duizhao::Baseline::parse(bytes, "input");
        duizhao::Baseline::parse(baseline.to_json(), "again");
        break;
      }
      case 4:
        duizhao::Corpus::parse(bytes, ".", "input");
        break;
      default:
        duizhao::parse_segments(std::string(bytes), "input", "utf-8");
    }
  } catch (const duizhao::Error& error) {
    // Of other encodings, also those that XML names, bytes are counted in the text as UTF-8.
    const bool named = bytes.find("encoding") != std::string_view::npos;
    const bool as_it_lies = !named && !duizhao::text::find_fault(bytes);
    fuzz::require(!as_it_lies || error.place().byte.value_or(0) <= size);
  }
  return 0;
}
