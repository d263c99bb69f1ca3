// The file format of a compiled lexicon.
//
// A header, a table of sections, and the sections, each on an eight-byte boundary. Numbers are
// little-endian. The file is used as it lies in memory; only the tries are set up.
//
//     magic      16 bytes  "duizhao lexicon\n"
//     version    u32
//     sections   u32       the number of sections
//     checksum   u64       of all bytes behind it: XXH3
//     table      {u32 section, u32 zero, u64 offset, u64 size} for each
//
// Words are numbered by tries (libmarisa), which also give the word back for a number. Rows are in
// compressed-row form: entry k of word w, offsets[w] <= k < offsets[w + 1].
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace duizhao::lexicon {

inline constexpr std::string_view kMagic = "duizhao lexicon\n";
inline constexpr std::uint32_t kFormatVersion = 5;

enum class Section : std::uint32_t {
  headwords,          // trie: Chinese words
  characters,         // trie: Chinese characters with a row of their own
  stems,              // trie: English stems
  irregular_forms,    // trie: "went\tgo"
  headword_kinds,     // u8 for each headword: HeadwordKind
  frequencies,        // u32 for each headword: how often it is in the corpus of the frequency list
  reading_offsets,    // u32 for each headword and one more
  readings,           // bytes: pinyin with tone numbers, several readings separated by line feeds
  headword_offsets,   // u32 for each headword and one more
  headword_entries,   // Entry: p(stem | headword) by its glosses
  character_offsets,  // u32 for each character and one more
  character_entries,  // Entry: p(stem | character)
  stem_frequencies,   // u32 for each stem: the number of glosses with it
  form_offsets,       // u32 for each stem and one more
  forms,              // bytes: the commonest form of each stem
  simplifications,    // Simplification: by ascending traditional character, each once
  synonym_offsets,    // u32 for each stem and one more
  synonym_entries,    // Entry: p(stem | stem) through the headwords that both are glosses of
  family_offsets,     // u32 for each stem and one more
  family_stems,       // u16: stems that WordNet derives from each other, both ways
  antonym_offsets,    // u32 for each stem and one more
  antonym_stems,      // u16: the same for opposites
  counted_words,      // trie: the Chinese words of the translation table
  counted_sums,       // u32 for each counted word: how often it occurs in the table's texts
  counted_offsets,    // u32 for each counted word and one more
  counted_entries,    // Count: links of the word with stems
  counted_stems,      // trie: the English stems of the translation table, with numbers of their own
  counted_stem_sums,  // u32 for each counted stem: how often it occurs in the table's texts
  count
};

enum class HeadwordKind : std::uint8_t {
  ordinary,  // its row is mixed with those of its characters
  function,  // a function word: its row is all there is
  name,      // a proper name: so is its row, and synonyms have no part in it
};

/// An element of a row.
struct Entry {
  std::uint16_t stem;
  std::uint16_t probability;  // in units of 1/65535
};

/// A traditional character and the simplified one that headwords have in its place: code points.
struct Simplification {
  std::uint32_t traditional;
  std::uint32_t simplified;
};

/// How often a word was linked with a stem.
struct Count {
  std::uint16_t stem;   // among the counted stems
  std::uint16_t links;  // in halves, at most 65535
};

inline constexpr double kProbabilityUnit = 1.0 / 65535;

struct Header {
  char magic[16];
  std::uint32_t version;
  std::uint32_t sections;
  std::uint64_t checksum;
};

struct SectionPlace {
  std::uint32_t section;
  std::uint32_t zero;
  std::uint64_t offset;
  std::uint64_t size;
};

}  // namespace duizhao::lexicon
