// The languages of units that are read.
#pragma once

#include <string>
#include <vector>

#include "duizhao/io/exchange.hpp"

namespace duizhao::io {

/// One side's language: what the options name, or else what units and the file say, or else what
/// the first text looks like.
class Language {
 public:
  explicit Language(const std::string& option);

  const std::string& tag() const { return tag_; }  ///< empty as long as nothing tells
  bool is_given() const { return is_given_; }      ///< by the options

  /// What the file says, unless something is known already.
  void learn(const std::string& tag);

  /// What the file says from here on, unless the options say something else.
  void change(const std::string& tag);

  /// The language of a side of a unit that says `own` of itself.
  const std::string& of(const std::vector<UnitSentence>& sentences, const std::string& own);

 private:
  std::string tag_;
  bool is_given_;
};

/// Those of both sides.
struct Languages {
  explicit Languages(const ReadUnitsOptions& options)
      : source(options.source_language), target(options.target_language) {}

  Language source;
  Language target;
};

/// Gives a unit its languages, counts it, and hands it on.
void give(TranslationUnit unit, Languages& languages, UnitsRead& read, const UnitSink& sink);

}  // namespace duizhao::io
