// Names in pinyin that are read nearly as some characters are.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/engine/context.hpp"
#include "check/evidence/known_names.hpp"

namespace duizhao::check {

/// Finds the characters that a name in pinyin renders but for one syllable. What it is made of must
/// stay alive.
class MisreadNames {
 public:
  MisreadNames(const NameFinder& names, const KnownNames& known) : names_(names), known_(known) {}

  /// The characters of a Chinese side that `name`, written as `form`, is a slip for, outside of the
  /// ranges that are taken; nothing where there are none. Costs its syllables times the text.
  std::optional<ByteRange> find(const CheckedTranslation& translation, const Side& chinese,
                                const RomanName& name, const std::string& form,
                                const std::vector<ByteRange>& taken) const;

 private:
  bool is_ordinary(const CheckedTranslation& translation, const Side& chinese, ByteRange place,
                   const std::string& form) const;
  std::vector<ByteRange> locate_but(const std::vector<std::string>& reading, std::size_t miss,
                                    std::string_view chinese) const;

  const NameFinder& names_;
  const KnownNames& known_;
};

}  // namespace duizhao::check
