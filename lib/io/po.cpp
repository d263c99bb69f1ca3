// Catalogues of messages (GNU gettext): each message and what it became.
//
// Of plural forms the first renders the singular and the others the plural; a language with one
// form renders the plural. Obsolete entries are left out. Context, comments and references are not
// kept; a fuzzy entry says so in a note.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "duizhao/text/messages.hpp"
#include "io/codecs.hpp"
#include "io/languages.hpp"
#include "io/line_file.hpp"
#include "io/sentences.hpp"

namespace duizhao::io {
namespace {

/// An entry as far as it has been read.
struct Entry {
  std::map<std::string, std::string> texts;  // by keyword: msgid, msgstr[1]
  std::vector<std::string> notes;            // comments of translators
  bool fuzzy = false;
  ErrorPlace place;  // of its msgid
};

class Reader {
 public:
  explicit Reader(const Input& input) : input_(input), languages_(input.options) {}

  UnitsRead run() {
    const LineFile file(input_.bytes, input_.name);
    for (const Line& line : file.lines()) read_line(line);
    finish();
    if (!any_) {
      const ErrorPlace end{input_.name, file.lines().size() + 1, file.bytes().size()};
      throw Error(ErrorCode::format, end, translate("expected an entry with msgid and msgstr"));
    }
    return read_;
  }

 private:
  void read_line(const Line& line) {
    std::string_view text = line.text;
    text.remove_prefix(std::min(text.find_first_not_of(kBlank), text.size()));
    if (text.empty()) {
      finish();
    } else if (text.starts_with("#~")) {
      finish();
      read_.empty += text.substr(2).find("msgid ") != std::string_view::npos;
    } else if (text.starts_with('#')) {
      if (entry_.texts.contains("msgid")) finish();
      read_comment(text);
    } else if (text.starts_with('"')) {
      if (keyword_.empty()) fail(line, text, translate("expected a keyword such as msgid"));
      entry_.texts[keyword_] += quoted(line, text);
    } else {
      read_keyword(line, text);
    }
  }

  void read_comment(std::string_view text) {
    if (text.starts_with("#,")) entry_.fuzzy |= text.find("fuzzy") != std::string_view::npos;
    if (text.starts_with("# ")) entry_.notes.emplace_back(text.substr(2));
  }

  void read_keyword(const Line& line, std::string_view text) {
    const std::size_t end = std::min(text.find_first_of(" \t\""), text.size());
    const std::size_t value = std::min(text.find_first_not_of(kBlank, end), text.size());
    const std::string keyword(text.substr(0, end));
    const bool known = keyword == "msgctxt" || keyword == "msgid" || keyword == "msgid_plural" ||
                       keyword == "msgstr" ||
                       (keyword.starts_with("msgstr[") && keyword.ends_with("]"));
    if (!known) fail(line, text, translate("expected msgctxt, msgid, msgid_plural or msgstr"));
    const bool begins = keyword == "msgctxt" || keyword == "msgid";
    if (begins && entry_.texts.contains("msgid")) finish();
    if (keyword == "msgid") entry_.place = line.place;
    if (keyword.starts_with("msgstr") && !entry_.texts.contains("msgid")) {
      fail(line, text, translate("expected a msgid before its msgstr"));
    }
    if (entry_.texts.contains(keyword)) {
      fail(line, text, fmt::format(fmt::runtime(translate("a second {} in one entry")), keyword));
    }
    keyword_ = keyword;
    entry_.texts[keyword_] = quoted(line, text.substr(value));
  }

  /// What stands between quotation marks, to the end of the line.
  static std::string quoted(const Line& line, std::string_view text) {
    std::string value;
    if (!text.starts_with('"')) fail(line, text, translate("expected a quotation mark"));
    for (std::size_t at = 1; at < text.size(); ++at) {
      if (text[at] == '"') {
        const std::size_t rest = text.find_first_not_of(kBlank, at + 1);
        if (rest == std::string_view::npos) return value;
        fail(line, text.substr(rest), translate("expected the end of the line"));
      }
      if (text[at] != '\\') {
        value += text[at];
        continue;
      }
      if (++at == text.size()) break;
      const std::size_t known = kEscapes.find(text[at]);
      if (known == std::string_view::npos) {
        fail(line, text.substr(at), translate("expected an escape such as \\n, \\t or \\\""));
      }
      value += kMeanings[known];
    }
    fail(line, text, translate("expected a quotation mark at the end of the line"));
  }
  static constexpr std::string_view kBlank = " \t";
  static constexpr std::string_view kEscapes = "ntrabvf\"\\";
  static constexpr std::string_view kMeanings = "\n\t\r\a\b\v\f\"\\";

  void finish() {
    Entry entry = std::move(entry_);
    entry_ = {};
    keyword_.clear();
    if (!entry.texts.contains("msgid")) return;
    any_ = true;
    if (entry.texts["msgid"].empty()) return read_header(entry.texts["msgstr"]);
    const bool plural = entry.texts.contains("msgid_plural");
    if (!plural) return add(entry, "msgid", "msgstr");
    const bool one_form = !entry.texts.contains("msgstr[1]");
    add(entry, one_form ? "msgid_plural" : "msgid", "msgstr[0]");
    for (std::size_t form = 1; entry.texts.contains(fmt::format("msgstr[{}]", form)); ++form) {
      add(entry, "msgid_plural", fmt::format("msgstr[{}]", form));
    }
  }

  void read_header(const std::string& header) {
    constexpr std::string_view kLanguage = "Language: ";
    const std::size_t at = header.starts_with(kLanguage) ? 0 : header.find("\nLanguage: ") + 1;
    if (!std::string_view(header).substr(at).starts_with(kLanguage)) return;
    std::string tag = header.substr(at + kLanguage.size());
    tag.resize(std::min(tag.find('\n'), tag.size()));
    std::ranges::replace(tag, '_', '-');
    if (!tag.empty()) languages_.target.change(tag);
  }

  void add(Entry& entry, const std::string& source, const std::string& target) {
    TranslationUnit unit;
    unit.source = sources_.split(entry.texts[source], {});
    unit.target = targets_.split(std::move(entry.texts[target]), {});
    unit.notes = entry.notes;
    if (entry.fuzzy) unit.notes.emplace_back("fuzzy");
    unit.place = entry.place;
    give(std::move(unit), languages_, read_, input_.sink);
  }

  const Input& input_;
  Languages languages_;
  Numbering sources_;
  Numbering targets_;
  UnitsRead read_;
  Entry entry_;
  std::string keyword_;  // of the text that may go on
  bool any_ = false;
};

}  // namespace

UnitsRead read_po(const Input& input) { return Reader(input).run(); }

}  // namespace duizhao::io
