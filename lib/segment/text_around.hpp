// A text read around a place.
#pragma once

#include <cstddef>
#include <string_view>

namespace duizhao::segment {

// Longer runs of letters and marks are no word; bytes.
inline constexpr std::size_t kLongestWord = 200;

/// What stands before and after an offset between code points of well-formed UTF-8. Beyond the text
/// stands U+0000.
class TextAround {
 public:
  explicit TextAround(std::string_view text) : text_(text) {}

  char32_t at(std::size_t offset) const;
  char32_t before(std::size_t offset) const;

  /// The last character before `offset` that is no white space.
  char32_t before_space(std::size_t offset) const;

  void skip_space(std::size_t& offset) const;
  std::size_t after_dashes(std::size_t offset) const;

  /// The first place at or after `offset` without an opening mark.
  std::size_t first_letter(std::size_t offset) const;

  /// The run of ASCII text before `offset`, back to white space, an opening mark or another
  /// character.
  std::string_view word_before(std::size_t offset) const;

  /// The ASCII letters at `offset`.
  std::string_view word_at(std::size_t offset) const;

 protected:
  std::string_view text_;
};

}  // namespace duizhao::segment
