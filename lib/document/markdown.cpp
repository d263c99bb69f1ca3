// Markdown, parsed by md4c. Its callbacks hand out pointers into the text that it was given, and so
// the byte range of every visible run is known exactly; what md4c makes up itself (line breaks)
// points elsewhere.
//
// HTML is read as inline tags everywhere: tags are hidden, the text between them is seen, and tags
// of block elements end a line. Comments, scripts and styles are hidden with their contents.
#include <md4c.h>

#include <algorithm>
#include <array>
#include <exception>
#include <new>
#include <set>
#include <string>
#include <vector>

#include "document/layout.hpp"
#include "document/line_builder.hpp"
#include "text/ascii.hpp"

namespace duizhao::document {
namespace {

/// The offset after YAML (`---`) or TOML (`+++`) front matter that begins at `begin`; `begin` where
/// there is none. Between its marks at least one line names a field, or it is text between two
/// rules.
std::size_t skip_front_matter(std::string_view bytes, std::size_t begin) {
  std::size_t next = begin;
  const ByteRange first = physical_line(bytes, begin, next);
  const std::string_view mark = bytes.substr(first.begin, first.size());
  if (mark != "---" && mark != "+++") return begin;
  bool has_field = false;
  while (next < bytes.size()) {
    const ByteRange line = physical_line(bytes, next, next);
    const std::string_view text = bytes.substr(line.begin, line.size());
    if (text == mark || text == "...") return has_field ? next : begin;
    const std::size_t sign = text.find(mark == "---" ? ':' : '=');
    std::string_view field = text.substr(0, sign == std::string_view::npos ? 0 : sign);
    while (field.ends_with(' ')) field.remove_suffix(1);
    has_field =
        has_field || (!field.empty() && field.find_first_of(" .?!") == std::string_view::npos);
  }
  return begin;
}

/// The name of a tag in lower case: div of `</DIV>`; empty for comments.
std::string tag_name(std::string_view tag) {
  tag.remove_prefix(std::min<std::size_t>(1, tag.size()));
  if (tag.starts_with('/')) tag.remove_prefix(1);
  const auto end = std::find_if_not(tag.begin(), tag.end(), [](char c) {
    return text::is_ascii_letter(c) || text::is_ascii_digit(c);
  });
  return text::ascii_lower(tag.substr(0, static_cast<std::size_t>(end - tag.begin())));
}

/// Whether an HTML tag begins or ends an element that stands on lines of its own.
bool is_block_tag(std::string_view tag) {
  const std::string name = tag_name(tag);
  constexpr std::array kBlockTags = {
      "address", "article", "aside",  "blockquote", "br",     "center", "dd", "details", "div",
      "dl",      "dt",      "figure", "figcaption", "footer", "h1",     "h2", "h3",      "h4",
      "h5",      "h6",      "header", "hr",         "li",     "main",   "ol", "p",       "pre",
      "section", "summary", "table",  "tbody",      "td",     "th",     "tr", "ul"};
  return std::find(kBlockTags.begin(), kBlockTags.end(), name) != kBlockTags.end();
}

/// Collects md4c's events as lines.
class Collector {
 public:
  explicit Collector(std::string_view bytes) : bytes_(bytes), lines_(bytes) {}

  void enter_block(MD_BLOCKTYPE type) {
    end_line(false);
    ++within_[type];
  }

  void leave_block(MD_BLOCKTYPE type) {
    end_line(false);
    --within_[type];
  }

  void enter_span(MD_SPANTYPE type) { span(type, +1); }
  void leave_span(MD_SPANTYPE type) { span(type, -1); }

  void text(MD_TEXTTYPE type, std::string_view text) {
    if (type == MD_TEXT_BR) return end_line(false);
    if (type == MD_TEXT_SOFTBR) return end_line(true);
    const bool inside =
        text.data() >= bytes_.data() && text.data() + text.size() <= bytes_.data() + bytes_.size();
    if (!inside) {
      if (type == MD_TEXT_CODE && text == "\n") end_line(false);
      return;
    }
    const auto begin = static_cast<std::size_t>(text.data() - bytes_.data());
    const ByteRange range{begin, begin + text.size()};
    if (images_ > 0 || range.end <= hidden_end_) return;
    switch (type) {
      case MD_TEXT_ENTITY:
        return add({range, decode_entity(text)});
      case MD_TEXT_HTML:
        return pass_tag(range);
      case MD_TEXT_NORMAL:
        return add_text({std::max(range.begin, hidden_end_), range.end});
      default:
        return add({range, {}});
    }
  }

  std::vector<Line> finish() {
    end_line(false);
    return lines_.take();
  }

 private:
  void span(MD_SPANTYPE type, int change) {
    if (type == MD_SPAN_STRONG) strong_ += change;
    if (type == MD_SPAN_IMG) images_ += change;
  }

  /// HTML tags are hidden, scripts and styles with their contents.
  void pass_tag(ByteRange range) {
    const std::string_view tag = bytes_.substr(range.begin, range.size());
    if (is_block_tag(tag)) end_line(false);
    const std::string name = tag.starts_with("</") ? "" : tag_name(tag);
    if (name == "script" || name == "style") hide_until("</" + name, range.end);
  }

  /// Hides what follows up to `close`; nothing if that does not come.
  void hide_until(const std::string& close, std::size_t from) {
    if (missing_.contains(close)) return;
    const std::size_t found = bytes_.find(close, from);
    if (found == std::string_view::npos) {
      missing_.insert(close);  // nor will it later: not worth another search
    } else {
      hidden_end_ = found + close.size();
    }
  }

  /// Text, in which two things are marks that CommonMark takes for characters: comments that hold
  /// an empty line, and stars of strong emphasis beside Chinese or in hasty English,
  /// `**暗涌：**你好`, `making**?**`, because it wants spaces or punctuation around them.
  void add_text(ByteRange range) {
    constexpr std::string_view kComment = "<!--";
    std::size_t begin = range.begin;
    while (begin < range.end) {
      const std::string_view left = bytes_.substr(begin, range.end - begin);
      const std::size_t stars = std::min(left.find("**"), left.size());
      const std::size_t comment = std::min(left.find(kComment), left.size());
      const std::size_t mark = begin + std::min(stars, comment);
      add({{begin, mark}, {}});
      begin = mark;
      if (begin == range.end) return;
      if (comment < stars) {
        hide_until("-->", begin);
        if (hidden_end_ > begin) {
          begin = std::min(range.end, hidden_end_);
        } else {
          add({{begin, begin + kComment.size()}, {}});
          begin += kComment.size();
        }
      } else {
        while (begin < range.end && bytes_[begin] == '*') ++begin;
        loosely_strong_ = !loosely_strong_;
      }
    }
  }

  void add(TextRun run) { lines_.add(std::move(run), strong_ > 0 || loosely_strong_); }

  void end_line(bool next_continues) {
    lines_.end_line(kind(), next_continues);
    loosely_strong_ = false;
  }

  BlockKind kind() const {
    if (within_[MD_BLOCK_H] > 0) return BlockKind::heading;
    if (within_[MD_BLOCK_TABLE] > 0) return BlockKind::table_cell;
    if (within_[MD_BLOCK_CODE] > 0) return BlockKind::code;
    if (within_[MD_BLOCK_LI] > 0) return BlockKind::list_item;
    if (within_[MD_BLOCK_QUOTE] > 0) return BlockKind::blockquote;
    return BlockKind::paragraph;
  }

  std::string_view bytes_;
  std::array<int, MD_BLOCK_TD + 1> within_{};  // open blocks of each type
  std::size_t hidden_end_ = 0;                 // a comment, script or style goes on up to here
  std::set<std::string> missing_;              // ends of such that do not come
  LineBuilder lines_;
  int strong_ = 0;
  int images_ = 0;
  bool loosely_strong_ = false;  // between stars that CommonMark takes for text
};

/// What md4c's callbacks get. Exceptions must not fly through C: they wait here.
struct Session {
  Collector lines;
  std::exception_ptr failure;

  template <typename Work>
  static int pass(void* userdata, const Work& work) {
    auto& session = *static_cast<Session*>(userdata);
    try {
      work(session.lines);
      return 0;
    } catch (...) {
      session.failure = std::current_exception();
      return -1;
    }
  }
};

}  // namespace

std::vector<Line> read_markdown(std::string_view bytes, std::size_t begin) {
  begin = skip_front_matter(bytes, begin);
  Session session{Collector(bytes), nullptr};
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS |
                 MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_NOHTMLBLOCKS;
  parser.enter_block = [](MD_BLOCKTYPE type, void*, void* userdata) {
    return Session::pass(userdata, [type](Collector& lines) { lines.enter_block(type); });
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* userdata) {
    return Session::pass(userdata, [type](Collector& lines) { lines.leave_block(type); });
  };
  parser.enter_span = [](MD_SPANTYPE type, void*, void* userdata) {
    return Session::pass(userdata, [type](Collector& lines) { lines.enter_span(type); });
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* userdata) {
    return Session::pass(userdata, [type](Collector& lines) { lines.leave_span(type); });
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* userdata) {
    return Session::pass(userdata, [&](Collector& lines) { lines.text(type, {text, size}); });
  };
  const int failed =
      md_parse(bytes.data() + begin, static_cast<MD_SIZE>(bytes.size() - begin), &parser, &session);
  if (session.failure) std::rethrow_exception(session.failure);
  if (failed != 0) throw std::bad_alloc();  // the only way in which md4c itself fails
  return session.lines.finish();
}

}  // namespace duizhao::document
