#include "duizhao/lexicon/lexicon.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"
#include "lexicon/tables.hpp"
#include "lexicon/words.hpp"
#include "text/data_directory.hpp"

namespace duizhao {
namespace {

/// The `limit` likeliest, ties in the order of the words.
void keep_likeliest(std::vector<Translation>& translations, std::size_t limit) {
  std::sort(translations.begin(), translations.end(),
            [](const Translation& left, const Translation& right) {
              return left.probability != right.probability ? left.probability > right.probability
                                                           : left.word < right.word;
            });
  if (translations.size() > limit) translations.resize(limit);
}

std::vector<std::string> texts(std::vector<lexicon::Word> words) {
  std::vector<std::string> list;
  for (lexicon::Word& word : words) list.push_back(std::move(word.text));
  return list;
}

}  // namespace

Lexicon::Lexicon() = default;

Lexicon::Lexicon(std::shared_ptr<const lexicon::Tables> tables) : tables_(std::move(tables)) {}

Lexicon Lexicon::load(const std::filesystem::path& path) {
  return Lexicon(std::make_shared<const lexicon::Tables>(path));
}

Lexicon Lexicon::parse(std::string bytes, const std::string& name) {
  return Lexicon(std::make_shared<const lexicon::Tables>(std::move(bytes), name));
}

Lexicon Lexicon::load_default(std::string_view header) {
  return load(text::find_data_file("lexicon/zh-en.lexicon", header));
}

std::size_t Lexicon::size() const { return tables_ ? tables_->headword_count() : 0; }

std::optional<std::size_t> Lexicon::find(std::string_view chinese_word) const {
  if (!tables_) return std::nullopt;
  const auto found = tables_->headword(chinese_word);
  return found ? found : tables_->headword(tables_->simplified(chinese_word));
}

bool Lexicon::contains(std::string_view chinese_word) const {
  return find(chinese_word).has_value();
}

std::vector<std::string> Lexicon::readings(std::string_view chinese_word) const {
  std::vector<std::string> list;
  const auto headword = find(chinese_word);
  if (!headword) return list;
  std::string_view left = tables_->readings(*headword);
  while (!left.empty()) {
    const std::size_t end = std::min(left.find('\n'), left.size());
    list.emplace_back(left.substr(0, end));
    left.remove_prefix(std::min(left.size(), end + 1));
  }
  return list;
}

std::size_t Lexicon::frequency(std::string_view chinese_word) const {
  const auto headword = find(chinese_word);
  return headword ? tables_->headword_frequency(*headword) : 0;
}

std::vector<std::string> Lexicon::chinese_words(std::string_view text) const {
  return texts(lexicon::chinese_words(tables_.get(), text));
}

std::vector<std::string> Lexicon::english_stems(std::string_view text) const {
  const auto stemmer = lexicon::Stemmer::for_language("en", tables_.get());
  return texts(lexicon::english_words(*stemmer, text));
}

std::vector<Translation> Lexicon::english_for(std::string_view chinese_word,
                                              std::size_t limit) const {
  std::vector<Translation> translations;
  if (!tables_) return translations;
  const bool known = tables_->headword(chinese_word).has_value();
  const std::string word = known ? std::string(chinese_word) : tables_->simplified(chinese_word);
  for (const auto& [stem, probability] : tables_->row(word)) {
    translations.push_back({std::string(tables_->form(stem)), probability});
  }
  keep_likeliest(translations, limit);
  return translations;
}

std::vector<Translation> Lexicon::chinese_for(std::string_view english_word,
                                              std::size_t limit) const {
  std::vector<Translation> translations;
  if (!tables_) return translations;
  const std::vector<std::string> stems = english_stems(english_word);
  if (stems.size() != 1) return translations;
  const auto stem = tables_->stem(stems.front());
  if (!stem) return translations;
  double sum = 0;
  for (std::size_t headword = 0; headword < tables_->headword_count(); ++headword) {
    for (const lexicon::Entry& entry : tables_->gloss_entries(headword)) {
      if (entry.stem != *stem) continue;
      const double frequency = 1 + static_cast<double>(tables_->headword_frequency(headword));
      const double weight = entry.probability * lexicon::kProbabilityUnit * std::sqrt(frequency);
      translations.push_back({tables_->headword_text(headword), weight});
      sum += weight;
    }
  }
  for (Translation& translation : translations) translation.probability /= sum;
  keep_likeliest(translations, limit);
  return translations;
}

}  // namespace duizhao
