#include "check/renderings.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "lexicon/tables.hpp"
#include "text/ascii.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"
#include "variants/likeness.hpp"

namespace duizhao::check {
namespace {

constexpr double kLinked = 0.35;  // strength of a link that shows a rendering

std::size_t characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += text::decode(text, at).size) ++count;
  return count;
}

/// How a pair's words are linked.
struct Linked {
  std::vector<Link> links;
  std::vector<double> english;  // support by word
  std::vector<double> weights;  // of English words
};

/// The English words of one occurrence: those that it links best, and what stands between them.
Occurrence rendering_of(const Translation& translation, std::size_t t, std::size_t p,
                        std::size_t word, const Linked& linked) {
  const Pair& pair = translation.pairs()[p];
  const Side& zh = pair.*translation.chinese();
  const Side& en = pair.*translation.english();
  Occurrence occurrence;
  occurrence.chinese = {t, p, translation.chinese(), zh.words[word].range};
  std::vector<std::size_t> mine;
  double best = 0;
  for (const Link& link : linked.links) {
    if (link.chinese != word || linked.weights[link.english] == 0) continue;
    best = std::max(best, link.strength);
  }
  if (best < kLinked) return occurrence;
  for (const Link& link : linked.links) {
    if (link.chinese != word || linked.weights[link.english] == 0) continue;
    if (link.strength < kLinked || link.strength < 0.5 * best) continue;
    // Another word may have the better claim.
    const bool claimed = std::ranges::any_of(linked.links, [&](const Link& other) {
      return other.english == link.english && other.chinese != word &&
             other.strength > link.strength;
    });
    if (!claimed) mine.push_back(link.english);
  }
  if (mine.empty()) return occurrence;
  std::ranges::sort(mine);
  // The longest run of words that stand together.
  std::size_t first = 0;
  std::size_t length = 0;
  for (std::size_t i = 0; i < mine.size();) {
    std::size_t k = i + 1;
    while (k < mine.size() && mine[k] <= mine[k - 1] + 2) ++k;
    if (k - i > length) {
      first = i;
      length = k - i;
    }
    i = k;
  }
  for (std::size_t i = first; i < first + length; ++i) {
    occurrence.stems.push_back(translation.word(translation.english(), en.words[mine[i]]));
  }
  const ByteRange range{en.words[mine[first]].range.begin,
                        en.words[mine[first + length - 1]].range.end};
  occurrence.english = Spot{t, p, translation.english(), range};
  occurrence.text = en.at(range);
  return occurrence;
}

/// Words that nothing explains stand for an occurrence whose rendering is not in the lexicon, if
/// there is one stretch of them.
void guess(const Translation& translation, const Linked& linked, Occurrence& occurrence) {
  constexpr std::size_t kMost = 3;  // words
  constexpr double kExplained = 0.25;
  const std::size_t p = occurrence.chinese.pair;
  const Pair& pair = translation.pairs()[p];
  const Side& en = pair.*translation.english();
  std::vector<std::size_t> strangers;
  for (std::size_t e = 0; e < en.words.size(); ++e) {
    if (linked.weights[e] > 0 && linked.english[e] < kExplained) strangers.push_back(e);
  }
  if (strangers.empty() || strangers.size() > kMost) return;
  if (strangers.back() - strangers.front() >= strangers.size() + 1) return;
  for (const std::size_t e : strangers) {
    occurrence.stems.push_back(translation.word(translation.english(), en.words[e]));
  }
  const ByteRange range{en.words[strangers.front()].range.begin,
                        en.words[strangers.back()].range.end};
  occurrence.english = Spot{occurrence.chinese.translation, p, translation.english(), range};
  occurrence.text = en.at(range);
  occurrence.guessed = true;
}

/// Whether a word is a term rather than ordinary language.
class Termhood {
 public:
  explicit Termhood(const Lexicon& lexicon) : lexicon_(lexicon) {}

  bool operator()(const std::string& word, std::size_t count, std::size_t total) const {
    constexpr double kMostPerMillion = 120;
    constexpr double kTimes = 10;  // more often than in general
    if (characters(word) < 2 || count < 2) return false;
    const lexicon::Tables* tables = lexicon_.tables();
    if (tables == nullptr) return false;
    const auto headword = tables->headword(word);
    if (!headword || is_name(word)) return false;
    constexpr double kMillion = 1e6;
    const double per_million = kMillion *
                               static_cast<double>(tables->headword_frequency(*headword)) /
                               static_cast<double>(tables->total_headword_frequency());
    const double here = kMillion * static_cast<double>(count) / static_cast<double>(total);
    return per_million <= kMostPerMillion && here >= kTimes * per_million;
  }

 private:
  bool is_name(const std::string& word) const {
    const auto readings = lexicon_.readings(word);
    return !readings.empty() && std::ranges::all_of(readings, [](const std::string& reading) {
      return !reading.empty() && text::is_ascii_upper(reading.front());
    });
  }

  const Lexicon& lexicon_;
};

std::string initials(const std::vector<std::string>& stems) {
  std::string letters;
  for (const std::string& stem : stems) letters += stem.front();
  return letters;
}

}  // namespace

std::vector<TermUse> find_terms(const Material& material, const Linker& linker) {
  std::map<std::string, std::size_t> counts;
  std::size_t total = 0;
  for (const Translation& translation : material.translations) {
    if (!translation.bilingual()) continue;
    for (const Pair& pair : translation.pairs()) {
      for (const Word& word : (pair.*translation.chinese()).words) {
        ++counts[translation.word(translation.chinese(), word)];
        ++total;
      }
    }
  }
  const Termhood is_term(material.lexicon);
  std::vector<TermUse> terms;
  std::map<std::string, std::size_t> index;
  for (std::size_t t = 0; t < material.translations.size(); ++t) {
    const Translation& translation = material.translations[t];
    if (!translation.bilingual()) continue;
    for (std::size_t p = 0; p < translation.pairs().size(); ++p) {
      const Pair& pair = translation.pairs()[p];
      const Side& zh = pair.*translation.chinese();
      if ((pair.*translation.english()).words.empty()) continue;
      std::optional<Linked> linked;
      for (std::size_t w = 0; w < zh.words.size(); ++w) {
        const std::string& text = translation.word(translation.chinese(), zh.words[w]);
        if (!is_term(text, counts.at(text), total)) continue;
        if (!linked) {
          linked = Linked{linker.links(translation, pair), {}, {}};
          linked->english =
              Linker::support(translation, pair, linked->links, translation.english());
          linked->weights = linker.weights(translation, pair, translation.english());
        }
        const auto [known, is_new] = index.try_emplace(text, terms.size());
        if (is_new) terms.push_back({text, {}});
        Occurrence occurrence = rendering_of(translation, t, p, w, *linked);
        if (!occurrence.english) guess(translation, *linked, occurrence);
        terms[known->second].occurrences.push_back(std::move(occurrence));
      }
    }
  }
  return terms;
}

bool same_rendering(const Occurrence& left, const Occurrence& right) {
  if (left.stems == right.stems) return true;
  const auto alike = [](const std::string& one, const std::string& two) {
    return one == two || variants::are_family(one, two);
  };
  const auto& shorter = left.stems.size() <= right.stems.size() ? left.stems : right.stems;
  const auto& longer = left.stems.size() <= right.stems.size() ? right.stems : left.stems;
  const bool inside = std::ranges::all_of(shorter, [&](const std::string& stem) {
    return std::ranges::any_of(longer,
                               [&](const std::string& other) { return alike(stem, other); });
  });
  if (inside) return true;
  return shorter.size() == 1 && longer.size() > 1 && shorter.front() == initials(longer);
}

}  // namespace duizhao::check
