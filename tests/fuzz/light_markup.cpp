#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::read(data, size, duizhao::InputFormat::asciidoc);
  fuzz::read(data, size, duizhao::InputFormat::restructured_text);
  return 0;
}
