#include "text/parse_json.hpp"

#include <algorithm>
#include <optional>

#include "duizhao/text/messages.hpp"
#include "text/utf8.hpp"

namespace duizhao::text {
namespace {

constexpr std::size_t kDeepest = 256;

/// The first bracket that opens too many levels; nothing in most texts. Linear.
std::optional<std::size_t> find_too_deep(std::string_view bytes) {
  std::size_t depth = 0;
  bool quoted = false;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const char c = bytes[at];
    if (quoted && c == '\\') {
      ++at;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && (c == '[' || c == '{')) {
      if (++depth > kDeepest) return at;
    } else if (!quoted && (c == ']' || c == '}') && depth > 0) {
      --depth;
    }
  }
  return std::nullopt;
}

}  // namespace

nlohmann::ordered_json parse_json(std::string_view bytes, const ErrorPlace& begin,
                                  const std::string& expectation) {
  const auto error_at = [&](std::size_t at, const std::string& expected) {
    at = std::min(at, bytes.size());
    return Error(
        ErrorCode::format,
        {begin.file, begin.line.value_or(1) + line_at(bytes, at) - 1, begin.byte.value_or(0) + at},
        expected);
  };
  // What is made of them copies and destroys them level by level.
  if (const auto deep = find_too_deep(bytes)) {
    throw error_at(*deep, translate("expected JSON that is not nested too deeply"));
  }
  try {
    return nlohmann::ordered_json::parse(bytes);
  } catch (const nlohmann::json::parse_error& error) {
    throw error_at(error.byte > 0 ? error.byte - 1 : 0, expectation);
  } catch (const nlohmann::json::exception&) {
    throw error_at(0, translate("expected numbers that are not too large"));
  }
}

}  // namespace duizhao::text
