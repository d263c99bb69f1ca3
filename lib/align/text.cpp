#include "align/text.hpp"

#include <type_traits>

namespace duizhao::align {

Text Text::slice(std::size_t begin, std::size_t end) const {
  const auto part = [&](const auto& list) {
    if (list.empty()) return list;  // without structure
    return std::decay_t<decltype(list)>(list.begin() + static_cast<std::ptrdiff_t>(begin),
                                        list.begin() + static_cast<std::ptrdiff_t>(end));
  };
  return {tokens.slice(begin, end), part(surfaces), part(structure)};
}

}  // namespace duizhao::align
