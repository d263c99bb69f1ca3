#include "text/enclosures.hpp"

#include <algorithm>
#include <array>

#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::text {
namespace {

// Marks that may close each other share a family.
enum class Family : unsigned char {
  none,
  double_quote,
  single_quote,
  corner,
  white_corner,
  title,
  small_title,
  round,
  square,
  lenticular
};

enum class Role : unsigned char { none, opens, closes, either };

struct Mark {
  Family family = Family::none;
  Role role = Role::none;
};

Mark mark_of(char32_t c) {
  switch (c) {
    case U'"':
      return {Family::double_quote, Role::either};
    case U'“':
    case U'„':
      return {Family::double_quote, Role::opens};
    case U'”':
      return {Family::double_quote, Role::closes};
    case U'\'':
      return {Family::single_quote, Role::either};
    case U'‘':
      return {Family::single_quote, Role::opens};
    case U'’':
      return {Family::single_quote, Role::closes};
    case U'「':
      return {Family::corner, Role::opens};
    case U'」':
      return {Family::corner, Role::closes};
    case U'『':
      return {Family::white_corner, Role::opens};
    case U'』':
      return {Family::white_corner, Role::closes};
    case U'《':
      return {Family::title, Role::opens};
    case U'》':
      return {Family::title, Role::closes};
    case U'〈':
      return {Family::small_title, Role::opens};
    case U'〉':
      return {Family::small_title, Role::closes};
    case U'(':
    case U'（':
      return {Family::round, Role::opens};
    case U')':
    case U'）':
      return {Family::round, Role::closes};
    case U'[':
    case U'［':
      return {Family::square, Role::opens};
    case U']':
    case U'］':
      return {Family::square, Role::closes};
    case U'【':
      return {Family::lenticular, Role::opens};
    case U'】':
      return {Family::lenticular, Role::closes};
    default:
      return {};
  }
}

EnclosureKind kind_of(Family family) {
  if (family == Family::title || family == Family::small_title) return EnclosureKind::title;
  if (family >= Family::round) return EnclosureKind::bracket;
  return EnclosureKind::quotation;
}

// The first bytes of the marks above: all else is skipped without decoding.
constexpr std::array<bool, 256> kLeads = [] {
  std::array<bool, 256> leads{};
  for (const char c : {'"', '\'', '(', ')', '[', ']'}) leads[static_cast<unsigned char>(c)] = true;
  for (const int lead : {0xE2, 0xE3, 0xEF}) leads[static_cast<std::size_t>(lead)] = true;
  return leads;
}();

// Open marks that one text may hold at once; more are no quotations but noise.
constexpr std::size_t kDeepest = 64;

bool word_before(std::string_view text, std::size_t offset) {
  return offset > 0 && text::is_word(text::decode_before(text, offset).value);
}

bool word_at(std::string_view text, std::size_t offset) {
  return offset < text.size() && text::is_word(text::decode(text, offset).value);
}

bool is_cjk_at(std::string_view text, std::size_t offset) {
  return offset < text.size() && text::is_cjk(text::decode(text, offset).value);
}

bool is_cjk_before(std::string_view text, std::size_t offset) {
  return offset > 0 && text::is_cjk(text::decode_before(text, offset).value);
}

struct Open {
  Family family;
  std::size_t open;
  std::size_t inner;
};

}  // namespace

std::vector<Enclosure> find_enclosures(std::string_view text) {
  std::vector<Enclosure> pairs;
  std::vector<Open> stack;
  for (std::size_t offset = 0; offset < text.size();) {
    if (!kLeads[static_cast<unsigned char>(text[offset])]) {
      ++offset;
      continue;
    }
    const auto [code_point, size] = text::decode(text, offset);
    const std::size_t at = offset;
    offset += size;
    Mark mark = mark_of(code_point);
    if (mark.role == Role::none) continue;
    const auto partner = std::find_if(stack.rbegin(), stack.rend(),
                                      [&](const Open& open) { return open.family == mark.family; });
    if (code_point == U'\'') {  // a quotation mark only about Chinese
      const bool closes = partner != stack.rend() && is_cjk_before(text, at);
      if (!closes && (!is_cjk_at(text, offset) || word_before(text, at))) continue;
    }
    if (mark.role == Role::either) {
      mark.role = partner == stack.rend() ? Role::opens : Role::closes;
    } else if (code_point == U'’' && word_before(text, at) && word_at(text, offset)) {
      continue;  // an apostrophe
    }
    if (mark.role == Role::opens) {
      if (stack.size() == kDeepest) stack.erase(stack.begin());
      stack.push_back({mark.family, at, offset});
    } else if (partner != stack.rend()) {
      pairs.push_back({kind_of(mark.family), partner->open, partner->inner, at, offset});
      stack.erase(std::prev(partner.base()), stack.end());
    }
  }
  return pairs;
}

bool is_opening_quote(char32_t c) {
  const Mark mark = mark_of(c);
  return mark.role == Role::opens && kind_of(mark.family) == EnclosureKind::quotation;
}

bool is_closing_mark(char32_t c) {
  return mark_of(c).role == Role::closes || c == U'»' || c == U'}' || c == U'｝';
}

}  // namespace duizhao::text
