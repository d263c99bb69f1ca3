// Saved indexes: sections of numbers and bytes in one file, read where they lie.
//
//     header       magic, version, fingerprint of the lexicon that cut the words
//     sections     each from a multiple of 8 on
//     table        of each section its offset, its size in bytes and its checksum
//     footer       where the table is, its checksum, magic
//
// Numbers are little-endian; checksums are XXH3 of 64 bits (xxHash). Sections are read in the order
// in which they were written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "duizhao/text/file.hpp"
#include "text/mapped_file.hpp"

namespace duizhao::trace {

/// Where a section lies.
struct IndexSection {
  std::uint64_t offset;
  std::uint64_t size;  // bytes
  std::uint64_t checksum;
};

/// The bytes of numbers, or of records of numbers without gaps between them.
template <typename T>
std::string_view bytes_of(std::span<const T> values) {
  static_assert(std::has_unique_object_representations_v<T>);
  return {reinterpret_cast<const char*>(values.data()), values.size_bytes()};
}

/// Writes an index, whole or not at all.
class IndexWriter {
 public:
  /// Throws Error (io), as everything here.
  IndexWriter(const std::filesystem::path& path, std::uint64_t fingerprint);

  void add(std::string_view section);

  /// A section that is made of pieces, and where the next piece of it will begin.
  void begin_section();
  std::uint64_t size() const { return size_ - begin_; }
  void add_piece(std::string_view piece) { write(piece); }
  /// Its pieces have checksums of their own, it has none.
  void end_section();

  void commit();

 private:
  void write(std::string_view bytes);
  void pad();

  OutputFile file_;
  std::uint64_t size_ = 0;
  std::uint64_t begin_ = 0;  // of the section that is written
  std::vector<IndexSection> sections_;
};

/// Reads an index. The sections that it gives live as long as it does.
class IndexReader {
 public:
  /// Throws Error (io), (format) for a file that is no index, was cut short or damaged, or was made
  /// by another version or with another lexicon.
  IndexReader(const std::filesystem::path& path, std::uint64_t fingerprint);

  /// The next section, checked against its checksum, at about the speed of memory.
  template <typename T>
  std::span<const T> next() {
    static_assert(std::is_trivially_copyable_v<T>);
    const std::string_view bytes = take(true);
    expect(bytes.size() % sizeof(T) == 0);
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }

  /// The next one, of pieces with checksums of their own.
  std::string_view next_pieces() { return take(false); }

  /// Throws Error (format) for an index whose numbers do not fit together: in the last section, or
  /// at `bytes` of it.
  void expect(bool condition, std::string_view bytes = {}) const;

 private:
  std::string_view take(bool verify);
  [[noreturn]] void damaged(std::size_t offset, const std::string& expectation) const;

  std::filesystem::path path_;
  text::MappedFile file_;
  std::vector<IndexSection> sections_;
  std::size_t next_ = 0;
};

}  // namespace duizhao::trace
