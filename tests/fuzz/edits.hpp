// Edits of bytes that are too many for an input: each of three bytes for the place, one for the
// value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace fuzz {

/// Places are counted modulo the size; those at its end cut the bytes there.
inline void edit(std::string& bytes, const std::uint8_t* data, std::size_t size) {
  for (std::size_t at = 0; at + 4 <= size && !bytes.empty(); at += 4) {
    const std::size_t place = data[at] + 256UL * data[at + 1] + 65536UL * data[at + 2];
    const std::size_t byte = place % (bytes.size() + 1);
    if (byte == bytes.size()) {
      bytes.resize(bytes.size() - data[at + 3] % (bytes.size() + 1));
    } else {
      bytes[byte] = static_cast<char>(data[at + 3]);
    }
  }
}

}  // namespace fuzz
