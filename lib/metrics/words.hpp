// Words between white space, as the metrics count them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace duizhao::metrics {

/// White space of sacrebleu: that of Unicode and the ASCII separators U+001C to U+001F.
bool is_space(char32_t code_point);

/// Without white space at its end.
std::string_view trim_right(std::string_view text);

/// Without white space at either end.
std::string_view trim(std::string_view text);

/// The stretches between white space.
std::vector<std::string_view> split(std::string_view text);

/// Gives equal words equal numbers, from 0. The words must outlive it.
class WordNumbers {
 public:
  std::uint32_t of(std::string_view word);
  std::vector<std::uint32_t> of(std::span<const std::string_view> words);

 private:
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

/// Throws Error (content) if there is no reference.
void check_references(std::size_t count);

}  // namespace duizhao::metrics
