#include "duizhao/document/read_document.hpp"

#include <fmt/format.h>

#include <limits>

#include "document/layout.hpp"
#include "document/packed.hpp"
#include "duizhao/text/error.hpp"
#include "duizhao/text/file.hpp"
#include "duizhao/text/messages.hpp"
#include "text/detect_encoding.hpp"
#include "text/encoding.hpp"
#include "text/scripts.hpp"

namespace duizhao {
namespace {

// md4c counts in 32 bits, ICU's iterators in signed ones.
constexpr std::size_t kLargestDocument = std::numeric_limits<int>::max();

document::Layout read_layout(std::string_view bytes, std::size_t begin, InputFormat format,
                             const std::string& name) {
  switch (format) {
    case InputFormat::markdown:
      return document::read_markdown(bytes, begin);
    case InputFormat::html:
      return document::read_html(bytes, begin, name);
    case InputFormat::asciidoc:
      return document::read_asciidoc(bytes, begin);
    case InputFormat::restructured_text:
      return document::read_restructured_text(bytes, begin);
    case InputFormat::srt:
      return document::read_srt(bytes, begin, name);
    case InputFormat::webvtt:
      return document::read_webvtt(bytes, begin, name);
    case InputFormat::ass:
      return document::read_ass(bytes, begin, name);
    case InputFormat::lines:
      return document::read_sentence_lines(bytes, begin);
    case InputFormat::text:
    case InputFormat::epub:
    case InputFormat::docx:
    case InputFormat::automatic:
      break;
  }
  return document::read_text(bytes, begin);
}

Document assembled(std::string bytes, std::string name, document::Layout layout,
                   const ReadOptions& options) {
  Document::Parts parts =
      document::assemble(std::move(bytes), std::move(name), std::move(layout), options.language);
  parts.metadata = options.metadata;
  return Document(std::move(parts));
}

/// Bytes that are no text, and what can be done about it.
void refuse_others(std::string_view bytes, const std::string& name) {
  if (bytes.starts_with("%PDF-")) {
    throw Error(ErrorCode::format, {name, {}, 0},
                translate("expected a text, found a PDF: pdftotext makes a text of it"));
  }
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
    throw Error(ErrorCode::format, {name, {}, 0},
                translate("expected a text, found an office document of the old kind or with a "
                          "password: save it as DOCX without one"));
  }
}

/// A document that is an archive.
document::PackedText read_packed(const std::string& bytes, InputFormat format,
                                 const std::string& name) {
  const text::Archive archive(bytes, name);
  const auto found = document::packed_format(archive);
  const bool asked = format == InputFormat::epub || format == InputFormat::docx;
  if (!found || (asked && *found != format)) {
    throw Error(ErrorCode::format, {name, {}, 0}, translate("expected an EPUB or DOCX file"));
  }
  return *found == InputFormat::epub ? document::read_epub(archive, name)
                                     : document::read_docx(archive);
}

}  // namespace

Document parse_document(std::string bytes, std::string name, const ReadOptions& options) {
  if (!text::knows_language(options.language)) {
    throw Error(ErrorCode::content, {name, {}, {}},
                fmt::format(fmt::runtime(translate("no such language: {}")), options.language));
  }
  refuse_others(bytes, name);
  const bool asked = options.format == InputFormat::epub || options.format == InputFormat::docx;
  if (asked || text::is_archive(bytes)) {
    document::PackedText packed = read_packed(bytes, options.format, name);
    return assembled(std::move(packed.bytes), std::move(name), std::move(packed.layout), options);
  }
  bytes = text::to_utf8(std::move(bytes), options.encoding, name);
  if (bytes.size() > kLargestDocument) {
    throw Error(ErrorCode::content, {name, {}, kLargestDocument},
                translate("expected a text of less than 2 GiB"));
  }
  const InputFormat format =
      options.format == InputFormat::automatic ? detect_format(bytes) : options.format;
  const std::size_t begin =
      bytes.starts_with(text::kByteOrderMark) ? text::kByteOrderMark.size() : 0;
  document::Layout layout = read_layout(bytes, begin, format, name);
  return assembled(std::move(bytes), std::move(name), std::move(layout), options);
}

bool knows_language(const std::string& language) { return text::knows_language(language); }

bool knows_encoding(const std::string& encoding) { return text::knows_encoding(encoding); }

Document read_document(const std::filesystem::path& path, const ReadOptions& options) {
  return parse_document(read_file(path), path.string(), options);
}

}  // namespace duizhao
