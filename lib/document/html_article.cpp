#include "document/html_article.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "document/html_nodes.hpp"
#include "text/ascii.hpp"

namespace duizhao::document {
namespace {

constexpr std::size_t kShortestParagraph = 25;  // bytes of text that count for an article
constexpr double kLeastShare = 0.4;  // of the page's text, for an element to be the article

/// Whether an element's names say that it is no part of an article.
bool is_named_boilerplate(const GumboNode* node) {
  static const std::set<std::string> boilerplate = {
      "ad",          "ads",        "advert",      "advertisement", "banner",     "breadcrumb",
      "breadcrumbs", "comment",    "comments",    "cookie",        "cookies",    "copyright",
      "footer",      "login",      "masthead",    "menu",          "modal",      "nav",
      "navbar",      "navigation", "newsletter",  "pager",         "pagination", "popup",
      "promo",       "recommend",  "recommended", "related",       "share",      "sharing",
      "sidebar",     "signup",     "social",      "sponsored",     "subscribe",  "toolbar",
      "widget"};
  static const std::set<std::string> article = {"article", "body", "content", "entry",
                                                "main",    "post", "story",   "text"};
  static const std::set<std::string> roles = {"navigation",    "banner", "contentinfo", "search",
                                              "complementary", "menu",   "dialog"};
  if (roles.contains(std::string(attribute(node, "role")))) return true;
  const auto words =
      name_words(std::string(attribute(node, "class")) + " " + std::string(attribute(node, "id")));
  const auto among = [&words](const std::set<std::string>& names) {
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return names.contains(word); });
  };
  return among(boilerplate) && !among(article);
}

/// Elements that no reader sees.
bool is_hidden(const GumboNode* node) {
  const GumboTag tag = node->v.element.tag;
  if (is_one_of(tag, {GUMBO_TAG_HEAD, GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_NOSCRIPT,
                      GUMBO_TAG_TEMPLATE, GUMBO_TAG_SVG, GUMBO_TAG_MATH, GUMBO_TAG_IFRAME,
                      GUMBO_TAG_OBJECT, GUMBO_TAG_CANVAS, GUMBO_TAG_AUDIO, GUMBO_TAG_VIDEO,
                      GUMBO_TAG_BUTTON, GUMBO_TAG_SELECT, GUMBO_TAG_TEXTAREA, GUMBO_TAG_INPUT})) {
    return true;
  }
  if (gumbo_get_attribute(&node->v.element.attributes, "hidden") != nullptr) return true;
  if (attribute(node, "aria-hidden") == "true") return true;
  std::string style = text::ascii_lower(attribute(node, "style"));
  std::erase(style, ' ');
  if (style.find("display:none") != std::string::npos) return true;
  return false;
}

/// Elements around the article: by their tag, or by their names.
bool is_boilerplate(const GumboNode* node) {
  const GumboTag tag = node->v.element.tag;
  if (is_one_of(tag, {GUMBO_TAG_NAV, GUMBO_TAG_FOOTER, GUMBO_TAG_ASIDE})) return true;
  const bool whole =
      is_one_of(tag, {GUMBO_TAG_HTML, GUMBO_TAG_BODY, GUMBO_TAG_MAIN, GUMBO_TAG_ARTICLE});
  return !whole && is_named_boilerplate(node);
}

std::size_t visible_bytes(const GumboNode* text) {
  if (text->type != GUMBO_NODE_TEXT && text->type != GUMBO_NODE_CDATA) return 0;
  const std::string_view seen = text->v.text.text;
  return static_cast<std::size_t>(
      std::count_if(seen.begin(), seen.end(), [](char c) { return c != ' ' && c != '\n'; }));
}

}  // namespace

std::set<std::string> name_words(std::string_view names) {
  std::set<std::string> words;
  std::string word;
  for (const char c : text::ascii_lower(names) + " ") {
    if (text::is_ascii_letter(c)) {
      word += c;
    } else if (!word.empty()) {
      words.insert(std::move(word));
      word.clear();
    }
  }
  return words;
}

bool is_block(GumboTag tag) {
  return is_one_of(
      tag, {GUMBO_TAG_ADDRESS, GUMBO_TAG_ARTICLE, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_BODY,
            GUMBO_TAG_CAPTION, GUMBO_TAG_CENTER,  GUMBO_TAG_DD,         GUMBO_TAG_DETAILS,
            GUMBO_TAG_DIV,     GUMBO_TAG_DL,      GUMBO_TAG_DT,         GUMBO_TAG_FIGCAPTION,
            GUMBO_TAG_FIGURE,  GUMBO_TAG_FORM,    GUMBO_TAG_H1,         GUMBO_TAG_H2,
            GUMBO_TAG_H3,      GUMBO_TAG_H4,      GUMBO_TAG_H5,         GUMBO_TAG_H6,
            GUMBO_TAG_HEADER,  GUMBO_TAG_HR,      GUMBO_TAG_LI,         GUMBO_TAG_MAIN,
            GUMBO_TAG_OL,      GUMBO_TAG_P,       GUMBO_TAG_PRE,        GUMBO_TAG_SECTION,
            GUMBO_TAG_SUMMARY, GUMBO_TAG_TABLE,   GUMBO_TAG_TBODY,      GUMBO_TAG_TD,
            GUMBO_TAG_TFOOT,   GUMBO_TAG_TH,      GUMBO_TAG_THEAD,      GUMBO_TAG_TR,
            GUMBO_TAG_UL,      GUMBO_TAG_BR});
}

LeftOut::LeftOut(const GumboNode* body, HtmlPart part) : body_(body) {
  if (part == HtmlPart::whole) return;
  std::vector<std::pair<const GumboNode*, std::size_t>> boilerplate;  // and the bytes before it
  std::vector<std::pair<const GumboNode*, std::size_t>> sizes;
  std::size_t bytes = 0;
  walk(
      body,
      [&](const GumboNode* node) {
        if (node != body && is_hidden(node)) return false;
        if (node != body && is_boilerplate(node)) boilerplate.emplace_back(node, bytes);
        return true;
      },
      [&](const GumboNode* node) {
        if (boilerplate.empty() || boilerplate.back().first != node) return;
        sizes.emplace_back(node, bytes - boilerplate.back().second);
        boilerplate.pop_back();
      },
      [&](const GumboNode* text) { bytes += visible_bytes(text); });
  for (const auto& [node, size] : sizes) {
    if (2 * size < bytes) around_.insert(node);
  }
}

bool LeftOut::contains(const GumboNode* node) const {
  return node != body_ && (is_hidden(node) || around_.contains(node));
}

const GumboNode* find_article(const GumboNode* body, const LeftOut& left_out) {
  std::unordered_map<const GumboNode*, double> scores;
  std::vector<const GumboNode*>
      order;  // of elements with a score, so that ties are broken by place
  std::vector<const GumboNode*> path;
  std::size_t all = 0;
  std::size_t paragraph = 0;  // text of the innermost block so far, links left out
  const auto credit = [&](std::size_t bytes) {
    if (bytes < kShortestParagraph) return;
    double share = 1;
    // The block itself is the last element of the path; its containers are above it.
    for (std::size_t up = 1; up <= 3 && up < path.size(); ++up, share /= 2) {
      const GumboNode* container = path[path.size() - 1 - up];
      if (scores.try_emplace(container, 0).second) order.push_back(container);
      scores[container] += share * static_cast<double>(bytes);
    }
  };
  int links = 0;
  walk(
      body,
      [&](const GumboNode* node) {
        if (left_out.contains(node)) return false;
        if (is_block(node->v.element.tag)) paragraph = 0;
        links += node->v.element.tag == GUMBO_TAG_A;
        path.push_back(node);
        return true;
      },
      [&](const GumboNode* node) {
        if (is_block(node->v.element.tag)) {
          credit(paragraph);
          paragraph = 0;
        }
        links -= node->v.element.tag == GUMBO_TAG_A;
        path.pop_back();
      },
      [&](const GumboNode* text) {
        const std::size_t bytes = visible_bytes(text);
        all += bytes;
        if (links == 0) paragraph += bytes;
      });
  const GumboNode* best = body;
  double most = 0;
  for (const GumboNode* node : order) {
    if (scores[node] > most) {
      most = scores[node];
      best = node;
    }
  }
  return most < kLeastShare * static_cast<double>(all) ? body : best;
}

const GumboNode* find_title(const GumboNode* body, const LeftOut& left_out) {
  const GumboNode* title = nullptr;
  walk(
      body,
      [&](const GumboNode* node) {
        if (title == nullptr && node->v.element.tag == GUMBO_TAG_H1) title = node;
        return title == nullptr && !left_out.contains(node);
      },
      [](const GumboNode*) {}, [](const GumboNode*) {});
  return title;
}

}  // namespace duizhao::document
