#include "quotes/quotations.hpp"

#include "text/ascii.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::quotes {
namespace {

using Family = QuoteFamily;
enum class Shape : unsigned char { straight, opening, closing };

struct Mark {
  Family family = Family::none;
  Shape shape = Shape::straight;
};

Mark mark_of(char32_t c) {
  switch (c) {
    case U'"':
    case U'＂':
      return {Family::double_quote, Shape::straight};
    case U'“':
    case U'„':
    case U'«':
    case U'〝':
      return {Family::double_quote, Shape::opening};
    case U'”':
    case U'»':
    case U'〞':
    case U'〟':
      return {Family::double_quote, Shape::closing};
    case U'\'':
      return {Family::single_quote, Shape::straight};
    case U'‘':
      return {Family::single_quote, Shape::opening};
    case U'’':
      return {Family::single_quote, Shape::closing};
    case U'「':
    case U'﹁':
      return {Family::corner, Shape::opening};
    case U'」':
    case U'﹂':
      return {Family::corner, Shape::closing};
    case U'『':
    case U'﹃':
      return {Family::white_corner, Shape::opening};
    case U'』':
    case U'﹄':
      return {Family::white_corner, Shape::closing};
    default:
      return {};
  }
}

bool is_word_before(std::string_view text, std::size_t offset) {
  return offset > 0 && text::is_word(text::decode_before(text, offset).value);
}

bool is_word_at(std::string_view text, std::size_t offset) {
  return offset < text.size() && text::is_word(text::decode(text, offset).value);
}

bool is_space_at(std::string_view text, std::size_t offset) {
  return offset >= text.size() || text::is_space(text::decode(text, offset).value);
}

bool is_space_before(std::string_view text, std::size_t offset) {
  return offset == 0 || text::is_space(text::decode_before(text, offset).value);
}

/// Goes through a paragraph with at most one quotation open.
class Scan {
 public:
  explicit Scan(std::string_view text) : text_(text) {}

  Quotations run(Family left_open, bool mid_sentence) {
    if (left_open != Family::none && goes_on(left_open, mid_sentence)) {
      continued_ = true;
      found_.continues = true;
      family_ = left_open;
    }
    scan(0);
    // A mark that opens and is never closed hides no quotations behind it: ‘80s, for instance.
    constexpr std::size_t kMostTries = 8;
    for (std::size_t tries = 0; family_ != Family::none; ++tries) {
      if (!found_.open) {
        found_.open = {{quotation_.inner.begin, text_.size()},
                       {quotation_.whole.begin, text_.size()}};
        found_.open_family = family_;
      }
      if (tries == kMostTries) break;
      const std::size_t closed = found_.closed.size();
      family_ = Family::none;
      scan(quotation_.inner.begin);
      if (found_.closed.size() == closed) continue;
      found_.open.reset();
      if (closed == 0) found_.continues = false;
    }
    return std::move(found_);
  }

 private:
  void scan(std::size_t from) {
    for (std::size_t offset = from; offset < text_.size();) {
      const auto [code_point, size] = text::decode(text_, offset);
      const Mark mark = mark_of(code_point);
      if (mark.family != Family::none) meet(mark, offset, offset + size);
      offset += size;
    }
  }

  bool is_apostrophe(const Mark& mark, std::size_t begin, std::size_t end) const {
    if (mark.family != Family::single_quote || mark.shape == Shape::opening ||
        !is_word_before(text_, begin)) {
      return false;
    }
    return is_word_at(text_, end) || is_possessive(begin, end);
  }

  /// Whether a mark behind an s goes with it: the workers’ houses, where the quotation is closed
  /// further on.
  bool is_possessive(std::size_t begin, std::size_t end) const {
    if (family_ != Family::single_quote || text_[begin - 1] != 's' || end + 1 >= text_.size() ||
        text_[end] != ' ' || !(text_[end + 1] >= 'a' && text_[end + 1] <= 'z')) {
      return false;
    }
    for (std::size_t at = end; at < text_.size();) {
      const auto [code_point, size] = text::decode(text_, at);
      const Mark mark = mark_of(code_point);
      if (mark.family == Family::single_quote && mark.shape == Shape::opening) return false;
      const bool closes = mark.family == Family::single_quote && !is_word_at(text_, at + size);
      if (closes) return true;
      at += size;
    }
    return false;
  }

  /// Whether the first mark of a family opens the paragraph, or closes what was left open.
  bool goes_on(Family family, bool mid_sentence) const {
    for (std::size_t offset = 0; offset < text_.size();) {
      const auto [code_point, size] = text::decode(text_, offset);
      const Mark mark = mark_of(code_point);
      if (mark.family == family && !is_apostrophe(mark, offset, offset + size)) {
        if (offset == 0) return mark.shape != Shape::closing;
        const bool opens = mark.shape == Shape::opening ||
                           (mark.shape == Shape::straight && !is_space_at(text_, offset + size) &&
                            is_space_before(text_, offset));
        return mid_sentence && !opens;
      }
      offset += size;
    }
    return false;
  }

  void meet(const Mark& mark, std::size_t begin, std::size_t end) {
    if (is_apostrophe(mark, begin, end)) return;
    if (family_ == Family::none) {
      if (may_open(mark, begin, end)) open(mark.family, begin, end);
    } else if (mark.family == family_) {
      // What opens once more has not been closed: where it ends nobody knows, and it is dropped.
      const bool opens_again = mark.shape == Shape::opening && !is_space_at(text_, end) &&
                               !is_word_before(text_, begin) && begin > quotation_.inner.begin;
      const bool says_so = continued_ && begin == 0;
      if (opens_again || says_so) {
        open(mark.family, begin, end);
      } else {
        close(begin, end);
      }
    }
  }

  bool may_open(const Mark& mark, std::size_t begin, std::size_t end) const {
    const bool spaced = text_.substr(begin, end - begin) == "«";  // French has spaces inside
    if (is_space_at(text_, end) && !spaced) return false;
    if (mark.shape == Shape::opening) return true;
    if (mark.family == Family::single_quote && mark.shape == Shape::straight) {
      return opens_straight(begin, end);
    }
    // A closing mark before a word, and not after one, is meant to open.
    return mark.family == Family::double_quote && !is_word_before(text_, begin) &&
           (mark.shape == Shape::straight || is_word_at(text_, end));
  }

  /// Whether a straight single mark opens a quotation: before a capital, behind white space, and
  /// one behind a mark closes it; others are apostrophes ('em, rock 'n' roll).
  bool opens_straight(std::size_t begin, std::size_t end) const {
    if (!(begin == 0 || is_space_before(text_, begin)) || end >= text_.size() ||
        !text::is_ascii_upper(text_[end])) {
      return false;
    }
    for (std::size_t at = text_.find('\'', end); at != std::string_view::npos;
         at = text_.find('\'', at + 1)) {
      const bool behind_mark =
          std::string_view(".,!?").find(text_[at - 1]) != std::string_view::npos;
      if (behind_mark && !is_word_at(text_, at + 1)) return true;
    }
    return false;
  }

  void open(Family family, std::size_t begin, std::size_t end) {
    family_ = family;
    quotation_ = {{end, end}, {begin, end}};
  }

  void close(std::size_t begin, std::size_t end) {
    quotation_.inner.end = begin;
    quotation_.whole.end = end;
    if (quotation_.inner.size() > 0) found_.closed.push_back(quotation_);
    family_ = Family::none;
  }

  std::string_view text_;
  bool continued_ = false;
  Family family_ = Family::none;  // of the quotation that is open
  Quotation quotation_;
  Quotations found_;
};

}  // namespace

Quotations find_quotations(std::string_view paragraph, QuoteFamily left_open, bool mid_sentence) {
  return Scan(paragraph).run(left_open, mid_sentence);
}

}  // namespace duizhao::quotes
