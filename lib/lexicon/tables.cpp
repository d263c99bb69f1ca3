#include "lexicon/tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <map>
#include <numeric>

#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"
#include "text/checksum.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::lexicon {

static_assert(std::endian::native == std::endian::little, "the format is little-endian");

void Tables::damaged(std::size_t offset, const std::string& expectation) const {
  throw Error(ErrorCode::format, {path_.string(), {}, offset}, expectation);
}

template <typename T>
std::span<const T> Tables::section(Section section) const {
  const std::string_view bytes = file_.bytes();
  SectionPlace place;
  const std::size_t at = sizeof(Header) + static_cast<std::size_t>(section) * sizeof(place);
  std::memcpy(&place, bytes.data() + at, sizeof(place));
  const bool inside = place.offset % 8 == 0 && place.offset <= bytes.size() &&
                      place.size <= bytes.size() - place.offset && place.size % sizeof(T) == 0 &&
                      place.section == static_cast<std::uint32_t>(section);
  if (!inside) damaged(at, translate("expected a section inside the lexicon"));
  return {reinterpret_cast<const T*>(bytes.data() + place.offset), place.size / sizeof(T)};
}

void Tables::map_trie(Section name, marisa::Trie& trie) {
  const auto bytes = section<char>(name);
  try {
    trie.map(bytes.data(), bytes.size());
  } catch (const marisa::Exception&) {
    damaged(static_cast<std::size_t>(bytes.data() - file_.bytes().data()),
            translate("expected a trie"));
  }
}

void Tables::check_rows(std::span<const std::uint32_t> offsets, std::size_t rows,
                        std::size_t entries, Section name) const {
  const bool ordered = offsets.size() == rows + 1 && offsets.front() == 0 &&
                       offsets.back() == entries && std::is_sorted(offsets.begin(), offsets.end());
  if (!ordered) {
    damaged(sizeof(Header) + static_cast<std::size_t>(name) * sizeof(SectionPlace),
            fmt::format(fmt::runtime(translate("expected offsets of {} rows")), rows));
  }
}

Tables::Tables(const std::filesystem::path& path)
    : path_(path),
      file_(path, translate("expected a compiled lexicon, found: {}"), text::FileBytes::copied) {
  read();
}

Tables::Tables(std::string_view bytes, const std::string& name) : path_(name), file_(bytes) {
  read();
}

void Tables::read() {
  const std::string_view bytes = file_.bytes();
  constexpr auto kSections = static_cast<std::uint32_t>(Section::count);
  Header header{};
  if (bytes.size() >= sizeof(header)) std::memcpy(&header, bytes.data(), sizeof(header));
  if (std::string_view(header.magic, sizeof(header.magic)) != kMagic) {
    damaged(0, translate("expected a lexicon compiled for duizhao"));
  }
  if (header.version != kFormatVersion || header.sections != kSections ||
      bytes.size() < sizeof(Header) + kSections * sizeof(SectionPlace)) {
    damaged(kMagic.size(),
            fmt::format(fmt::runtime(translate("expected format {} with {} sections, "
                                               "found format {} with {}")),
                        kFormatVersion, kSections, header.version, header.sections));
  }
  if (text::checksum_of(bytes.substr(sizeof(Header))) != header.checksum) {
    damaged(sizeof(Header), translate("expected a lexicon that is whole: its checksum differs"));
  }
  map_sections();
  check_tables();
  total_stem_frequency_ =
      std::accumulate(stem_frequencies_.begin(), stem_frequencies_.end(), std::size_t{0});
  total_headword_frequency_ =
      std::accumulate(frequencies_.begin(), frequencies_.end(), std::size_t{0});
}

void Tables::map_sections() {
  map_trie(Section::headwords, headwords_);
  map_trie(Section::characters, characters_);
  map_trie(Section::stems, stems_);
  map_trie(Section::irregular_forms, irregular_forms_);
  headword_kinds_ = section<HeadwordKind>(Section::headword_kinds);
  frequencies_ = section<std::uint32_t>(Section::frequencies);
  reading_offsets_ = section<std::uint32_t>(Section::reading_offsets);
  readings_ = section<char>(Section::readings);
  headword_offsets_ = section<std::uint32_t>(Section::headword_offsets);
  headword_entries_ = section<Entry>(Section::headword_entries);
  character_offsets_ = section<std::uint32_t>(Section::character_offsets);
  character_entries_ = section<Entry>(Section::character_entries);
  stem_frequencies_ = section<std::uint32_t>(Section::stem_frequencies);
  form_offsets_ = section<std::uint32_t>(Section::form_offsets);
  forms_ = section<char>(Section::forms);
  simplifications_ = section<Simplification>(Section::simplifications);
  map_trie(Section::counted_words, counted_words_);
  synonym_offsets_ = section<std::uint32_t>(Section::synonym_offsets);
  synonym_entries_ = section<Entry>(Section::synonym_entries);
  family_offsets_ = section<std::uint32_t>(Section::family_offsets);
  family_stems_ = section<std::uint16_t>(Section::family_stems);
  antonym_offsets_ = section<std::uint32_t>(Section::antonym_offsets);
  antonym_stems_ = section<std::uint16_t>(Section::antonym_stems);
  counted_sums_ = section<std::uint32_t>(Section::counted_sums);
  counted_offsets_ = section<std::uint32_t>(Section::counted_offsets);
  counted_entries_ = section<Count>(Section::counted_entries);
  map_trie(Section::counted_stems, counted_stems_);
  counted_stem_sums_ = section<std::uint32_t>(Section::counted_stem_sums);
}

void Tables::check_tables() const {
  check_rows(synonym_offsets_, stems_.size(), synonym_entries_.size(), Section::synonym_offsets);
  check_rows(family_offsets_, stems_.size(), family_stems_.size(), Section::family_offsets);
  check_rows(antonym_offsets_, stems_.size(), antonym_stems_.size(), Section::antonym_offsets);
  check_rows(counted_offsets_, counted_words_.size(), counted_entries_.size(),
             Section::counted_offsets);
  check_rows(reading_offsets_, headwords_.size(), readings_.size(), Section::reading_offsets);
  check_rows(headword_offsets_, headwords_.size(), headword_entries_.size(),
             Section::headword_offsets);
  check_rows(character_offsets_, characters_.size(), character_entries_.size(),
             Section::character_offsets);
  check_rows(form_offsets_, stems_.size(), forms_.size(), Section::form_offsets);
  const std::size_t stems = stems_.size();
  const auto knows_stem = [stems](const Entry& entry) { return entry.stem < stems; };
  const auto counts_known_stem = [counted = counted_stems_.size()](const Count& count) {
    return count.stem < counted;
  };
  if (headword_kinds_.size() != headwords_.size() || frequencies_.size() != headwords_.size() ||
      counted_sums_.size() != counted_words_.size() ||
      counted_stem_sums_.size() != counted_stems_.size() ||
      stem_frequencies_.size() != stems_.size() ||
      !std::all_of(headword_entries_.begin(), headword_entries_.end(), knows_stem) ||
      !std::all_of(character_entries_.begin(), character_entries_.end(), knows_stem) ||
      !std::all_of(counted_entries_.begin(), counted_entries_.end(), counts_known_stem) ||
      !std::all_of(synonym_entries_.begin(), synonym_entries_.end(), knows_stem)) {
    damaged(sizeof(Header), translate("expected tables of one size"));
  }
}

namespace {

/// The row of a number in compressed-row form.
template <typename T>
std::span<const T> slice(std::span<const T> values, std::span<const std::uint32_t> offsets,
                         std::size_t row) {
  return values.subspan(offsets[row], offsets[row + 1] - offsets[row]);
}

std::optional<std::size_t> find(const marisa::Trie& trie, std::string_view word) {
  marisa::Agent agent;
  agent.set_query(word.data(), word.size());
  if (!trie.lookup(agent)) return std::nullopt;
  return agent.key().id();
}

std::string text_of(const marisa::Trie& trie, std::size_t id) {
  marisa::Agent agent;
  agent.set_query(id);
  trie.reverse_lookup(agent);
  return {agent.key().ptr(), agent.key().length()};
}

}  // namespace

std::optional<std::size_t> Tables::headword(std::string_view word) const {
  return find(headwords_, word);
}

std::optional<std::size_t> Tables::stem(std::string_view stem) const { return find(stems_, stem); }

std::string Tables::headword_text(std::size_t headword) const {
  return text_of(headwords_, headword);
}

std::string Tables::stem_text(std::size_t stem) const { return text_of(stems_, stem); }

std::string Tables::simplified(std::string_view text) const {
  std::string result;
  result.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const auto [code_point, size] = text::decode(text, offset);
    const auto found = std::lower_bound(
        simplifications_.begin(), simplifications_.end(), code_point,
        [](const Simplification& each, char32_t value) { return each.traditional < value; });
    if (found != simplifications_.end() && found->traditional == code_point) {
      text::append(result, found->simplified);
    } else {
      result += text.substr(offset, size);
    }
    offset += size;
  }
  return result;
}

void Tables::headword_prefixes(std::string_view text, std::vector<std::size_t>& lengths) const {
  lengths.clear();
  marisa::Agent agent;
  agent.set_query(text.data(), text.size());
  while (headwords_.common_prefix_search(agent)) lengths.push_back(agent.key().length());
}

std::optional<std::string> Tables::base_form(std::string_view word) const {
  const std::string query = std::string(word) + '\t';
  marisa::Agent agent;
  agent.set_query(query.data(), query.size());
  if (!irregular_forms_.predictive_search(agent)) return std::nullopt;
  return std::string(agent.key().ptr() + query.size(), agent.key().length() - query.size());
}

std::string_view Tables::form(std::size_t stem) const {
  return {forms_.data() + form_offsets_[stem], form_offsets_[stem + 1] - form_offsets_[stem]};
}

std::string_view Tables::readings(std::size_t headword) const {
  return {readings_.data() + reading_offsets_[headword],
          reading_offsets_[headword + 1] - reading_offsets_[headword]};
}

std::span<const Entry> Tables::gloss_entries(std::size_t headword) const {
  return slice(headword_entries_, headword_offsets_, headword);
}

std::span<const Entry> Tables::synonyms(std::size_t stem) const {
  return slice(synonym_entries_, synonym_offsets_, stem);
}

std::span<const std::uint16_t> Tables::family(std::size_t stem) const {
  return slice(family_stems_, family_offsets_, stem);
}

std::span<const std::uint16_t> Tables::antonyms(std::size_t stem) const {
  return slice(antonym_stems_, antonym_offsets_, stem);
}

std::optional<std::size_t> Tables::counted_word(std::string_view word) const {
  return find(counted_words_, word);
}

std::optional<std::size_t> Tables::counted_stem(std::string_view stem) const {
  return find(counted_stems_, stem);
}

std::span<const Count> Tables::counts(std::size_t counted) const {
  return slice(counted_entries_, counted_offsets_, counted);
}

void Tables::visit_row(std::string_view word, const VisitStem& visit) const {
  // The share of the glosses; the characters have the rest. A character's own glosses say more
  // about it as a word than what it means in other words does, but less surely than for longer
  // words.
  constexpr double kGlossShare = 0.7;
  constexpr double kCharacterGlossShare = 0.6;

  std::vector<std::size_t> characters;
  std::size_t length = 0;
  for (std::size_t offset = 0; offset < word.size(); ++length) {
    const std::size_t size = text::decode(word, offset).size;
    if (const auto id = find(characters_, word.substr(offset, size))) characters.push_back(*id);
    offset += size;
  }
  const auto id = headword(word);
  double share = 0;
  if (id) {
    share = headword_kinds_[*id] != HeadwordKind::ordinary ? 1
            : length > 1                                   ? kGlossShare
                                                           : kCharacterGlossShare;
    for (const Entry& entry : gloss_entries(*id)) {
      visit(entry.stem, share * entry.probability * kProbabilityUnit);
    }
  }
  if (share == 1) return;
  const double weight =
      (1 - share) / static_cast<double>(std::max<std::size_t>(1, characters.size()));
  for (const std::size_t character : characters) {
    const auto entries = slice(character_entries_, character_offsets_, character);
    for (const Entry& entry : entries) {
      visit(entry.stem, weight * entry.probability * kProbabilityUnit);
    }
  }
}

std::vector<WeightedStem> Tables::row(std::string_view word) const {
  std::map<std::size_t, double> sums;
  visit_row(word, [&](std::size_t stem, double share) { sums[stem] += share; });
  return {sums.begin(), sums.end()};
}

}  // namespace duizhao::lexicon
