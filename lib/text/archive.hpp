// Archives of the ZIP format, read by libzip.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct zip;

namespace duizhao::text {

/// Whether bytes begin as an archive does.
bool is_archive(std::string_view bytes);

/// An archive in memory. Files of others are not trusted: nothing is unpacked to disk, and all that
/// is read of one archive may be 256 MiB, and 200 times its packed size where it is more than 16
/// MiB.
class Archive {
 public:
  /// `bytes` must stay alive. Throws Error (format) for what is no archive, was cut short, or has
  /// names that lead out of it.
  Archive(std::string_view bytes, std::string name);

  bool contains(const std::string& entry) const;

  /// The bytes of an entry. Throws Error (format) where there is none, for one that is damaged,
  /// larger than that, or protected by a password.
  std::string read(const std::string& entry) const;

  /// The same of a part that is text, as UTF-8. Throws Error (decoding), too.
  std::string read_text(const std::string& entry) const;

  /// An entry's name in messages, behind that of the archive.
  std::string name_of(const std::string& entry) const { return name_ + ": " + entry; }

 private:
  [[noreturn]] void fail(const std::string& expectation) const;

  std::string name_;
  std::unique_ptr<zip, void (*)(zip*)> zip_;
  mutable std::size_t expanded_ = 0;  // bytes that were read
};

/// A part of an archive that is made.
struct ArchiveEntry {
  std::string name;
  std::string bytes;
};

/// An archive, its first entry not packed, as EPUB wants it. The same bytes for the same entries:
/// they bear the first date that the format knows.
std::string pack(const std::vector<ArchiveEntry>& entries);

}  // namespace duizhao::text
