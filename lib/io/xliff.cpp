// XLIFF (OASIS): a unit for each bead, in 2.0; in the version of the file that units with inline
// codes come from. 1.0 to 2.2 are read, by the local names of their elements, and so are the
// dialects of Trados (SDLXLIFF) and memoQ (MQXLIFF), which mark the segments of a unit with <mrk
// mtype="seg">.
//
// What else there is of a bead is in the metadata module, in a group of the category duizhao.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "duizhao/text/messages.hpp"
#include "io/codecs.hpp"
#include "io/coded_text.hpp"
#include "io/languages.hpp"
#include "io/metadata.hpp"
#include "text/scripts.hpp"
#include "text/xml_reader.hpp"
#include "text/xml_text.hpp"

namespace duizhao::io {
namespace {

constexpr std::string_view kSpace = "urn:oasis:names:tc:xliff:document:2.0";
constexpr std::string_view kOldSpace = "urn:oasis:names:tc:xliff:document:1.2";
constexpr std::string_view kMetadata = "urn:oasis:names:tc:xliff:metadata:2.0";
constexpr std::string_view kCategory = "duizhao";

/// Whether a document of this namespace is XLIFF: 1.0 has none.
bool is_of_xliff(std::string_view space) {
  return space.empty() || space.starts_with("urn:oasis:names:tc:xliff:document:");
}

/// A segment of a unit.
struct Segment {
  CodedText source;
  CodedText target;
  bool has_target = false;
  bool ignorable = false;            // white space and codes, as a rule
  std::optional<std::size_t> order;  // of the target among those of the unit, from 1
  ErrorPlace place;
};

class Handler : public text::XmlHandler {
 public:
  explicit Handler(const Input& input) : input_(input), languages_(input.options) {}

  void begin(const text::XmlElement& element) override {
    const std::string& tag = element.name;
    const std::string parent = path_.empty() ? "" : path_.back();
    path_.push_back(tag);
    if (path_.size() == 1) return begin_document(element);
    if (element.space == kMetadata) return begin_metadata(element);
    if (element.space != space_) return add_code(element);
    if (tag == "file") {
      learn_languages(element, "source-language", "target-language");  // of 1.2
    } else if (tag == "unit" || tag == "trans-unit") {
      marked_at_.reset();
      begin_part(Part::none);
      segments_.clear();
      marked_.clear();
      numbers_of_marks_.clear();
      notes_.clear();
      metadata_.clear();
      if (tag == "trans-unit") begin_segment();
    } else if (tag == "segment" || tag == "ignorable") {
      begin_segment();
      segments_.back().ignorable = tag == "ignorable";
    } else if (tag == "source" && holds_text(parent) && !segments_.empty()) {
      begin_part(Part::source);
    } else if (tag == "seg-source" && parent == "trans-unit") {
      begin_part(Part::marked_source);
    } else if (tag == "target" && holds_text(parent) && !segments_.empty()) {
      begin_target(element);
    } else if (tag == "note") {
      begin_part(Part::note);
    } else if (tag == "mrk" && element.attribute("mtype") == "seg") {
      marks_.push_back(true);
      begin_marked(element.attribute("mid").value_or(""));
    } else if (part_ != Part::none) {
      if (tag == "mrk") marks_.push_back(false);
      add_code(element);
      if (is_code(tag)) ++codes_;
    }
  }

  void end(std::string_view tag) override {
    path_.pop_back();
    if (codes_ > 0 && is_code(tag)) {
      --codes_;
    } else if (tag == "mrk" && !marks_.empty()) {
      if (marks_.back()) end_marked();
      marks_.pop_back();
    } else if (tag == "source" || tag == "seg-source" || tag == "target" || tag == "note" ||
               tag == "meta") {
      take_part();
    } else if (tag == "unit" || tag == "trans-unit") {
      take_unit();
    } else if (tag == "metaGroup") {
      ours_ = false;
    }
  }

  void characters(std::string_view text) override {
    if (part_ == Part::none || codes_ > 0) return;
    text_ += text;
    whole_.add(text);
    if (marked_at_) marked_content().add(text);
  }

  UnitsRead finish() const { return read_; }

 private:
  /// Elements of 1.2 that hold codes of another format.
  static bool is_code(std::string_view name) {
    return name == "bpt" || name == "ept" || name == "it" || name == "ph";
  }
  static bool is_blank(std::string_view text) {
    return text::space_end(text, 0, text.size()) == text.size();
  }
  static bool holds_text(const std::string& parent) {
    return parent == "segment" || parent == "ignorable" || parent == "trans-unit";
  }

  void begin_document(const text::XmlElement& element) {
    if (element.name != "xliff" || !is_of_xliff(element.space)) {
      fail(fmt::format(fmt::runtime(translate("expected the element xliff of the namespace {}")),
                       kSpace));
    }
    space_ = element.space;
    learn_languages(element, "srcLang", "trgLang");
  }

  void learn_languages(const text::XmlElement& element, const char* source, const char* target) {
    if (const auto tag = element.attribute(source)) languages_.source.change(*tag);
    if (const auto tag = element.attribute(target)) languages_.target.change(*tag);
  }

  void begin_metadata(const text::XmlElement& element) {
    if (element.name == "metaGroup") {
      ours_ = element.attribute("category") == std::string(kCategory);
    } else if (element.name == "meta" && ours_) {
      begin_part(Part::metadata);
      type_ = element.attribute("type").value_or("");
    }
  }

  /// An inline element, if it is one.
  void add_code(const text::XmlElement& element) {
    if (part_ == Part::none || part_ == Part::note || part_ == Part::metadata) return;
    whole_.add_code(element, space_);
    if (marked_at_) marked_content().add_code(element, space_);
  }

  enum class Part { none, source, marked_source, target, note, metadata };

  void begin_part(Part part) {
    part_ = part;
    text_.clear();
    whole_ = {};
    record = part == Part::none ? nullptr : &whole_.markup;
  }

  void take_part() {
    if (part_ == Part::note) notes_.push_back(std::move(text_));
    if (part_ == Part::metadata) metadata_[type_] = std::move(text_);
    if (part_ == Part::source && !segments_.empty()) segments_.back().source = std::move(whole_);
    if (part_ == Part::target && !segments_.empty()) segments_.back().target = std::move(whole_);
    begin_part(Part::none);
  }

  /// A segment that is marked in the source or the target of a unit.
  void begin_marked(const std::string& mark) {
    if (part_ != Part::marked_source && part_ != Part::target) return;
    const auto [known, is_new] = numbers_of_marks_.emplace(mark, marked_.size());
    marked_at_ = known->second;
    if (is_new) marked_.push_back({.place = place()});
    marked_content() = {};
    record = &marked_content().markup;
    whole_.foreign = true;  // its markup is not all that stands in it
  }

  void end_marked() {
    if (!marked_at_) return;  // it stood where segments are not marked
    marked_[*marked_at_].has_target = !marked_[*marked_at_].target.text.empty();
    marked_at_.reset();
    record = nullptr;
  }

  CodedText& marked_content() {
    Segment& segment = marked_[*marked_at_];
    return part_ == Part::marked_source ? segment.source : segment.target;
  }

  void begin_segment() {
    segments_.emplace_back();
    segments_.back().place = place();
  }

  void begin_target(const text::XmlElement& element) {
    Segment& segment = segments_.back();
    segment.has_target = true;
    begin_part(Part::target);
    if (const auto order = element.attribute("order")) {
      std::size_t number = 0;
      for (const char digit : *order) {
        constexpr std::size_t kMost = 1'000'000;
        if (digit < '0' || digit > '9' || number > kMost) {
          fail(translate("expected a whole number as the order of a target"));
        }
        number = 10 * number + static_cast<std::size_t>(digit - '0');
      }
      segment.order = number;
    }
  }

  void take_unit() {
    const bool is_marked =
        std::ranges::any_of(marked_, [](const Segment& each) { return !each.source.text.empty(); });
    if (is_marked) segments_ = std::move(marked_);
    read_.empty += segments_.empty();
    std::erase_if(segments_, [](const Segment& each) {
      return each.ignorable && is_blank(each.source.text) && is_blank(each.target.text);
    });
    // Targets are numbered in their own order.
    std::multimap<std::size_t, std::size_t> order;  // and the segments that have it
    for (std::size_t i = 0; i < segments_.size(); ++i) {
      if (segments_[i].has_target) order.emplace(segments_[i].order.value_or(i + 1), i);
    }
    std::vector<std::vector<UnitSentence>> targets(segments_.size());
    for (const auto& [number, i] : order) {
      targets[i] =
          numbers_.target.split(std::move(segments_[i].target.text), value_of(metadata_, "target"));
    }
    for (std::size_t i = 0; i < segments_.size(); ++i) {
      TranslationUnit unit;
      set_metadata(metadata_, unit);
      unit.markup = markup_of(AlignmentFormat::xliff, space_, segments_[i].source,
                              segments_[i].target, read_);
      unit.source =
          numbers_.source.split(std::move(segments_[i].source.text), value_of(metadata_, "source"));
      unit.target = std::move(targets[i]);
      if (i == 0) unit.notes = std::move(notes_);
      unit.place = std::move(segments_[i].place);
      give(std::move(unit), languages_, read_, input_.sink);
    }
  }

  const Input& input_;
  Languages languages_;
  Numberings numbers_;
  UnitsRead read_;
  std::string space_;
  std::vector<std::string> path_;  // open elements
  bool ours_ = false;              // the group of metadata
  Part part_ = Part::none;         // what text belongs to
  std::string text_;               // of notes and metadata
  CodedText whole_;                // the same of a source or target
  std::string type_;               // of metadata
  std::size_t codes_ = 0;
  std::vector<Segment> segments_;                        // of the unit
  std::vector<Segment> marked_;                          // of its source and target
  std::map<std::string, std::size_t> numbers_of_marks_;  // indices in marked_ by the mid of <mrk>
  std::vector<bool> marks_;               // open elements mrk: whether they are segments
  std::optional<std::size_t> marked_at_;  // index in marked_ of the one that is open
  std::vector<std::string> notes_;
  std::map<std::string, std::string> metadata_;
};

class Writer : public UnitWriter {
 public:
  Writer(ByteSink sink, const WriteUnitsOptions& options)
      : sink_(std::move(sink)), original_(options.source_name) {}

  void write(const TranslationUnit& unit) override {
    if (!begun_) {
      if (source_language_.empty()) source_language_ = unit.source_language;
      if (target_language_.empty()) target_language_ = unit.target_language;
      if (!space_) space_ = version_of(unit);
      const bool waits = source_language_.empty() || target_language_.empty();
      waiting_ += element(unit);
      if (!waits) begin();
      return;
    }
    sink_(element(unit));
  }

  void finish() override {
    if (!space_) space_ = kSpace;
    if (!begun_) begin();
    sink_(is_old() ? "  </body>\n  </file>\n</xliff>\n" : "  </file>\n</xliff>\n");
  }

 private:
  /// The namespace that a unit asks for: that of its file, if it was one of XLIFF.
  static std::string version_of(const TranslationUnit& unit) {
    const bool is_read = unit.markup && unit.markup->format == AlignmentFormat::xliff;
    return is_read ? unit.markup->space : std::string(kSpace);
  }

  /// The head needs both languages, and the version of the codes that follow; units that come
  /// before the languages are known wait.
  void begin() {
    begun_ = true;
    const auto tag = [](const std::string& language) {
      return language.empty() ? "und" : text::xml_name(language);
    };
    constexpr std::string_view kXml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    const std::string source = tag(source_language_);
    const std::string target = tag(target_language_);
    const std::string original = text::xml_name(original_);
    sink_(is_old()
              ? fmt::format("{}<xliff xmlns=\"{}\" xmlns:mda=\"{}\" version=\"1.2\">\n"
                            "  <file original=\"{}\" datatype=\"plaintext\" source-language=\"{}\" "
                            "target-language=\"{}\">\n  <body>\n",
                            kXml, kOldSpace, kMetadata, original, source, target)
              : fmt::format("{}<xliff xmlns=\"{}\" xmlns:mda=\"{}\" version=\"{}\" srcLang=\"{}\" "
                            "trgLang=\"{}\">\n  <file id=\"f1\" xml:space=\"preserve\" "
                            "original=\"{}\">\n",
                            kXml, *space_, kMetadata, space_->substr(space_->rfind(':') + 1),
                            source, target, original));
    sink_(waiting_);
    waiting_.clear();
  }

  /// Whether it is a file of 1.2, whose codes are not those of 2.
  bool is_old() const { return !space_->starts_with("urn:oasis:names:tc:xliff:document:2"); }

  static void check_language(const std::string& head, const std::string& language,
                             const ErrorPlace& place) {
    if (head.empty() || language.empty() || head == language) return;
    throw Error(ErrorCode::content, place,
                fmt::format(fmt::runtime(translate("expected the language {}, found {}: XLIFF "
                                                   "holds one pair of languages")),
                            head, language));
  }

  static std::string metadata_element(const TranslationUnit& unit) {
    const auto metadata = metadata_of(unit);
    if (metadata.empty()) return {};
    std::string xml =
        fmt::format("      <mda:metadata>\n        <mda:metaGroup category=\"{}\">\n", kCategory);
    for (const auto& [name, value] : metadata) {
      xml += fmt::format("          <mda:meta type=\"{}\">{}</mda:meta>\n", name, value);
    }
    return xml + "        </mda:metaGroup>\n      </mda:metadata>\n";
  }

  std::string element(const TranslationUnit& unit) {
    check_language(source_language_, unit.source_language, unit.place);
    check_language(target_language_, unit.target_language, unit.place);
    const UnitMarkup* codes = codes_for(unit, AlignmentFormat::xliff);
    if (codes != nullptr && codes->space != *space_) codes = nullptr;  // they are none here
    const std::string source =
        codes != nullptr ? codes->source
                         : text::xml_text(joined(unit.source, unit.source_language), unit.place);
    const std::string target =
        codes != nullptr ? codes->target
                         : text::xml_text(joined(unit.target, unit.target_language), unit.place);
    return is_old() ? old_element(unit, source, target) : element(unit, source, target);
  }

  static bool has_target(const TranslationUnit& unit, const std::string& content) {
    return !unit.target.empty() || !content.empty();
  }

  std::string element(const TranslationUnit& unit, const std::string& source,
                      const std::string& target) {
    std::string xml = fmt::format("    <unit id=\"u{}\">\n", ++count_) + metadata_element(unit);
    if (!unit.notes.empty()) xml += "      <notes>\n";
    for (const std::string& note : unit.notes) {
      xml += fmt::format("        <note>{}</note>\n", text::xml_text(note, unit.place));
    }
    if (!unit.notes.empty()) xml += "      </notes>\n";
    xml += fmt::format("      <segment state=\"{}\">\n        <source>{}</source>\n",
                       !has_target(unit, target) ? "initial"
                       : unit.locked             ? "final"
                                                 : "translated",
                       source);
    if (has_target(unit, target)) xml += fmt::format("        <target>{}</target>\n", target);
    return xml + "      </segment>\n    </unit>\n";
  }

  std::string old_element(const TranslationUnit& unit, const std::string& source,
                          const std::string& target) {
    std::string xml = fmt::format(
        "    <trans-unit id=\"u{}\" xml:space=\"preserve\">\n"
        "      <source>{}</source>\n",
        ++count_, source);
    if (has_target(unit, target)) {
      xml += fmt::format("      <target{}>{}</target>\n", unit.locked ? " state=\"final\"" : "",
                         target);
    }
    for (const std::string& note : unit.notes) {
      xml += fmt::format("      <note>{}</note>\n", text::xml_text(note, unit.place));
    }
    return xml + metadata_element(unit) + "    </trans-unit>\n";
  }

  ByteSink sink_;
  std::string original_;
  bool begun_ = false;
  std::optional<std::string> space_;  // the namespace of the file
  std::string source_language_;
  std::string target_language_;
  std::string waiting_;
  std::size_t count_ = 0;
};

}  // namespace

UnitsRead read_xliff(const Input& input) {
  Handler handler(input);
  text::read_xml(input.bytes, input.name, handler);
  return handler.finish();
}

std::unique_ptr<UnitWriter> xliff_writer(ByteSink sink, const WriteUnitsOptions& options) {
  return std::make_unique<Writer>(std::move(sink), options);
}

}  // namespace duizhao::io
