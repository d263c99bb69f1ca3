// The first byte chooses the encoding, the rest are the bytes to decode: UTF-8 comes out, or an
// error.
#include <array>
#include <duizhao/text/error.hpp>
#include <string>

#include "fuzz.hpp"
#include "text/encoding.hpp"
#include "text/utf8.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::array kEncodings = {"auto",   "utf-8",    "gb18030",  "big5",
                                     "utf-16", "utf-16le", "utf-16be", "shift_jis"};
  if (size == 0) return 0;
  const std::string bytes(fuzz::text(data + 1, size - 1));
  try {
    const std::string utf8 =
        duizhao::text::to_utf8(bytes, kEncodings[data[0] % kEncodings.size()], "input");
    fuzz::require(!duizhao::text::find_fault(utf8));
  } catch (const duizhao::Error& error) {
    fuzz::require(error.code() == duizhao::ErrorCode::decoding);
    fuzz::require(error.place().byte.value() <= bytes.size());
  }
  return 0;
}
