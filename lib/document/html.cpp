// HTML pages, parsed by Gumbo, which says where in the source each piece of text lies.
//
// A news page is mostly not the article: navigation, teasers, comments, scripts. Elements that say
// so (nav, aside, role, class and id names) are left out. Of what is left, the element that holds
// most running text is the article: paragraphs count for the element that they are in and half for
// the one around it, links do not count (after the Readability heuristics). A page without much
// text is taken whole.
#include <fmt/format.h>
#include <gumbo.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "document/html_limits.hpp"
#include "document/layout.hpp"
#include "document/line_builder.hpp"
#include "document/opaque.hpp"
#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace duizhao::document {
namespace {

constexpr std::size_t kShortestParagraph = 25;  // bytes of text that count for an article
constexpr double kLeastShare = 0.4;  // of the page's text, for an element to be the article

using Page = std::unique_ptr<GumboOutput, void (*)(GumboOutput*)>;

bool is_element(const GumboNode* node) {
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

std::string_view attribute(const GumboNode* node, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool is_one_of(GumboTag tag, std::initializer_list<GumboTag> tags) {
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

/// Words of a class or id: `post-content main` gives post, content, main.
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

bool is_heading(GumboTag tag) { return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6; }

BlockKind kind_within(const std::vector<const GumboNode*>& path) {
  for (auto node = path.rbegin(); node != path.rend(); ++node) {
    const GumboTag tag = (*node)->v.element.tag;
    if (is_heading(tag)) return BlockKind::heading;
    if (is_one_of(tag, {GUMBO_TAG_TD, GUMBO_TAG_TH})) return BlockKind::table_cell;
    if (tag == GUMBO_TAG_LI) return BlockKind::list_item;
    if (tag == GUMBO_TAG_BLOCKQUOTE) return BlockKind::blockquote;
  }
  return BlockKind::paragraph;
}

/// Visits the nodes of a tree in order, without recursion. `enter` says whether to go into an
/// element.
template <typename Enter, typename Leave, typename Text>
void walk(const GumboNode* root, const Enter& enter, const Leave& leave, const Text& on_text) {
  struct Step {
    const GumboNode* node;
    unsigned next_child;
  };
  std::vector<Step> stack;
  if (is_element(root) && enter(root)) stack.push_back({root, 0});
  while (!stack.empty()) {
    Step& step = stack.back();
    const GumboVector& children = step.node->v.element.children;
    if (step.next_child == children.length) {
      leave(step.node);
      stack.pop_back();
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(children.data[step.next_child++]);
    if (is_element(child)) {
      if (enter(child)) stack.push_back({child, 0});
    } else {
      on_text(child);
    }
  }
}

std::size_t visible_bytes(const GumboNode* text) {
  if (text->type != GUMBO_NODE_TEXT && text->type != GUMBO_NODE_CDATA) return 0;
  const std::string_view seen = text->v.text.text;
  return static_cast<std::size_t>(
      std::count_if(seen.begin(), seen.end(), [](char c) { return c != ' ' && c != '\n'; }));
}

/// Which elements of a page are left out: those that no reader sees, and those around the article
/// as long as they hold the lesser part of the text. One that holds more was never closed.
class LeftOut {
 public:
  explicit LeftOut(const GumboNode* body) : body_(body) {
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

  bool contains(const GumboNode* node) const {
    return node != body_ && (is_hidden(node) || around_.contains(node));
  }

 private:
  const GumboNode* body_;
  std::unordered_set<const GumboNode*> around_;
};

/// The element that holds the article; the body where none stands out.
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

/// The first h1 of the page, which often stands outside the article's element.
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

/// The bytes of an element, its tags included; empty for one that the page does not spell out.
ByteRange range_of(std::string_view bytes, const GumboNode* node) {
  const GumboStringPiece& open = node->v.element.original_tag;
  if (open.length == 0 || open.data < bytes.data() || open.data >= bytes.data() + bytes.size()) {
    return {};
  }
  const auto begin = static_cast<std::size_t>(open.data - bytes.data());
  const GumboStringPiece& close = node->v.element.original_end_tag;
  const bool closed = close.length > 0 && close.data > open.data;
  const char* const end = closed ? close.data + close.length : open.data + open.length;
  return {begin, static_cast<std::size_t>(end - bytes.data())};
}

/// What the text of an element is.
RunKind run_kind_of(const GumboNode* node) {
  if (is_one_of(node->v.element.tag,
                {GUMBO_TAG_CODE, GUMBO_TAG_KBD, GUMBO_TAG_SAMP, GUMBO_TAG_TT, GUMBO_TAG_VAR})) {
    return RunKind::code;
  }
  const auto words = name_words(attribute(node, "class"));
  const auto named = [&words](const char* name) { return words.contains(name); };
  return named("math") || named("katex") || named("mathjax") ? RunKind::formula : RunKind::prose;
}

/// Turns an element's text into lines.
class PageReader {
 public:
  PageReader(std::string_view bytes, const LeftOut& left_out)
      : bytes_(bytes), left_out_(left_out), lines_(bytes) {}

  void read(const GumboNode* root) {
    walk(
        root,
        [&](const GumboNode* node) {
          if (node != root && left_out_.contains(node)) {
            leave_out(node);
            return false;
          }
          if (is_note_mark(node)) {
            leave_out(node);
            return false;
          }
          if (is_block(node->v.element.tag)) end_line();
          add_quotation_mark(node->v.element.tag, node->v.element.original_tag, "“");
          change(node, +1);
          return true;
        },
        [&](const GumboNode* node) {
          if (is_block(node->v.element.tag)) end_line();
          change(node, -1);
          add_quotation_mark(node->v.element.tag, node->v.element.original_end_tag, "”");
        },
        [&](const GumboNode* node) { add(node); });
    lines_.end_line(BlockKind::paragraph);
  }

  std::vector<Line> take() { return lines_.take(); }

  /// The elements without text for the reader, in order.
  std::vector<ByteRange> take_matter() { return std::move(matter_); }

 private:
  /// Whether an element is the mark of a note: <sup>7</sup>, <sup>[a]</sup>; not the exponent of
  /// m<sup>2</sup> and 10<sup>6</sup>.
  bool is_note_mark(const GumboNode* node) const {
    if (node->v.element.tag != GUMBO_TAG_SUP) return false;
    std::string mark;
    bool is_link = false;
    walk(
        node,
        [&](const GumboNode* child) {
          is_link = is_link || child->v.element.tag == GUMBO_TAG_A;
          return true;
        },
        [](const GumboNode*) {},
        [&](const GumboNode* child) {
          if (child->type == GUMBO_NODE_TEXT) mark += child->v.text.text;
        });
    std::erase_if(mark, [](char c) { return c == '[' || c == ']' || c == ' ' || c == ','; });
    constexpr std::size_t kLongest = 6;
    const bool figures = mark.find_first_not_of("0123456789*") == std::string::npos;
    const bool letter = mark.size() == 1 && text::is_ascii_letter(mark.front());
    if (mark.empty() || mark.size() > kLongest || !(figures || letter)) return false;
    // Of a unit or a power.
    const std::string_view before = bytes_.substr(0, last_end_);
    const bool power = before.ends_with("10") || before.ends_with(" m") || before.ends_with("cm") ||
                       before.ends_with("km") || before.ends_with("mm") || before.ends_with(" ft");
    return is_link || !power;
  }

  /// What stands between <q> and </q> is shown in quotation marks.
  void add_quotation_mark(GumboTag tag, const GumboStringPiece& piece, const char* mark) {
    const char* const begin = bytes_.data();
    const bool spelt = tag == GUMBO_TAG_Q && piece.length > 0 && piece.data >= begin &&
                       piece.data + piece.length <= begin + bytes_.size();
    if (!spelt) return;
    const auto offset = static_cast<std::size_t>(piece.data - begin);
    if (offset < last_end_) return;
    last_end_ = offset + piece.length;
    add_run({{offset, last_end_}, mark}, {});
    ends_in_space_ = false;
  }

  /// Enters an element or leaves it.
  void change(const GumboNode* node, int step) {
    const GumboTag tag = node->v.element.tag;
    strong_ += is_one_of(tag, {GUMBO_TAG_B, GUMBO_TAG_STRONG}) ? step : 0;
    preformatted_ += tag == GUMBO_TAG_PRE ? step : 0;
    if (run_kind_of(node) == RunKind::code) code_ += step;
    if (run_kind_of(node) == RunKind::formula) formula_ += step;
    if (tag == GUMBO_TAG_PRE) pre_is_code_ = step > 0 && holds_code(node);
    if (step > 0) {
      path_.push_back(node);
    } else {
      path_.pop_back();
    }
  }

  /// Whether preformatted text is a block of code: it says so, or it reads so.
  static bool holds_code(const GumboNode* pre) {
    std::string text;
    bool named = !attribute(pre, "class").empty();
    walk(
        pre,
        [&](const GumboNode* node) {
          named = named || run_kind_of(node) == RunKind::code;
          return true;
        },
        [](const GumboNode*) {},
        [&](const GumboNode* node) {
          if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE) {
            text += node->v.text.text;
          }
        });
    return named || looks_like_code(text);
  }

  RunKind run_kind() const {
    if (code_ > 0 || pre_is_code_) return RunKind::code;
    return formula_ > 0 ? RunKind::formula : RunKind::prose;
  }

  void end_line() { lines_.end_line(pre_is_code_ ? BlockKind::code : kind_within(path_)); }

  void leave_out(const GumboNode* node) {
    const ByteRange range = range_of(bytes_, node);
    if (!range.empty() && range.begin >= last_end_) matter_.push_back(range);
  }

  void add(const GumboNode* node) {
    const bool is_text = node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
                         node->type == GUMBO_NODE_CDATA;
    if (!is_text) return;
    const GumboStringPiece& piece = node->v.text.original_text;
    const char* const begin = bytes_.data();
    if (piece.data < begin || piece.data + piece.length > begin + bytes_.size()) return;
    // Broken nesting makes the parser move text; what comes out of order is left out rather than
    // shown twice.
    const auto offset = static_cast<std::size_t>(piece.data - begin);
    if (offset < last_end_) return;
    last_end_ = offset + piece.length;
    // Where the parser drops a stray end tag it takes the text on both sides, and the tag, for one
    // piece.
    holds_tags_ = std::string_view(node->v.text.text).find('<') == std::string_view::npos;
    add_text(offset, last_end_);
  }

  /// Text of the source: white space collapses, entities are decoded.
  void add_text(std::size_t begin, std::size_t end) {
    const std::vector<Opaque> opaque =
        run_kind() == RunKind::prose ? find_opaque(bytes_, {begin, end}, OpaqueMarks::formulas)
                                     : std::vector<Opaque>();
    while (begin < end) {
      const char c = bytes_[begin];
      std::size_t next = begin + 1;
      if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
        while (next < end &&
               std::string_view(" \n\t\r\f").find(bytes_[next]) != std::string_view::npos)
          ++next;
        const std::string_view space = bytes_.substr(begin, next - begin);
        if (pre_is_code_) {
          add_run({{begin, next}, {}}, opaque);
        } else if (preformatted_ > 0 && space.find('\n') != std::string_view::npos) {
          end_line();
        } else if (!lines_.at_line_begin() && !ends_in_space_) {
          TextRun run{{begin, next}, {}};
          if (space != " ") run.shown = " ";
          add_run(std::move(run), opaque);
        }
        ends_in_space_ = true;
      } else if (c == '<' && holds_tags_) {
        next = std::min(end, bytes_.find('>', begin)) + 1;
      } else if (const std::size_t size = entity_size(begin, end)) {
        next = begin + size;
        add_run({{begin, next}, decode_entity(bytes_.substr(begin, size))}, opaque);
        ends_in_space_ = false;
      } else {
        while (next < end &&
               std::string_view(" \n\t\r\f&<").find(bytes_[next]) == std::string_view::npos)
          ++next;
        add_run({{begin, next}, {}}, opaque);
        ends_in_space_ = false;
      }
      begin = next;
    }
  }

  void add_run(TextRun run, const std::vector<Opaque>& opaque) {
    run.kind = run_kind();
    std::vector<TextRun> runs{std::move(run)};
    cut_runs(opaque, runs);
    for (TextRun& each : runs) lines_.add(std::move(each), strong_ > 0);
  }

  /// The size of an entity with its semicolon at `begin`; 0 if there is none.
  std::size_t entity_size(std::size_t begin, std::size_t end) const {
    constexpr std::size_t kLongest = 40;
    if (bytes_[begin] != '&') return 0;
    const std::size_t semicolon = bytes_.substr(begin, std::min(kLongest, end - begin)).find(';');
    return semicolon == std::string_view::npos ? 0 : semicolon + 1;
  }

  std::string_view bytes_;
  const LeftOut& left_out_;
  LineBuilder lines_;
  std::vector<const GumboNode*> path_;
  std::size_t last_end_ = 0;
  std::vector<ByteRange> matter_;
  int strong_ = 0;
  int code_ = 0;          // open elements of code
  int formula_ = 0;       // the same
  int preformatted_ = 0;  // the same
  bool pre_is_code_ = false;
  bool ends_in_space_ = false;
  bool holds_tags_ = false;
};

/// The matter inside of an article, and what stands around it in the body but for its title.
std::vector<ByteRange> with_surroundings(std::vector<ByteRange> matter, ByteRange body,
                                         ByteRange article, ByteRange title) {
  const bool stands_apart = body.begin < article.begin && article.end < body.end;
  if (!stands_apart) return matter;
  std::vector<ByteRange> all;
  std::size_t begin = body.begin;
  if (!title.empty()) {
    all.push_back({begin, title.begin});
    begin = title.end;
  }
  all.push_back({begin, article.begin});
  for (const ByteRange& range : matter) {
    if (range.begin >= article.begin && range.end <= article.end) all.push_back(range);
  }
  all.push_back({article.end, body.end});
  return all;
}

}  // namespace

Layout read_html(std::string_view bytes, std::size_t begin, const std::string& name) {
  check_limits(bytes, name);
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;  // each would keep the open elements
  const Page page(gumbo_parse_with_options(&options, bytes.data() + begin, bytes.size() - begin),
                  [](GumboOutput* output) { gumbo_destroy_output(&kGumboDefaultOptions, output); });
  const GumboNode* body = page->root;
  const GumboVector& top = body->v.element.children;
  for (unsigned k = 0; k < top.length; ++k) {
    const auto* child = static_cast<const GumboNode*>(top.data[k]);
    if (is_element(child) && child->v.element.tag == GUMBO_TAG_BODY) body = child;
  }
  const LeftOut left_out(body);
  const GumboNode* article = find_article(body, left_out);
  PageReader reader(bytes, left_out);
  const GumboNode* title = find_title(body, left_out);
  const bool title_is_outside =
      title != nullptr && title->v.element.start_pos.offset < article->v.element.start_pos.offset;
  if (title_is_outside) reader.read(title);
  reader.read(article);
  return {.lines = reader.take(),
          .matter = with_surroundings(reader.take_matter(), range_of(bytes, body),
                                      range_of(bytes, article),
                                      title_is_outside ? range_of(bytes, title) : ByteRange())};
}

}  // namespace duizhao::document
