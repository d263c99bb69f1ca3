// Documents of Word: WordprocessingML (ISO 29500), transitional and strict, by local names.
#include <algorithm>
#include <map>
#include <vector>

#include "document/line_builder.hpp"
#include "document/packed.hpp"
#include "document/raised_text.hpp"
#include "text/ascii.hpp"
#include "text/xml_reader.hpp"

namespace duizhao::document {
namespace {

/// Whether a property such as <w:b/> is set; it may say that it is not.
bool is_set(const text::XmlElement& element) {
  const std::string value = element.attribute("val").value_or("1");
  return value != "0" && value != "false" && value != "off";
}

/// The kinds of paragraphs by the ids of their styles: word/styles.xml.
class Styles : public text::XmlHandler {
 public:
  void begin(const text::XmlElement& element) override {
    if (element.name == "style") {
      id_ = element.attribute("styleId").value_or("");
    } else if (element.name == "name") {
      const std::string name = text::ascii_lower(element.attribute("val").value_or(""));
      if (name.starts_with("heading") || name == "title" || name == "subtitle") {
        kinds_[id_] = BlockKind::heading;
      } else if (name.find("quote") != std::string::npos) {
        kinds_[id_] = BlockKind::blockquote;
      } else if (name.starts_with("list")) {
        kinds_[id_] = BlockKind::list_item;
      }
    }
  }

  BlockKind kind_of(const std::string& id) const {
    const auto known = kinds_.find(id);
    return known == kinds_.end() ? BlockKind::paragraph : known->second;
  }

 private:
  std::string id_;
  std::map<std::string, BlockKind> kinds_;
};

/// The text of a part.
class PartReader : public text::XmlHandler {
 public:
  PartReader(std::string_view bytes, const Styles& styles)
      : bytes_(bytes), styles_(styles), lines_(bytes) {}

  void begin(const text::XmlElement& element) override {
    const std::string_view parent = path_.empty() ? std::string_view() : path_.back();
    const std::string& tag = element.name;
    if (is_no_text(element)) ++hidden_;
    if (is_former(tag)) ++former_;
    if (former_ > 0) {
      // How it was formatted before a change that is tracked.
    } else if (tag == "p") {
      end_line();
      around_.push_back(paragraph_);  // one in a box stands inside of another
      paragraph_ = BlockKind::paragraph;
    } else if (tag == "tc") {
      ++cells_;
    } else if (parent == "pPr") {
      begin_property(element);
    } else if (tag == "r") {
      run_ = {};
    } else if (parent == "rPr") {
      if (tag == "b" || tag == "bCs") run_.strong = is_set(element);
      if (tag == "vanish") run_.hidden = is_set(element);
      if (tag == "vertAlign") run_.raised = element.attribute("val") == "superscript";
    } else if (parent == "r") {
      begin_piece(element);
    }
    path_.push_back(tag);
    starts_.push_back(is_no_text(element));
  }

  void end(std::string_view tag) override {
    path_.pop_back();
    hidden_ -= starts_.back() ? 1 : 0;
    starts_.pop_back();
    if (is_former(tag)) --former_;
    if (former_ > 0) return;
    if (tag == "p") {
      end_line();
      paragraph_ = around_.back();
      around_.pop_back();
    }
    if (tag == "tc") --cells_;
  }

  void characters(std::string_view text) override {
    if (hidden_ > 0 || run_.hidden || path_.empty() || path_.back() != "t") return;
    TextRun run{{byte, byte + size}, {}};
    if (size != text.size()) run.shown.emplace(text);  // entities
    add(std::move(run), text);
  }

  Layout finish() {
    end_line();
    return {.lines = lines_.take(), .matter = std::move(matter_)};
  }

 private:
  struct Run {
    bool strong = false;
    bool hidden = false;
    bool raised = false;
  };

  /// What was taken away, what is there for older programs again, readings of ruby, lines between
  /// notes.
  static bool is_no_text(const text::XmlElement& element) {
    const std::string& tag = element.name;
    if (tag == "footnote" || tag == "endnote") {
      return element.attribute("type").value_or("normal") != "normal";
    }
    return tag == "del" || tag == "moveFrom" || tag == "Fallback" || tag == "rt";
  }

  static bool is_former(std::string_view tag) { return tag == "rPrChange" || tag == "pPrChange"; }

  void begin_property(const text::XmlElement& element) {
    if (element.name == "pStyle") {
      const BlockKind kind = styles_.kind_of(element.attribute("val").value_or(""));
      if (kind != BlockKind::paragraph) paragraph_ = kind;
    } else if (element.name == "outlineLvl") {
      constexpr std::string_view kBodyText = "9";
      if (element.attribute("val") != std::string(kBodyText)) paragraph_ = BlockKind::heading;
    } else if (element.name == "numPr" && paragraph_ == BlockKind::paragraph) {
      paragraph_ = BlockKind::list_item;
    }
  }

  /// What stands in a run beside its text.
  void begin_piece(const text::XmlElement& element) {
    if (hidden_ > 0 || run_.hidden) return;
    const ByteRange range{element.byte, element.content};
    if (element.name == "tab" || element.name == "ptab") {
      add({range, " "}, " ");
    } else if (element.name == "noBreakHyphen") {
      add({range, "-"}, "-");
    } else if (element.name == "br" || element.name == "cr") {
      end_line();
    }
  }

  void add(TextRun run, std::string_view text) {
    if (run_.raised) {
      raised_.push_back(std::move(run));
      raised_text_ += text;
      return;
    }
    take_raised(text);
    constexpr std::size_t kTail = 32;  // bytes; what stands before a raised text tells what it is
    before_ += text;
    if (before_.size() > 2 * kTail) before_.erase(0, before_.size() - kTail);
    lines_.add(std::move(run), run_.strong);
  }

  /// What is raised is the mark of a note, an exponent, or text, which what stands behind it helps
  /// to tell.
  void take_raised(std::string_view after) {
    if (raised_.empty()) return;
    const ByteRange range{raised_.front().range.begin, raised_.back().range.end};
    const Raised kind = raised_text(before_, raised_text_, after, false);
    if (kind == Raised::note) matter_.push_back(range);
    if (kind == Raised::exponent) lines_.add({range, as_superscript(raised_text_)}, run_.strong);
    if (kind == Raised::text) {
      for (TextRun& run : raised_) lines_.add(std::move(run), run_.strong);
    }
    raised_.clear();
    raised_text_.clear();
  }

  void end_line() {
    take_raised({});
    before_.clear();
    lines_.end_line(paragraph_ == BlockKind::paragraph && cells_ > 0 ? BlockKind::table_cell
                                                                     : paragraph_);
  }

  std::string_view bytes_;
  const Styles& styles_;
  LineBuilder lines_;
  std::vector<ByteRange> matter_;
  std::vector<std::string> path_;  // open elements
  std::vector<bool> starts_;       // of each, whether it begins what is no text
  int hidden_ = 0;
  int cells_ = 0;
  int former_ = 0;  // open elements of former properties
  std::vector<BlockKind>
      around_;  // of the paragraphs that are open, the kinds of those around them
  BlockKind paragraph_ = BlockKind::paragraph;
  Run run_;
  std::string before_;  // the end of the line so far
  std::vector<TextRun> raised_;
  std::string raised_text_;
};

}  // namespace

PackedText read_docx(const text::Archive& archive) {
  const auto read = [&](const std::string& path, std::string_view bytes,
                        text::XmlHandler& handler) {
    text::read_xml(bytes, archive.name_of(path), handler);
  };
  Styles styles;
  const std::string style_path = "word/styles.xml";
  if (archive.contains(style_path)) read(style_path, archive.read_text(style_path), styles);
  PackedText document;
  for (const char* path : {"word/document.xml", "word/footnotes.xml", "word/endnotes.xml"}) {
    if (!archive.contains(path)) continue;
    const std::string bytes = archive.read_text(path);
    PartReader reader(bytes, styles);
    read(path, bytes, reader);
    append(document, bytes, reader.finish());
  }
  return document;
}

}  // namespace duizhao::document
