#include "duizhao/formats.hpp"
#include "formats/json.hpp"

namespace duizhao {
namespace {

using formats::decimal;
using formats::Json;
using formats::one_line;

Json sentence(const SegmentedDocument& document, std::size_t index) {
  const ByteRange range = document.sentences()[index].range;
  return {
      {"index", index}, {"begin", range.begin}, {"end", range.end}, {"text", document.text(index)}};
}

Json sentences(const SegmentedDocument& document, const std::vector<std::size_t>& indices) {
  Json list = Json::array();
  for (const std::size_t index : indices) list.push_back(sentence(document, index));
  return list;
}

Json word(const WordPlace& place) {
  return {{"sentence", place.sentence},
          {"begin", place.range.begin},
          {"end", place.range.end},
          {"text", place.text}};
}

Json evidence(const Explanation& explanation) {
  Json list = Json::array();
  for (const WordPair& pair : explanation) {
    list.push_back({{"source", word(pair.source)},
                    {"target", word(pair.target)},
                    {"contribution", decimal(pair.contribution, 2)}});
  }
  return list;
}

}  // namespace

std::string to_jsonl(const SegmentedDocument& document) {
  std::string lines;
  for (std::size_t i = 0; i < document.size(); ++i) {
    const Block& block = document.block(i);
    Json line = {{"document", document.document().name()},
                 {"block", document.sentences()[i].block},
                 {"kind", name_of(block.kind)},
                 {"language", block.language},
                 {"speaker", formats::text_or_null(block.speaker)}};
    line.update(sentence(document, i));
    lines += one_line(line);
  }
  return lines;
}

std::string to_jsonl(const Alignment& alignment, const AlignmentJsonOptions& options) {
  std::string lines;
  for (std::size_t k = 0; k < alignment.beads().size(); ++k) {
    const Bead& bead = alignment.beads()[k];
    Json line = {{"source", sentences(alignment.source(), bead.source)},
                 {"target", sentences(alignment.target(), bead.target)},
                 {"score", decimal(bead.score, 3)},
                 {"confidence", decimal(bead.confidence, 4)},
                 {"locked", bead.locked}};
    if (options.name_target) line["target_document"] = alignment.target().document().name();
    if (!options.explanations.empty()) line["evidence"] = evidence(options.explanations[k]);
    lines += one_line(line);
  }
  return lines;
}

}  // namespace duizhao
