// Numbers that may lie in a mapped file.
#pragma once

#include <cstddef>
#include <span>
#include <type_traits>
#include <vector>

namespace duizhao::trace {

/// A list of values, of its own or in a file that stays mapped. What is added to values of a file
/// is added to a copy of them.
template <typename T>
class Column {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  Column() = default;
  Column(Column&&) noexcept = default;  // a moved vector stays where it is
  Column& operator=(Column&&) noexcept = default;

  /// Values of a file.
  explicit Column(std::span<const T> mapped) : values_(mapped) {}

  void push_back(const T& value) {
    own();
    own_.push_back(value);
    values_ = own_;
  }

  std::span<const T> values() const { return values_; }
  const T& operator[](std::size_t index) const { return values_[index]; }
  std::size_t size() const { return values_.size(); }
  bool empty() const { return values_.empty(); }

 private:
  void own() {
    if (own_.empty()) own_.assign(values_.begin(), values_.end());
  }

  std::vector<T> own_;
  std::span<const T> values_;
};

}  // namespace duizhao::trace
