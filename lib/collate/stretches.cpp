#include "collate/stretches.hpp"

#include <algorithm>
#include <vector>

#include "compare/clauses.hpp"
#include "words/word_class.hpp"

namespace duizhao::collate {
namespace {

constexpr std::size_t kLeastWords = 3;  // with content, of clauses that are left out

/// One side of an alignment.
struct Tokens {
  const std::vector<WordToken>& tokens;
  std::vector<words::WordClass> classes;
  std::vector<bool> linked;

  Tokens(const WordAlignment& alignment, bool source, bool chinese)
      : tokens(source ? alignment.source : alignment.target), linked(tokens.size()) {
    for (const WordToken& token : tokens) classes.push_back(words::class_of(token.text, chinese));
    for (const WordLink& link : alignment.links) linked[source ? link.source : link.target] = true;
  }

  bool has_content(std::size_t token) const { return words::is_content(classes[token]); }

  /// The first word with content that is linked, and the place behind the last; both the end where
  /// there is none.
  std::pair<std::size_t, std::size_t> linked_stretch() const {
    std::size_t first = 0;
    while (first < tokens.size() && !(linked[first] && has_content(first))) ++first;
    std::size_t last = tokens.size();
    while (last > first && !(linked[last - 1] && has_content(last - 1))) --last;
    return {first, first == tokens.size() ? first : last};
  }

  /// How many words among tokens [first, end) may say what the other side has: none is linked.
  std::size_t words_in(std::size_t first, std::size_t end) const {
    std::size_t count = 0;
    for (std::size_t token = first; token < end; ++token) {
      count += classes[token] != words::WordClass::mark;
    }
    return count;
  }

  /// The number of words with content among tokens [first, end).
  std::size_t content(std::size_t first, std::size_t end) const {
    std::size_t count = 0;
    for (std::size_t token = first; token < end; ++token) count += has_content(token);
    return count;
  }
};

}  // namespace

std::optional<WordAlignment> Stretches::link(const Witness& source, const Witness& target) {
  if (!WordAligner::knows(source.language, target.language)) return std::nullopt;
  const auto languages = std::pair(source.language, target.language);
  auto aligner = aligners_.find(languages);
  if (aligner == aligners_.end()) {
    aligner =
        aligners_.emplace(languages, WordAligner(lexicon_, source.language, target.language)).first;
  }
  return aligner->second.align_if_short(source.text, target.text);
}

ByteRange Stretches::covered(const Witness& text, const Witness& by) {
  const ByteRange all{0, text.text.size()};
  const auto alignment = link(by, text);
  if (!alignment) return all;
  const Tokens own(*alignment, false, text.language == "zh");
  const Tokens other(*alignment, true, by.language == "zh");
  const auto [first, last] = own.linked_stretch();
  const auto [other_first, other_last] = other.linked_stretch();
  const std::size_t size = own.tokens.size();
  if (first == size) return all;

  // Words of the other text beside what is linked may render a clause in their own way.
  constexpr std::size_t kBeside = 1;
  ByteRange range = all;
  std::size_t begin = first;
  while (begin > 0 && !compare::ends_clause(own.tokens[begin - 1].text)) --begin;
  if (own.content(0, begin) >= kLeastWords && other.words_in(0, other_first) <= kBeside) {
    range.begin = own.tokens[begin].range.begin;
  }
  std::size_t end = last;
  while (end < size && !compare::ends_clause(own.tokens[end].text)) ++end;
  if (own.content(end, size) >= kLeastWords &&
      other.words_in(other_last, other.tokens.size()) <= kBeside) {
    range.end = own.tokens[end].range.begin;
  }
  return range;
}

std::optional<ByteRange> Stretches::counterpart(const Witness& text, const Witness& of,
                                                ByteRange range) {
  const auto alignment = link(of, text);
  if (!alignment) return std::nullopt;
  const bool chinese = of.language == "zh";
  std::optional<ByteRange> found;
  for (const WordLink& link : alignment->links) {
    const WordToken& own = alignment->source[link.source];
    const ByteRange other = alignment->target[link.target].range;
    if (!range.overlaps(own.range) ||
        words::class_of(own.text, chinese) == words::WordClass::mark) {
      continue;
    }
    if (!found) found = other;
    found->begin = std::min(found->begin, other.begin);
    found->end = std::max(found->end, other.end);
  }
  return found;
}

}  // namespace duizhao::collate
