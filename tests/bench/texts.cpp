#include "texts.hpp"

#include <algorithm>
#include <cmath>
#include <duizhao/text/file.hpp>
#include <random>
#include <set>

namespace bench {
namespace {

struct Entry {
  std::string chinese;
  std::string english;
  std::size_t frequency;
};

/// Headwords of the interviews and of their characters' neighbourhood: those that the lexicon
/// translates, most frequent first.
std::vector<Entry> vocabulary(const duizhao::Lexicon& lexicon) {
  std::set<std::string> words;
  for (const char* english : {"passages.en.txt", "interview-2024.en.md"}) {
    for (const std::string& stem : lexicon.english_stems(interview(english))) {
      for (const auto& translation : lexicon.chinese_for(stem, 3)) words.insert(translation.word);
    }
  }
  std::vector<Entry> entries;
  for (const std::string& word : words) {
    const auto translations = lexicon.english_for(word, 1);
    if (!translations.empty()) {
      entries.push_back({word, translations.front().word, lexicon.frequency(word)});
    }
  }
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& left, const Entry& right) {
    return left.frequency > right.frequency;
  });
  return entries;
}

}  // namespace

std::string interview(const std::string& file) {
  return duizhao::read_file(std::string(DUIZHAO_INTERVIEWS) + "/" + file);
}

std::string repeated(const std::string& text, std::size_t bytes) {
  std::string longer;
  while (longer.size() < bytes) longer += text + "\n\n";
  return longer;
}

MadeUpPair made_up_pair(const duizhao::Lexicon& lexicon, std::size_t sentences) {
  const std::vector<Entry> entries = vocabulary(lexicon);
  std::mt19937 random(1);
  const auto word = [&]() -> const Entry& {
    // Ranks by a power of a uniform number come near to Zipf's law.
    const double uniform = static_cast<double>(random()) / 4294967296.0;
    const auto rank = std::pow(static_cast<double>(entries.size()), uniform);
    return entries[std::min(entries.size() - 1, static_cast<std::size_t>(rank))];
  };
  MadeUpPair pair;
  for (std::size_t i = 0; i < sentences; ++i) {
    const std::size_t words = 6 + random() % 12;
    const bool in_two = random() % 4 == 0;
    const bool left_out = random() % 30 == 0;
    std::string chinese, english;
    for (std::size_t k = 0; k < words; ++k) {
      const Entry& entry = word();
      chinese += entry.chinese;
      english += (english.empty() ? "" : " ") + entry.english;
      if (in_two && k == words / 2 && !left_out) {
        pair.english.push_back(english + ".");
        english.clear();
      }
    }
    pair.chinese.push_back(chinese + "。");
    if (!left_out && !english.empty()) pair.english.push_back(english + ".");
  }
  return pair;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + '\n';
  return text;
}

}  // namespace bench
