#include "trace/index_file.hpp"

#include <fmt/format.h>

#include <array>
#include <bit>
#include <cstring>

#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"
#include "text/checksum.hpp"

namespace duizhao::trace {
namespace {

static_assert(std::endian::native == std::endian::little, "the format is little-endian");

constexpr std::uint64_t kMagic = 0x5845444E495A44;  // "DZINDEX"
constexpr std::uint64_t kVersion = 2;
constexpr std::uint64_t kAlignment = 8;

struct Header {
  std::uint64_t magic;
  std::uint64_t version;
  std::uint64_t fingerprint;
};

struct Footer {
  std::uint64_t table;  // its offset; it reaches up to the footer
  std::uint64_t checksum;
  std::uint64_t magic;
};

template <typename T>
T value_at(std::string_view bytes, std::size_t offset) {
  T value;
  std::memcpy(&value, bytes.data() + offset, sizeof(value));
  return value;
}

}  // namespace

IndexWriter::IndexWriter(const std::filesystem::path& path, std::uint64_t fingerprint)
    : file_(path) {
  const std::array header = {Header{kMagic, kVersion, fingerprint}};
  write(bytes_of(std::span<const Header>(header)));
}

void IndexWriter::write(std::string_view bytes) {
  file_.write(bytes);
  size_ += bytes.size();
}

void IndexWriter::pad() {
  constexpr std::array<char, kAlignment> kZeros = {};
  write({kZeros.data(), (kAlignment - size_ % kAlignment) % kAlignment});
}

void IndexWriter::add(std::string_view section) {
  begin_section();
  write(section);
  end_section();
  sections_.back().checksum = text::checksum_of(section);
}

void IndexWriter::begin_section() {
  pad();
  begin_ = size_;
}

void IndexWriter::end_section() { sections_.push_back({begin_, size_ - begin_, 0}); }

void IndexWriter::commit() {
  pad();
  const std::string_view table = bytes_of(std::span<const IndexSection>(sections_));
  const std::array footer = {Footer{size_, text::checksum_of(table), kMagic}};
  write(table);
  write(bytes_of(std::span<const Footer>(footer)));
  file_.commit();
}

IndexReader::IndexReader(const std::filesystem::path& path, std::uint64_t fingerprint)
    : path_(path), file_(path, translate("expected an index of documents, found: {}")) {
  const std::string_view bytes = file_.bytes();
  const bool begins = bytes.size() >= sizeof(Header) && value_at<Header>(bytes, 0).magic == kMagic;
  if (!begins) damaged(0, translate("expected an index of documents"));
  const auto header = value_at<Header>(bytes, 0);
  if (header.version != kVersion) {
    damaged(sizeof(kMagic),
            fmt::format(fmt::runtime(translate("expected an index of version {}, found version {}; "
                                               "make it anew")),
                        kVersion, header.version));
  }
  if (header.fingerprint != fingerprint) {
    damaged(2 * sizeof(kMagic),
            translate("expected an index made with this lexicon, found one of another; make it "
                      "anew"));
  }
  const bool complete =
      bytes.size() >= sizeof(Header) + sizeof(Footer) && bytes.size() % kAlignment == 0;
  const std::size_t end = complete ? bytes.size() - sizeof(Footer) : 0;
  const Footer footer = complete ? value_at<Footer>(bytes, end) : Footer{};
  if (footer.magic != kMagic) {
    damaged(bytes.size(), translate("expected the rest of an index, which was cut short"));
  }
  const bool inside =
      footer.table >= sizeof(Header) && footer.table <= end &&
      (end - footer.table) % sizeof(IndexSection) == 0 &&
      text::checksum_of(bytes.substr(footer.table, end - footer.table)) == footer.checksum;
  if (!inside) damaged(end, translate("expected the sections of an index, found damaged ones"));
  for (std::size_t at = footer.table; at < end; at += sizeof(IndexSection)) {
    sections_.push_back(value_at<IndexSection>(bytes, at));
    const IndexSection& each = sections_.back();
    const bool fits = each.offset % kAlignment == 0 && each.offset <= footer.table &&
                      each.size <= footer.table - each.offset;
    if (!fits) damaged(at, translate("expected the sections of an index, found damaged ones"));
  }
}

std::string_view IndexReader::take(bool verify) {
  expect(next_ < sections_.size());
  const IndexSection& section = sections_[next_++];
  const std::string_view bytes = file_.bytes().substr(section.offset, section.size);
  if (verify && text::checksum_of(bytes) != section.checksum) {
    damaged(section.offset, translate("expected the sections of an index, found damaged ones"));
  }
  return bytes;
}

void IndexReader::expect(bool condition, std::string_view bytes) const {
  if (condition) return;
  const std::size_t section = next_ > 0 ? sections_[next_ - 1].offset : 0;
  const std::size_t at =
      bytes.empty() ? section : static_cast<std::size_t>(bytes.data() - file_.bytes().data());
  damaged(at, translate("expected the sections of an index, found damaged ones"));
}

void IndexReader::damaged(std::size_t offset, const std::string& expectation) const {
  throw Error(ErrorCode::format, {path_.string(), {}, offset}, expectation);
}

}  // namespace duizhao::trace
