#include "text/checksum.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace duizhao::text {

std::uint64_t checksum_of(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

}  // namespace duizhao::text
