#include "wordnet.hpp"

#include <algorithm>
#include <sstream>

#include "duizhao/text/error.hpp"
#include "duizhao/text/file.hpp"
#include "text/ascii.hpp"
#include "text/embedded.hpp"

namespace duizhao::lexicon {
namespace {

constexpr int kPlaces = 15;  // lexicographer file noun.location (lexnames(5WN))

/// The verbs' and nouns' exception lists: `went go`.
std::map<std::string, std::string> read_irregular_forms(const std::filesystem::path& folder) {
  std::map<std::string, std::string> forms;
  for (const char* name : {"verb.exc", "noun.exc"}) {
    const std::string bytes = read_file(folder / name);
    for (const std::string_view line : text::entries(bytes)) {
      std::istringstream words{std::string(line)};
      std::string form, base;
      words >> form >> base;
      const bool plain = (form + base).find_first_of("_-.'") == std::string::npos;
      if (plain && !base.empty() && form != base) forms.emplace(form, base);
    }
  }
  return forms;
}

struct Pointer {
  std::string symbol;
  std::string synset;      // part of speech and offset of the other
  std::size_t word;        // from 1; 0 for all words of the synset
  std::size_t other_word;  // the same
};

struct Synset {
  int file = 0;
  std::vector<std::string> words;  // as written, with underscores
  std::vector<Pointer> pointers;
};

/// A line of data.*: `offset file type count {word id}… count {symbol offset type hex}… | gloss`.
Synset parse(std::string_view line) {
  std::istringstream fields{std::string(line.substr(0, line.find('|')))};
  Synset synset;
  std::string offset, type, count, id;
  fields >> offset >> synset.file >> type >> count;
  for (int k = std::stoi(count, nullptr, 16); k > 0; --k) {
    std::string word;
    fields >> word >> id;
    synset.words.push_back(word.substr(0, word.find('(')));
  }
  int pointers = 0;
  fields >> pointers;
  for (; pointers > 0; --pointers) {
    Pointer pointer;
    std::string other, place;
    fields >> pointer.symbol >> offset >> other >> place;
    if (other == "s") other = "a";  // satellites lie among the adjectives
    pointer.synset = other + offset;
    pointer.word = std::stoul(place.substr(0, 2), nullptr, 16);
    pointer.other_word = std::stoul(place.substr(2), nullptr, 16);
    synset.pointers.push_back(std::move(pointer));
  }
  if (!fields) throw Error(ErrorCode::format, {}, "expected a synset: " + std::string(line));
  return synset;
}

std::map<std::string, Synset> read_synsets(const std::filesystem::path& folder) {
  std::map<std::string, Synset> synsets;
  for (const auto& [name, type] :
       {std::pair{"noun", 'n'}, {"verb", 'v'}, {"adj", 'a'}, {"adv", 'r'}}) {
    const std::string bytes = read_file(folder / (std::string("data.") + name));
    for (const std::string_view line : text::entries(bytes)) {
      if (line.starts_with(' ')) continue;  // the licence
      synsets.emplace(type + std::string(line.substr(0, line.find(' '))), parse(line));
    }
  }
  return synsets;
}

std::string plain(std::string word) {
  std::replace(word.begin(), word.end(), '_', ' ');
  return text::ascii_lower(word);
}

bool is_single(const std::string& word) { return word.find('_') == std::string::npos; }

/// The words of a synset that a pointer speaks of.
std::vector<std::string> words_of(const Synset& synset, std::size_t word) {
  if (word == 0) return synset.words;
  return {synset.words.at(word - 1)};
}

void add_relations(const std::map<std::string, Synset>& synsets, WordNet& wordnet) {
  for (const auto& [id, synset] : synsets) {
    for (const Pointer& pointer : synset.pointers) {
      const bool family = pointer.symbol == "+" || pointer.symbol == "\\";
      if (!family && pointer.symbol != "!") continue;
      WordNet::Pairs& pairs = family ? wordnet.families : wordnet.antonyms;
      for (const std::string& word : words_of(synset, pointer.word)) {
        for (const std::string& other : words_of(synsets.at(pointer.synset), pointer.other_word)) {
          if (!is_single(word) || !is_single(other)) continue;
          pairs.emplace(text::ascii_lower(word), text::ascii_lower(other));
          pairs.emplace(text::ascii_lower(other), text::ascii_lower(word));
        }
      }
    }
  }
}

void add_places(const std::map<std::string, Synset>& synsets, WordNet& wordnet) {
  std::map<std::string, std::vector<std::string>> names;  // by synset
  std::map<std::string, std::size_t> places;              // by name, how many there are
  for (const auto& [id, synset] : synsets) {
    if (id.front() != 'n' || synset.file != kPlaces) continue;
    for (const std::string& word : synset.words) {
      names[id].push_back(word);
      ++places[plain(word)];
    }
  }
  for (const auto& [id, synset] : synsets) {
    if (id.front() != 'a') continue;
    for (const Pointer& pointer : synset.pointers) {
      const auto place = names.find(pointer.synset);
      if (pointer.symbol != "\\" || place == names.end()) continue;
      for (const std::string& word : words_of(synset, pointer.word)) place->second.push_back(word);
    }
  }
  for (auto& [id, words] : names) {
    for (std::string& word : words) std::replace(word.begin(), word.end(), '_', ' ');
    for (const std::string& word : synsets.at(id).words) {
      if (places[plain(word)] == 1) wordnet.places[plain(word)] = words;
    }
  }
}

}  // namespace

WordNet read_wordnet(const std::filesystem::path& folder) {
  WordNet wordnet;
  wordnet.irregular_forms = read_irregular_forms(folder);
  const auto synsets = read_synsets(folder);
  add_relations(synsets, wordnet);
  add_places(synsets, wordnet);
  return wordnet;
}

}  // namespace duizhao::lexicon
