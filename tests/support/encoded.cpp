#include "support/encoded.hpp"

#include <unicode/ucnv.h>

#include <catch2/catch.hpp>

namespace test {

std::string encoded(const std::string& utf8, const std::string& encoding) {
  std::string bytes(4 * utf8.size() + 16, '\0');
  UErrorCode status = U_ZERO_ERROR;
  const int32_t size =
      ucnv_convert(encoding.c_str(), "UTF-8", bytes.data(), static_cast<int32_t>(bytes.size()),
                   utf8.data(), static_cast<int32_t>(utf8.size()), &status);
  REQUIRE(U_SUCCESS(status));
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

const std::vector<Encoding>& every_encoding() {
  static const std::vector<Encoding> encodings = {
      {"UTF-8", ""},          {"UTF-8", "\uFEFF"},    {"GB18030", ""},  {"Big5", ""},
      {"UTF-16LE", "\uFEFF"}, {"UTF-16BE", "\uFEFF"}, {"UTF-16LE", ""}, {"UTF-16BE", ""}};
  return encodings;
}

}  // namespace test
