// XML that is read, piece by piece, by Expat.
//
// Files of others are not trusted: no external entity is read, and Expat stops documents whose
// entities grow (billion laughs). Elements may be 256 deep.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace duizhao::text {

/// The beginning of an element. Prefixes of namespaces are left out, but for xml:.
struct XmlElement {
  std::string name;
  std::vector<std::pair<std::string, std::string>> attributes;
  std::size_t byte = 0;     ///< where its tag begins
  std::size_t content = 0;  ///< where its tag ends

  std::optional<std::string> attribute(std::string_view name) const;
};

/// What a reader does with the pieces, in their order.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void begin(const XmlElement& element) = 0;
  virtual void end(std::string_view name) = 0;

  /// Text, in pieces; entities decoded.
  virtual void characters(std::string_view text) = 0;

  /// The bytes behind the piece that is being handled: of an end tag or of text.
  std::size_t byte = 0;
  std::size_t size = 0;
};

/// Reads a document in UTF-8, whatever encoding it says it is in. Throws Error (format) with line
/// and byte where it is malformed, and what the handler throws. Linear.
void read_xml(std::string_view bytes, const std::string& name, XmlHandler& handler);

}  // namespace duizhao::text
