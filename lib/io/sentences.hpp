// The sentences of a unit's side as one text.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/io/exchange.hpp"

namespace duizhao::io {

/// The texts, joined with one space, or with none in Chinese and Japanese.
std::string joined(const std::vector<UnitSentence>& sentences, const std::string& language);

/// The description of a side; empty if it has no sentences.
std::string describe(const std::vector<UnitSentence>& sentences);

/// Numbers the sentences of one side over the units of a file.
///
/// Formats whose units have one text a side hold a description of it besides, `0:12 1:20`: index
/// and length of each sentence, in code points. Texts of others have none: they are one sentence,
/// the next one.
class Numbering {
 public:
  /// The sentences of a text by its description; one sentence where it has none, or where it does
  /// not fit the text, and none for an empty text without one.
  std::vector<UnitSentence> split(std::string text, std::string_view description);

  /// The text as the next sentence.
  UnitSentence next(std::string text) { return {next_++, std::move(text), {}, {}}; }

  /// The index of the next sentence, which is taken.
  std::size_t take() { return next_++; }

  /// Goes on behind `index`.
  void move_to(std::size_t index) { next_ = index + 1; }

 private:
  std::size_t next_ = 0;
};

}  // namespace duizhao::io
