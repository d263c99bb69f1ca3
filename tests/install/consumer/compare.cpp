// Compares two renderings with their original, without a file.
#include <duizhao/duizhao.hpp>

#include <iostream>

int main() {
  const duizhao::Lexicon lexicon = duizhao::Lexicon::load_default();
  const duizhao::Comparer comparer(lexicon);
  const duizhao::Comparison comparison =
      comparer.compare({"Three boats put out to sea.", "Two boats set sail."}, "三艘船出海了。");
  for (const duizhao::Difference& difference : comparison.differences)
    std::cout << duizhao::name_of(difference.kind) << ' ' << difference.probability << '\n';
}
