#include "io/metadata.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

namespace duizhao::io {
namespace {

void take_number(std::string_view text, double& number) {
  double value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = failure == std::errc() && end == text.data() + text.size();
  if (whole && std::isfinite(value)) number = value;
}

}  // namespace

std::vector<std::pair<std::string_view, std::string>> metadata_of(const TranslationUnit& unit) {
  std::vector<std::pair<std::string_view, std::string>> list;
  const auto add_unless = [&](std::string_view usual, std::string_view name, std::string value) {
    if (value != usual) list.emplace_back(name, std::move(value));
  };
  add_unless("1.0000", "confidence", fmt::format("{:.4f}", unit.confidence));
  add_unless("0.000", "score", fmt::format("{:.3f}", unit.score));
  if (unit.locked) list.emplace_back("locked", "yes");
  add_unless("", "source", describe(unit.source));
  add_unless("", "target", describe(unit.target));
  return list;
}

std::string_view value_of(const std::map<std::string, std::string>& metadata,
                          const std::string& name) {
  const auto found = metadata.find(name);
  return found == metadata.end() ? std::string_view() : std::string_view(found->second);
}

void set_metadata(const std::map<std::string, std::string>& metadata, TranslationUnit& unit) {
  take_number(value_of(metadata, "confidence"), unit.confidence);
  take_number(value_of(metadata, "score"), unit.score);
  unit.locked = value_of(metadata, "locked") == "yes";
}

}  // namespace duizhao::io
