#include <duizhao/text/edit_distance.hpp>

#include <catch2/catch.hpp>
#include <random>
#include <string>

using namespace duizhao;

namespace {

/// The definition, without a table.
std::size_t naive(const std::string& left, const std::string& right, Transpositions way) {
  if (left.empty() || right.empty()) return std::max(left.size(), right.size());
  const auto without = [](const std::string& text, std::size_t count) {
    return text.substr(0, text.size() - count);
  };
  const bool same = left.back() == right.back();
  std::size_t least =
      std::min({naive(without(left, 1), right, way) + 1, naive(left, without(right, 1), way) + 1,
                naive(without(left, 1), without(right, 1), way) + (same ? 0 : 1)});
  const bool exchanged = way == Transpositions::one_edit && left.size() > 1 && right.size() > 1 &&
                         left.back() == right[right.size() - 2] &&
                         left[left.size() - 2] == right.back();
  if (exchanged) least = std::min(least, naive(without(left, 2), without(right, 2), way) + 1);
  return least;
}

}  // namespace

TEST_CASE("The edit distance is that of its definition", "[text]") {
  std::mt19937 random(7);
  const auto word = [&] {
    std::string text(random() % 6, 'a');
    for (char& letter : text) letter = static_cast<char>('a' + random() % 3);
    return text;
  };
  for (int i = 0; i < 2000; ++i) {
    const std::string left = word();
    const std::string right = word();
    INFO(left << ' ' << right);
    for (const auto way : {Transpositions::two_edits, Transpositions::one_edit}) {
      CHECK(edit_distance(left, right, way) == naive(left, right, way));
    }
  }
}
