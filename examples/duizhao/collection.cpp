#include "collection.hpp"

#include <fmt/format.h>

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

/// Reads and cuts texts, in their order.
std::vector<duizhao::SegmentedDocument> read(const InputOptions& input, const OutputOptions& output,
                                             const std::vector<Text>& texts, std::size_t jobs) {
  const duizhao::Segmenter segmenter;
  std::vector<std::string> files;
  for (const Text& text : texts) files.push_back(text.path);
  Progress progress(output.progress(), duizhao::translate("reading"), size_of(files),
                    WorkUnit::bytes);
  auto documents = parallel_map(texts.size(), jobs, [&](std::size_t i) {
    const auto& [path, language, metadata, is_original] = texts[i];
    const Share share(progress, size_of(path));
    return segmenter.segment(input.read(path, language, metadata));
  });
  for (const duizhao::SegmentedDocument& each : documents) output.note_faults(each.document());
  return documents;
}

std::optional<std::size_t> find_in(const duizhao::Documents& documents, const std::string& name) {
  const auto& names = documents.names();
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

}  // namespace

Collection::Collection(const InputOptions& input, const OutputOptions& output,
                       const std::vector<std::string>& paths, std::size_t jobs,
                       bool same_language) {
  const std::vector<Text> texts = texts_of(paths);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (texts[i].is_original) originals_.push_back(i);
  }
  tracer_.emplace(duizhao::Lexicon::load_default(), read(input, output, texts, jobs));
  tracer_->link_translations(same_language);
}

Collection::Collection(const InputOptions& input, const OutputOptions& output,
                       const std::vector<std::string>& paths, std::size_t jobs,
                       const std::filesystem::path& index) {
  duizhao::Lexicon lexicon = duizhao::Lexicon::load_default();
  const bool is_new = !paths.empty() && !std::filesystem::exists(index);
  tracer_ = is_new ? duizhao::Tracer(std::move(lexicon))
                   : duizhao::Tracer::open(std::move(lexicon), index);
  bool changed = is_new;
  for (duizhao::SegmentedDocument& each : read(input, output, texts_of(paths), jobs)) {
    const std::string name = each.document().name();
    const auto known = find_in(tracer_->documents(), name);
    if (!known) {
      tracer_->add(std::move(each));
      changed = true;
    } else if (tracer_->documents()[*known].document().bytes() != each.document().bytes()) {
      throw duizhao::Error(duizhao::ErrorCode::content, {name, {}, {}},
                           fmt::format(fmt::runtime(duizhao::translate(
                                           "expected the text that {} holds, found another one; "
                                           "make the index anew")),
                                       index.string()));
    }
  }
  if (!changed) return;
  tracer_->link_translations();
  tracer_->save(index);
}

std::optional<std::size_t> Collection::find(const std::string& path) const {
  return find_in(tracer_->documents(), path);
}

}  // namespace tool
