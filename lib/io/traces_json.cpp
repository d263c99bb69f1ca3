#include "duizhao/io/results.hpp"
#include "io/json.hpp"

namespace duizhao {
namespace {

using io::Json;

Json match_json(const Match& match, const Tracer& tracer) {
  return {{"document", tracer.documents().name(match.document)},
          {"begin", match.range.begin},
          {"end", match.range.end},
          {"text", match.text},
          {"speaker", io::text_or_null(match.speaker)},
          {"confidence", io::decimal(match.confidence, 4)},
          {"through", match.through}};
}

Json stretch_json(const std::optional<ByteRange>& seen, ByteRange range, const std::string& text) {
  if (!seen) return nullptr;
  return {
      {"begin", range.begin}, {"end", range.end}, {"text", text.substr(seen->begin, seen->size())}};
}

Json differences_json(const Trace& trace, const Document& document, const Tracer& tracer) {
  Json list = Json::array();
  for (const QuoteDifference& difference : trace.differences) {
    const Match& match = trace.matches.front();
    const ByteRange own =
        difference.quote ? in_document(document, trace.quote, *difference.quote) : ByteRange();
    const ByteRange other = difference.passage ? in_document(tracer.documents()[match.document],
                                                             match, *difference.passage)
                                               : ByteRange();
    list.push_back({{"kind", name_of(difference.kind)},
                    {"probability", io::decimal(difference.probability, 4)},
                    {"quote", stretch_json(difference.quote, own, trace.quote.text)},
                    {"passage", stretch_json(difference.passage, other, match.text)}});
  }
  return list;
}

Json sentences_json(const Trace& trace, const Document& document) {
  Json list = Json::array();
  for (const QuoteSentence& sentence : trace.sentences) {
    const ByteRange range = in_document(document, trace.quote, sentence.range);
    list.push_back({{"begin", range.begin},
                    {"end", range.end},
                    {"status", name_of(sentence.status)},
                    {"match", sentence.match ? Json(*sentence.match) : Json()}});
  }
  return list;
}

}  // namespace

std::string to_jsonl(const std::vector<Trace>& traces, const Document& document,
                     const Tracer& tracer) {
  std::string lines;
  for (const Trace& trace : traces) {
    const ByteRange range = trace.quote.range();
    Json quote = {{"document", document.name()},
                  {"begin", range.begin},
                  {"end", range.end},
                  {"line", document.line_of(range.begin)},
                  {"text", trace.quote.text},
                  {"kind", name_of(trace.quote.kind)},
                  {"speaker", io::text_or_null(trace.quote.speaker)}};
    if (trace.quote.parts.size() > 1) {
      Json parts = Json::array();
      for (const ByteRange& part : trace.quote.parts) {
        parts.push_back({{"begin", part.begin}, {"end", part.end}});
      }
      quote["parts"] = std::move(parts);
    }
    Json matches = Json::array();
    for (const Match& match : trace.matches) matches.push_back(match_json(match, tracer));
    lines += io::one_line({{"quote", std::move(quote)},
                           {"status", name_of(trace.status)},
                           {"wording", trace.wording ? Json(name_of(*trace.wording)) : Json()},
                           {"differences", differences_json(trace, document, tracer)},
                           {"sentences", sentences_json(trace, document)},
                           {"matches", std::move(matches)}});
  }
  return lines;
}

}  // namespace duizhao
