#include "check/evidence/characters.hpp"

#include "text/utf8.hpp"

namespace duizhao::check {

std::vector<Character> characters_of(std::string_view text) {
  std::vector<Character> characters;
  for (std::size_t at = 0; at < text.size();) {
    const auto [code_point, size] = text::decode(text, at);
    characters.push_back({code_point, {at, at + size}});
    at += size;
  }
  return characters;
}

std::string blanked(std::string_view text, const std::vector<ByteRange>& ranges) {
  std::string rest(text);
  for (const ByteRange each : ranges) rest.replace(each.begin, each.size(), each.size(), ' ');
  return rest;
}

}  // namespace duizhao::check
