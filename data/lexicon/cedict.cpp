#include "cedict.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "duizhao/text/error.hpp"
#include "duizhao/text/file.hpp"
#include "text/embedded.hpp"
#include "text/fold.hpp"
#include "text/scripts.hpp"
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

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

/// Glosses that say how a word is written or counted, not what it means.
bool is_reference(std::string_view gloss) {
  constexpr std::array<std::string_view, 9> kPrefixes = {
      "CL:",   "variant of",       "old variant", "see ",           "also ",
      "erhua", "Japanese variant", "used in",     "archaic variant"};
  return std::any_of(kPrefixes.begin(), kPrefixes.end(),
                     [gloss](std::string_view prefix) { return gloss.starts_with(prefix); });
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

void add_glosses(std::string_view gloss, std::vector<Gloss>& glosses) {
  constexpr std::string_view kSurname = "surname ";
  if (gloss.starts_with(kSurname)) {
    const std::string_view name = gloss.substr(kSurname.size());
    constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    glosses.push_back({std::string(name.substr(0, name.find_first_not_of(kLetters))), false});
    return;
  }
  if (is_reference(gloss)) return;
  const std::string text = without_han(without(gloss, '[', ']'));
  const std::string bare = without(text, '(', ')');
  for (const std::string_view part : split(is_blank(bare) ? text : bare, ';')) {
    if (!is_blank(part)) glosses.push_back({std::string(part), is_marked_rare(gloss)});
  }
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
    for (const std::string_view gloss : split(line->glosses, '/')) {
      add_glosses(gloss, entry.glosses);
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

}  // namespace duizhao::lexicon
