// Markdown, parsed by md4c. Its callbacks hand out pointers into the text that it was given, and so
// the byte range of every visible run is known exactly; what md4c makes up itself (line breaks)
// points elsewhere.
//
// HTML is read as inline tags everywhere: tags are hidden, the text between them is seen, and tags
// of block elements end a line. Comments, scripts and styles are hidden with their contents.
#include <md4c.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

#include "document/layout.hpp"
#include "document/line_builder.hpp"

namespace duizhao::document {
namespace {

/// The offset after YAML front matter that begins at `begin`; `begin` where there is none.
std::size_t skip_front_matter(std::string_view bytes, std::size_t begin) {
  std::size_t next = begin;
  const ByteRange first = physical_line(bytes, begin, next);
  if (bytes.substr(first.begin, first.size()) != "---") return begin;
  while (next < bytes.size()) {
    const ByteRange line = physical_line(bytes, next, next);
    const std::string_view text = bytes.substr(line.begin, line.size());
    if (text == "---" || text == "...") return next;
  }
  return begin;
}

/// Comments and elements whose content is no text.
std::vector<ByteRange> hidden_ranges(std::string_view bytes) {
  struct Bracket {
    std::string_view open, close;
  };
  std::vector<Bracket> brackets = {
      {"<!--", "-->"}, {"<script", "</script>"}, {"<style", "</style>"}};
  std::vector<ByteRange> hidden;
  for (std::size_t at = bytes.find('<'); at != std::string_view::npos; at = bytes.find('<', at)) {
    const auto bracket = std::find_if(brackets.begin(), brackets.end(), [&](const Bracket& each) {
      return bytes.substr(at).starts_with(each.open);
    });
    if (bracket == brackets.end()) {
      ++at;
      continue;
    }
    const std::size_t close = bytes.find(bracket->close, at + bracket->open.size());
    if (close == std::string_view::npos) {
      brackets.erase(bracket);  // closed nowhere from here on: text, and not worth another search
    } else {
      hidden.push_back({at, close + bracket->close.size()});
      at = hidden.back().end;
    }
  }
  return hidden;
}

/// Whether an HTML tag begins or ends an element that stands on lines of its own.
bool is_block_tag(std::string_view tag) {
  tag.remove_prefix(std::min<std::size_t>(1, tag.size()));
  if (tag.starts_with('/')) tag.remove_prefix(1);
  std::string name;
  for (const char c : tag) {
    if (!std::isalnum(static_cast<unsigned char>(c))) break;
    name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
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
  explicit Collector(std::string_view bytes)
      : bytes_(bytes), hidden_(hidden_ranges(bytes)), lines_(bytes) {}

  void enter_block(MD_BLOCKTYPE type) {
    end_line(false);
    blocks_.push_back(type);
  }

  void leave_block() {
    end_line(false);
    blocks_.pop_back();
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
    if (images_ > 0) return;
    switch (type) {
      case MD_TEXT_ENTITY:
        if (!is_hidden(begin)) add({range, decode_entity(text)});
        return;
      case MD_TEXT_HTML:
        if (is_block_tag(text) && !is_hidden(begin)) end_line(false);
        return;
      case MD_TEXT_NORMAL:
        return add_without_stars(range);
      default:
        return add_visible(range);
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

  /// The first hidden range that ends after `offset`.
  std::vector<ByteRange>::const_iterator hidden_after(std::size_t offset) const {
    return std::upper_bound(
        hidden_.begin(), hidden_.end(), offset,
        [](std::size_t at, const ByteRange& hidden) { return at < hidden.end; });
  }

  bool is_hidden(std::size_t offset) const {
    const auto after = hidden_after(offset);
    return after != hidden_.end() && after->contains(offset);
  }

  /// Adds what of a range is not hidden.
  void add_visible(ByteRange range) {
    for (auto hidden = hidden_after(range.begin); range.begin < range.end; ++hidden) {
      const bool none = hidden == hidden_.end() || hidden->begin >= range.end;
      if (none) return add({range, {}});
      add({{range.begin, std::max(range.begin, hidden->begin)}, {}});
      range.begin = std::min(range.end, hidden->end);
    }
  }

  /// CommonMark takes `**` for emphasis only where spaces and punctuation stand right, which they
  /// often do not beside Chinese or in hasty English: `**暗涌：**你好`, `making**?**`. Such stars
  /// are marks all the same.
  void add_without_stars(ByteRange range) {
    std::size_t begin = range.begin;
    while (begin < range.end) {
      const std::size_t found = bytes_.substr(begin, range.end - begin).find("**");
      const std::size_t stars = found == std::string_view::npos ? range.end : begin + found;
      if (stars > begin) add_visible({begin, stars});
      begin = stars;
      while (begin < range.end && bytes_[begin] == '*') ++begin;
      if (begin > stars) loosely_strong_ = !loosely_strong_;
    }
  }

  void add(TextRun run) { lines_.add(std::move(run), strong_ > 0 || loosely_strong_); }

  void end_line(bool next_continues) {
    lines_.end_line(kind(), next_continues);
    loosely_strong_ = false;
  }

  BlockKind kind() const {
    const auto within = [this](MD_BLOCKTYPE type) {
      return std::find(blocks_.begin(), blocks_.end(), type) != blocks_.end();
    };
    if (within(MD_BLOCK_H)) return BlockKind::heading;
    if (within(MD_BLOCK_TABLE)) return BlockKind::table_cell;
    if (within(MD_BLOCK_CODE)) return BlockKind::code;
    if (within(MD_BLOCK_LI)) return BlockKind::list_item;
    if (within(MD_BLOCK_QUOTE)) return BlockKind::blockquote;
    return BlockKind::paragraph;
  }

  std::string_view bytes_;
  std::vector<ByteRange> hidden_;
  std::vector<MD_BLOCKTYPE> blocks_;
  LineBuilder lines_;
  int strong_ = 0;
  int images_ = 0;
  bool loosely_strong_ = false;  // between stars that CommonMark takes for text
};

Collector& collector(void* userdata) { return *static_cast<Collector*>(userdata); }

}  // namespace

std::vector<Line> read_markdown(std::string_view bytes, std::size_t begin) {
  begin = skip_front_matter(bytes, begin);
  Collector lines(bytes);
  MD_PARSER parser{};
  parser.flags =
      MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_NOHTMLBLOCKS;
  parser.enter_block = [](MD_BLOCKTYPE type, void*, void* userdata) {
    collector(userdata).enter_block(type);
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE, void*, void* userdata) {
    collector(userdata).leave_block();
    return 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void*, void* userdata) {
    collector(userdata).enter_span(type);
    return 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* userdata) {
    collector(userdata).leave_span(type);
    return 0;
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* userdata) {
    collector(userdata).text(type, {text, size});
    return 0;
  };
  md_parse(bytes.data() + begin, static_cast<MD_SIZE>(bytes.size() - begin), &parser, &lines);
  return lines.finish();
}

}  // namespace duizhao::document
