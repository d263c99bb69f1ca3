#include "check/engine/confidence.hpp"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <stdexcept>
#include <string>

#include "duizhao/check/rules.hpp"
#include "text/embedded.hpp"
#include "text/split.hpp"

namespace duizhao::check {
namespace {

using Weights = std::map<std::string_view, double>;  // of kinds and signs

Weights weights_of(std::string_view rule) {
  Weights weights;
  for (const std::string_view row : text::section(text::kFindingModel, rule)) {
    const auto cells = text::split(row, '\t');
    weights.emplace(cells.at(0), text::number_in(cells.at(1)));
  }
  return weights;
}

const std::map<std::string_view, Weights>& model() {
  static const auto kModel = [] {
    std::map<std::string_view, Weights> all;
    for (const RuleDescription& rule : rules()) all.emplace(rule.name, weights_of(rule.name));
    return all;
  }();
  return kModel;
}

}  // namespace

double probability_of(std::string_view rule, std::string_view kind,
                      const std::vector<FindingSign>& signs) {
  const Weights& weights = model().at(rule);
  const auto weight = [&](std::string_view name) {
    const auto found = weights.find(name);
    if (found == weights.end()) {
      throw std::logic_error(fmt::format("the model of {} has no \"{}\"", rule, name));
    }
    return found->second;
  };
  double z = weight(kind);
  for (const FindingSign& sign : signs) z += sign.value * weight(sign.name);
  return 1 / (1 + std::exp(-z));
}

}  // namespace duizhao::check
