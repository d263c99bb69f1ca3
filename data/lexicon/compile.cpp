// Compiles the lexicon that ships with duizhao.
//
// Each gloss of a headword shares its weight among its words by inverse document frequency over all
// glosses; words without meaning of their own (weak-words.txt) count little. Function words have
// rows set by hand (function-words.tsv). Characters get theirs by IBM Model 1 over all short
// entries.
//
// usage: compile-lexicon CEDICT WORDNET_FOLDER JIEBA_DICTIONARY TRANSLATION_TABLE RECIPE_FOLDER
// OUTPUT
#include <marisa.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <exception>
#include <iostream>
#include <map>
#include <numeric>
#include <set>
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

#include "cedict.hpp"
#include "duizhao/text/error.hpp"
#include "duizhao/text/file.hpp"
#include "lexicon/format.hpp"
#include "lexicon/model1.hpp"
#include "lexicon/words.hpp"
#include "synonyms.hpp"
#include "text/ascii.hpp"
#include "text/checksum.hpp"
#include "text/embedded.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"
#include "wordnet.hpp"

namespace duizhao::lexicon {
namespace {

constexpr double kLeastSynonym = 0.004;  // probability
constexpr double kWeakWordWeight = 0.05;
constexpr double kFunctionWordShare = 0.5;  // of a function word's row; the rest explains nothing
constexpr std::size_t kLongestTrainingWord = 4;   // characters
constexpr std::size_t kLongestTrainingGloss = 6;  // words

/// Numbers for words, in the order of their coming.
class Numbering {
 public:
  std::uint32_t operator[](const std::string& word) {
    const auto [entry, is_new] =
        numbers_.try_emplace(word, static_cast<std::uint32_t>(words_.size()));
    if (is_new) words_.push_back(word);
    return entry->second;
  }
  const std::vector<std::string>& words() const { return words_; }
  std::size_t size() const { return words_.size(); }
  bool contains(const std::string& word) const { return numbers_.contains(word); }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<std::string> words_;
};

/// A trie and the numbers that it gives to words.
class NumberedTrie {
 public:
  template <typename Words>
  explicit NumberedTrie(const Words& words) {
    marisa::Keyset keys;
    for (const std::string& word : words) keys.push_back(word.data(), word.size());
    trie_.build(keys);
  }

  std::size_t operator[](const std::string& word) const {
    marisa::Agent agent;
    agent.set_query(word.data(), word.size());
    trie_.lookup(agent);
    return agent.key().id();
  }

  std::size_t size() const { return trie_.size(); }

  std::string bytes() const {
    std::ostringstream out;
    out << trie_;
    return out.str();
  }

 private:
  marisa::Trie trie_;
};

template <typename T>
std::string as_bytes(const std::vector<T>& values) {
  return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

template <typename Map>
std::vector<std::string> keys_of(const Map& map) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : map) keys.push_back(key);
  return keys;
}

/// Strings end to end, and where each begins.
struct Strings {
  std::vector<std::uint32_t> offsets{0};
  std::string bytes;

  explicit Strings(const std::vector<std::string>& strings) {
    for (const std::string& string : strings) {
      bytes += string;
      offsets.push_back(static_cast<std::uint32_t>(bytes.size()));
    }
  }
};

/// Rows in compressed-row form, entries in the order of stems.
struct Rows {
  std::vector<std::uint32_t> offsets{0};
  std::vector<Entry> entries;

  void add(const std::map<std::size_t, double>& row) {
    for (const auto& [stem, probability] : row) {
      const auto units =
          static_cast<long>(std::lround(std::min(probability, 1.0) / kProbabilityUnit));
      if (units > 0) {
        entries.push_back({static_cast<std::uint16_t>(stem), static_cast<std::uint16_t>(units)});
      }
    }
    offsets.push_back(static_cast<std::uint32_t>(entries.size()));
  }
};

/// Numbers of stems in compressed-row form.
struct Relations {
  std::vector<std::uint32_t> offsets{0};
  std::vector<std::uint16_t> stems;

  explicit Relations(const std::vector<std::set<std::uint16_t>>& related) {
    for (const auto& row : related) {
      stems.insert(stems.end(), row.begin(), row.end());
      offsets.push_back(static_cast<std::uint32_t>(stems.size()));
    }
  }
};

/// Whether all readings of a word begin with a capital. Single characters that do are surnames, and
/// words beside.
bool is_name(const std::string& headword, const DictionaryEntry& entry) {
  constexpr std::size_t kHan = 3;  // bytes
  return headword.size() > kHan &&
         std::ranges::all_of(entry.readings, [](const std::string& reading) {
           return !reading.empty() && text::is_ascii_upper(reading.front());
         });
}

struct NumberedGloss {
  std::vector<std::uint32_t> stems;
  bool rare;
};

struct Headword {
  HeadwordKind kind = HeadwordKind::ordinary;
  Row row;
  std::vector<std::string> readings;
  std::uint32_t frequency = 0;
};

class Compiler {
 public:
  Compiler(const Dictionary& dictionary, const WordNet& wordnet, const std::string& weak_words,
           const std::string& function_words, const std::string& frequencies,
           const std::string& counts)
      : wordnet_(wordnet), stemmer_([this](std::string_view word) {
          const auto found = wordnet_.irregular_forms.find(std::string(word));
          return found == wordnet_.irregular_forms.end()
                     ? std::nullopt
                     : std::optional<std::string>(found->second);
        }) {
    std::set<std::uint32_t> weak;
    for (const std::string_view word : text::entries(weak_words)) {
      weak.insert(stems_[stemmer_.stem(std::string(word))]);
    }
    number_glosses(dictionary);
    choose_simplifications(dictionary.simplifications);
    add_frequencies(frequencies);
    weigh_headwords(weak);
    add_function_words(function_words);
    learn_characters(weak);
    add_counts(counts);
    find_all_synonyms();
    // Headwords that only refer to others have no glosses and explain nothing.
    std::erase_if(headwords_, [](const auto& each) {
      return each.second.row.empty() && each.second.kind != HeadwordKind::function;
    });
  }

  std::string file();

 private:
  Relations relations(const WordNet::Pairs& pairs, const NumberedTrie& stems);

  void number_glosses(const Dictionary& dictionary) {
    for (const auto& [headword, entry] : dictionary.entries) {
      headwords_[headword].readings = entry.readings;
      if (is_name(headword, entry)) headwords_[headword].kind = HeadwordKind::name;
      auto& numbered = glosses_[headword];
      for (const Gloss& gloss : entry.glosses) {
        for (const Word& word : plain_words(gloss.text)) {
          const auto stems = english_words(stemmer_, word.text);
          if (stems.size() == 1) ++forms_[stems_[stems.front().text]][word.text];
        }
        std::vector<std::uint32_t> stems;
        for (const Word& stem : english_words(stemmer_, gloss.text)) {
          stems.push_back(stems_[stem.text]);
        }
        if (!stems.empty()) numbered.push_back({std::move(stems), gloss.rare});
      }
      add_place_names(entry.glosses, numbered);
    }
    frequencies_.resize(stems_.size());
    for (const auto& [headword, glosses] : glosses_) {
      gloss_count_ += glosses.size();
      for (const auto& gloss : glosses) {
        for (const std::uint32_t stem : std::set(gloss.stems.begin(), gloss.stems.end())) {
          ++frequencies_[stem];
        }
      }
    }
  }

  /// What else a place is called: America, USA and American beside the United States.
  void add_place_names(const std::vector<Gloss>& glosses, std::vector<NumberedGloss>& numbered) {
    for (const Gloss& gloss : glosses) {
      const auto place = wordnet_.places.find(text::ascii_lower(gloss.text));
      const bool is_name = !gloss.text.empty() && text::is_ascii_upper(gloss.text.front());
      if (place == wordnet_.places.end() || !is_name) continue;
      for (const std::string& name : place->second) {
        if (name == gloss.text) continue;
        std::vector<std::uint32_t> stems;
        for (const Word& stem : english_words(stemmer_, name)) stems.push_back(stems_[stem.text]);
        if (!stems.empty()) numbered.push_back({std::move(stems), gloss.rare});
      }
    }
  }

  /// Rows `word<tab>stem<tab>links`; with one of them empty, how often the other occurs.
  void add_counts(const std::string& file) {
    for (const std::string_view line : text::entries(file)) {
      const std::size_t first = line.find('\t');
      const std::size_t second = line.find('\t', first + 1);
      if (second == std::string_view::npos) continue;
      const std::string word(line.substr(0, first));
      const std::string stem(line.substr(first + 1, second - first - 1));
      const double number = std::stod(std::string(line.substr(second + 1)));
      if (word.empty()) {
        counted_stems_[stem] = static_cast<std::uint32_t>(number);
      } else if (stem.empty()) {
        counted_words_[word].sum = static_cast<std::uint32_t>(number);
      } else {
        counted_words_[word].links[stem] = number;
        counted_stems_.try_emplace(stem, 0);
      }
    }
  }

  /// Synonyms by the glosses and by the words of the translation table as pivots.
  void find_all_synonyms() {
    constexpr double kLeastShare = 0.04;  // of a word's links
    for (const auto& [word, counted] : counted_words_) {
      double sum = 0;
      for (const auto& [stem, links] : counted.links) sum += links;
      Pivot pivot{{}, std::sqrt(sum)};
      for (const auto& [stem, links] : counted.links) {
        if (links < kLeastShare * sum || !stems_.contains(stem)) continue;
        pivot.stems[stems_[stem]] = links / sum;
      }
      if (pivot.stems.size() > 1) pivots_.push_back(std::move(pivot));
    }
    synonyms_ = find_synonyms(pivots_, stems_.size());
  }

  /// The commonest simplified form of each traditional character that seldom stays as it is. Some
  /// do in a few words (乾坤, 著名), which are then not recognised.
  void choose_simplifications(const Simplifications& counts) {
    constexpr std::size_t kSeldom = 3;  // times as often another form
    for (const auto& [traditional, forms] : counts) {
      const auto most = std::max_element(
          forms.begin(), forms.end(),
          [](const auto& left, const auto& right) { return left.second < right.second; });
      const auto self = forms.find(traditional);
      const std::size_t unchanged = self == forms.end() ? 0 : self->second;
      if (most->second > kSeldom * unchanged && most->first != traditional) {
        simplifications_.push_back({traditional, most->first});
      }
    }
  }

  /// The share of each gloss in its headword: less for later ones, and for rare ones beside others.
  static std::vector<double> gloss_shares(const std::vector<NumberedGloss>& glosses) {
    constexpr double kRankExponent = -.25;
    constexpr double kRareShare = .3;
    const bool all_rare = std::all_of(glosses.begin(), glosses.end(),
                                      [](const NumberedGloss& gloss) { return gloss.rare; });
    std::vector<double> shares;
    for (std::size_t rank = 0; rank < glosses.size(); ++rank) {
      shares.push_back(std::pow(static_cast<double>(rank + 1), kRankExponent) *
                       (glosses[rank].rare && !all_rare ? kRareShare : 1));
    }
    const double total = std::accumulate(shares.begin(), shares.end(), 0.0);
    for (double& share : shares) share /= total;
    return shares;
  }

  void weigh_headwords(const std::set<std::uint32_t>& weak) {
    for (const auto& [headword, glosses] : glosses_) {
      if (glosses.empty()) continue;
      Row& row = headwords_[headword].row;
      Pivot pivot{{}, std::sqrt(headwords_[headword].frequency + 1.0)};
      const std::vector<double> shares = gloss_shares(glosses);
      for (std::size_t g = 0; g < glosses.size(); ++g) {
        const std::vector<std::uint32_t>& stems = glosses[g].stems;
        std::vector<double> weights;
        double total = 0, strong_total = 0;
        std::size_t strong = 0;
        for (const std::uint32_t stem : stems) {
          const bool is_weak = weak.contains(stem);
          const double rarity =
              std::log(1 + static_cast<double>(gloss_count_) / frequencies_[stem]);
          weights.push_back((is_weak ? kWeakWordWeight : 1) * rarity);
          total += weights.back();
          strong_total += is_weak ? 0 : rarity;
          strong += !is_weak;
        }
        for (std::size_t k = 0; k < stems.size(); ++k) {
          row[stems[k]] += weights[k] / total * shares[g];
          if (weak.contains(stems[k])) continue;
          pivot.stems[stems[k]] += weights[k] / strong_total * shares[g] /
                                   static_cast<double>(std::max<std::size_t>(2, strong) - 1);
        }
      }
      pivots_.push_back(std::move(pivot));
    }
    const std::vector<Row> synonyms = find_synonyms(pivots_, stems_.size());
    for (auto& [headword, entry] : headwords_) {
      if (entry.kind != HeadwordKind::name) entry.row = with_synonyms(entry.row, synonyms);
    }
  }

  /// Lines `我<tab>i:5 me:2 my:3`, weights out of ten.
  void add_function_words(const std::string& file) {
    for (const std::string_view line : text::entries(file)) {
      const std::size_t tab = line.find('\t');
      if (tab == std::string_view::npos) continue;
      Headword& headword = headwords_[std::string(line.substr(0, tab))];
      headword.kind = HeadwordKind::function;
      headword.row.clear();
      std::istringstream words{std::string(line.substr(tab + 1))};
      for (std::string word; words >> word;) {
        const std::size_t colon = word.find(':');
        const std::uint32_t stem = stems_[stemmer_.stem(word.substr(0, colon))];
        headword.row[stem] += kFunctionWordShare * std::stod(word.substr(colon + 1)) / 10;
      }
    }
    frequencies_.resize(stems_.size());
  }

  /// Lines `创新 4681 v`.
  void add_frequencies(const std::string& file) {
    for (const std::string_view line : text::entries(file)) {
      std::istringstream fields{std::string(line)};
      std::string word;
      std::uint32_t count = 0;
      fields >> word >> count;
      const auto found = headwords_.find(word);
      if (found != headwords_.end()) found->second.frequency = count;
    }
  }

  void learn_characters(const std::set<std::uint32_t>& weak) {
    Numbering characters;
    std::vector<TrainingPair> pairs;
    for (const auto& [headword, glosses] : glosses_) {
      std::vector<std::uint32_t> own;
      std::size_t length = 0;
      for (std::size_t offset = 0; offset < headword.size(); ++length) {
        const auto [code_point, size] = text::decode(headword, offset);
        if (text::is_han(code_point)) own.push_back(characters[headword.substr(offset, size)]);
        offset += size;
      }
      std::sort(own.begin(), own.end());
      own.erase(std::unique(own.begin(), own.end()), own.end());
      if (own.empty() || length > kLongestTrainingWord) continue;
      for (const auto& gloss : glosses) {
        if (gloss.stems.size() > kLongestTrainingGloss) continue;
        TrainingPair pair{own, {}};
        std::copy_if(gloss.stems.begin(), gloss.stems.end(), std::back_inserter(pair.target),
                     [&](std::uint32_t stem) { return !weak.contains(stem); });
        pairs.push_back(std::move(pair));
      }
    }
    for (const TrainedEntry& entry : train_model1(pairs)) {
      characters_[characters.words()[entry.source]][entry.target] = entry.probability;
    }
  }

  struct CountedWord {
    std::uint32_t sum = 0;
    std::map<std::string, double> links;  // by stem
  };

  const WordNet& wordnet_;
  Stemmer stemmer_;
  Numbering stems_;
  std::map<std::string, std::vector<NumberedGloss>> glosses_;
  std::map<std::uint32_t, std::map<std::string, std::size_t>> forms_;  // of each stem
  std::vector<std::uint32_t> frequencies_;                             // of each stem, in glosses
  std::size_t gloss_count_ = 0;
  std::vector<Simplification> simplifications_;
  std::map<std::string, Headword> headwords_;
  std::map<std::string, Row> characters_;
  std::vector<Pivot> pivots_;                           // through which stems are synonyms
  std::vector<Row> synonyms_;                           // by stem
  std::map<std::string, CountedWord> counted_words_;    // by word
  std::map<std::string, std::uint32_t> counted_stems_;  // by stem
};

/// Pairs of words as pairs of stems that the lexicon has.
Relations Compiler::relations(const WordNet::Pairs& pairs, const NumberedTrie& stems) {
  std::vector<std::set<std::uint16_t>> related(stems.size());
  for (const auto& [word, other] : pairs) {
    const std::string stem = stemmer_.stem(word);
    const std::string other_stem = stemmer_.stem(other);
    if (stem == other_stem || !stems_.contains(stem) || !stems_.contains(other_stem)) continue;
    related[stems[stem]].insert(static_cast<std::uint16_t>(stems[other_stem]));
  }
  return Relations(related);
}

std::string Compiler::file() {
  const NumberedTrie stems(stems_.words());
  if (stems.size() > 65536) throw std::runtime_error("more stems than the format can number");
  const NumberedTrie headwords(keys_of(headwords_));
  const NumberedTrie characters(keys_of(characters_));
  std::vector<std::string> irregular;
  for (const auto& [form, base] : wordnet_.irregular_forms) irregular.push_back(form + '\t' + base);

  const auto renumber = [&](const Row& row) {
    std::map<std::size_t, double> renumbered;
    for (const auto& [stem, probability] : row)
      renumbered[stems[stems_.words()[stem]]] = probability;
    return renumbered;
  };
  const auto rows_of = [&](const auto& map, const NumberedTrie& trie, const auto& row_of) {
    std::vector<const Row*> by_number(trie.size());
    for (const auto& [word, value] : map) by_number[trie[word]] = &row_of(value);
    Rows rows;
    for (const Row* row : by_number) rows.add(renumber(*row));
    return rows;
  };
  const Rows headword_rows =
      rows_of(headwords_, headwords, [](const Headword& h) -> const Row& { return h.row; });
  const Rows character_rows =
      rows_of(characters_, characters, [](const Row& row) -> const Row& { return row; });

  std::vector<HeadwordKind> kinds(headwords.size());
  std::vector<std::uint32_t> word_frequencies(headwords.size());
  std::vector<std::string> readings_by_headword(headwords.size());
  for (const auto& [word, headword] : headwords_) {
    const std::size_t number = headwords[word];
    kinds[number] = headword.kind;
    word_frequencies[number] = headword.frequency;
    for (const std::string& reading : headword.readings) {
      std::string& all = readings_by_headword[number];
      all += (all.empty() ? "" : "\n") + reading;
    }
  }
  const Strings readings(readings_by_headword);

  std::vector<std::uint32_t> frequencies(stems.size());
  std::vector<std::string> forms_by_stem(stems.size());
  for (std::uint32_t stem = 0; stem < stems_.size(); ++stem) {
    const std::size_t number = stems[stems_.words()[stem]];
    frequencies[number] = frequencies_[stem];
    std::string& form = forms_by_stem[number];
    std::size_t most = 0;
    if (const auto found = forms_.find(stem); found != forms_.end()) {
      for (const auto& [word, count] : found->second) {
        if (count > most) {
          most = count;
          form = word;
        }
      }
    }
    if (form.empty()) form = stems_.words()[stem];
  }
  const Strings forms(forms_by_stem);

  const auto stem_number = [&](std::uint32_t stem) { return stems[stems_.words()[stem]]; };
  std::vector<const Row*> synonyms_by_number(stems.size());
  synonyms_.resize(stems_.size());
  for (std::uint32_t stem = 0; stem < stems_.size(); ++stem) {
    synonyms_by_number[stem_number(stem)] = &synonyms_[stem];
  }
  Rows synonyms;
  for (const Row* row : synonyms_by_number) {
    std::map<std::size_t, double> kept;
    for (const auto& [stem, probability] : *row) {
      if (probability >= kLeastSynonym) kept[stem_number(stem)] = probability;
    }
    synonyms.add(kept);
  }
  const Relations families = relations(wordnet_.families, stems);
  const Relations antonyms = relations(wordnet_.antonyms, stems);

  const NumberedTrie counted_stems(keys_of(counted_stems_));
  const NumberedTrie counted(keys_of(counted_words_));
  std::vector<const CountedWord*> counted_by_number(counted.size());
  for (const auto& [word, value] : counted_words_) counted_by_number[counted[word]] = &value;
  std::vector<std::uint32_t> counted_sums, counted_offsets{0};
  std::vector<Count> counted_entries;
  for (const CountedWord* word : counted_by_number) {
    std::map<std::size_t, double> links;
    for (const auto& [stem, number] : word->links) links[counted_stems[stem]] = number;
    for (const auto& [stem, number] : links) {
      const long halves = std::min(65535L, std::lround(2 * number));
      counted_entries.push_back(
          {static_cast<std::uint16_t>(stem), static_cast<std::uint16_t>(halves)});
    }
    counted_sums.push_back(word->sum);
    counted_offsets.push_back(static_cast<std::uint32_t>(counted_entries.size()));
  }
  std::vector<std::uint32_t> counted_stem_sums(counted_stems.size());
  for (const auto& [stem, sum] : counted_stems_) counted_stem_sums[counted_stems[stem]] = sum;

  const std::vector<std::string> sections = {headwords.bytes(),
                                             characters.bytes(),
                                             stems.bytes(),
                                             NumberedTrie(irregular).bytes(),
                                             as_bytes(kinds),
                                             as_bytes(word_frequencies),
                                             as_bytes(readings.offsets),
                                             readings.bytes,
                                             as_bytes(headword_rows.offsets),
                                             as_bytes(headword_rows.entries),
                                             as_bytes(character_rows.offsets),
                                             as_bytes(character_rows.entries),
                                             as_bytes(frequencies),
                                             as_bytes(forms.offsets),
                                             forms.bytes,
                                             as_bytes(simplifications_),
                                             as_bytes(synonyms.offsets),
                                             as_bytes(synonyms.entries),
                                             as_bytes(families.offsets),
                                             as_bytes(families.stems),
                                             as_bytes(antonyms.offsets),
                                             as_bytes(antonyms.stems),
                                             counted.bytes(),
                                             as_bytes(counted_sums),
                                             as_bytes(counted_offsets),
                                             as_bytes(counted_entries),
                                             counted_stems.bytes(),
                                             as_bytes(counted_stem_sums)};
  std::vector<SectionPlace> places;
  std::string body;
  const std::size_t body_begin = sizeof(Header) + sections.size() * sizeof(SectionPlace);
  for (std::uint32_t section = 0; section < sections.size(); ++section) {
    while ((body_begin + body.size()) % 8 != 0) body += '\0';
    places.push_back({section, 0, body_begin + body.size(), sections[section].size()});
    body += sections[section];
  }
  Header header{};
  std::memcpy(header.magic, kMagic.data(), kMagic.size());
  header.version = kFormatVersion;
  header.sections = static_cast<std::uint32_t>(sections.size());
  const std::string rest = as_bytes(places) + body;
  header.checksum = text::checksum_of(rest);
  return std::string(reinterpret_cast<const char*>(&header), sizeof(header)) + rest;
}

}  // namespace
}  // namespace duizhao::lexicon

int main(int argc, char** argv) {
  if (argc != 7) {
    std::cerr << "usage: compile-lexicon CEDICT WORDNET_FOLDER JIEBA_DICTIONARY TRANSLATION_TABLE "
                 "RECIPE_FOLDER OUTPUT\n";
    return 2;
  }
  try {
    using namespace duizhao;
    const std::filesystem::path recipe = argv[5];
    lexicon::Dictionary dictionary;
    lexicon::read_cedict(argv[1], dictionary);
    lexicon::read_cedict(recipe / "supplement.u8", dictionary);
    lexicon::follow_references(dictionary);
    const lexicon::WordNet wordnet = lexicon::read_wordnet(argv[2]);
    lexicon::Compiler compiler(dictionary, wordnet, read_file(recipe / "weak-words.txt"),
                               read_file(recipe / "function-words.tsv"), read_file(argv[3]),
                               read_file(argv[4]));
    write_file(argv[6], compiler.file());
  } catch (const std::exception& error) {
    std::cerr << "compile-lexicon: " << error.what() << '\n';
    return 3;
  }
}
