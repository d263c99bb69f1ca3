#include "cedict.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string_view>

#include "duizhao/text/error.hpp"
#include "duizhao/text/file.hpp"
#include "text/ascii.hpp"
#include "text/embedded.hpp"
#include "text/fold.hpp"
#include "text/scripts.hpp"
#include "text/split.hpp"
#include "text/utf8.hpp"

namespace duizhao::lexicon {
namespace {

struct Line {
  std::string_view traditional;
  std::string_view simplified;
  std::string_view reading;  // between the square brackets
  std::string_view glosses;  // between the outer slashes
};

std::optional<Line> parse(std::string_view line) {
  const std::size_t first = line.find(' ');
  if (first == std::string_view::npos) return std::nullopt;
  const std::size_t second = line.find(' ', first + 1);
  const std::size_t open = line.find("] /", first);
  const std::size_t close = line.rfind('/');
  const bool is_entry = second != std::string_view::npos && line.substr(second).starts_with(" [") &&
                        open != std::string_view::npos && close > open + 2;
  if (!is_entry) return std::nullopt;
  return Line{line.substr(0, first), line.substr(first + 1, second - first - 1),
              line.substr(second + 2, open - second - 2), line.substr(open + 3, close - open - 3)};
}

/// Glosses that say how a word is counted or where it occurs, not what it means.
bool says_no_meaning(std::string_view gloss) {
  constexpr std::array<std::string_view, 4> kPrefixes = {"CL:", "used in", "also pr.",
                                                         "Taiwan pr."};
  return std::any_of(kPrefixes.begin(), kPrefixes.end(),
                     [gloss](std::string_view prefix) { return gloss.starts_with(prefix); });
}

/// What a gloss is that sends the reader to another headword.
struct Reference {
  std::string headword;  // simplified
  std::string rest;      // what the gloss says beside it
  bool aside;            // the headword has a meaning of its own beside that of the other
};

/// `see 廣州市|广州市[Guang3 zhou1 Shi4]`, `old variant of 竹`, `abbr. for 清華大學|清华大学[…]`.
std::optional<Reference> reference_of(std::string_view gloss) {
  constexpr std::array<std::string_view, 11> kWords = {
      "see also ",      "see ",           "variant of ",      "abbr. for ",
      "abbr. of ",      "abbr. to ",      "also written ",    "same as ",
      "equivalent of ", "equivalent to ", "another name for "};
  for (const std::string_view words : kWords) {
    const std::size_t at = gloss.find(words);
    const std::size_t begin = at + words.size();
    if (at == std::string_view::npos || begin >= gloss.size()) continue;
    if (!text::is_han(text::decode(gloss, begin).value)) continue;
    std::size_t end = begin;
    std::size_t name = begin;
    while (end < gloss.size()) {
      const auto [c, size] = text::decode(gloss, end);
      if (!text::is_han(c) && c != U'|' && c != U'·') break;
      end += size;
      if (c == U'|') name = end;
    }
    const std::string_view head = gloss.substr(0, at);  // "old ", "erhua ", "(Tw) ", or a meaning
    const std::size_t before = head.find_last_of(",;");
    std::string rest(before == std::string_view::npos ? std::string_view()
                                                      : head.substr(0, before));
    const std::size_t comma = gloss.find_first_of(",;", end);
    if (comma != std::string_view::npos) rest += "; " + std::string(gloss.substr(comma + 1));
    return Reference{std::string(gloss.substr(name, end - name)), std::move(rest),
                     words == std::string_view("see also ")};
  }
  return std::nullopt;
}

/// The text without what stands between `open` and `close`, both included.
std::string without(std::string_view text, char open, char close) {
  std::string kept;
  while (true) {
    const std::size_t begin = text.find(open);
    const std::size_t end = begin == std::string_view::npos ? begin : text.find(close, begin);
    if (end == std::string_view::npos) return kept += text;
    kept += text.substr(0, begin);
    text.remove_prefix(end + 1);
  }
}

std::string without_han(std::string_view text) {
  std::string kept;
  for (std::size_t offset = 0; offset < text.size();) {
    const auto [code_point, size] = text::decode(text, offset);
    if (!text::is_han(code_point) && code_point != U'|') kept += text.substr(offset, size);
    offset += size;
  }
  return kept;
}

bool is_marked_rare(std::string_view gloss) {
  constexpr std::array<std::string_view, 9> kMarks = {"(archaic",   "(old",    "(literary",
                                                      "(dialect",   "(Tw",     "(slang",
                                                      "(chemistry", "(botany", "(zoology"};
  return std::any_of(kMarks.begin(), kMarks.end(), [gloss](std::string_view mark) {
    return gloss.find(mark) != std::string_view::npos;
  });
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(' ') == std::string_view::npos;
}

/// The name at the beginning of what a proper name is glossed with: `Wuhan` of "Wuhan,
/// sub-provincial city and capital of Hubei Province", `Hubei Province` of "Hubei Province in
/// central China".
std::string_view name_of(std::string_view gloss) {
  const std::size_t begin = gloss.find_first_not_of(' ');
  if (begin == std::string_view::npos || gloss[begin] < 'A' || gloss[begin] > 'Z') return gloss;
  return gloss.substr(0, std::min({gloss.find(", "), gloss.find(" in "), gloss.find(" (")}));
}

void add_meanings(std::string_view gloss, bool proper, std::vector<Gloss>& glosses) {
  const std::string text = without_han(without(gloss, '[', ']'));
  const std::string bare = without(text, '(', ')');
  for (const std::string_view part : text::split(is_blank(bare) ? text : bare, ';')) {
    const std::string_view meaning = proper ? name_of(part) : part;
    if (!is_blank(meaning)) glosses.push_back({std::string(meaning), is_marked_rare(gloss)});
  }
}

void add_glosses(std::string_view gloss, bool proper, DictionaryEntry& entry) {
  constexpr std::string_view kSurname = "surname ";
  if (gloss.starts_with(kSurname)) {
    const std::string_view name = gloss.substr(kSurname.size());
    constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    entry.glosses.push_back({std::string(name.substr(0, name.find_first_not_of(kLetters))), false});
    return;
  }
  if (says_no_meaning(gloss)) return;
  if (auto reference = reference_of(gloss)) {
    add_meanings(reference->rest, proper, entry.glosses);
    entry.references.push_back({std::move(reference->headword), reference->aside});
    return;
  }
  add_meanings(gloss, proper, entry.glosses);
}

void count_simplifications(const Line& line, Simplifications& simplifications) {
  std::size_t from = 0;
  std::size_t to = 0;
  while (from < line.traditional.size() && to < line.simplified.size()) {
    const auto [traditional, traditional_size] = text::decode(line.traditional, from);
    const auto [simplified, simplified_size] = text::decode(line.simplified, to);
    if (text::is_han(traditional)) ++simplifications[traditional][simplified];
    from += traditional_size;
    to += simplified_size;
  }
}

}  // namespace

void read_cedict(const std::filesystem::path& path, Dictionary& dictionary) {
  const std::string bytes = read_file(path);
  if (const auto fault = text::find_fault(bytes)) {
    throw Error(ErrorCode::decoding, {path.string(), {}, fault->byte},
                text::explain(bytes, *fault));
  }
  std::size_t entries = 0;
  for (const std::string_view text : text::entries(bytes)) {
    const auto line = parse(text);
    if (!line) continue;
    ++entries;
    DictionaryEntry& entry = dictionary.entries[std::string(line->simplified)];
    count_simplifications(*line, dictionary.simplifications);
    for (const std::string_view gloss : text::split(line->glosses, '/')) {
      add_glosses(gloss, !line->reading.empty() && text::is_ascii_upper(line->reading.front()),
                  entry);
    }
    const std::string reading(line->reading);
    auto& readings = entry.readings;
    if (std::find(readings.begin(), readings.end(), reading) == readings.end()) {
      readings.push_back(reading);
    }
  }
  if (entries == 0) {
    throw Error(ErrorCode::format, {path.string(), 1, 0},
                "expected lines such as `傳統 传统 [chuan2 tong3] /tradition/`");
  }
}

namespace {

void follow(const Dictionary& dictionary, const DictionaryEntry& entry, std::size_t depth,
            std::set<std::string_view>& seen, std::vector<Gloss>& found) {
  constexpr std::size_t kDeepest = 3;
  if (depth == kDeepest) return;
  for (const auto& [headword, aside] : entry.references) {
    const auto other = dictionary.entries.find(headword);
    if (other == dictionary.entries.end() || !seen.insert(other->first).second) continue;
    if (aside && !entry.glosses.empty()) continue;
    found.insert(found.end(), other->second.glosses.begin(), other->second.glosses.end());
    follow(dictionary, other->second, depth + 1, seen, found);
  }
}

}  // namespace

void follow_references(Dictionary& dictionary) {
  std::map<std::string, std::vector<Gloss>> found;
  for (const auto& [headword, entry] : dictionary.entries) {
    std::set<std::string_view> seen{headword};
    if (!entry.references.empty()) follow(dictionary, entry, 0, seen, found[headword]);
  }
  for (auto& [headword, glosses] : found) {
    auto& own = dictionary.entries[headword].glosses;
    own.insert(own.end(), glosses.begin(), glosses.end());
  }
}

}  // namespace duizhao::lexicon
