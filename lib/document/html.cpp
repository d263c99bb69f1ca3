// HTML pages, parsed by Gumbo, which says where in the source each piece of text lies.
#include <fmt/format.h>
#include <gumbo.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/html_article.hpp"
#include "document/html_limits.hpp"
#include "document/html_nodes.hpp"
#include "document/layout.hpp"
#include "document/line_builder.hpp"
#include "document/opaque.hpp"
#include "document/raised_text.hpp"
#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"
#include "text/ascii.hpp"
#include "text/marks.hpp"
#include "text/utf8.hpp"

namespace duizhao::document {
namespace {

using Page = std::unique_ptr<GumboOutput, void (*)(GumboOutput*)>;

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
          if (take_apart(node)) return false;
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
  /// The text of an element, and whether a link is in it.
  static std::pair<std::string, bool> text_of(const GumboNode* node) {
    std::string text;
    bool is_link = false;
    walk(
        node,
        [&](const GumboNode* child) {
          is_link = is_link || child->v.element.tag == GUMBO_TAG_A;
          return true;
        },
        [](const GumboNode*) {},
        [&](const GumboNode* child) {
          if (child->type == GUMBO_NODE_TEXT) text += child->v.text.text;
        });
    return {std::move(text), is_link};
  }

  /// Whether an element is the mark of a note: <sup>7</sup>, <a href="#note">[7]</a>.
  static bool is_reference(const GumboNode* node, const std::string& text) {
    if (node->v.element.tag != GUMBO_TAG_A) return false;
    if (attribute(node, "role") == "doc-noteref" || attribute(node, "role") == "doc-backlink" ||
        attribute(node, "epub:type") == "noteref") {
      return true;
    }
    return attribute(node, "href").starts_with('#') && !text.empty() &&
           text::footnote_size(text, 0) == text.size();
  }

  /// Takes an element that is no text as it stands: the mark of a note, an exponent, the reading of
  /// a ruby. Gives whether it was one.
  bool take_apart(const GumboNode* node) {
    const GumboTag tag = node->v.element.tag;
    if (is_one_of(tag, {GUMBO_TAG_RT, GUMBO_TAG_RP})) {
      leave_out(node);
      return true;
    }
    if (tag != GUMBO_TAG_SUP && tag != GUMBO_TAG_A) return false;
    const auto [text, is_link] = text_of(node);
    if (is_reference(node, text)) {
      leave_out(node);
      return true;
    }
    const ByteRange range = range_of(bytes_, node);
    if (tag == GUMBO_TAG_A || range.empty() || range.begin < last_end_) return false;
    const Raised raised = raised_text(bytes_.substr(0, last_end_), text, bytes_.substr(range.end),
                                      is_link || within_link());
    if (raised == Raised::note) leave_out(node);
    if (raised == Raised::exponent) {
      last_end_ = range.end;
      add_run({range, as_superscript(text)}, {});
      ends_in_space_ = false;
    }
    return raised != Raised::text;
  }

  bool within_link() const {
    return std::ranges::any_of(
        path_, [](const GumboNode* node) { return node->v.element.tag == GUMBO_TAG_A; });
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

Layout read_html(std::string_view bytes, std::size_t begin, const std::string& name,
                 HtmlPart part) {
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
  const LeftOut left_out(body, part);
  const GumboNode* article = part == HtmlPart::whole ? body : find_article(body, left_out);
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
