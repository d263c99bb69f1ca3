#include "document/html_limits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace duizhao::document {
namespace {

/// Elements without an end tag, and those of which a page has one.
bool holds_nothing(std::string_view tag) {
  static const std::set<std::string_view> names = {
      "area", "base", "body",  "br",   "col",  "colgroup", "embed",  "head",  "hr",
      "html", "img",  "input", "link", "meta", "param",    "source", "track", "wbr"};
  return names.contains(tag);
}

/// Elements that end where the next of their kind begins, by kind. A row ends cells too, and a
/// section rows: the lower levels of a kind.
struct Kind {
  int number = 0;  // 0: they nest
  int level = 0;
};

Kind kind_of(std::string_view tag) {
  static const std::map<std::string_view, Kind> kinds = {
      {"p", {1, 0}},     {"li", {2, 0}},    {"dd", {3, 0}},     {"dt", {3, 0}},
      {"td", {4, 0}},    {"th", {4, 0}},    {"tr", {4, 1}},     {"tbody", {4, 2}},
      {"thead", {4, 2}}, {"tfoot", {4, 2}}, {"option", {5, 0}}, {"optgroup", {5, 1}},
      {"rp", {6, 0}},    {"rt", {6, 0}},    {"a", {7, 0}},      {"button", {8, 0}},
      {"nobr", {9, 0}}};
  const auto found = kinds.find(tag);
  return found == kinds.end() ? Kind{} : found->second;
}

/// Elements that an end tag of an ordinary one does not reach across (HTML Standard, 13.2.4.2,
/// special).
bool is_special(std::string_view tag) {
  static const std::set<std::string_view> names = {
      "address", "applet",   "article",   "aside",  "blockquote", "caption",    "center",
      "details", "dir",      "div",       "dl",     "fieldset",   "figcaption", "figure",
      "footer",  "form",     "frameset",  "h1",     "h2",         "h3",         "h4",
      "h5",      "h6",       "header",    "hgroup", "iframe",     "keygen",     "listing",
      "main",    "marquee",  "menu",      "nav",    "noembed",    "noframes",   "noscript",
      "object",  "ol",       "plaintext", "pre",    "section",    "select",     "summary",
      "table",   "template", "textarea",  "title",  "ul",         "xmp"};
  return names.contains(tag);
}

/// Elements of other languages, in which <x/> is empty.
bool is_foreign(std::string_view tag) { return tag == "svg" || tag == "math"; }

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

/// A tag.
struct Tag {
  std::string name;  // in lower case
  bool closes = false;
  bool empty = false;  // <x/>
  std::size_t attributes = 0;
  std::size_t end = 0;  // offset behind it
};

/// Reads the tags of a page one by one.
class Tags {
 public:
  explicit Tags(std::string_view bytes) : bytes_(bytes) {}

  /// Goes to the next tag; false where there is none.
  bool next() {
    while ((begin_ = bytes_.find('<', at_)) != std::string_view::npos) {
      if (bytes_.substr(begin_).starts_with("<!--")) {
        at_ = behind(begin_, "-->");
      } else if (read()) {
        at_ = tag_.end;
        // Text that holds no tags.
        if (!tag_.closes && tag_.name == "script") at_ = behind(at_, "</script");
        if (!tag_.closes && tag_.name == "style") at_ = behind(at_, "</style");
        return true;
      } else {
        at_ = begin_ + 1;
      }
    }
    return false;
  }

  const Tag& tag() const { return tag_; }
  std::size_t begin() const { return begin_; }

 private:
  std::size_t behind(std::size_t from, std::string_view end) const {
    return std::min(bytes_.find(end, from), bytes_.size());
  }

  bool ended(std::size_t at) const { return at >= bytes_.size(); }

  bool read() {
    tag_ = {};
    std::size_t at = begin_ + 1;
    tag_.closes = !ended(at) && bytes_[at] == '/';
    at += tag_.closes;
    if (ended(at) || !text::is_ascii_letter(bytes_[at])) return false;
    const std::size_t name = at;
    while (!ended(at) && !is_blank(bytes_[at]) && bytes_[at] != '/' && bytes_[at] != '>') ++at;
    tag_.name = text::ascii_lower(bytes_.substr(name, at - name));
    while (!ended(at) && bytes_[at] != '>') {
      if (is_blank(bytes_[at]) || bytes_[at] == '/') {
        tag_.empty = bytes_[at++] == '/';
      } else {
        tag_.empty = false;
        ++tag_.attributes;
        at = attribute_end(at);
      }
    }
    tag_.end = std::min(at + 1, bytes_.size());
    return !ended(at);
  }

  /// Behind an attribute and its value.
  std::size_t attribute_end(std::size_t at) const {
    ++at;  // a name may begin with =
    while (!ended(at) && !is_blank(bytes_[at]) && bytes_[at] != '/' && bytes_[at] != '>' &&
           bytes_[at] != '=') {
      ++at;
    }
    std::size_t value = at;
    while (!ended(value) && is_blank(bytes_[value])) ++value;
    if (ended(value) || bytes_[value] != '=') return at;
    ++value;
    while (!ended(value) && is_blank(bytes_[value])) ++value;
    if (ended(value)) return value;
    const char quote = bytes_[value];
    if (quote == '"' || quote == '\'') {
      return std::min(bytes_.find(quote, value + 1), bytes_.size() - 1) + 1;
    }
    while (!ended(value) && !is_blank(bytes_[value]) && bytes_[value] != '>') ++value;
    return value;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;
  Tag tag_;
};

/// The elements that are open behind some tags, about as the tree builder of HTML has them.
class OpenElements {
 public:
  void take(const Tag& tag) {
    if (holds_nothing(tag.name)) return;
    if (tag.empty && (foreign_ > 0 || is_foreign(tag.name))) return;
    if (tag.closes) return close(tag.name);
    const Kind kind = kind_of(tag.name);
    if (is_special(tag.name)) close_kind(kind_of("p"));  // a block ends a paragraph
    if (kind.number > 0) close_kind(kind);
    foreign_ += is_foreign(tag.name);
    ++of_name_[tag.name];
    ++of_kind_[kind.number];
    open_.push_back(tag.name);
  }

  std::size_t depth() const { return open_.size(); }

 private:
  /// An end tag closes the last of its name and what is open in it, or nothing.
  void close(const std::string& name) {
    if (of_name_[name] == 0) return;
    for (std::size_t k = open_.size(); k > 0; --k) {
      if (open_[k - 1] == name) return cut(k - 1);
      if (is_special(open_[k - 1]) && !is_special(name)) return;
    }
  }

  void close_kind(Kind kind) {
    for (std::size_t k = open_.size();
         of_kind_[kind.number] > 0 && k > 0 && !is_special(open_[k - 1]); --k) {
      const Kind other = kind_of(open_[k - 1]);
      if (other.number == kind.number && other.level <= kind.level) cut(k - 1);
    }
  }

  void cut(std::size_t depth) {
    for (; open_.size() > depth; open_.pop_back()) {
      foreign_ -= is_foreign(open_.back());
      --of_name_[open_.back()];
      --of_kind_[kind_of(open_.back()).number];
    }
  }

  std::vector<std::string> open_;
  std::size_t foreign_ = 0;  // of them
  std::map<std::string, std::size_t> of_name_;
  std::map<int, std::size_t> of_kind_;
};

}  // namespace

void check_limits(std::string_view bytes, const std::string& name) {
  Tags tags(bytes);
  const auto fail = [&](const char* expectation, std::size_t most) {
    throw Error(ErrorCode::format, {name, text::line_at(bytes, tags.begin()), tags.begin()},
                fmt::format(fmt::runtime(translate(expectation)), most));
  };
  OpenElements open;
  while (tags.next()) {
    if (tags.tag().attributes > kMostAttributes) {
      fail(translatable("expected at most {} attributes in a tag"), kMostAttributes);
    }
    open.take(tags.tag());
    if (open.depth() > kDeepestElement) {
      fail(translatable("expected at most {} nested elements"), kDeepestElement);
    }
  }
}

}  // namespace duizhao::document
