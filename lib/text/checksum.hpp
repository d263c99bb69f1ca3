// Checksums of bytes.
#pragma once

#include <cstdint>
#include <string_view>

namespace duizhao::text {

/// XXH3 of 64 bits (xxHash): tells damage, at about the speed of memory; no protection against
/// intent.
std::uint64_t checksum_of(std::string_view bytes);

}  // namespace duizhao::text
