// Texts of any size.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <duizhao/lexicon/lexicon.hpp>

namespace bench {

/// The text of a file of data/interviews.
std::string interview(const std::string& file);

/// The text repeated, as paragraphs, until it has `bytes`.
std::string repeated(const std::string& text, std::size_t bytes);

/// A made-up text and its translation, a sentence an entry.
struct MadeUpPair {
  std::vector<std::string> chinese;
  std::vector<std::string> english;
};

/// `sentences` Chinese sentences of about a dozen frequent headwords each, common ones more often
/// than rare ones as in real text (Zipf), and their translations word by word by the lexicon: most
/// in one sentence, a quarter in two; one in thirty left out. The same on every run.
MadeUpPair made_up_pair(const duizhao::Lexicon& lexicon, std::size_t sentences);

/// A line each.
std::string joined(const std::vector<std::string>& lines);

}  // namespace bench
