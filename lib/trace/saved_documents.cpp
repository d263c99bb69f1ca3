#include "trace/saved_documents.hpp"

#include <nlohmann/json.hpp>

#include "text/checksum.hpp"
#include "trace/document_codec.hpp"

namespace duizhao::trace {
namespace {

using Json = nlohmann::json;

void add_cbor(IndexWriter& file, const Json& json) {
  std::string bytes;
  Json::to_cbor(json, bytes);
  file.add(bytes);
}

/// The next section, as what `convert` makes of it.
template <typename Convert>
auto next_cbor(IndexReader& file, Convert convert) -> decltype(convert(Json())) {
  const auto bytes = file.next<char>();
  try {
    return convert(Json::from_cbor(bytes.begin(), bytes.end()));
  } catch (const Json::exception&) {
    file.expect(false);
    throw;
  }
}

Json to_json(const Bead& bead) {
  return {bead.source, bead.target, bead.score, bead.confidence, bead.locked, bead.moved};
}

Bead bead_of(const Json& json) {
  return {json.at(0), json.at(1), json.at(2), json.at(3), json.at(4), json.at(5)};
}

}  // namespace

SavedDocuments::SavedDocuments(std::shared_ptr<IndexReader> file)
    : file_(std::move(file)),
      pieces_(file_->next_pieces()),
      entries_(file_->next<Entry>()),
      sentences_(file_->next<std::uint32_t>()),
      names_(next_cbor(*file_,
                       [](const Json& json) { return json.get<std::vector<std::string>>(); })) {
  file_->expect(entries_.size() == names_.size() && entries_.size() == sentences_.size());
  for (const Entry& entry : entries_) {
    file_->expect(entry.begin <= pieces_.size() && entry.size <= pieces_.size() - entry.begin);
  }
}

std::string_view SavedDocuments::bytes(std::size_t index) const {
  return pieces_.substr(entries_[index].begin, entries_[index].size);
}

SegmentedDocument SavedDocuments::read(std::size_t index) const {
  const std::string_view own = bytes(index);
  file_->expect(text::checksum_of(own) == entries_[index].checksum, own);
  SegmentedDocument document = decode(own);
  const bool fits =
      document.size() == sentences_[index] && document.document().name() == names_[index];
  file_->expect(fits, own);
  return document;
}

Documents SavedDocuments::documents() const {
  return {names_, [saved = *this](std::size_t index) { return saved.read(index); }};
}

void save(IndexWriter& file, const Documents& documents, const SavedDocuments& saved) {
  std::vector<SavedDocuments::Entry> entries;
  std::vector<std::uint32_t> sentences(saved.sentences().begin(), saved.sentences().end());
  file.begin_section();
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const bool is_saved = i < saved.size();
    const std::string own = is_saved ? std::string() : encode(documents[i]);
    const std::string_view bytes = is_saved ? saved.bytes(i) : own;
    entries.push_back({file.size(), bytes.size(),
                       is_saved ? saved.entries_[i].checksum : text::checksum_of(bytes)});
    if (!is_saved) sentences.push_back(static_cast<std::uint32_t>(documents[i].size()));
    file.add_piece(bytes);
  }
  file.end_section();
  file.add(bytes_of(std::span<const SavedDocuments::Entry>(entries)));
  file.add(bytes_of(std::span<const std::uint32_t>(sentences)));
  add_cbor(file, documents.names());
}

void save(IndexWriter& file, const std::vector<LinkedTranslation>& links) {
  Json list = Json::array();
  for (const LinkedTranslation& link : links) {
    Json beads = Json::array();
    for (const Bead& bead : link.alignment.beads()) beads.push_back(to_json(bead));
    list.push_back({link.source, link.target, std::move(beads)});
  }
  add_cbor(file, list);
}

std::vector<LinkedTranslation> read_links(IndexReader& file, const Documents& documents) {
  return next_cbor(file, [&](const Json& list) {
    std::vector<LinkedTranslation> links;
    for (const Json& link : list) {
      const std::size_t source = link.at(0);
      const std::size_t target = link.at(1);
      file.expect(source < documents.size() && target < documents.size());
      std::vector<Bead> beads;
      for (const Json& bead : link.at(2)) beads.push_back(bead_of(bead));
      links.push_back(
          {source, target, Alignment(documents[source], documents[target], std::move(beads))});
    }
    return links;
  });
}

}  // namespace duizhao::trace
