// The one door for JSON.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "duizhao/text/error.hpp"

namespace duizhao::text {

/// JSON that keeps the order of its fields. Throws Error (format) with line and byte for what is
/// none, `expectation` being what it says, for numbers that are too large, and for more than
/// 256 levels. `begin` is where the
/// bytes begin in their file.
nlohmann::ordered_json parse_json(std::string_view bytes, const ErrorPlace& begin,
                                  const std::string& expectation);

}  // namespace duizhao::text
