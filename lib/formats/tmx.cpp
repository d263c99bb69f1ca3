// Translation memories: TMX 1.4b (LISA/OSCAR).
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "duizhao/error.hpp"
#include "duizhao/formats.hpp"
#include "duizhao/messages.hpp"
#include "text/encoding.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"
#include "text/xml_reader.hpp"

namespace duizhao {
namespace {

/// A segment in one language, as it lies in the file.
struct Segment {
  std::string language;
  std::vector<TextRun> runs;
  ByteRange range;
};

/// One side of the memory as a document: the file's bytes, of which the segments are seen.
class SideBuilder {
 public:
  std::size_t add(Segment segment) {
    Block block;
    block.kind = BlockKind::line;
    block.range = segment.range;
    block.first_run = parts_.runs.size();
    block.run_count = segment.runs.size();
    block.language = segment.language;
    if (parts_.language.empty()) parts_.language = segment.language;
    parts_.runs.insert(parts_.runs.end(), std::make_move_iterator(segment.runs.begin()),
                       std::make_move_iterator(segment.runs.end()));
    sentences_.push_back({segment.range, parts_.blocks.size()});
    parts_.blocks.push_back(block);
    return sentences_.size() - 1;
  }

  SegmentedDocument finish(std::string_view bytes, const std::string& name) {
    parts_.bytes = bytes;
    parts_.name = name;
    return {Document(std::move(parts_)), std::move(sentences_)};
  }

 private:
  Document::Parts parts_;
  std::vector<Sentence> sentences_;
};

class Handler : public text::XmlHandler {
 public:
  Handler(std::string_view bytes, const std::string& name, const AlignOptions& options)
      : bytes_(bytes), name_(name) {
    if (options.source_language != "auto") {
      source_language_ = text::primary_language(options.source_language);
    }
    if (options.target_language != "auto") {
      target_language_ = text::primary_language(options.target_language);
    }
  }

  void begin(const text::XmlElement& element) override {
    if (!is_tmx_) {
      if (element.name != "tmx") fail(element.byte, translate("expected the element tmx"));
      is_tmx_ = true;
    } else if (element.name == "header") {
      const std::string language = element.attribute("srclang").value_or("*all*");
      if (source_language_.empty() && language != "*all*") {
        source_language_ = text::primary_language(language);
      }
    } else if (element.name == "tuv") {
      const auto tag =
          element.attribute("xml:lang") ? element.attribute("xml:lang") : element.attribute("lang");
      if (!tag) fail(element.byte, translate("expected the attribute xml:lang of a tuv"));
      language_ = text::primary_language(*tag);
    } else if (element.name == "seg") {
      segment_ = Segment{language_, {}, {element.content, element.content}};
    } else if (is_code(element.name)) {
      ++codes_;
    }
  }

  void end(std::string_view name) override {
    if (name == "seg" && segment_) {
      segments_.push_back(std::move(*segment_));
      segment_.reset();
    } else if (name == "tu") {
      take_unit();
    } else if (is_code(name)) {
      --codes_;
    }
  }

  void characters(std::string_view text) override {
    if (!segment_ || codes_ > 0) return;
    const ByteRange range{byte, byte + size};
    if (segment_->runs.empty()) segment_->range.begin = range.begin;
    segment_->range.end = range.end;
    const bool as_it_stands = bytes_.substr(range.begin, range.size()) == text;
    const bool joins = as_it_stands && !segment_->runs.empty() && !segment_->runs.back().shown &&
                       segment_->runs.back().range.end == range.begin;
    if (joins) {
      segment_->runs.back().range.end = range.end;
    } else {
      segment_->runs.push_back({range, {}});
      if (!as_it_stands) segment_->runs.back().shown.emplace(text);
    }
  }

  Alignment finish() {
    return {source_.finish(bytes_, name_), target_.finish(bytes_, name_), std::move(beads_)};
  }

 private:
  /// Elements that hold codes of another format, not text.
  static bool is_code(std::string_view name) {
    return name == "bpt" || name == "ept" || name == "it" || name == "ph" || name == "ut";
  }

  void take_unit() {
    if (source_language_.empty() && !segments_.empty()) {
      source_language_ = segments_.front().language;
    }
    Segment* source = nullptr;
    Segment* target = nullptr;
    for (Segment& segment : segments_) {
      if (source == nullptr && segment.language == source_language_) {
        source = &segment;
      } else if (target == nullptr && segment.language != source_language_ &&
                 (target_language_.empty() || segment.language == target_language_)) {
        target = &segment;
      }
    }
    if (target != nullptr) target_language_ = target->language;
    Bead bead;
    bead.confidence = 1;
    if (source != nullptr) bead.source.push_back(source_.add(std::move(*source)));
    if (target != nullptr) bead.target.push_back(target_.add(std::move(*target)));
    if (source != nullptr || target != nullptr) beads_.push_back(std::move(bead));
    segments_.clear();
  }

  [[noreturn]] void fail(std::size_t at, const std::string& expectation) const {
    throw Error(ErrorCode::format, {name_, text::line_at(bytes_, at), at}, expectation);
  }

  std::string_view bytes_;
  const std::string& name_;
  std::string source_language_;
  std::string target_language_;
  bool is_tmx_ = false;
  std::string language_;
  std::optional<Segment> segment_;
  std::size_t codes_ = 0;
  std::vector<Segment> segments_;  // of the unit
  SideBuilder source_;
  SideBuilder target_;
  std::vector<Bead> beads_;
};

}  // namespace

Alignment parse_tmx(std::string bytes, const std::string& name, const AlignOptions& options) {
  const std::string utf8 = text::to_utf8(std::move(bytes), "auto", name);
  Handler handler(utf8, name, options);
  text::read_xml(utf8, name, handler);
  return handler.finish();
}

}  // namespace duizhao
