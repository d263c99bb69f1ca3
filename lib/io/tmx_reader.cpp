#include "io/tmx_reader.hpp"

#include "duizhao/text/messages.hpp"

namespace duizhao::io {
namespace {

/// Elements that hold codes of another format, not text.
bool is_code(std::string_view name) {
  return name == "bpt" || name == "ept" || name == "it" || name == "ph" || name == "ut";
}

/// Some tools give TMX this namespace, which the standard does not.
bool is_of_tmx(const std::string& space) {
  return space.empty() || space == "http://www.lisa.org/tmx14" ||
         space == "http://www.lisa.org/TMX14";
}

}  // namespace

void TmxReader::begin(const text::XmlElement& element) {
  const std::string& tag = element.name;
  if (!is_tmx_) {
    if (tag != "tmx" || !is_of_tmx(element.space)) fail(translate("expected the element tmx"));
    is_tmx_ = true;
    space_ = element.space;
  } else if (tag == "header") {
    const std::string language = element.attribute("srclang").value_or("*all*");
    if (language != "*all*") source_language_ = language;
  } else if (tag == "tu") {
    unit_.emplace();
    part_ = Part::none;
    unit_->place = place();
  } else if (!unit_) {
    return;  // the notes and props of the header
  } else if (tag == "tuv") {
    const auto language =
        element.attribute("xml:lang") ? element.attribute("xml:lang") : element.attribute("lang");
    if (!language) fail(translate("expected the attribute xml:lang of a tuv"));
    language_ = *language;
    has_segment_ = false;
  } else if (tag == "seg") {
    has_segment_ = true;
    segment_ = TmxSegment{language_, {}, {}, {element.content, element.content}};
    record = &segment_->content.markup;
  } else if (segment_) {
    segment_->content.add_code(element, space_);
    if (is_code(tag)) ++codes_;
  } else if (tag == "note") {
    part_ = Part::note;
    collected_.clear();
  } else if (tag == "prop") {
    part_ = Part::property;
    type_ = element.attribute("type").value_or("");
    collected_.clear();
  }
}

void TmxReader::end(std::string_view tag) {
  if (!unit_) return;
  if (tag == "tu") {
    sink_(std::move(*unit_));
    unit_.reset();
  } else if (tag == "tuv") {
    unit_->empty += !has_segment_;
  } else if (tag == "seg" && segment_) {
    record = nullptr;
    unit_->segments.push_back(std::move(*segment_));
    segment_.reset();
  } else if (segment_ && is_code(tag)) {
    --codes_;
  } else if (tag == "note" && part_ == Part::note) {
    unit_->notes.push_back(std::move(collected_));
    part_ = Part::none;
  } else if (tag == "prop" && part_ == Part::property) {
    unit_->properties[type_] = std::move(collected_);
    part_ = Part::none;
  }
}

void TmxReader::characters(std::string_view text) {
  if (part_ != Part::none) collected_ += text;
  if (!segment_ || codes_ > 0) return;
  const std::size_t left_out = segment_->content.add(text);
  text.remove_prefix(left_out);
  const ByteRange range{byte + left_out, byte + size};
  if (range.empty()) return;
  auto& runs = segment_->runs;
  if (runs.empty()) segment_->range.begin = range.begin;
  segment_->range.end = range.end;
  const bool as_it_stands = range.size() == text.size();  // entities are longer
  const bool joins =
      as_it_stands && !runs.empty() && !runs.back().shown && runs.back().range.end == range.begin;
  if (joins) {
    runs.back().range.end = range.end;
  } else {
    runs.push_back({range, {}});
    if (!as_it_stands) runs.back().shown.emplace(text);
  }
}

}  // namespace duizhao::io
