// Chinese names in Latin letters.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/lexicon/lexicon.hpp"
#include "duizhao/text/byte_range.hpp"
#include "duizhao/text/export.hpp"

namespace duizhao {

/// A run of capitalised words that can be a Chinese name in pinyin: Liang Wenfeng, Wenfeng Liang,
/// Ouyang Xiu, Wen-feng Liang, Xi’an.
struct RomanName {
  ByteRange range = {};  ///< bytes of the text

  /// The ways in which it can be read, each as toneless syllables in Chinese order, surname first:
  /// as it stands, and, where its last word can be a surname, with that moved to the front. Xian is
  /// xian or xi an.
  std::vector<std::vector<std::string>> readings = {};
};

/// Finds names in pinyin, and the characters that they stand for.
///
/// Characters are read as the lexicon reads them, and as surnames by ICU's Han-Latin/Names rules
/// (单 shan, 曾 zeng). Immutable, shared by threads. The first character that
/// is looked at costs a tenth of a second, for which ICU sets up its rules.
class DUIZHAO_EXPORT NameFinder {
 public:
  /// Without a lexicon only ICU's readings are known, one for each character.
  explicit NameFinder(Lexicon lexicon);
  ~NameFinder();
  NameFinder(NameFinder&&) noexcept;
  NameFinder& operator=(NameFinder&&) noexcept;

  /// Runs of one to three capitalised words of an English text that are two to four syllables of
  /// pinyin together, in order and disjoint. Ordinary words that happen to be pinyin (Can, He)
  /// count as well: what they stand for tells. Linear.
  std::vector<RomanName> find(std::string_view english) const;

  /// Where a Chinese text has characters that are read like `name`: ranges of its bytes, in order.
  /// Linear in the text.
  std::vector<ByteRange> locate(const RomanName& name, std::string_view chinese) const;

  /// Whether the whole of `latin` can be a rendering in pinyin of the whole of `chinese`.
  bool renders(std::string_view latin, std::string_view chinese) const;

 private:
  struct State;
  std::unique_ptr<const State> state_;
};

}  // namespace duizhao
