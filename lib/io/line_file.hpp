// Text files that are read line by line.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/io/exchange.hpp"
#include "duizhao/text/error.hpp"

namespace duizhao::io {

/// A line without its end.
struct Line {
  std::string_view text;
  ErrorPlace place;  ///< of its first byte
};

/// The lines of a file as UTF-8, its byte-order mark left out.
class LineFile {
 public:
  /// Reads all of it. Throws Error (decoding).
  LineFile(const ByteSource& bytes, const std::string& name);

  const std::string& bytes() const { return bytes_; }
  const std::vector<Line>& lines() const { return lines_; }

 private:
  std::string bytes_;
  std::vector<Line> lines_;
};

/// Tabs and line breaks become spaces.
std::string as_field(std::string text);

/// A number that is a field as a whole. Throws Error (format) for anything else.
double parse_number(std::string_view field, const Line& line);
std::size_t parse_index(std::string_view field, const Line& line);

/// A writer of a format in which each unit is on its own.
std::unique_ptr<UnitWriter> line_writer(ByteSink sink,
                                        std::function<std::string(const TranslationUnit&)> line);

/// Throws Error (format) at a byte of a line.
[[noreturn]] void fail(const Line& line, std::string_view at, const std::string& expectation);

}  // namespace duizhao::io
