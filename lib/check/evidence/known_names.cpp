#include "check/evidence/known_names.hpp"

#include <algorithm>

#include "lexicon/tables.hpp"
#include "text/ascii.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "words/links.hpp"

namespace duizhao::check {

KnownNames::KnownNames(const Lexicon& lexicon) : lexicon_(lexicon) {
  const lexicon::Tables* tables = lexicon.tables();
  if (tables != nullptr) stemmer_ = lexicon::Stemmer::for_language("en", tables);
}

std::string KnownNames::stem(const std::string& english) const {
  const std::string folded = text::fold_case(english);
  return stemmer_ ? stemmer_->stem(folded) : folded;
}

const std::vector<NameRendering>& KnownNames::renderings_of(const std::string& word) const {
  const auto [entry, is_new] = renderings_.try_emplace(word);
  constexpr std::size_t kTwoHan = 6;  // bytes
  if (!is_new || word.size() < kTwoHan) return entry->second;
  const bool proper = words::is_proper_name(lexicon_, word);
  if (!proper) return entry->second;
  constexpr std::size_t kMost = 6;
  for (const duizhao::Translation& each : lexicon_.english_for(word, kMost)) {
    entry->second.push_back({each.word, stemmer_->stem(each.word), each.probability});
  }
  return entry->second;
}

bool KnownNames::is_name(const std::string& word) const {
  const auto [entry, is_new] = names_.try_emplace(word, false);
  if (!is_new) return entry->second;
  // Most of what it may stand for is names: not Dove, which is a bird and a sweet.
  constexpr std::size_t kMost = 8;
  double names = 0;
  double others = 0;
  for (const duizhao::Translation& each : lexicon_.chinese_for(word, kMost)) {
    // 小米 is millet, and a company: as a rendering it may be either.
    const bool named =
        std::ranges::any_of(lexicon_.readings(each.word), [](const std::string& reading) {
          return !reading.empty() && text::is_ascii_upper(reading.front());
        });
    (named ? names : others) += each.probability;
  }
  constexpr std::size_t kShort = 2;
  entry->second = word.size() > kShort && names > 2 * others && names > 0.2;
  return entry->second;
}

}  // namespace duizhao::check
