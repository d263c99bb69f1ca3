#include "check/evidence/support.hpp"

#include <algorithm>

#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::check {

std::vector<double> word_supports(const CheckedTranslation& translation, const Side& side,
                                  SideOf name, const std::vector<words::Link>& links) {
  const bool chinese = name == translation.chinese();
  std::vector<double> supports(side.words.size());
  for (const words::Link& link : links) {
    double& best = supports[chinese ? link.chinese : link.english];
    best = std::max(best, link.strength);
  }
  return supports;
}

Support support_of(const CheckedTranslation& translation, const Side& side, SideOf name,
                   const std::vector<words::Link>& links, ByteRange range) {
  const auto supports = word_supports(translation, side, name, links);
  Support support;
  for (std::size_t w = 0; w < supports.size(); ++w) {
    const words::Word& word = side.words[w];
    if (!range.overlaps(word.range) || !translation.is_content(word)) continue;
    ++support.words;
    support.sum += supports[w];
  }
  return support;
}

Support support_of(const CheckedTranslation& translation, const CheckedBead& pair, SideOf name) {
  const Side& side = pair.*name;
  return support_of(translation, side, name, translation.links(pair), {0, side.text.size()});
}

double length_in_letters(std::string_view text) {
  double length = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto [code_point, size] = text::decode(text, at);
    if (text::is_han(code_point)) {
      length += kLettersPerCharacter;
    } else if (!text::is_cjk(code_point)) {
      length += 1;
    }
    at += size;
  }
  return length;
}

}  // namespace duizhao::check
