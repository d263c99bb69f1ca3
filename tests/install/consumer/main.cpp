#include <duizhao/duizhao.hpp>

#include <iostream>

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  try {
    const duizhao::Document source = duizhao::read_document(argv[1]);
    const duizhao::Document target = duizhao::read_document(argv[2]);
    const duizhao::Aligner aligner(duizhao::Lexicon::load_default());
    const duizhao::Alignment alignment = aligner.align(source, target);
    for (const duizhao::Bead& bead : alignment.beads())
      std::cout << alignment.source_text(bead) << " | " << alignment.target_text(bead) << " | "
                << bead.confidence << '\n';
  } catch (const duizhao::Error& error) {
    std::cerr << error.what() << '\n';
    return 3;
  }
  std::cerr << "duizhao " << duizhao::version() << '\n';
}
