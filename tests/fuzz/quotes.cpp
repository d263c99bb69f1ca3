// Quotes of a text: parts in order, inside the text, never empty.
#include <duizhao/document/read_document.hpp>
#include <duizhao/quotes/quotes.hpp>

#include "fuzz.hpp"
#include "text/utf8.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text(data, size);
  if (duizhao::text::find_fault(text)) return 0;
  duizhao::ReadOptions options;
  options.format = duizhao::InputFormat::markdown;
  options.encoding = "utf-8";
  duizhao::Document document;
  try {
    document = duizhao::parse_document(std::string(text), "fuzz", options);
  } catch (const duizhao::Error&) {
    return 0;  // nested too deep
  }
  std::size_t last = 0;
  for (const duizhao::Quote& quote : duizhao::find_quotes(document)) {
    fuzz::require(!quote.parts.empty() && !quote.text.empty());
    fuzz::require(quote.parts.front().begin >= last);
    last = quote.parts.front().begin;
    std::size_t end = 0;
    for (const duizhao::ByteRange& part : quote.parts) {
      fuzz::require(part.begin >= end && part.begin < part.end && part.end <= text.size());
      end = part.end;
    }
  }
  return 0;
}
