#include "duizhao/align/aligner.hpp"

#include <fmt/format.h>

#include <utility>

#include "align/pair.hpp"
#include "align/search.hpp"
#include "duizhao/document/read_document.hpp"
#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"
#include "words/explain.hpp"

namespace duizhao {
namespace {

/// The words of some sentences, with their places and their numbers.
struct Words {
  std::vector<WordPlace> places;
  std::vector<std::uint32_t> numbers;
};

Words words_of(const SegmentedDocument& document, const std::vector<std::size_t>& sentences,
               words::Tokenizer& tokenizer, const words::Tokens& tokens) {
  Words words;
  for (const std::size_t sentence : sentences) {
    const std::string text = document.text(sentence);
    for (const lexicon::Word& word : tokenizer.words(text)) {
      if (words::Tokenizer::is_mark(word.text)) continue;
      const std::uint32_t number = tokens.find(word.text);
      if (number == words::Tokens::npos) continue;  // the sentence takes no part
      words.places.push_back(
          {sentence, word.range, text.substr(word.range.begin, word.range.size())});
      words.numbers.push_back(number);
    }
  }
  return words;
}

}  // namespace

Aligner::Aligner(Lexicon lexicon, AlignOptions options)
    : lexicon_(std::move(lexicon)),
      options_(std::move(options)),
      segmenter_(options_.segmentation) {
  for (const std::string& language : {options_.source_language, options_.target_language}) {
    if (knows_language(language)) continue;
    throw Error(ErrorCode::content, {},
                fmt::format(fmt::runtime(translate("no such language: {}")), language));
  }
}

SegmentedDocument Aligner::segment(const Document& document) const {
  return segmenter_.segment(document);
}

Alignment Aligner::align(const Document& source, const Document& target,
                         const std::vector<Lock>& locks) const {
  return align(segment(source), segment(target), locks);
}

Alignment Aligner::align(const SegmentedDocument& source, const SegmentedDocument& target,
                         const std::vector<Lock>& locks, const ProgressReport& progress) const {
  const align::Pair pair(source, target, options_, lexicon_, locks);
  std::vector<Bead> beads;
  for (const auto& [span, score, posterior] : align::search(pair, lexicon_.tables(), progress)) {
    Bead bead = pair.bead(span);
    bead.score = score;
    bead.confidence = posterior;
    beads.push_back(std::move(bead));
  }
  return {source, target, std::move(beads)};
}

std::vector<Explanation> Aligner::explain(const Alignment& alignment) const {
  align::Pair pair(alignment.source(), alignment.target(), options_, lexicon_, {});
  const words::Tokens& source_tokens = pair.source().tokens;
  const words::Tokens& target_tokens = pair.target().tokens;
  const words::LexicalModel model(source_tokens, target_tokens, lexicon_.tables(),
                                  pair.renderings());
  const bool turned = pair.turned();
  std::vector<Explanation> explanations;
  for (const Bead& bead : alignment.beads()) {
    // In the model's order, which may not be the documents'.
    const Words source =
        words_of(turned ? alignment.target() : alignment.source(),
                 turned ? bead.target : bead.source, pair.source_tokenizer(), source_tokens);
    const Words target =
        words_of(turned ? alignment.source() : alignment.target(),
                 turned ? bead.source : bead.target, pair.target_tokenizer(), target_tokens);
    Explanation& explanation = explanations.emplace_back();
    for (const words::PairContribution& link :
         words::explain(source.numbers, target.numbers, source_tokens, target_tokens, model)) {
      WordPair words{source.places[link.source], target.places[link.target], link.contribution};
      if (turned) std::swap(words.source, words.target);
      explanation.push_back(std::move(words));
    }
  }
  return explanations;
}

}  // namespace duizhao
