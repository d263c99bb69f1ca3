// The units of a translation memory in TMX 1.4b.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/document/document.hpp"
#include "duizhao/text/error.hpp"
#include "io/coded_text.hpp"
#include "text/xml_reader.hpp"

namespace duizhao::io {

/// A `seg`.
struct TmxSegment {
  std::string language;  ///< its tag, as it stands: zh-TW
  CodedText content;
  std::vector<TextRun> runs;  ///< where it lies in the file, which is UTF-8
  ByteRange range;            ///< the same as a whole
};

/// A `tu`.
struct TmxUnit {
  std::vector<TmxSegment> segments;
  std::vector<std::string> notes;
  std::map<std::string, std::string> properties;  ///< `prop` by type
  std::size_t empty = 0;                          ///< `tuv` without a `seg`
  ErrorPlace place;
};

/// Reads units. Knows nothing of what is source and what is target.
class TmxReader : public text::XmlHandler {
 public:
  using Sink = std::function<void(TmxUnit)>;

  explicit TmxReader(Sink sink) : sink_(std::move(sink)) {}

  /// The header's srclang; empty for `*all*`, and before the header was read.
  const std::string& source_language() const { return source_language_; }

  void begin(const text::XmlElement& element) override;
  void end(std::string_view name) override;
  void characters(std::string_view text) override;

 private:
  Sink sink_;
  bool is_tmx_ = false;
  std::string space_;  // of the file
  std::string source_language_;
  std::optional<TmxUnit> unit_;
  std::string language_;      // of the tuv
  bool has_segment_ = false;  // the tuv
  std::optional<TmxSegment> segment_;
  std::size_t codes_ = 0;  // open elements that hold codes
  enum class Part { none, note, property };
  Part part_ = Part::none;  // of the unit, open
  std::string collected_;   // its text
  std::string type_;        // of a property
};

}  // namespace duizhao::io
