// The one exception type of the library.
#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>

#include "duizhao/text/export.hpp"

namespace duizhao {

/// What kind of thing went wrong.
enum class ErrorCode {
  io,        ///< a file could not be read or written
  decoding,  ///< bytes are not text in the encoding that they should be in
  format,    ///< a file is not what it claims to be: a malformed beads file, manifest, lexicon
  content,   ///< well-formed input that cannot serve: no text in the language asked for
};

/// Where it went wrong. What is not known is absent.
struct ErrorPlace {
  std::string file = {};  ///< as the caller named it; empty for text in memory without a name
  std::optional<std::size_t> line = {};  ///< counted from 1
  std::optional<std::size_t> byte = {};  ///< counted from 0, in the file as it lies on disk
};

/// Thrown by every function of the library that meets bad input.
///
/// `what()` is one line: `FILE: line 3, byte 57: expected …, found …`, with the parts of the place
/// that are known.
class DUIZHAO_EXPORT Error : public std::runtime_error {
 public:
  /// `expectation` says what was expected and what was found.
  Error(ErrorCode code, ErrorPlace place, const std::string& expectation);

  /// What kind of thing went wrong.
  ErrorCode code() const { return code_; }
  /// Where it went wrong, as far as it is known.
  const ErrorPlace& place() const { return place_; }

 private:
  ErrorCode code_;
  ErrorPlace place_;
};

}  // namespace duizhao
