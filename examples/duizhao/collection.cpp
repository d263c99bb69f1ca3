#include "collection.hpp"

#include <algorithm>

#include "parallel.hpp"

namespace tool {
namespace {

// Pairs of an original and a translation that are tried; in larger collections nobody knows which
// belong together.
constexpr std::size_t kMostPairs = 32;

/// Whether a document has more than a few words in a language.
bool has_text_in(const std::string& language, const duizhao::SegmentedDocument& document) {
  constexpr std::size_t kShare = 20;  // one byte in so many
  std::size_t bytes = 0;
  for (const duizhao::Block& block : document.document().blocks()) {
    if (block.language == language) bytes += block.range.size();
  }
  return bytes * kShare > document.document().bytes().size();
}

}  // namespace

Collection::Collection(const InputOptions& input, const std::vector<std::string>& paths,
                       std::size_t jobs) {
  const duizhao::Lexicon lexicon = duizhao::Lexicon::load_default();
  const duizhao::Segmenter segmenter;
  auto documents = parallel_map(paths.size(), jobs, [&](std::size_t i) {
    return segmenter.segment(input.read(paths[i], "auto"));
  });
  tracer_.emplace(lexicon, std::move(documents));
  link_translations(lexicon, jobs);
}

std::optional<std::size_t> Collection::find(const std::string& path) const {
  const auto& all = documents();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const auto& each) { return each.document().name() == path; });
  if (found == all.end()) return std::nullopt;
  return static_cast<std::size_t>(found - all.begin());
}

void Collection::link_translations(const duizhao::Lexicon& lexicon, std::size_t jobs) {
  constexpr double kTranslation = 0.75;  // of the sentences correspond
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (std::size_t i = 0; i < documents().size(); ++i) {
    for (std::size_t k = 0; k < documents().size(); ++k) {
      if (has_text_in("zh", documents()[i]) && has_text_in("en", documents()[k])) {
        pairs.emplace_back(i, k);
      }
    }
  }
  if (pairs.size() > kMostPairs) return;
  duizhao::AlignOptions options;
  options.source_language = "zh";
  options.target_language = "en";
  const duizhao::Aligner aligner(lexicon, options);
  const auto alignments = parallel_map(pairs.size(), jobs, [&](std::size_t p) {
    return aligner.align(documents()[pairs[p].first], documents()[pairs[p].second]);
  });
  for (std::size_t p = 0; p < pairs.size(); ++p) {
    if (alignments[p].correspondence() < kTranslation) continue;
    tracer_->link(pairs[p].first, pairs[p].second, alignments[p]);
  }
}

}  // namespace tool
