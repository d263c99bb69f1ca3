// What all pages share: the frame, the filters, text as text.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "duizhao/segment/segmenter.hpp"
#include "report/html/names.hpp"

namespace duizhao::report {

/// Text from a file, for the content of an element or an attribute in double quotes. Control
/// characters become their pictures, and the marks that turn the direction of text around
/// (U+202D, U+202E) their names.
std::string html(std::string_view text);

/// The language of a side of a bead: that of its sentences, or of the document if there are none.
const std::string& language_of(const SegmentedDocument& document,
                               const std::vector<std::size_t>& sentences);

/// A text in its language, whose HTML is given.
std::string paragraph(std::string_view language, std::string_view content);

/// Who published a document and when, for a line of places; nothing where nobody knows.
std::string provenance(const Document& document);

/// Who speaks, for a line of places; nothing for nobody.
std::string speaker(std::string_view name);

/// `line 12`
std::string line_label(std::size_t line);

/// One of the page's own sentences: translated and escaped.
std::string message(std::string_view english);

/// "sure", "likely" or "doubtful", as .item's data-level.
std::string_view level_of(double confidence);

/// A page as it grows.
class Page {
 public:
  /// `kind` says what is shown, `summary` how much of it; texts, not HTML.
  Page(std::string kind, const Names& names, std::string summary);

  /// A field to search in the items.
  void add_search();

  /// A list of what items have in `data-KEY`, and what people see of it.
  void add_choice(const std::string& key, const char* label,
                  const std::vector<std::pair<std::string, std::string>>& choices);

  /// The same of the notes in items.
  void add_choice_of_notes(const std::string& key, const char* label,
                           const std::vector<std::pair<std::string, std::string>>& choices);

  /// A slider for `data-confidence`.
  void add_confidence();

  /// A button, and the key `n`, to the next item of the level "doubtful".
  void add_jump(const char* label);

  /// Words have counterparts that arrow keys go through.
  void add_words() { has_words_ = true; }

  /// HTML of the main part.
  void add(std::string_view html) { main_ += html; }

  std::string finish() const;

 private:
  void add_select(const std::string& attributes, const char* label,
                  const std::vector<std::pair<std::string, std::string>>& choices);
  std::string help() const;

  std::string kind_;
  std::string names_;
  std::string summary_;
  std::string controls_;
  std::string jump_;  // what the key n does; empty if it does nothing
  bool has_words_ = false;
  std::string main_;
};

}  // namespace duizhao::report
