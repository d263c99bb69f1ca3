// What a fuzz target is made of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <duizhao/document/document.hpp>
#include <duizhao/document/read_document.hpp>
#include <duizhao/text/error.hpp>
#include <string>
#include <string_view>

/// libFuzzer's entry: called with one input after the other. Always gives 0.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace fuzz {

/// Ends the program, as a sanitiser would, where a law does not hold.
inline void require(bool law) {
  if (!law) std::abort();
}

inline std::string_view text(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Runs and blocks are in order, disjoint and inside the document.
inline void require_order(const duizhao::Document& document) {
  std::size_t end = 0;
  for (const duizhao::TextRun& run : document.runs()) {
    require(run.range.begin >= end && run.range.end >= run.range.begin);
    end = run.range.end;
  }
  require(end <= document.bytes().size());
  std::size_t next = 0;
  for (const duizhao::Block& block : document.blocks()) {
    require(block.first_run == next && block.run_count > 0);
    next += block.run_count;
  }
  require(next == document.runs().size());
}

/// What a reader makes of the input is in order, or an error: no UTF-8, nested too deep.
inline void read(const std::uint8_t* data, std::size_t size, duizhao::InputFormat format) {
  try {
    require_order(duizhao::parse_document(std::string(text(data, size)), "input",
                                          {.format = format, .encoding = "utf-8"}));
  } catch (const duizhao::Error&) {
  }
}

}  // namespace fuzz
