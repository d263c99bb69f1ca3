#include "trace/passage_index.hpp"

#include <algorithm>

#include "text/marks.hpp"
#include "text/scripts.hpp"
#include "text/split.hpp"

namespace duizhao::trace {

namespace {

/// Whether offsets begin at nothing, end at `end` and never go back, one more than `count`.
template <typename T>
bool are_offsets(std::span<const T> offsets, std::size_t count, std::size_t end) {
  return offsets.size() == count + 1 && offsets.front() == 0 && offsets.back() == end &&
         std::ranges::is_sorted(offsets);
}

/// The words of a vocabulary, a line each.
lexicon::Vocabulary read_vocabulary(bool chinese, const lexicon::Tables* tables,
                                    IndexReader& saved) {
  const auto lines = saved.next<char>();
  const auto counts = saved.next<std::uint64_t>();
  std::vector<std::string> words;
  words.reserve(counts.size());
  for (const std::string_view line : text::split({lines.data(), lines.size()}, '\n')) {
    words.emplace_back(line);
  }
  words.pop_back();  // what follows the last line
  return {chinese, tables, words, counts};
}

}  // namespace

PassageIndex::PassageIndex(bool chinese, const lexicon::Tables* tables)
    : vocabulary_(chinese, tables) {
  begins_.push_back(0);
}

PassageIndex::PassageIndex(bool chinese, const lexicon::Tables* tables, IndexReader& saved,
                           std::span<const std::uint32_t> sentences)
    : vocabulary_(read_vocabulary(chinese, tables, saved)),
      words_(saved.next<lexicon::WordId>()),
      begins_(saved.next<std::uint64_t>()),
      places_(saved.next<Place>()),
      section_begins_(saved.next<std::uint32_t>()),
      saved_postings_(saved.next<std::uint32_t>()),
      saved_begins_(saved.next<std::uint64_t>()) {
  const auto below = [&](std::span<const std::uint32_t> values, std::size_t bound) {
    return values.empty() || std::ranges::max(values) < bound;
  };
  saved.expect(are_offsets(begins_.values(), places_.size(), words_.size()));
  saved.expect(below(words_.values(), vocabulary_.size()));
  saved.expect(are_offsets(saved_begins_, vocabulary_.size(), saved_postings_.size()));
  saved.expect(below(saved_postings_, places_.size()));
  saved.expect(std::ranges::is_sorted(section_begins_.values()) &&
               below(section_begins_.values(), places_.size()) &&
               (places_.empty() || (!section_begins_.empty() && section_begins_[0] == 0)));
  saved.expect(std::ranges::all_of(places_.values(), [&](const Place& place) {
    return place.document < sentences.size() && place.sentence < sentences[place.document] &&
           place.section < section_begins_.size();
  }));
}

void PassageIndex::save(IndexWriter& file) const {
  std::string lines;
  for (const std::string& word : vocabulary_.texts()) lines += word + '\n';
  file.add(lines);
  file.add(bytes_of(vocabulary_.counts()));
  file.add(bytes_of(words_.values()));
  file.add(bytes_of(begins_.values()));
  file.add(bytes_of(places_.values()));
  file.add(bytes_of(section_begins_.values()));
  std::vector<std::uint32_t> postings;
  std::vector<std::uint64_t> begins = {0};
  for (lexicon::WordId word = 0; word < vocabulary_.size(); ++word) {
    const auto sentences = sentences_with(word);
    postings.insert(postings.end(), sentences.begin(), sentences.end());
    begins.push_back(postings.size());
  }
  file.add(bytes_of(std::span<const std::uint32_t>(postings)));
  file.add(bytes_of(std::span<const std::uint64_t>(begins)));
}

std::span<const std::uint32_t> PassageIndex::sentences_with(lexicon::WordId word) const {
  if (saved_begins_.empty()) return postings_[word];
  return saved_postings_.subspan(saved_begins_[word],
                                 saved_begins_[word + 1] - saved_begins_[word]);
}

void PassageIndex::own_postings() {
  if (saved_begins_.empty()) return;
  std::vector<std::vector<std::uint32_t>> own(vocabulary_.size());
  for (lexicon::WordId word = 0; word < vocabulary_.size(); ++word) {
    const auto sentences = sentences_with(word);
    own[word].assign(sentences.begin(), sentences.end());
  }
  postings_ = std::move(own);
  saved_begins_ = {};
  saved_postings_ = {};
}

void PassageIndex::add(std::uint32_t number, const SegmentedDocument& document) {
  own_postings();
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
    const bool begins_block = &block != last_block && block.kind != BlockKind::line;
    const bool asks = text::ends_in_question(text);
    places_.push_back({number, static_cast<std::uint32_t>(i),
                       static_cast<std::uint32_t>(section_begins_.size() - 1), begins_block, asks});
    last_block = &block;

    std::vector<lexicon::WordId> words;
    vocabulary_.add(text, words);
    postings_.resize(vocabulary_.size());
    const auto sentence = static_cast<std::uint32_t>(places_.size() - 1);
    for (const lexicon::WordId word : words) {
      words_.push_back(word);
      auto& sentences = postings_[word];
      if (sentences.empty() || sentences.back() != sentence) sentences.push_back(sentence);
    }
    begins_.push_back(words_.size());
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
    const auto found = std::ranges::partition_point(places_.values(), [&](const Place& place) {
      return std::pair<std::size_t, std::size_t>(place.document, place.sentence) <
             std::pair<std::size_t, std::size_t>(document, sentence);
    });
    return static_cast<std::size_t>(found - places_.values().begin());
  };
  return {number_of(first), number_of(std::max(first, end))};
}

}  // namespace duizhao::trace
