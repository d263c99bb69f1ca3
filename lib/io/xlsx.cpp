// Tables of spreadsheet programs: the first sheet of a workbook (Office Open XML, ISO 29500), by
// local names.
#include <fmt/format.h>

#include <charconv>
#include <map>

#include "duizhao/text/messages.hpp"
#include "io/table.hpp"
#include "text/archive.hpp"
#include "text/ascii.hpp"
#include "text/xml_reader.hpp"

namespace duizhao::io {
namespace {

/// Texts that cells share: xl/sharedStrings.xml. Readings of ruby are no part of them.
class SharedStrings : public text::XmlHandler {
 public:
  void begin(const text::XmlElement& element) override {
    if (element.name == "si") texts.emplace_back();
    if (element.name == "rPh") ++readings_;
    in_text_ = element.name == "t" && readings_ == 0;
  }
  void end(std::string_view tag) override {
    in_text_ = false;
    if (tag == "rPh") --readings_;
  }
  void characters(std::string_view text) override {
    if (in_text_ && !texts.empty()) texts.back() += text;
  }

  std::vector<std::string> texts;

 private:
  bool in_text_ = false;
  int readings_ = 0;
};

/// Where the first sheet lies: its relation in xl/workbook.xml, and that one's target.
class FirstSheet : public text::XmlHandler {
 public:
  void begin(const text::XmlElement& element) override {
    if (element.name == "sheet" && relation.empty()) {
      relation = element.attribute("id").value_or("");
    } else if (element.name == "Relationship" && element.attribute("Id") == relation) {
      target = element.attribute("Target").value_or("");
    }
  }

  std::string relation;
  std::string target;
};

/// The rows of a sheet. Cells that it leaves out are empty.
class Sheet : public text::XmlHandler {
 public:
  Sheet(const std::vector<std::string>& texts, const std::string& name,
        const std::function<void(const TableRow&)>& take)
      : texts_(texts), name_(name), take_(take) {}

  void begin(const text::XmlElement& element) override {
    const std::string& tag = element.name;
    if (tag == "row") {
      cells_.clear();
      constexpr std::size_t kMost = 1'048'576;  // as spreadsheet programs have it
      const std::size_t next = number_ + 1;
      number_ = number_of(element.attribute("r").value_or("")).value_or(next);
      if (number_ < next || number_ > kMost) {
        fail(translate("expected rows in order, as many as spreadsheets have"));
      }
    } else if (tag == "c") {
      type_ = element.attribute("t").value_or("n");
      column_ = column_of(element.attribute("r").value_or(""));
      value_.clear();
    }
    in_value_ = tag == "v" || tag == "t";
  }

  void end(std::string_view tag) override {
    in_value_ = false;
    if (tag == "c") take_cell();
    if (tag == "row") take_row();
  }

  void characters(std::string_view text) override {
    if (in_value_) value_ += text;
  }

 private:
  static std::optional<std::size_t> number_of(std::string_view text) {
    std::size_t number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = failure == std::errc() && end == text.data() + text.size();
    return whole ? std::optional(number) : std::nullopt;
  }

  /// C7 is the third column; cells without a name follow each other.
  std::size_t column_of(std::string_view name) const {
    constexpr std::size_t kMost = 16'384;  // as spreadsheet programs have it
    std::size_t column = 0;
    for (const char c : name) {
      if (!text::is_ascii_letter(c)) break;
      column = 26 * column + static_cast<std::size_t>(text::ascii_lower(c) - 'a' + 1);
      if (column > kMost) fail(translate("expected a column that spreadsheets have"));
    }
    return column == 0 ? cells_.size() : column - 1;
  }

  void take_cell() {
    if (type_ == "s") {
      const auto number = number_of(value_);
      if (!number || *number >= texts_.size()) fail(translate("expected a text of the workbook"));
      value_ = texts_[*number];
    }
    // Cells may share a text that is packed but once.
    constexpr std::size_t kMost = 268'435'456;
    bytes_ += value_.size();
    if (bytes_ > kMost) fail(translate("expected a sheet of at most 256 MiB of text"));
    if (column_ >= cells_.size()) cells_.resize(column_ + 1);
    cells_[column_] = std::move(value_);
  }

  void take_row() {
    while (!cells_.empty() && cells_.back().empty()) cells_.pop_back();
    if (cells_.empty()) return;
    width_ = std::max(width_, first_ ? cells_.size() : width_);
    first_ = false;
    if (cells_.size() < width_) cells_.resize(width_);
    take_({{cells_.begin(), cells_.end()}, {{}, {name_, number_, {}}}});
  }

  const std::vector<std::string>& texts_;
  const std::string& name_;
  const std::function<void(const TableRow&)>& take_;
  std::vector<std::string> cells_;
  std::size_t bytes_ = 0;   // of all cells so far
  std::size_t number_ = 0;  // of the row
  std::size_t width_ = 0;   // of the first row
  bool first_ = true;
  std::size_t column_ = 0;
  std::string type_;
  std::string value_;
  bool in_value_ = false;
};

}  // namespace

UnitsRead read_xlsx(const Input& input) {
  const std::string bytes = read_all(input.bytes);
  const text::Archive archive(bytes, input.name);
  const auto read = [&](const std::string& path, text::XmlHandler& handler) {
    text::read_xml(archive.read_text(path), archive.name_of(path), handler);
  };
  FirstSheet first;
  read("xl/workbook.xml", first);
  read("xl/_rels/workbook.xml.rels", first);
  SharedStrings shared;
  if (archive.contains("xl/sharedStrings.xml")) read("xl/sharedStrings.xml", shared);
  const std::string path =
      first.target.starts_with('/') ? first.target.substr(1) : "xl/" + first.target;
  return read_table(input, [&](const auto& take) {
    Sheet sheet(shared.texts, input.name, take);
    read(path, sheet);
  });
}

}  // namespace duizhao::io
