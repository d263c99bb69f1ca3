#include "check/evidence/capitals.hpp"

#include <algorithm>

#include "duizhao/text/edit_distance.hpp"
#include "text/fold.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::check {
namespace {

std::string latin_word(const Side& side, const words::Word& word) {
  std::string text(side.at(word.range));
  const std::size_t apostrophe = std::min(text.find('\''), text.find("’"));
  if (apostrophe != std::string::npos && apostrophe > 0) text.resize(apostrophe);
  return text;
}

bool begins_sentence(const Side& side, std::size_t at) {
  while (at > 0) {
    const auto [c, size] = text::decode_before(side.text, at);
    if (text::is_word(c) || c == U',' || c == U'-' || c == U')') return false;
    if (c == U'.' || c == U'?' || c == U'!' || c == U':' || c == U'“' || c == U'"' || c == U'‘' ||
        c == U'—' || c == U'…' || c == U'\'' || c == U';' || c == U'(') {
      return true;
    }
    at -= size;
  }
  return true;
}

}  // namespace

std::vector<Capital> capitals_of(const Side& english) {
  std::vector<Capital> capitals;
  for (std::size_t w = 0; w < english.words.size(); ++w) {
    const bool again = w > 0 && english.words[w - 1].range == english.words[w].range;
    if (again || !text::is_upper(text::decode(english.text, english.words[w].range.begin).value)) {
      continue;
    }
    std::string text = latin_word(english, english.words[w]);
    if (text == "I") continue;
    capitals.push_back(
        {w, std::move(text), begins_sentence(english, english.words[w].range.begin)});
  }
  return capitals;
}

bool is_slip(const std::string& left, const std::string& right) {
  constexpr std::size_t kLeast = 5;
  constexpr std::size_t kLong = 7;
  const std::string one = text::fold_marks(text::fold_case(left));
  const std::string two = text::fold_marks(text::fold_case(right));
  if (one == two || one.starts_with(two) || two.starts_with(one) || one.size() < kLeast ||
      two.size() < kLeast)
    return false;
  const std::size_t distance = edit_distance(one, two, Transpositions::one_edit);
  return distance <= (std::min(one.size(), two.size()) >= kLong ? 2U : 1U);
}

bool are_kin(const std::string& left, const std::string& right) {
  constexpr std::size_t kPrefix = 4;
  const std::string one = text::fold_marks(left);
  const std::string two = text::fold_marks(right);
  return one == two || (one.size() >= kPrefix && two.size() >= kPrefix &&
                        one.compare(0, kPrefix, two, 0, kPrefix) == 0);
}

}  // namespace duizhao::check
