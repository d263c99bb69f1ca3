#include "io/sentences.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::io {
namespace {

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += text::decode(text, at).size) ++count;
  return count;
}

struct Described {
  std::size_t index;
  std::size_t length;
};

/// Nothing for what is no description.
std::optional<std::vector<Described>> parse(std::string_view description) {
  std::vector<Described> list;
  const char* at = description.data();
  const char* const end = at + description.size();
  while (at != end) {
    Described each{};
    const auto index = std::from_chars(at, end, each.index);
    if (index.ec != std::errc() || index.ptr == end || *index.ptr != ':') return std::nullopt;
    const auto length = std::from_chars(index.ptr + 1, end, each.length);
    if (length.ec != std::errc() || (length.ptr != end && *length.ptr != ' ')) return std::nullopt;
    if (!list.empty() && each.index <= list.back().index) return std::nullopt;
    list.push_back(each);
    at = length.ptr == end ? end : length.ptr + 1;
  }
  return list;
}

/// Cuts a text into pieces of so many code points, with at most one space between two; nothing if
/// it does not come out even.
std::optional<std::vector<UnitSentence>> cut(std::string_view text,
                                             const std::vector<Described>& pieces) {
  std::vector<UnitSentence> sentences;
  std::size_t at = 0;
  for (const Described& piece : pieces) {
    if (piece.length > text.size()) return std::nullopt;
    const bool between = at > 0 && piece.length > 0;
    if (between && at < text.size() && text[at] == ' ') ++at;
    const std::size_t begin = at;
    for (std::size_t k = 0; k < piece.length; ++k) {
      if (at >= text.size()) return std::nullopt;
      at += text::decode(text, at).size;
    }
    sentences.push_back({piece.index, std::string(text.substr(begin, at - begin)), {}, {}});
  }
  if (at != text.size()) return std::nullopt;
  return sentences;
}

}  // namespace

std::string joined(const std::vector<UnitSentence>& sentences, const std::string& language) {
  if (sentences.size() == 1) return sentences.front().text;
  const std::string_view separator = text::sentence_separator(text::primary_language(language));
  std::string text;
  for (const UnitSentence& sentence : sentences) {
    if (!text.empty() && !sentence.text.empty()) text += separator;
    text += sentence.text;
  }
  return text;
}

std::string describe(const std::vector<UnitSentence>& sentences) {
  std::string description;
  for (const UnitSentence& each : sentences) {
    description += fmt::format("{}{}:{}", description.empty() ? "" : " ", each.index,
                               count_characters(each.text));
  }
  return description;
}

std::vector<UnitSentence> Numbering::split(std::string text, std::string_view description) {
  const auto described = parse(description);
  std::vector<UnitSentence> sentences;
  if (described && !described->empty()) {
    if (auto pieces = cut(text, *described)) {
      sentences = std::move(*pieces);
    } else {
      sentences.push_back({described->front().index, std::move(text), {}, {}});
    }
    move_to(sentences.back().index);
  } else if (!text.empty()) {
    sentences.push_back(next(std::move(text)));
  }
  return sentences;
}

}  // namespace duizhao::io
