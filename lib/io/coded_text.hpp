// Texts with inline codes of another format, as translation memories hold them.
#pragma once

#include <string>
#include <string_view>

#include "duizhao/io/exchange.hpp"
#include "text/xml_reader.hpp"

namespace duizhao::io {

/// The content of a segment, put together as it is read.
struct CodedText {
  std::string text = {};    ///< without codes, entities decoded
  std::string markup = {};  ///< as it stands, when it is what a reader records
  std::size_t codes = 0;    ///< inline elements
  bool foreign = false;     ///< some are of another namespace than the file

  /// An inline element; `space` is the namespace of the file.
  void add_code(const text::XmlElement& element, std::string_view space) {
    ++codes;
    stands_behind_code_ = true;
    foreign = foreign || element.space != space || element.has_foreign_attributes;
  }

  /// Text behind what has been added: without the space that would be doubled where a code stood.
  /// Gives how many bytes it left out.
  std::size_t add(std::string_view more) {
    const bool doubled = stands_behind_code_ && text.ends_with(' ') && more.starts_with(' ');
    stands_behind_code_ = more.empty() && stands_behind_code_;
    text += more.substr(doubled ? 1 : 0);
    return doubled ? 1 : 0;
  }

 private:
  bool stands_behind_code_ = false;
};

/// What a unit keeps of its codes. Those of other namespaces cannot stand in another file: they are
/// counted as left out, and the unit has none then.
UnitMarkup markup_of(AlignmentFormat format, const std::string& space, const CodedText& source,
                     const CodedText& target, UnitsRead& read);

/// The codes that a unit has, for a writer of a format; null if it has none, or others.
const UnitMarkup* codes_for(const TranslationUnit& unit, AlignmentFormat format);

}  // namespace duizhao::io
