// Documents that are archives of XML: the text of one is that of its parts, one behind the other.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "document/layout.hpp"
#include "duizhao/document/read_document.hpp"
#include "text/archive.hpp"

namespace duizhao::document {

/// The bytes that the layout's offsets count, UTF-8, and what lies in them.
struct PackedText {
  std::string bytes = {};
  Layout layout = {};
};

/// A book (EPUB 2 and 3): its pages in the order of the spine, whole. Notes' marks and the readings
/// of ruby are matter. Throws Error (format).
PackedText read_epub(const text::Archive& archive, const std::string& name);

/// A document of Word (Office Open XML, ISO 29500): its body, then its notes. What was deleted or
/// moved away, and hidden text, is none. Throws Error (format).
PackedText read_docx(const text::Archive& archive);

/// Which of the two an archive is; nothing for others.
std::optional<InputFormat> packed_format(const text::Archive& archive);

/// Adds a part behind those that are there.
void append(PackedText& text, std::string_view bytes, Layout layout);

}  // namespace duizhao::document
