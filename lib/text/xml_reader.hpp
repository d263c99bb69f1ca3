// XML that is read, piece by piece, by Expat.
//
// Files of others are not trusted: external entities are errors, and Expat stops documents whose
// entities grow (billion laughs). Elements may be 256 deep.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "duizhao/text/error.hpp"
#include "duizhao/text/file.hpp"

namespace duizhao::text {

/// The beginning of an element. Names stand without the prefixes of their namespaces, but for xml:.
struct XmlElement {
  std::string name;
  std::string space;  ///< its namespace; empty for none
  std::vector<std::pair<std::string, std::string>> attributes;
  bool has_foreign_attributes = false;  ///< of a namespace of their own, other than xml:
  std::size_t byte = 0;                 ///< where its tag begins
  std::size_t content = 0;              ///< where its tag ends

  std::optional<std::string> attribute(std::string_view name) const;
};

/// What a reader does with the pieces, in their order; ends and text that it does not take are
/// passed over.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void begin(const XmlElement& element) = 0;
  virtual void end(std::string_view /*name*/) {}

  /// Text, in pieces; entities decoded.
  virtual void characters(std::string_view /*text*/) {}

  /// The bytes behind the piece that is being handled.
  std::size_t byte = 0;
  std::size_t size = 0;

  /// Gets the pieces as they stand, in UTF-8, tags and entities with them, while it is not null:
  /// those behind the one that set it, up to the one that takes it away.
  std::string* record = nullptr;

  /// Where that piece begins. Given by the reader; linear in what has been read since the last
  /// call.
  std::function<ErrorPlace()> place;

 protected:
  /// Throws Error (format) at that place.
  [[noreturn]] void fail(const std::string& expectation) const {
    throw Error(ErrorCode::format, place(), expectation);
  }
};

/// Reads a document in UTF-8, whatever encoding it says it is in. Throws Error (format) with line
/// and byte where it is malformed, and what the handler throws. Linear.
void read_xml(std::string_view bytes, const std::string& name, XmlHandler& handler);

/// Reads a document in the encoding that it says it is in: UTF-8 and UTF-16 in constant memory,
/// others whole. Throws as read_xml does; bytes are those of the file, of other encodings those of
/// the text as UTF-8.
void read_xml(const ByteSource& source, const std::string& name, XmlHandler& handler);

}  // namespace duizhao::text
