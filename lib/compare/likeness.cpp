#include "compare/likeness.hpp"

#include <string>
#include <string_view>

#include "duizhao/metrics/chrf.hpp"

namespace duizhao::compare {

std::vector<std::vector<double>> likeness_of(const std::vector<Witness>& witnesses) {
  const Chrf chrf;
  const auto score = [&](const std::string& one, const std::string& two) {
    const std::vector<std::string_view> reference = {two};
    return chrf.score(chrf.statistics(one, reference)).score / 100;
  };
  std::vector<std::vector<double>> matrix(witnesses.size(),
                                          std::vector<double>(witnesses.size(), 1));
  for (std::size_t i = 0; i < witnesses.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      matrix[i][k] = (score(witnesses[i].text, witnesses[k].text) +
                      score(witnesses[k].text, witnesses[i].text)) /
                     2;
      matrix[k][i] = matrix[i][k];
    }
  }
  return matrix;
}

}  // namespace duizhao::compare
