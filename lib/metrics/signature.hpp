// What scores are published with.
#pragma once

#include <cstddef>
#include <string>

namespace duizhao::metrics {

/// The version of sacrebleu whose definitions these metrics follow.
inline constexpr const char* kSacrebleuVersion = "2.6.0";

/// `NAME|nrefs:1|SETTINGS|version:2.6.0`.
inline std::string signature(const std::string& name, std::size_t references,
                             const std::string& settings) {
  return name + "|nrefs:" + std::to_string(references) + '|' + settings +
         "|version:" + kSacrebleuVersion;
}

inline const char* yes_or_no(bool value) { return value ? "yes" : "no"; }

}  // namespace duizhao::metrics
