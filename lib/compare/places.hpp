// Names of countries that may stand for each other: data/words/places.tsv.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace duizhao::compare {

/// A country, its people and its capital in both languages.
struct Place {
  std::vector<std::string_view> chinese;  // simplified
  std::vector<std::string_view> english;
};

/// The places that an English word, as it stands, or a Chinese one may mean; mostly one or none.
/// Any thread may call them.
std::vector<const Place*> places_of_english(std::string_view word);
std::vector<const Place*> places_of_chinese(std::string_view word);

/// Whether a Chinese character mostly writes sounds of foreign names:
/// data/words/transliteration.txt.
bool is_transliteration(std::string_view character);

}  // namespace duizhao::compare
