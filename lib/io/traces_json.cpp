#include "duizhao/io/results.hpp"
#include "io/json.hpp"

namespace duizhao {
namespace {

using io::Json;

Json match_json(const Match& match, const Tracer& tracer) {
  return {{"document", tracer.documents()[match.document].document().name()},
          {"begin", match.range.begin},
          {"end", match.range.end},
          {"text", match.text},
          {"speaker", io::text_or_null(match.speaker)},
          {"confidence", io::decimal(match.confidence, 4)},
          {"through", match.through}};
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
                           {"status", trace.attested ? "attested" : "unattested"},
                           {"matches", std::move(matches)}});
  }
  return lines;
}

}  // namespace duizhao
