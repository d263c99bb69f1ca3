// Quotes of one text are traced in another, and in itself.
#include <duizhao/quotes/quotes.hpp>
#include <duizhao/segment/segmenter.hpp>
#include <duizhao/trace/tracer.hpp>

#include "pair.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fuzz::Pair pair(data, size);
  if (!pair.is_short()) return 0;
  static const duizhao::Segmenter segmenter;
  try {
    const auto document = [&](const std::string& text) {
      return duizhao::parse_document(text, "input", {.encoding = "utf-8"});
    };
    const duizhao::Document article = document(pair.source);
    const duizhao::Tracer tracer(
        fuzz::lexicon(), {segmenter.segment(document(pair.target)), segmenter.segment(article)});
    for (const duizhao::Trace& trace :
         tracer.trace(duizhao::find_quotes(article), {}, std::size_t{1})) {
      fuzz::require(trace.status == duizhao::QuoteStatus::unattested || !trace.matches.empty());
      for (const duizhao::Match& match : trace.matches) {
        fuzz::require(fuzz::is_probability(match.confidence));
      }
      for (const duizhao::QuoteDifference& difference : trace.differences) {
        fuzz::require(fuzz::is_probability(difference.probability));
        fuzz::require(!difference.quote || difference.quote->end <= trace.quote.text.size());
      }
    }
  } catch (const duizhao::Error&) {
  }
  return 0;
}
