// Markdown, parsed by md4c. Its callbacks hand out pointers into the text that it was given, and so
// the byte range of every visible run is known exactly; what md4c makes up itself (line breaks)
// points elsewhere.
//
// HTML is read as inline tags everywhere: tags are hidden, the text between them is seen, and tags
// of block elements end a line. What dialects add is masked before (dialects.hpp): md4c parses the
// masked copy, and what it hands out is taken from the text itself.
#include <md4c.h>

#include <algorithm>
#include <array>
#include <exception>
#include <new>
#include <string>
#include <vector>

#include "document/dialects.hpp"
#include "document/front_matter.hpp"
#include "document/layout.hpp"
#include "document/line_builder.hpp"
#include "document/opaque.hpp"
#include "text/ascii.hpp"

namespace duizhao::document {
namespace {

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
  Collector(std::string_view bytes, const PlainMarkdown& markdown)
      : bytes_(bytes), masked_(markdown.masked), lines_(bytes) {
    for (const Opaque& each : markdown.opaque) hidden_.push_back(each);
    for (const ByteRange& range : markdown.matter) hidden_.push_back({RunKind::prose, range});
    std::sort(hidden_.begin(), hidden_.end(), [](const Opaque& left, const Opaque& right) {
      return left.range.begin < right.range.begin;
    });
  }

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
    const bool inside = text.data() >= masked_.data() &&
                        text.data() + text.size() <= masked_.data() + masked_.size();
    if (!inside) {
      if (type == MD_TEXT_CODE && text == "\n") ++code_breaks_;
      return;
    }
    const auto begin = static_cast<std::size_t>(text.data() - masked_.data());
    const ByteRange range{begin, begin + text.size()};
    if (images_ > 0) return captions_.push_back(range);
    switch (type) {
      case MD_TEXT_ENTITY:
        return add({range, decode_entity(text)});
      case MD_TEXT_HTML:
        return pass_tag(range);
      case MD_TEXT_CODE:
        return add_code(range);
      default:
        return add_text(range);
    }
  }

  std::vector<Line> finish() {
    end_line(false);
    return lines_.take();
  }

  /// The alternative texts of images.
  std::vector<ByteRange> take_captions() { return std::move(captions_); }

 private:
  void span(MD_SPANTYPE type, int change) {
    if (type == MD_SPAN_STRONG) strong_ += change;
    if (type == MD_SPAN_IMG) images_ += change;
  }

  /// HTML tags are hidden.
  void pass_tag(ByteRange range) {
    const std::string_view tag = bytes_.substr(range.begin, range.size());
    if (is_block_tag(tag)) end_line(false);
  }

  /// Code: a span, or a line of a block, whose lines are one block of the document.
  void add_code(ByteRange range) {
    if (code_breaks_ > 0 && !lines_.at_line_begin()) {
      add({{code_end_, range.begin}, std::string(code_breaks_, '\n'), RunKind::code});
    }
    code_breaks_ = 0;
    code_end_ = range.end;
    add({range, {}, RunKind::code});
  }

  /// Text, cut where something else than prose begins and ends. Stars of strong emphasis are marks
  /// that CommonMark takes for characters beside Chinese or in hasty English, `**暗涌：**你好`,
  /// `making**?**`, because it wants spaces or punctuation around them.
  void add_text(ByteRange range) {
    while (next_hidden_ < hidden_.size() && hidden_[next_hidden_].range.end <= range.begin) {
      ++next_hidden_;
    }
    std::size_t begin = range.begin;
    for (; next_hidden_ < hidden_.size() && hidden_[next_hidden_].range.begin < range.end;
         ++next_hidden_) {
      const auto& [kind, hidden] = hidden_[next_hidden_];
      add_words({begin, std::max(begin, hidden.begin)});
      begin = std::min(range.end, hidden.end);
      const ByteRange part{std::max(range.begin, hidden.begin), begin};
      if (kind != RunKind::prose) add({part, {}, kind});
      if (hidden.end > range.end) return;
    }
    add_words({begin, range.end});
  }

  void add_words(ByteRange range) {
    std::size_t begin = range.begin;
    while (begin < range.end) {
      const std::string_view left = bytes_.substr(begin, range.end - begin);
      const std::size_t stars = begin + std::min(left.find("**"), left.size());
      add_words_and_addresses({begin, stars});
      begin = stars;
      if (begin == range.end) return;
      while (begin < range.end && bytes_[begin] == '*') ++begin;
      loosely_strong_ = !loosely_strong_;
    }
  }

  void add_words_and_addresses(ByteRange range) {
    std::vector<TextRun> runs{{range, {}, RunKind::prose}};
    cut_runs(find_opaque(bytes_, range, OpaqueMarks::none), runs);
    for (TextRun& run : runs) add(std::move(run));
  }

  void add(TextRun run) { lines_.add(std::move(run), strong_ > 0 || loosely_strong_); }

  void end_line(bool next_continues) {
    lines_.end_line(kind(), next_continues);
    loosely_strong_ = false;
    code_breaks_ = 0;
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
  std::string_view masked_;
  std::vector<Opaque> hidden_;  // in order; of the kind prose: not shown
  std::size_t next_hidden_ = 0;
  std::vector<ByteRange> captions_;
  std::array<int, MD_BLOCK_TD + 1> within_{};  // open blocks of each type
  LineBuilder lines_;
  int strong_ = 0;
  int images_ = 0;
  std::size_t code_breaks_ = 0;  // line feeds since the last piece of code
  std::size_t code_end_ = 0;     // of that piece
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

/// Puts blocks that stand apart among the lines, by their places.
void add_displayed(std::string_view bytes, const std::vector<Opaque>& displayed,
                   std::vector<Line>& lines) {
  if (displayed.empty()) return;
  for (const auto& [kind, place] : displayed) {
    const ByteRange range = trimmed(bytes, place);
    const BlockKind block = kind == RunKind::code ? BlockKind::code : BlockKind::formula;
    lines.push_back({.kind = block, .runs = {{range, {}, kind}}});
  }
  std::stable_sort(lines.begin(), lines.end(), [](const Line& left, const Line& right) {
    return left.runs.front().range.begin < right.runs.front().range.begin;
  });
}

}  // namespace

Layout read_markdown(std::string_view bytes, std::size_t begin) {
  Layout layout;
  begin = read_front_matter(bytes, begin, layout);
  PlainMarkdown markdown = read_dialects(bytes, begin);
  Session session{Collector(bytes, markdown), nullptr};
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
  const int failed = md_parse(markdown.masked.data() + begin,
                              static_cast<MD_SIZE>(bytes.size() - begin), &parser, &session);
  if (session.failure) std::rethrow_exception(session.failure);
  if (failed != 0) throw std::bad_alloc();  // the only way in which md4c itself fails
  std::vector<Line> lines = session.lines.finish();
  add_displayed(bytes, markdown.displayed, lines);
  std::move(lines.begin(), lines.end(), std::back_inserter(layout.lines));
  const auto by_place = [](const ByteRange& left, const ByteRange& right) {
    return left.begin < right.begin;
  };
  std::vector<ByteRange> captions = session.lines.take_captions();
  for (std::vector<ByteRange>* each : {&markdown.matter, &captions}) {
    const auto middle = layout.matter.insert(layout.matter.end(), each->begin(), each->end());
    std::inplace_merge(layout.matter.begin(), middle, layout.matter.end(), by_place);
  }
  layout.faults.insert(layout.faults.end(), markdown.faults.begin(), markdown.faults.end());
  return layout;
}

}  // namespace duizhao::document
