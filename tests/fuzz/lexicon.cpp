// A compiled lexicon with other numbers in it and a right checksum: the first byte chooses a
// section, the others are edits of it. Its words are looked up, or it is an error. The tries are
// not edited: they are libmarisa's, which takes what lies in them as it is; the checksum stands
// before them.
#include <cstring>
#include <duizhao/text/file.hpp>

#include "edits.hpp"
#include "lexicon/format.hpp"
#include "lexicon/tables.hpp"
#include "pair.hpp"
#include "text/checksum.hpp"

namespace {

namespace lexicon = duizhao::lexicon;

bool is_trie(lexicon::Section section) {
  using enum lexicon::Section;
  return section == headwords || section == characters || section == stems ||
         section == irregular_forms || section == counted_words || section == counted_stems;
}

/// Goes through everything that the tables give of a word and of a stem.
void look_up(const lexicon::Tables& tables, std::string_view word, std::string_view stem) {
  tables.simplified(word);
  tables.row(word);
  if (const auto id = tables.headword(word)) {
    tables.readings(*id);
    tables.gloss_entries(*id);
    tables.headword_frequency(*id);
  }
  if (const auto id = tables.counted_word(word)) {
    for (const lexicon::Count& count : tables.counts(*id)) tables.counted_stem_sum(count.stem);
  }
  const auto id = tables.stem(stem);
  if (!id) return;
  tables.form(*id);
  for (const lexicon::Entry& entry : tables.synonyms(*id)) tables.stem_text(entry.stem);
  for (const std::uint16_t each : tables.family(*id)) tables.stem_text(each);
  for (const std::uint16_t each : tables.antonyms(*id)) tables.stem_text(each);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string whole(fuzz::lexicon().tables()->bytes());
  constexpr auto kSections = static_cast<std::size_t>(lexicon::Section::count);
  if (size == 0 || is_trie(static_cast<lexicon::Section>(data[0] % kSections))) return 0;
  std::string bytes = whole;
  lexicon::SectionPlace place;
  std::memcpy(&place, bytes.data() + sizeof(lexicon::Header) + data[0] % kSections * sizeof(place),
              sizeof(place));
  std::string section = bytes.substr(place.offset, place.size);
  fuzz::edit(section, data + 1, size - 1);
  bytes.replace(place.offset, section.size(), section);
  const std::uint64_t checksum =
      duizhao::text::checksum_of(std::string_view(bytes).substr(sizeof(lexicon::Header)));
  std::memcpy(bytes.data() + offsetof(lexicon::Header, checksum), &checksum, sizeof(checksum));
  try {
    const lexicon::Tables tables(bytes, "edited");
    look_up(tables, "敏感", "sensit");
    look_up(tables, "價格", "price");
  } catch (const duizhao::Error&) {
  }
  return 0;
}
