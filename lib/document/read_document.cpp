#include "duizhao/read_document.hpp"

#include <algorithm>
#include <limits>

#include "document/layout.hpp"
#include "duizhao/error.hpp"
#include "duizhao/file.hpp"
#include "duizhao/messages.hpp"
#include "text/utf8.hpp"

namespace duizhao {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// md4c counts in 32 bits, ICU's iterators in signed ones.
constexpr std::size_t kLargestDocument = std::numeric_limits<int>::max();

}  // namespace

Document parse_document(std::string bytes, std::string name, const ReadOptions& options) {
  if (bytes.size() > kLargestDocument) {
    throw Error(ErrorCode::content, {name, {}, kLargestDocument},
                translate("expected a text of less than 2 GiB"));
  }
  if (const auto fault = text::find_fault(bytes)) {
    const auto fault_begin = bytes.begin() + static_cast<std::ptrdiff_t>(fault->byte);
    const auto line = 1 + static_cast<std::size_t>(std::count(bytes.begin(), fault_begin, '\n'));
    throw Error(ErrorCode::decoding, {name, line, fault->byte}, fault->expectation);
  }
  const InputFormat format =
      options.format == InputFormat::automatic ? detect_format(bytes) : options.format;
  const std::size_t begin = bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  std::vector<document::Line> lines =
      format == InputFormat::markdown ? document::read_markdown(bytes, begin)
      : format == InputFormat::lines  ? document::read_sentence_lines(bytes, begin)
                                      : document::read_text(bytes, begin);
  Document::Parts parts =
      document::assemble(std::move(bytes), std::move(name), std::move(lines), options.language);
  parts.metadata = options.metadata;
  return Document(std::move(parts));
}

Document read_document(const std::filesystem::path& path, const ReadOptions& options) {
  return parse_document(read_file(path), path.string(), options);
}

}  // namespace duizhao
