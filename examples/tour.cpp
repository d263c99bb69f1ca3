// A tour of the library: documents, sentences, words, quantities, names, beads.
#include <duizhao/duizhao.hpp>
#include <iostream>

int main() {
  using namespace duizhao;
  try {
    // Documents come from files or from memory; layout, language and speakers are found.
    const Document chinese =
        parse_document("暗涌：为什么？\n梁文锋：因为我们在做最难的事。创新需要自信。\n", "zh");
    const Document english = parse_document(
        "**Waves:** Why?\n\n**Liang:** Because we are doing the *hardest* things. Innovation needs "
        "confidence.\n",
        "en");
    for (const Block& block : english.blocks()) {
      std::cout << block.speaker << " says: " << english.text(block.range) << '\n';
    }

    // Sentences are ranges of the document's bytes, markup included; their text is what a reader
    // sees.
    const SegmentedDocument sentences = Segmenter().segment(english);
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      const ByteRange range = sentences.sentences()[i].range;
      std::cout << range.begin << "–" << range.end << ": " << sentences.text(i) << '\n';
    }

    // The lexicon knows words in both directions.
    const Lexicon lexicon = Lexicon::load_default();
    for (const Translation& translation : lexicon.english_for("贡献者", 2)) {
      std::cout << "贡献者: " << translation.word << '\n';
    }

    // Quantities and names are compared by value, whatever they are written like.
    const QuantityFinder quantities;
    const auto in_chinese = quantities.find("推理成本是七十分之一", "zh");
    const auto in_english = quantities.find("one-seventieth of the cost", "en");
    const NameFinder names(lexicon);
    std::cout << std::boolalpha << agree(in_chinese.front(), in_english.front()) << ' '
              << names.renders("Wenfeng Liang", "梁文锋") << '\n';

    // Beads tie sentences together, each with the probability that it is right.
    const Aligner aligner(lexicon);
    const Alignment alignment = aligner.align(chinese, english);
    for (const Bead& bead : alignment.beads()) {
      std::cout << alignment.source_text(bead) << " = " << alignment.target_text(bead)
                << (bead.confidence >= 0.9 ? "" : "  (unsure)") << '\n';
    }
    std::cout << to_beads(alignment.beads());
  } catch (const Error& error) {
    std::cerr << error.what() << '\n';
    return 3;
  }
}
