// How results become JSON.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "duizhao/document/document.hpp"

namespace duizhao::io {

using Json = nlohmann::ordered_json;

/// A number as short as its precision: 0.9812, not 0.98119999999999996.
double decimal(double value, int digits);

/// A line of JSON. Texts are UTF-8, names of files need not be: their other bytes become U+FFFD.
std::string one_line(const Json& json);

/// JSON for people too: indented by two spaces.
std::string indented(const Json& json);

/// When something is said: [begin, end] in seconds.
Json time_json(const TimeSpan& time);

/// Null for an empty text: what is not known.
Json text_or_null(const std::string& text);

}  // namespace duizhao::io
