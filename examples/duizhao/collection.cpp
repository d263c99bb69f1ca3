#include "collection.hpp"

#include <algorithm>

#include "parallel.hpp"

namespace tool {

Collection::Collection(const InputOptions& input, const OutputOptions& output,
                       const std::vector<std::string>& paths, std::size_t jobs) {
  const duizhao::Lexicon lexicon = duizhao::Lexicon::load_default();
  const duizhao::Segmenter segmenter;
  Progress progress(output.shows_progress(), duizhao::translate("reading"), size_of(paths),
                    WorkUnit::bytes);
  auto documents = parallel_map(paths.size(), jobs, [&](std::size_t i) {
    auto document = segmenter.segment(input.read(paths[i], "auto"));
    progress.advance(size_of(paths[i]));
    return document;
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
