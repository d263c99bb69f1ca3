// Glossaries in TBX (ISO 30042).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "duizhao/lexicon/glossary.hpp"

namespace duizhao::lexicon {

/// The terms of a TBX file. `bytes` is UTF-8. Throws Error (format) with line and byte.
std::vector<Term> parse_tbx(std::string_view bytes, const std::string& name);

}  // namespace duizhao::lexicon
