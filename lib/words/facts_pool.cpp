#include "words/facts_pool.hpp"

#include <utility>

namespace duizhao::words {

FactsPool::FactsPool(const lexicon::Tables* tables, std::string language)
    : tables_(tables), language_(std::move(language)) {}

std::unique_ptr<Facts> FactsPool::take() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      auto facts = std::move(idle_.back());
      idle_.pop_back();
      return facts;
    }
  }
  static const mentions::Numerals kNumerals;  // rules that take milliseconds to compile
  return std::make_unique<Facts>(tables_, kNumerals, language_);
}

void FactsPool::give_back(std::unique_ptr<Facts> facts) {
  facts->forget();
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(facts));
}

}  // namespace duizhao::words
