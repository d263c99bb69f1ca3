// A saved index with other numbers in it and right checksums, so that what lies behind them is met:
// the first byte chooses a section, the others are edits of it. It is opened and searched, or is an
// error. Without a lexicon, which takes most of the time.
#include <unistd.h>

#include <cstring>
#include <duizhao/quotes/quotes.hpp>
#include <duizhao/segment/segmenter.hpp>
#include <duizhao/text/file.hpp>
#include <duizhao/trace/tracer.hpp>
#include <filesystem>
#include <vector>

#include "edits.hpp"
#include "pair.hpp"
#include "text/checksum.hpp"
#include "trace/index_file.hpp"

namespace {

namespace trace = duizhao::trace;

duizhao::SegmentedDocument segmented(const char* text) {
  static const duizhao::Segmenter segmenter;
  return segmenter.segment(duizhao::parse_document(text, "small", {.encoding = "utf-8"}));
}

/// The sections of a small index; a file for it that goes with the program.
class SmallIndex {
 public:
  SmallIndex() {
    duizhao::Tracer tracer(duizhao::Lexicon(),
                           {segmented("价格下降了。我们没有想到大家这么敏感。\n"),
                            segmented("The price fell. We did not expect people to mind.\n")});
    tracer.link_translations(std::size_t{1});
    tracer.save(path_);
    const std::string bytes = duizhao::read_file(path_);
    std::memcpy(&fingerprint_, bytes.data() + 2 * sizeof(fingerprint_), sizeof(fingerprint_));
    trace::IndexReader reader(path_, fingerprint_);
    try {
      for (;;) sections_.emplace_back(reader.next_pieces());
    } catch (const duizhao::Error&) {  // there is none behind the last
    }
  }
  SmallIndex(const SmallIndex&) = delete;
  SmallIndex& operator=(const SmallIndex&) = delete;
  ~SmallIndex() { std::filesystem::remove(path_); }

  const std::filesystem::path& path() const { return path_; }

  void write(std::size_t section, const std::uint8_t* data, std::size_t size) const {
    std::vector<std::string> sections = sections_;
    fuzz::edit(sections[section % sections.size()], data, size);
    seal_documents(sections[0], sections[1]);
    trace::IndexWriter writer(path_, fingerprint_);
    for (const std::string& each : sections) writer.add(each);
    writer.commit();
  }

 private:
  /// The documents have checksums of their own: offset, size and checksum of each, of eight bytes.
  static void seal_documents(std::string_view documents, std::string& entries) {
    struct Entry {
      std::uint64_t begin, size, checksum;
    } entry;
    for (std::size_t at = 0; at + sizeof(entry) <= entries.size(); at += sizeof(entry)) {
      std::memcpy(&entry, entries.data() + at, sizeof(entry));
      if (entry.begin > documents.size()) continue;
      entry.checksum = duizhao::text::checksum_of(documents.substr(entry.begin, entry.size));
      std::memcpy(entries.data() + at, &entry, sizeof(entry));
    }
  }

  std::filesystem::path path_ =
      std::filesystem::temp_directory_path() / ("duizhao-fuzz-index-" + std::to_string(::getpid()));
  std::uint64_t fingerprint_ = 0;
  std::vector<std::string> sections_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const SmallIndex index;
  static const std::vector<duizhao::Quote> quotes = duizhao::find_quotes(
      segmented("He said: “We did not expect people to mind the price.” 他说：“价格下降了。”\n")
          .document());
  if (size == 0) return 0;
  index.write(data[0], data + 1, size - 1);
  try {
    duizhao::Tracer tracer = duizhao::Tracer::open(duizhao::Lexicon(), index.path());
    tracer.trace(quotes, {}, std::size_t{1});
    tracer.add(segmented("The price rose.\n"));
  } catch (const duizhao::Error&) {
  }
  return 0;
}
