// Which part of a page is its article.
//
// A news page is mostly not the article: navigation, teasers, comments, scripts. Elements that say
// so (nav, aside, role, class and id names) are left out. Of what is left, the element that holds
// most running text is the article: paragraphs count for the element that they are in and half for
// the one around it, links do not count (after the Readability heuristics). A page without much
// text is taken whole.
#pragma once

#include <gumbo.h>

#include <unordered_set>

#include "document/layout.hpp"

namespace duizhao::document {

/// Which elements of a page are left out: those that no reader sees, and those around the article
/// as long as they hold the lesser part of the text. One that holds more was never closed.
class LeftOut {
 public:
  /// Of a whole page nothing stands around the article.
  LeftOut(const GumboNode* body, HtmlPart part);

  bool contains(const GumboNode* node) const;

 private:
  const GumboNode* body_;
  std::unordered_set<const GumboNode*> around_;
};

/// The element that holds the article; the body where none stands out.
const GumboNode* find_article(const GumboNode* body, const LeftOut& left_out);

/// The first h1 of the page, which often stands outside the article's element.
const GumboNode* find_title(const GumboNode* body, const LeftOut& left_out);

}  // namespace duizhao::document
