// What WordNet knows of English words (Miller 1995): irregular forms, kinship, opposites, places.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace duizhao::lexicon {

struct WordNet {
  using Pairs = std::set<std::pair<std::string, std::string>>;

  /// The first base of an irregular form, verbs before nouns: go of went.
  std::map<std::string, std::string> irregular_forms;

  Pairs families;  ///< derivationally related words, either way: decide, decision
  Pairs antonyms;  ///< either way: hot, cold

  /// Other names of a place and its adjectives by its name in lower case ("united states": USA,
  /// America, American); names of several places are left out.
  std::map<std::string, std::vector<std::string>> places;
};

/// Reads the files of a WordNet 3.0 folder: data.*, verb.exc and noun.exc (wndb(5WN)).
/// Throws Error (io, format).
WordNet read_wordnet(const std::filesystem::path& folder);

}  // namespace duizhao::lexicon
