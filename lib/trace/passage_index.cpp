#include "trace/passage_index.hpp"

#include <algorithm>

#include "text/marks.hpp"
#include "text/scripts.hpp"

namespace duizhao::trace {

PassageIndex::PassageIndex(bool chinese, const lexicon::Tables* tables)
    : vocabulary_(chinese, tables) {}

void PassageIndex::add(std::uint32_t number, const SegmentedDocument& document) {
  const Block* last_block = nullptr;
  for (std::size_t i = 0; i < document.size(); ++i) {
    const Block& block = document.block(i);
    const bool chinese = text::runs_without_spaces(block.language);
    if (block.kind == BlockKind::heading || block.kind == BlockKind::code ||
        chinese != vocabulary_.is_chinese()) {
      last_block = nullptr;
      continue;
    }
    // Another speaker, or what stands between, begins a section.
    const bool begins_section =
        last_block == nullptr || last_block->speaker != block.speaker ||
        (&block != last_block && (block.begins_turn || block.kind == BlockKind::list_item ||
                                  block.kind == BlockKind::table_cell));
    if (begins_section) section_begins_.push_back(static_cast<std::uint32_t>(places_.size()));
    const std::string text = document.text(i);
    places_.push_back({number, static_cast<std::uint32_t>(i),
                       static_cast<std::uint32_t>(section_begins_.size() - 1),
                       &block != last_block && block.kind != BlockKind::line,
                       text::ends_in_question(text)});
    last_block = &block;

    const std::size_t begin = words_.size();
    vocabulary_.add(text, words_);
    begins_.push_back(words_.size());
    postings_.resize(vocabulary_.size());
    const auto sentence = static_cast<std::uint32_t>(places_.size() - 1);
    for (std::size_t k = begin; k < words_.size(); ++k) {
      auto& sentences = postings_[words_[k]];
      if (sentences.empty() || sentences.back() != sentence) sentences.push_back(sentence);
    }
  }
}

std::pair<std::size_t, std::size_t> PassageIndex::section(std::size_t sentence) const {
  const std::size_t section = places_[sentence].section;
  const std::size_t end =
      section + 1 < section_begins_.size() ? section_begins_[section + 1] : places_.size();
  return {section_begins_[section], end};
}

std::pair<std::size_t, std::size_t> PassageIndex::sentences(std::uint32_t document,
                                                            std::size_t first,
                                                            std::size_t end) const {
  const auto number_of = [&](std::size_t sentence) {
    const auto found = std::ranges::partition_point(places_, [&](const Place& place) {
      return std::pair<std::size_t, std::size_t>(place.document, place.sentence) <
             std::pair<std::size_t, std::size_t>(document, sentence);
    });
    return static_cast<std::size_t>(found - places_.begin());
  };
  return {number_of(first), number_of(std::max(first, end))};
}

}  // namespace duizhao::trace
