#include "words/links.hpp"

#include <algorithm>
#include <utility>

#include "lexicon/likeness.hpp"
#include "lexicon/tables.hpp"
#include "text/ascii.hpp"

namespace duizhao::words {

std::vector<Link> find_links(const words::Direction& direction, const std::vector<Word>& chinese,
                             const std::vector<Word>& english) {
  std::vector<std::pair<std::uint32_t, std::size_t>> places;  // of English words by number
  for (std::size_t e = 0; e < english.size(); ++e) places.emplace_back(english[e].number(), e);
  std::ranges::sort(places);
  std::vector<Link> links;
  for (std::size_t c = 0; c < chinese.size(); ++c) {
    auto place = places.begin();
    for (const auto& [number, ratio] : direction.rows[chinese[c].number()]) {
      while (place != places.end() && place->first < number) ++place;
      const double probability = static_cast<double>(ratio) * direction.background[number];
      for (auto same = place; same != places.end() && same->first == number; ++same) {
        links.push_back({c, same->second, lexicon::rendering_likeness(probability)});
      }
    }
  }
  return links;
}

double rendering_strength(const lexicon::Tables* tables, const std::string& chinese,
                          std::size_t stem) {
  if (tables == nullptr) return 0;
  double probability = 0;
  tables->visit_row(chinese, [&](std::size_t other, double share) {
    if (other == stem) probability += share;
  });
  return lexicon::rendering_likeness(probability);
}

bool is_proper_name(const Lexicon& lexicon, const std::string& chinese) {
  const auto readings = lexicon.readings(chinese);
  return !readings.empty() && std::ranges::all_of(readings, [](const std::string& reading) {
    return !reading.empty() && text::is_ascii_upper(reading.front());
  });
}

}  // namespace duizhao::words
