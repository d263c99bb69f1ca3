// The names that the lexicon knows.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "duizhao/lexicon/lexicon.hpp"
#include "lexicon/words.hpp"

namespace duizhao::check {

/// What a proper name may be in English.
struct NameRendering {
  std::string form;
  std::string stem;
  double probability;
};

/// Remembers what it was asked. Not thread-safe.
class KnownNames {
 public:
  explicit KnownNames(const Lexicon& lexicon);

  /// What a proper name of two characters and more is in English, likeliest first; nothing for
  /// other words.
  const std::vector<NameRendering>& renderings_of(const std::string& chinese) const;

  /// Whether an English word is a name that the lexicon has for some Chinese one.
  bool is_name(const std::string& english) const;

  /// The stem of an English word; the word itself without a lexicon.
  std::string stem(const std::string& english) const;

 private:
  const Lexicon& lexicon_;
  std::unique_ptr<lexicon::Stemmer> stemmer_;
  mutable std::map<std::string, std::vector<NameRendering>> renderings_;
  mutable std::map<std::string, bool> names_;
};

}  // namespace duizhao::check
