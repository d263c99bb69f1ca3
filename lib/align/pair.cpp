#include "align/pair.hpp"

#include <future>
#include <string_view>
#include <utility>

#include "align/opaque_blocks.hpp"
#include "lexicon/tables.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::align {
namespace {

/// The breaks before the units; none for lines, which have no structure.
Structure structure(const SegmentedDocument& document, const Units& units) {
  Structure breaks;
  const Block* previous = nullptr;
  for (const std::vector<std::size_t>& unit : units) {
    const Block& block = document.block(unit.front());
    if (block.kind == BlockKind::line) return {};
    const auto is_heading = [](const Block* each) { return each->kind == BlockKind::heading; };
    if (&block == previous) {
      breaks.push_back(Break::none);
    } else if (previous != nullptr && !is_heading(&block) && !is_heading(previous) &&
               block.speaker == previous->speaker) {
      breaks.push_back(Break::paragraph);
    } else {
      breaks.push_back(Break::section);
    }
    previous = &document.block(unit.back());
  }
  return breaks;
}

/// The text of each unit: its sentences as a reader sees them, joined.
std::vector<std::string> texts(const SegmentedDocument& document, const Units& units) {
  std::vector<std::string> list;
  list.reserve(units.size());
  for (const std::vector<std::size_t>& unit : units) {
    std::string& text = list.emplace_back(document.text(unit.front()));
    for (std::size_t k = 1; k < unit.size(); ++k) text += ' ' + document.text(unit[k]);
  }
  return list;
}

Text text_of(const SegmentedDocument& document, const Units& units, words::Tokenizer& tokenizer) {
  const std::vector<std::string> sentences = texts(document, units);
  return {{sentences, tokenizer},
          surfaces(sentences, tokenizer.language()),
          structure(document, units)};
}

bool is_all_han(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, size] = text::decode(text, at);
    if (!text::is_han(c)) return false;
    at += size;
  }
  return !text.empty();
}

/// Terms in the order of the model.
std::vector<std::pair<std::string, std::string>> ordered(const std::vector<Term>& glossary,
                                                         bool source_is_chinese, bool turned) {
  std::vector<std::pair<std::string, std::string>> terms;
  for (const Term& term : glossary) {
    if (term.forbidden) continue;
    const bool swap = source_is_chinese && text::has_han(term.source) != text::has_han(term.target)
                          ? text::has_han(term.target)
                          : turned;
    terms.push_back(swap ? std::pair(term.target, term.source)
                         : std::pair(term.source, term.target));
  }
  return terms;
}

/// Terms in Chinese characters alone, which are words of their own.
lexicon::ExtraWords extra_words(const std::vector<Term>& glossary, const lexicon::Tables* tables) {
  lexicon::ExtraWords words;
  if (tables == nullptr) return words;
  for (const Term& term : glossary) {
    if (term.forbidden) continue;
    for (const std::string& text : {term.source, term.target}) {
      if (is_all_han(text)) words.insert(tables->simplified(text));
    }
  }
  return words;
}

/// The model wants Chinese as its source, and of other pairs the text of fewer sentences: what it
/// knows of the types of beads is that one Chinese sentence becomes one or several others.
bool is_turned(const Participants& pair) {
  const bool source_chinese = pair.source_language == "zh";
  const bool target_chinese = pair.target_language == "zh";
  if (source_chinese != target_chinese) return target_chinese;
  return pair.target.size() < pair.source.size();
}

std::vector<std::string> term_words(words::Tokenizer& tokenizer, const std::string& term) {
  std::vector<std::string> words;
  for (lexicon::Word& word : tokenizer.words(term)) {
    if (!words::Tokenizer::is_mark(word.text)) words.push_back(std::move(word.text));
  }
  return words;
}

}  // namespace

Pair::Pair(const SegmentedDocument& source, const SegmentedDocument& target,
           const Participants& participants, const AlignOptions& options, const Lexicon& lexicon,
           const std::vector<Lock>& locks)
    : turned_(is_turned(participants)),
      sides_(make_units(participants.source, participants.target, locks,
                        opaque_places(source, target, participants))),
      source_tokenizer_(turned_ ? participants.target_language : participants.source_language,
                        lexicon.tables(), extra_words(options.glossary, lexicon.tables())),
      target_tokenizer_(turned_ ? participants.source_language : participants.target_language,
                        lexicon.tables()),
      texts_(texts_of(turned_ ? target : source, turned_ ? source : target, options.threads)) {
  if (turned_) sides_.turn();
  const bool chinese = source_tokenizer_.language() == "zh";
  for (const auto& [from, to] : ordered(options.glossary, chinese, turned_)) {
    renderings_.push_back({term_words(source_tokenizer_, from), term_words(target_tokenizer_, to)});
  }
}

Pair::Texts Pair::texts_of(const SegmentedDocument& source, const SegmentedDocument& target,
                           std::size_t threads) {
  // Where no thread can start it is done when it is asked for.
  const auto policy =
      threads > 1 ? std::launch::async | std::launch::deferred : std::launch::deferred;
  auto other = std::async(policy, [&] {
    return text_of(target, turned_ ? sides_.source : sides_.target, target_tokenizer_);
  });
  Text own = text_of(source, turned_ ? sides_.target : sides_.source, source_tokenizer_);
  return {std::move(own), other.get()};
}

Bead Pair::bead(const Span& span) const {
  Bead bead;
  auto& from_source = turned_ ? bead.target : bead.source;
  auto& from_target = turned_ ? bead.source : bead.target;
  const auto collect = [](const Units& units, std::size_t begin, std::size_t end,
                          std::vector<std::size_t>& sentences) {
    for (std::size_t k = begin; k < end; ++k) {
      sentences.insert(sentences.end(), units[k].begin(), units[k].end());
    }
  };
  collect(sides_.source, span.source_begin, span.source_end(), from_source);
  collect(sides_.target, span.target_begin, span.target_end(), from_target);
  bead.locked = sides_.constraints.is_locked(span);
  return bead;
}

}  // namespace duizhao::align
