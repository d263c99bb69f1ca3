#include "check/evidence/misread_names.hpp"

#include <algorithm>

#include "check/evidence/capitals.hpp"
#include "text/fold.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::check {

std::optional<ByteRange> MisreadNames::find(const CheckedTranslation& translation,
                                            const Side& chinese, const RomanName& name,
                                            const std::string& form,
                                            const std::vector<ByteRange>& taken) const {
  for (const auto& reading : name.readings) {
    // Of two syllables one says little: the name must be another one that is known, and the
    // characters no ordinary word.
    const bool two = reading.size() == 2;
    if (reading.size() < 2 || (two && !known_.is_name(form))) continue;
    for (std::size_t miss = 0; miss < reading.size(); ++miss) {
      for (const ByteRange place : locate_but(reading, miss, chinese.text)) {
        const bool is_taken =
            std::ranges::any_of(taken, [&](ByteRange other) { return other.overlaps(place); });
        const bool first = miss == 0 && !two;  // the surname: the rest must stand for a name
        if (!is_taken && !((two || first) && is_ordinary(translation, chinese, place, form))) {
          return place;
        }
      }
    }
  }
  return std::nullopt;
}

/// Whether characters are part of a word that is no name, or grammar (又还), or have the name for
/// a rendering.
bool MisreadNames::is_ordinary(const CheckedTranslation& translation, const Side& chinese,
                               ByteRange place, const std::string& form) const {
  constexpr std::size_t kHan = 3;  // bytes
  const auto first = std::ranges::lower_bound(
      chinese.words, place.begin + 1, {}, [](const words::Word& word) { return word.range.end; });
  const auto end = std::ranges::find_if(first, chinese.words.end(), [&](const words::Word& word) {
    return word.range.begin >= place.end;
  });
  return std::any_of(first, end, [&](const words::Word& word) {
    const std::string& text = word.text();
    const auto& renderings = known_.renderings_of(text);
    if (renderings.empty()) return word.range.size() > kHan || !translation.is_content(word);
    return std::ranges::any_of(renderings, [&](const NameRendering& rendering) {
      return are_kin(rendering.stem, text::fold_case(form));
    });
  });
}

/// Where characters are read like a name but for one syllable, which another character of the
/// same number stands for.
std::vector<ByteRange> MisreadNames::locate_but(const std::vector<std::string>& reading,
                                                std::size_t miss, std::string_view chinese) const {
  const auto at = reading.begin() + static_cast<std::ptrdiff_t>(miss);
  const RomanName head{{}, {{reading.begin(), at}}};
  const RomanName tail{{}, {{at + 1, reading.end()}}};
  std::vector<ByteRange> places;
  if (miss == 0) {
    for (const ByteRange last : names_.locate(tail, chinese)) {
      if (last.begin == 0) continue;
      const auto first = text::decode_before(chinese, last.begin);
      if (text::is_han(first.value)) places.push_back({last.begin - first.size, last.end});
    }
    return places;
  }
  const auto ends =
      tail.readings.front().empty() ? std::vector<ByteRange>{} : names_.locate(tail, chinese);
  for (const ByteRange first : names_.locate(head, chinese)) {
    if (first.end >= chinese.size()) continue;
    const auto between = text::decode(chinese, first.end);
    if (!text::is_han(between.value)) continue;
    const ByteRange whole{first.begin, first.end + between.size};
    if (tail.readings.front().empty()) places.push_back(whole);
    if (tail.readings.front().empty()) continue;
    const auto last = std::ranges::lower_bound(ends, whole.end, {}, &ByteRange::begin);
    if (last != ends.end() && last->begin == whole.end) {
      places.push_back({whole.begin, last->end});
    }
  }
  return places;
}

}  // namespace duizhao::check
