// An input that is two texts.
#pragma once

#include <duizhao/lexicon/lexicon.hpp>
#include <string>
#include <string_view>

#include "fuzz.hpp"
#include "text/utf8.hpp"

namespace fuzz {

/// The languages that the first byte chooses, and the texts on both sides of the first form feed;
/// what is no UTF-8 is left out.
struct Pair {
  std::string source_language;
  std::string target_language;
  std::string source;
  std::string target;

  Pair(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return;
    source_language = (data[0] & 1) != 0 ? "en" : "zh";
    target_language = (data[0] & 2) != 0 ? "zh" : "en";
    const std::string_view all = text(data + 1, size - 1);
    const std::size_t cut = std::min(all.find('\f'), all.size());
    source = valid(all.substr(0, cut));
    target = valid(all.substr(std::min(all.size(), cut + 1)));
  }

  /// Whether the texts can be linked and checked within a second or so.
  bool is_short() const {
    constexpr std::size_t kMost = 4000;  // bytes
    return source.size() <= kMost && target.size() <= kMost;
  }

 private:
  static std::string valid(std::string_view bytes) {
    const auto fault = duizhao::text::find_fault(bytes);
    return std::string(bytes.substr(0, fault ? fault->byte : bytes.size()));
  }
};

inline const duizhao::Lexicon& lexicon() {
  static const duizhao::Lexicon kLexicon = duizhao::Lexicon::load_default();
  return kLexicon;
}

inline bool is_probability(double value) { return value >= 0 && value <= 1; }

}  // namespace fuzz
