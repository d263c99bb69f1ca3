// A folder of texts that belong together, described by a manifest.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/document/document.hpp"
#include "duizhao/text/export.hpp"

namespace duizhao {

/// What a document of a corpus is.
enum class DocumentRole {
  original,     ///< the text that others translate or quote
  translation,  ///< a full translation, or one of passages
  article,      ///< a text that quotes
};

/// A document of a corpus, as the manifest describes it. Unknown fields are empty.
struct CorpusEntry {
  DocumentMetadata metadata = {};             ///< id, title, outlet, date, url
  std::filesystem::path file = {};            ///< relative to the manifest's folder
  std::string language = {};                  ///< ISO 639
  DocumentRole role = DocumentRole::article;  ///< what it is to the others
  std::optional<std::string> original =
      {};  ///< the id of the original that a translation belongs to
};

/// A corpus: entries in the order of the manifest. A value.
///
/// The manifest is JSON: `{"documents": [{"id", "file", "language", "role", "original", "title",
/// "outlet", "date", "address"}, …]}`. id, file, language and role are required; the others may be
/// null or missing; more fields are allowed.
class DUIZHAO_EXPORT Corpus {
 public:
  /// Reads a manifest. Throws Error (io), and Error (format) where it is no JSON (with the byte),
  /// lacks a required field, gives an id twice, has an unknown role, or names an original that it
  /// does not hold.
  static Corpus load(const std::filesystem::path& manifest);

  /// The same from the bytes of a manifest, whose files lie in `folder`. `name` is used in
  /// messages.
  static Corpus parse(std::string_view bytes, const std::filesystem::path& folder,
                      const std::string& name);

  /// What the manifest lists.
  const std::vector<CorpusEntry>& entries() const { return entries_; }

  /// The entry with an id; null if there is none.
  const CorpusEntry* find(std::string_view id) const;

  /// Reads the document of an entry, with its metadata. Throws as read_document does.
  Document read(const CorpusEntry& entry) const;

 private:
  std::filesystem::path folder_;
  std::vector<CorpusEntry> entries_;
};

}  // namespace duizhao
