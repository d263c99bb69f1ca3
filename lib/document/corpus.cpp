#include "duizhao/document/corpus.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "duizhao/document/read_document.hpp"
#include "duizhao/text/error.hpp"
#include "duizhao/text/file.hpp"
#include "duizhao/text/messages.hpp"
#include "text/parse_json.hpp"

namespace duizhao {
namespace {

using Json = nlohmann::ordered_json;

/// Reads entries, with errors that name the manifest and the entry.
class ManifestReader {
 public:
  explicit ManifestReader(std::string name) : name_(std::move(name)) {}

  std::vector<CorpusEntry> read(std::string_view bytes) {
    const Json manifest = text::parse_json(bytes, {name_, 1, 0}, translate("expected JSON"));
    if (!manifest.is_object() || !manifest.contains("documents") ||
        !manifest["documents"].is_array()) {
      fail(translate("expected an object with the list \"documents\""));
    }
    std::vector<CorpusEntry> entries;
    for (const Json& json : manifest["documents"]) {
      ++number_;
      if (!json.is_object()) fail(translate("expected an object"));
      entries.push_back(read_entry(json));
    }
    check_originals(entries);
    return entries;
  }

 private:
  [[noreturn]] void fail(const std::string& expectation) const {
    const std::string place =
        number_ > 0 ? fmt::format(fmt::runtime(translate("document {}: ")), number_) : "";
    throw Error(ErrorCode::format, {name_, {}, {}}, place + expectation);
  }

  std::string required(const Json& json, const char* field) const {
    if (!json.contains(field) || !json[field].is_string()) {
      fail(fmt::format(fmt::runtime(translate("expected a text in \"{}\"")), field));
    }
    return json[field];
  }

  std::string optional(const Json& json, const char* field) const {
    return json.contains(field) && !json[field].is_null() ? required(json, field) : "";
  }

  CorpusEntry read_entry(const Json& json) const {
    CorpusEntry entry;
    entry.metadata = {required(json, "id"), optional(json, "title"), optional(json, "outlet"),
                      optional(json, "date"), optional(json, "address")};
    entry.file = required(json, "file");
    entry.language = required(json, "language");
    const std::string role = required(json, "role");
    if (role == "original") {
      entry.role = DocumentRole::original;
    } else if (role == "translation") {
      entry.role = DocumentRole::translation;
    } else if (role != "article") {
      fail(fmt::format(
          fmt::runtime(translate("expected \"original\", \"translation\" or \"article\" in "
                                 "\"role\", found \"{}\"")),
          role));
    }
    if (const std::string original = optional(json, "original"); !original.empty()) {
      entry.original = original;
    }
    return entry;
  }

  void check_originals(const std::vector<CorpusEntry>& entries) {
    number_ = 0;
    std::set<std::string_view> ids;
    for (const CorpusEntry& entry : entries) {
      ++number_;
      if (ids.insert(entry.metadata.id).second) continue;
      fail(fmt::format(fmt::runtime(translate("expected an id of its own, found \"{}\" again")),
                       entry.metadata.id));
    }
    number_ = 0;
    for (const CorpusEntry& entry : entries) {
      ++number_;
      if (!entry.original || ids.contains(*entry.original)) continue;
      fail(fmt::format(fmt::runtime(translate("expected the id of a document in \"original\", "
                                              "found \"{}\"")),
                       *entry.original));
    }
  }

  std::string name_;
  std::size_t number_ = 0;  // of the entry, for messages
};

}  // namespace

Corpus Corpus::load(const std::filesystem::path& manifest) {
  return parse(read_file(manifest), manifest.parent_path(), manifest.string());
}

Corpus Corpus::parse(std::string_view bytes, const std::filesystem::path& folder,
                     const std::string& name) {
  Corpus corpus;
  corpus.folder_ = folder;
  corpus.entries_ = ManifestReader(name).read(bytes);
  return corpus;
}

const CorpusEntry* Corpus::find(std::string_view id) const {
  const auto found = std::find_if(entries_.begin(), entries_.end(), [id](const CorpusEntry& entry) {
    return entry.metadata.id == id;
  });
  return found == entries_.end() ? nullptr : &*found;
}

Document Corpus::read(const CorpusEntry& entry) const {
  ReadOptions options;
  options.language = entry.language;
  options.metadata = entry.metadata;
  return read_document(folder_ / entry.file, options);
}

}  // namespace duizhao
