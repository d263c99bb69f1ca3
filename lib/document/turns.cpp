// Speakers' labels: `**Waves:** …`, `Liang: …`, `暗涌：…`, `梁文锋：…`, `【梁文锋】…`.
//
// Many things stand before a colon: headings of lists, notes, titles. A label must look like a
// name; and unless it is strongly emphasised or a known role (Q, A, 问, 答), it must come again, or
// stand beside another label, as in a dialogue.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "document/layout.hpp"
#include "text/embedded.hpp"
#include "text/fold.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::document {
namespace {

constexpr std::size_t kLongestLabel = 60;  // bytes
constexpr std::size_t kMostLatinWords = 4;
constexpr std::size_t kMostHanCharacters = 12;
constexpr std::size_t kParagraphsToALabel = 5;  // at most, on average, for labels without emphasis

/// A label at the beginning of a line.
struct Label {
  std::string name;
  std::size_t size;  // visible bytes up to the text, the colon included
  bool strong;       // emphasised
  bool role;         // a known role, such as Q or 记者
  bool has_text;     // something is said on the same line
};

/// The marks that can stand around a name: 「暗涌」：, 【梁文锋】, [Waves]:
std::string_view without_brackets(std::string_view label) {
  constexpr std::pair<std::string_view, std::string_view> kBrackets[] = {
      {"「", "」"}, {"【", "】"}, {"［", "］"}, {"[", "]"}, {"《", "》"}};
  for (const auto& [open, close] : kBrackets) {
    if (label.size() > open.size() + close.size() && label.starts_with(open) &&
        label.ends_with(close)) {
      return label.substr(open.size(), label.size() - open.size() - close.size());
    }
  }
  return label;
}

/// The name without what is said of the speaker: 梁文锋（创始人）, Liang Wenfeng (CEO).
std::string_view without_remark(std::string_view label) {
  const std::size_t open = std::min(label.find('('), label.find("（"));
  const bool closed = label.ends_with(')') || label.ends_with("）");
  if (!closed || open == std::string_view::npos || open == 0) return label;
  label = label.substr(0, open);
  while (label.ends_with(' ')) label.remove_suffix(1);
  return label;
}

/// Whether each word begins with a capital letter, as names do.
bool is_latin_name(std::string_view label) {
  std::size_t words = 0;
  bool word_begins = true;
  for (std::size_t offset = 0; offset < label.size();) {
    const auto [code_point, size] = text::decode(label, offset);
    offset += size;
    if (code_point == U' ') {
      word_begins = true;
      continue;
    }
    const bool joiner = code_point == U'.' || code_point == U'-' || code_point == U'\'' ||
                        code_point == U'’' || code_point == U'&';
    if (joiner) continue;
    if (!text::is_word(code_point) || text::is_cjk(code_point)) return false;
    if (word_begins) {
      ++words;
      if (!text::is_upper(code_point)) return false;
    }
    word_begins = false;
  }
  return words > 0 && words <= kMostLatinWords;
}

/// Whether a label can be a Chinese name or that of an outlet. Clauses before a colon are told by
/// their pronouns, verbs and numerals: 他说, 有一点很重要, 第一点.
bool is_han_name(std::string_view label) {
  constexpr std::u32string_view kNoName =
      U"他她它我你您们这那的是有说說问問道答喊叫想写寫为為了很在和与與第一二三四";
  std::size_t characters = 0;
  std::size_t han = 0;
  for (std::size_t offset = 0; offset < label.size();) {
    const auto [code_point, size] = text::decode(label, offset);
    offset += size;
    const bool joiner = code_point == U'·' || code_point == U' ';
    if (!joiner && (!text::is_word(code_point) || text::is_digit(code_point))) return false;
    if (kNoName.find(code_point) != std::u32string_view::npos) return false;
    ++characters;
    han += text::is_han(code_point);
  }
  return han > 0 && characters <= kMostHanCharacters;
}

std::set<std::string> folded_lines(std::string_view resource) {
  std::set<std::string> lines;
  for (const std::string_view line : text::entries(resource)) lines.insert(text::fold_case(line));
  return lines;
}

std::optional<Label> read_label(const std::string& seen, std::size_t strong_bytes) {
  const std::string_view head = std::string_view(seen).substr(0, kLongestLabel + 3);
  const std::size_t wide = head.find("：");
  const std::size_t narrow = head.find(':');
  const std::size_t bracket = head.starts_with("【") ? head.find("】") : std::string_view::npos;
  std::size_t name_end = std::min(wide, narrow);
  std::size_t text_begin = 0;
  if (name_end != std::string_view::npos) {
    text_begin = name_end + (wide < narrow ? std::string_view("：").size() : 1);
  } else if (bracket != std::string_view::npos) {
    name_end = text_begin = bracket + std::string_view("】").size();
  } else {
    return std::nullopt;
  }
  std::string_view name = head.substr(0, name_end);
  while (name.ends_with(' ')) name.remove_suffix(1);
  name = without_remark(without_brackets(name));
  if (strong_bytes >= name_end) name = name.substr(0, name.find(", "));  // Liang Wenfeng, CEO
  static const std::set<std::string> roles = folded_lines(text::kSpeakerRoles);
  const bool role = roles.contains(text::fold_case(name));
  const bool latin = is_latin_name(name);
  if (name.empty() || !(role || latin || is_han_name(name))) return std::nullopt;
  const std::size_t after = seen.find_first_not_of(' ', text_begin);
  const bool spaced = after == std::string::npos || after > text_begin;
  if (latin && narrow < wide && !spaced && strong_bytes != text_begin) return std::nullopt;
  const bool strong = strong_bytes >= name_end;
  // 他说：“…” and http://… begin no turn.
  const std::string_view said =
      after == std::string::npos ? "" : std::string_view(seen).substr(after);
  const bool quotes = said.starts_with("“") || said.starts_with("「") || said.starts_with("//");
  if (quotes && !strong && !role) return std::nullopt;
  return Label{std::string(name), after == std::string::npos ? seen.size() : after, strong, role,
               !said.empty()};
}

bool can_hold_label(const Line& line) {
  if (line.runs.empty()) return false;
  return line.kind == BlockKind::paragraph || line.kind == BlockKind::blockquote;
}

/// Takes the first `size` visible bytes off a line.
void cut(Line& line, std::size_t size) {
  auto run = line.runs.begin();
  for (; run != line.runs.end() && size > 0; ++run) {
    const std::size_t visible = run->shown ? run->shown->size() : run->range.size();
    if (visible > size && !run->shown) {
      run->range.begin += size;
      break;
    }
    size -= std::min(size, visible);
  }
  line.runs.erase(line.runs.begin(), run);
}

}  // namespace

std::vector<Turn> take_labels(std::string_view bytes, std::vector<Line>& lines) {
  static const std::set<std::string> not_speakers = folded_lines(text::kNotSpeakers);

  std::vector<std::pair<std::size_t, Label>> found;
  std::map<std::string, std::size_t> occurrences;
  std::size_t paragraphs = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!can_hold_label(lines[i])) continue;
    paragraphs += !lines[i].continues;
    if (auto label = read_label(visible_text(bytes, lines[i]), lines[i].strong_bytes)) {
      if (not_speakers.contains(text::fold_case(label->name))) continue;
      ++occurrences[label->name];
      found.emplace_back(i, std::move(*label));
    }
  }
  const bool many = found.size() * kParagraphsToALabel >= paragraphs;
  std::vector<Turn> turns;
  for (std::size_t k = 0; k < found.size(); ++k) {
    const std::size_t i = found[k].first;
    const Label& label = found[k].second;
    const auto is_beside = [&](std::size_t other) {
      const auto& [j, neighbour] = found[other];
      return neighbour.has_text && neighbour.name != label.name && (j + 1 == i || i + 1 == j);
    };
    const bool in_dialogue =
        (k > 0 && is_beside(k - 1)) || (k + 1 < found.size() && is_beside(k + 1));
    const bool recurs = occurrences[label.name] > 1 || in_dialogue;
    const bool is_speaker = label.strong || (label.has_text && (label.role || (recurs && many)));
    if (!is_speaker) continue;
    const bool whole_line =
        label.has_text && lines[i].strong_bytes >= visible_text(bytes, lines[i]).size();
    cut(lines[i], label.size);
    turns.push_back({i, label.name, !whole_line});
  }
  return turns;
}

}  // namespace duizhao::document
