#include "duizhao/metrics/segments.hpp"

#include <fmt/format.h>

#include "duizhao/text/messages.hpp"
#include "metrics/words.hpp"
#include "text/detect_encoding.hpp"
#include "text/encoding.hpp"

namespace duizhao {

Segments parse_segments(std::string bytes, const std::string& name, const std::string& encoding) {
  const std::string text = text::to_utf8(std::move(bytes), encoding, name);
  std::string_view rest = text;
  if (rest.starts_with(text::kByteOrderMark)) rest.remove_prefix(text::kByteOrderMark.size());
  Segments segments;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    segments.emplace_back(rest.substr(0, end));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  if (segments.empty()) {
    throw Error(ErrorCode::content, {name, 1, 0},
                translate("expected a segment a line, found an empty text"));
  }
  return segments;
}

void check_segments(const Segments& hypothesis, const std::vector<Segments>& references) {
  metrics::check_references(references.size());
  if (hypothesis.empty()) {
    throw Error(ErrorCode::content, {}, translate("expected at least one segment, found none"));
  }
  for (const Segments& reference : references) {
    if (reference.size() != hypothesis.size()) {
      throw Error(ErrorCode::content, {},
                  fmt::format(fmt::runtime(translate("expected as many segments as the hypothesis "
                                                     "has: {}, found {}")),
                              hypothesis.size(), reference.size()));
    }
  }
}

}  // namespace duizhao
