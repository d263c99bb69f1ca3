// What is known of words, kept from one text to the next.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "words/word_facts.hpp"

namespace duizhao::words {

/// Lends each thread facts of its own.
class FactsPool {
 public:
  /// `language` is that of words that are not Chinese. `tables` may be null and must stay alive.
  FactsPool(const lexicon::Tables* tables, std::string language);

  std::unique_ptr<Facts> take();
  void give_back(std::unique_ptr<Facts> facts);

 private:
  const lexicon::Tables* tables_;
  std::string language_;
  std::mutex mutex_;  // of what follows
  std::vector<std::unique_ptr<Facts>> idle_;
};

}  // namespace duizhao::words
