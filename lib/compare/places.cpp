#include "compare/places.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "text/embedded.hpp"
#include "text/split.hpp"

namespace duizhao::compare {
namespace {

const std::vector<Place>& places() {
  static const auto kPlaces = [] {
    std::vector<Place> all;
    for (const std::string_view row : text::entries(text::kPlaces)) {
      const auto cells = text::split(row, '\t');
      all.push_back({text::split(cells.at(0), ' '), text::split(cells.at(1), ' ')});
    }
    return all;
  }();
  return kPlaces;
}

using Index = std::multimap<std::string_view, const Place*>;

Index index_of(std::vector<std::string_view> Place::*names) {
  Index index;
  for (const Place& place : places()) {
    for (const std::string_view name : place.*names) index.emplace(name, &place);
  }
  return index;
}

std::vector<const Place*> find(const Index& index, std::string_view word) {
  std::vector<const Place*> found;
  const auto [first, last] = index.equal_range(word);
  for (auto at = first; at != last; ++at) found.push_back(at->second);
  return found;
}

}  // namespace

std::vector<const Place*> places_of_english(std::string_view word) {
  static const Index kIndex = index_of(&Place::english);
  return find(kIndex, word);
}

std::vector<const Place*> places_of_chinese(std::string_view word) {
  static const Index kIndex = index_of(&Place::chinese);
  return find(kIndex, word);
}

bool is_transliteration(std::string_view character) {
  static const auto kEntries = text::entries(text::kTransliteration);
  static const std::set<std::string_view> kCharacters(kEntries.begin(), kEntries.end());
  return kCharacters.contains(character);
}

}  // namespace duizhao::compare
