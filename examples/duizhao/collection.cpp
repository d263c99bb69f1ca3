#include "collection.hpp"

#include <algorithm>
#include <filesystem>
#include <map>

#include "parallel.hpp"

namespace tool {
namespace {

/// A text and what is known of it before it is read.
struct Text {
  std::string path = {};
  std::string language = "auto";
  duizhao::DocumentMetadata metadata = {};
  bool is_original = false;
};

/// The texts that are named, and those of manifests; what is both is known by the manifest.
std::vector<Text> texts_of(const std::vector<std::string>& paths) {
  namespace fs = std::filesystem;
  std::map<fs::path, Text> listed;  // by where they lie
  std::vector<fs::path> order;
  for (const std::string& path : paths) {
    if (!path.ends_with(".json")) continue;
    const duizhao::Corpus corpus = duizhao::Corpus::load(path);
    for (const duizhao::CorpusEntry& entry : corpus.entries()) {
      const fs::path file = fs::path(path).parent_path() / entry.file;
      const bool is_original = entry.role == duizhao::DocumentRole::original;
      order.push_back(fs::weakly_canonical(file));
      listed.insert_or_assign(order.back(),
                              Text{file.string(), entry.language, entry.metadata, is_original});
    }
  }
  std::vector<Text> texts;
  for (const std::string& path : paths) {
    if (path.ends_with(".json")) continue;
    const auto known = listed.extract(fs::weakly_canonical(path));
    texts.push_back(known ? known.mapped() : Text{});
    texts.back().path = path;
  }
  for (const fs::path& file : order) {
    if (const auto rest = listed.extract(file)) texts.push_back(rest.mapped());
  }
  return texts;
}

}  // namespace

Collection::Collection(const InputOptions& input, const OutputOptions& output,
                       const std::vector<std::string>& paths, std::size_t jobs,
                       bool same_language) {
  const duizhao::Lexicon lexicon = duizhao::Lexicon::load_default();
  const duizhao::Segmenter segmenter;
  const std::vector<Text> texts = texts_of(paths);
  std::vector<std::string> files;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    files.push_back(texts[i].path);
    if (texts[i].is_original) originals_.push_back(i);
  }
  Progress progress(output.progress(), duizhao::translate("reading"), size_of(files),
                    WorkUnit::bytes);
  auto documents = parallel_map(texts.size(), jobs, [&](std::size_t i) {
    const auto& [path, language, metadata, is_original] = texts[i];
    const Share share(progress, size_of(path));
    return segmenter.segment(input.read(path, language, metadata));
  });
  for (const duizhao::SegmentedDocument& each : documents) output.note_faults(each.document());
  tracer_.emplace(lexicon, std::move(documents));
  tracer_->link_translations(same_language);
}

std::optional<std::size_t> Collection::find(const std::string& path) const {
  const auto& all = documents();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const auto& each) { return each.document().name() == path; });
  if (found == all.end()) return std::nullopt;
  return static_cast<std::size_t>(found - all.begin());
}

}  // namespace tool
