#include "text/parse_json.hpp"

#include <algorithm>

#include "duizhao/text/messages.hpp"
#include "text/utf8.hpp"

namespace duizhao::text {

nlohmann::ordered_json parse_json(std::string_view bytes, const ErrorPlace& begin,
                                  const std::string& expectation) {
  const auto error_at = [&](std::size_t at, const std::string& expected) {
    at = std::min(at, bytes.size());
    return Error(
        ErrorCode::format,
        {begin.file, begin.line.value_or(1) + line_at(bytes, at) - 1, begin.byte.value_or(0) + at},
        expected);
  };
  try {
    return nlohmann::ordered_json::parse(bytes);
  } catch (const nlohmann::json::parse_error& error) {
    throw error_at(error.byte > 0 ? error.byte - 1 : 0, expectation);
  } catch (const nlohmann::json::exception&) {
    throw error_at(0, translate("expected numbers that are not too large"));
  }
}

}  // namespace duizhao::text
