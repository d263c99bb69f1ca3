// Text in the encodings that documents come in.
#pragma once

#include <string>
#include <vector>

namespace test {

/// `utf8` in another encoding, by ICU, without a byte-order mark of its own.
std::string encoded(const std::string& utf8, const std::string& encoding);

/// How a file may be encoded, and what its first bytes are.
struct Encoding {
  const char* name;
  const char* mark;  ///< the byte-order mark, in UTF-8; empty for none

  std::string operator()(const std::string& utf8) const { return encoded(mark + utf8, name); }
};

/// Every encoding that is read by its own name, with and without a mark.
const std::vector<Encoding>& every_encoding();

}  // namespace test
