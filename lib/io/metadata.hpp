// What a unit has besides its texts, as names and values for formats that have room for them.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/sentences.hpp"

namespace duizhao::io {

/// The numbers of both sides' sentences.
struct Numberings {
  Numbering source;
  Numbering target;
};

/// `confidence`, `score`, `locked`, and the descriptions `source` and `target`; only what cannot be
/// taken for granted.
std::vector<std::pair<std::string_view, std::string>> metadata_of(const TranslationUnit& unit);

/// Gives a unit what such values say. What is no number is ignored: others may use these names.
void set_metadata(const std::map<std::string, std::string>& metadata, TranslationUnit& unit);

/// The value of a name; empty without one.
std::string_view value_of(const std::map<std::string, std::string>& metadata,
                          const std::string& name);

}  // namespace duizhao::io
