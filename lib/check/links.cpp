#include "check/links.hpp"

#include <algorithm>
#include <cmath>

#include "lexicon/tables.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"
#include "variants/likeness.hpp"

namespace duizhao::check {

Linker::Linker(const Material& material)
    : tables_(material.lexicon.tables()), words_(material.lexicon.tables()) {}

std::vector<Link> Linker::links(const Translation& translation, const Pair& pair) const {
  const align::Direction& direction = translation.explained_by(translation.chinese());
  const std::vector<Word>& english = (pair.*translation.english()).words;
  const std::vector<Word>& chinese = (pair.*translation.chinese()).words;
  std::vector<std::pair<std::uint32_t, std::size_t>> places;  // of English words by number
  for (std::size_t e = 0; e < english.size(); ++e) places.emplace_back(english[e].number, e);
  std::ranges::sort(places);
  std::vector<Link> links;
  for (std::size_t c = 0; c < chinese.size(); ++c) {
    const auto& row = direction.rows[chinese[c].number];
    auto place = places.begin();
    for (const auto& [number, ratio] : row) {
      while (place != places.end() && place->first < number) ++place;
      const double probability = static_cast<double>(ratio) * direction.background[number];
      for (auto same = place; same != places.end() && same->first == number; ++same) {
        links.push_back({c, same->second, variants::rendering_likeness(probability)});
      }
    }
  }
  return links;
}

double Linker::strength(const std::string& chinese, std::size_t stem) const {
  double probability = 0;
  if (tables_ == nullptr) return 0;
  tables_->visit_row(chinese, [&](std::size_t other, double share) {
    if (other == stem) probability += share;
  });
  return variants::rendering_likeness(probability);
}

std::vector<double> Linker::support(const Translation& translation, const Pair& pair,
                                    const std::vector<Link>& links, SideOf side) {
  const bool chinese = side == translation.chinese();
  std::vector<double> support((pair.*side).words.size());
  for (const Link& link : links) {
    double& best = support[chinese ? link.chinese : link.english];
    best = std::max(best, link.strength);
  }
  return support;
}

std::vector<double> Linker::weights(const Translation& translation, const Pair& pair,
                                    SideOf side) const {
  std::vector<double> weights;
  for (const Word& word : (pair.*side).words) {
    const std::string& text = translation.word(side, word);
    weights.push_back(words_.is_content(text) ? 1 : 0);
  }
  return weights;
}

}  // namespace duizhao::check
