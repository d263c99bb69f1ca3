#include "collection.hpp"

#include <algorithm>

#include "parallel.hpp"

namespace tool {
Collection::Collection(const InputOptions& input, const std::vector<std::string>& paths,
                       std::size_t jobs) {
  const duizhao::Lexicon lexicon = duizhao::Lexicon::load_default();
  const duizhao::Segmenter segmenter;
  auto documents = parallel_map(paths.size(), jobs, [&](std::size_t i) {
    return segmenter.segment(input.read(paths[i], "auto"));
  });
  tracer_.emplace(lexicon, std::move(documents));
  tracer_->link_translations();
}

std::optional<std::size_t> Collection::find(const std::string& path) const {
  const auto& all = documents();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const auto& each) { return each.document().name() == path; });
  if (found == all.end()) return std::nullopt;
  return static_cast<std::size_t>(found - all.begin());
}

}  // namespace tool
