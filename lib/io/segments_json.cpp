// Sentences of a document as JSON Lines.
#include "duizhao/io/results.hpp"
#include "io/json.hpp"

namespace duizhao {

std::string to_jsonl(const SegmentedDocument& document) {
  std::string lines;
  for (std::size_t i = 0; i < document.size(); ++i) {
    const Block& block = document.block(i);
    const Sentence& sentence = document.sentences()[i];
    io::Json line = {{"document", document.document().name()},
                     {"block", sentence.block},
                     {"kind", name_of(block.kind)},
                     {"language", block.language},
                     {"speaker", io::text_or_null(block.speaker)},
                     {"index", i},
                     {"begin", sentence.range.begin},
                     {"end", sentence.range.end},
                     {"text", document.text(i)}};
    if (const auto time = document.document().time_of(sentence.range))
      line["time"] = io::time_json(*time);
    lines += io::one_line(line);
  }
  return lines;
}

}  // namespace duizhao
