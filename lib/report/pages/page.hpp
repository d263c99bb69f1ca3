// What all pages share: the frame, the filters, text as text.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "duizhao/document.hpp"

namespace duizhao::report {

/// Text from a file, for the content of an element or an attribute in double quotes. Control
/// characters become their pictures.
std::string html(std::string_view text);

/// A text in its language, whose HTML is given.
std::string paragraph(std::string_view language, std::string_view content);

/// Who published a document and when, for a line of places; nothing where nobody knows.
std::string provenance(const Document& document);

/// One of the page's own sentences: translated and escaped.
std::string message(std::string_view english);

/// "sure", "likely" or "doubtful", as .item's data-level.
std::string_view level_of(double confidence);

/// A page as it grows.
class Page {
 public:
  /// Texts, not HTML.
  Page(std::string title, std::string summary);

  /// A field to search in the items, and what every page has besides.
  void add_search();

  /// A list of what items may have in `data-KEY`, and what people see of it.
  void add_choice(const std::string& key, const char* label,
                  const std::vector<std::pair<std::string, std::string>>& choices);

  /// A slider for `data-confidence`, and a button to the next doubtful item.
  void add_confidence();

  /// HTML of the main part.
  void add(std::string_view html) { main_ += html; }

  std::string finish() const;

 private:
  std::string title_;
  std::string summary_;
  std::string controls_;
  std::string main_;
};

}  // namespace duizhao::report
