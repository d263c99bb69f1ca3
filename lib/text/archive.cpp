#include "text/archive.hpp"

#include <fmt/format.h>
#include <zip.h>

#include <new>

#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"
#include "text/encoding.hpp"

namespace duizhao::text {
namespace {

constexpr std::size_t kMostExpanded = 268'435'456;  // bytes of all entries that are read
constexpr std::size_t kUnsuspicious = 16'777'216;   // bytes of an entry, however well it is packed
constexpr std::size_t kMostRatio = 200;

/// Whether a name stays inside of a folder.
bool is_inside(std::string_view name) {
  if (name.starts_with('/') || name.find('\\') != std::string_view::npos) return false;
  for (std::size_t at = 0; at <= name.size();) {
    const std::size_t end = std::min(name.find('/', at), name.size());
    if (name.substr(at, end - at) == "..") return false;
    at = end + 1;
  }
  return true;
}

}  // namespace

bool is_archive(std::string_view bytes) {
  using namespace std::string_view_literals;
  return bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("PK\x05\x06"sv);
}

Archive::Archive(std::string_view bytes, std::string name)
    : name_(std::move(name)), zip_(nullptr, &zip_discard) {
  zip_error_t failure;
  zip_error_init(&failure);
  zip_source_t* const source =
      zip_source_buffer_create(bytes.data(), bytes.size(), 0, &failure);  // frees nothing
  if (source != nullptr) zip_.reset(zip_open_from_source(source, ZIP_RDONLY, &failure));
  if (!zip_) {
    if (source != nullptr) zip_source_free(source);
    const std::string found = zip_error_strerror(&failure);
    zip_error_fini(&failure);
    fail(fmt::format(fmt::runtime(translate("expected a whole ZIP archive: {}")), found));
  }
  zip_error_fini(&failure);
  const zip_int64_t count = zip_get_num_entries(zip_.get(), 0);
  for (zip_int64_t k = 0; k < count; ++k) {
    const char* const entry = zip_get_name(zip_.get(), static_cast<zip_uint64_t>(k), 0);
    if (entry != nullptr && is_inside(entry)) continue;
    fail(fmt::format(fmt::runtime(translate("expected names that stay inside of the archive, found "
                                            "{}")),
                     entry == nullptr ? "" : entry));
  }
}

bool Archive::contains(const std::string& entry) const {
  return zip_name_locate(zip_.get(), entry.c_str(), 0) >= 0;
}

std::string Archive::read(const std::string& entry) const {
  zip_stat_t about;
  zip_stat_init(&about);
  if (zip_stat(zip_.get(), entry.c_str(), 0, &about) != 0) {
    fail(fmt::format(fmt::runtime(translate("expected {} in the archive")), entry));
  }
  if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && about.encryption_method != ZIP_EM_NONE) {
    fail(fmt::format(fmt::runtime(translate("expected an archive without a password, {} has one")),
                     entry));
  }
  const auto size = static_cast<std::size_t>(about.size);
  const auto packed = static_cast<std::size_t>(about.comp_size);
  if (size > kMostExpanded - expanded_ || (size > kUnsuspicious && size / kMostRatio > packed)) {
    fail(fmt::format(fmt::runtime(translate("expected an archive of at most {} MiB in all, and {} "
                                            "times its packed size; {} has {} bytes")),
                     kMostExpanded >> 20, kMostRatio, entry, size));
  }
  expanded_ += size;
  const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(
      zip_fopen(zip_.get(), entry.c_str(), 0), &zip_fclose);
  std::string bytes(size, '\0');
  // The byte behind the last is asked for, too: the checksum is compared at the end.
  char behind = 0;
  const bool whole = file != nullptr &&
                     zip_fread(file.get(), bytes.data(), size) == static_cast<zip_int64_t>(size) &&
                     zip_fread(file.get(), &behind, 1) == 0;
  if (!whole) {
    fail(fmt::format(fmt::runtime(translate("expected {} whole in the archive, found it damaged")),
                     entry));
  }
  return bytes;
}

std::string Archive::read_text(const std::string& entry) const {
  return to_utf8(read(entry), "auto", name_of(entry));
}

std::string pack(const std::vector<ArchiveEntry>& entries) {
  const auto require = [](bool done) {
    if (!done) throw std::bad_alloc();  // nothing else can fail in memory
  };
  zip_source_t* const made = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  require(made != nullptr);
  const std::unique_ptr<zip_source_t, void (*)(zip_source_t*)> kept(made, &zip_source_free);
  zip_source_keep(made);  // the archive frees it, too
  zip_t* const archive = zip_open_from_source(made, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  if (archive == nullptr) zip_source_free(made);
  require(archive != nullptr);
  for (std::size_t k = 0; k < entries.size(); ++k) {
    constexpr zip_uint16_t kFirstDay = 33;  // 1 January 1980
    zip_source_t* const bytes =
        zip_source_buffer(archive, entries[k].bytes.data(), entries[k].bytes.size(), 0);
    const zip_int64_t index =
        zip_file_add(archive, entries[k].name.c_str(), bytes, ZIP_FL_ENC_UTF_8);
    if (index < 0) zip_discard(archive);
    require(index >= 0);
    const auto own = static_cast<zip_uint64_t>(index);
    zip_file_set_dostime(archive, own, 0, kFirstDay, 0);
    if (k == 0) zip_set_file_compression(archive, own, ZIP_CM_STORE, 0);
  }
  const bool closed = zip_close(archive) == 0;
  if (!closed) zip_discard(archive);
  require(closed);
  zip_stat_t about;
  zip_stat_init(&about);
  require(zip_source_stat(made, &about) == 0 && zip_source_open(made) == 0);
  std::string bytes(about.size, '\0');
  require(zip_source_read(made, bytes.data(), bytes.size()) ==
          static_cast<zip_int64_t>(bytes.size()));
  zip_source_close(made);
  return bytes;
}

void Archive::fail(const std::string& expectation) const {
  throw Error(ErrorCode::format, {name_, {}, {}}, expectation);
}

}  // namespace duizhao::text
