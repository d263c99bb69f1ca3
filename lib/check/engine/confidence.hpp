// How likely a finding is true.
#pragma once

#include <string_view>
#include <vector>

#include "duizhao/check/findings.hpp"

namespace duizhao::check {

/// The probability that a careful reader would call a finding true: a logistic regression over its
/// kind and its signs, with the numbers of data/models/findings.tsv. Throws std::logic_error for a
/// rule, a kind or a sign that the model does not have.
double probability_of(std::string_view rule, std::string_view kind,
                      const std::vector<FindingSign>& signs);

}  // namespace duizhao::check
