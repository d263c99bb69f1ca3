// A compiled lexicon, mapped into memory.
#pragma once

#include <marisa.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/format.hpp"
#include "text/mapped_file.hpp"

namespace duizhao::lexicon {

/// A stem's number and its probability given a Chinese word.
using WeightedStem = std::pair<std::size_t, double>;

/// The lexicon by numbers. Immutable and thread-safe.
class Tables {
 public:
  /// Throws Error (io, format).
  explicit Tables(const std::filesystem::path& path);
  Tables(std::string_view bytes, const std::string& name);

  /// The compiled lexicon.
  std::string_view bytes() const { return file_.bytes(); }

  std::size_t headword_count() const { return headwords_.size(); }
  std::size_t stem_count() const { return stems_.size(); }

  std::optional<std::size_t> headword(std::string_view word) const;
  std::optional<std::size_t> stem(std::string_view stem) const;
  std::string headword_text(std::size_t headword) const;
  std::string stem_text(std::size_t stem) const;

  /// `text` with traditional characters replaced by simplified ones, character by character.
  std::string simplified(std::string_view text) const;

  /// The lengths in bytes of all headwords that `text` begins with, ascending.
  void headword_prefixes(std::string_view text, std::vector<std::size_t>& lengths) const;

  /// The base of an irregular form: go for went. Nothing for other words.
  std::optional<std::string> base_form(std::string_view word) const;

  /// The commonest form of a stem.
  std::string_view form(std::size_t stem) const;

  /// How many glosses hold a stem, and all stems together.
  std::size_t stem_frequency(std::size_t stem) const { return stem_frequencies_[stem]; }
  std::size_t total_stem_frequency() const { return total_stem_frequency_; }

  /// visit(stem, share) for all shares of p(stem | Chinese word), which is their sum by stem: its
  /// glosses mixed with its characters. Nothing if nothing is known.
  using VisitStem = std::function<void(std::size_t stem, double share)>;
  void visit_row(std::string_view chinese_word, const VisitStem& visit) const;

  /// p(stem | Chinese word), by ascending stem.
  std::vector<WeightedStem> row(std::string_view chinese_word) const;

  /// How often a headword is in the frequency list's corpus, and all headwords together.
  std::size_t headword_frequency(std::size_t headword) const { return frequencies_[headword]; }
  std::size_t total_headword_frequency() const { return total_headword_frequency_; }

  /// The readings of a headword, one a line.
  std::string_view readings(std::size_t headword) const;

  /// The entries of a headword by its glosses alone.
  std::span<const Entry> gloss_entries(std::size_t headword) const;

  /// The synonyms of a stem, by ascending stem: p(synonym | stem) through the headwords that both
  /// are glosses of.
  std::span<const Entry> synonyms(std::size_t stem) const;

  /// Stems that WordNet derives from each other, and opposites; ascending.
  std::span<const std::uint16_t> family(std::size_t stem) const;
  std::span<const std::uint16_t> antonyms(std::size_t stem) const;

  /// The number of a Chinese word in the translation table, how often it occurs in the table's
  /// texts, and its links by ascending stem. The table's stems have numbers of their own.
  std::optional<std::size_t> counted_word(std::string_view word) const;
  std::optional<std::size_t> counted_stem(std::string_view stem) const;
  std::size_t counted_stem_count() const { return counted_stems_.size(); }
  std::size_t counted_sum(std::size_t counted) const { return counted_sums_[counted]; }
  std::span<const Count> counts(std::size_t counted) const;
  std::size_t counted_stem_sum(std::size_t stem) const { return counted_stem_sums_[stem]; }

 private:
  void read();
  void map_sections();
  void check_tables() const;
  template <typename T>
  std::span<const T> section(Section section) const;
  void map_trie(Section section, marisa::Trie& trie);
  void check_rows(std::span<const std::uint32_t> offsets, std::size_t rows, std::size_t entries,
                  Section section) const;
  [[noreturn]] void damaged(std::size_t offset, const std::string& expectation) const;

  std::filesystem::path path_;
  text::MappedFile file_;
  marisa::Trie headwords_;
  marisa::Trie characters_;
  marisa::Trie stems_;
  marisa::Trie irregular_forms_;
  std::span<const HeadwordKind> headword_kinds_;
  std::span<const std::uint32_t> frequencies_;
  std::span<const std::uint32_t> reading_offsets_;
  std::span<const char> readings_;
  std::span<const std::uint32_t> headword_offsets_;
  std::span<const Entry> headword_entries_;
  std::span<const std::uint32_t> character_offsets_;
  std::span<const Entry> character_entries_;
  std::span<const std::uint32_t> stem_frequencies_;
  std::span<const std::uint32_t> form_offsets_;
  std::span<const char> forms_;
  std::span<const Simplification> simplifications_;
  std::span<const std::uint32_t> synonym_offsets_;
  std::span<const Entry> synonym_entries_;
  std::span<const std::uint32_t> family_offsets_;
  std::span<const std::uint16_t> family_stems_;
  std::span<const std::uint32_t> antonym_offsets_;
  std::span<const std::uint16_t> antonym_stems_;
  marisa::Trie counted_words_;
  std::span<const std::uint32_t> counted_sums_;
  std::span<const std::uint32_t> counted_offsets_;
  std::span<const Count> counted_entries_;
  marisa::Trie counted_stems_;
  std::span<const std::uint32_t> counted_stem_sums_;
  std::size_t total_stem_frequency_ = 0;
  std::size_t total_headword_frequency_ = 0;
};

}  // namespace duizhao::lexicon
