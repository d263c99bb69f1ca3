#include <duizhao/error.hpp>
#include <duizhao/read_document.hpp>
#include <string>

#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    fuzz::require_order(
        duizhao::parse_document(std::string(fuzz::text(data, size)), "input",
                                {.format = duizhao::InputFormat::html, .encoding = "utf-8"}));
  } catch (const duizhao::Error&) {
    // no UTF-8, or nested too deep
  }
  return 0;
}
