// Witnesses with the words that differ marked, and what is said of them.
#pragma once

#include <string>

#include "duizhao/compare/comparison.hpp"

namespace duizhao::report {

/// A witness's text; the words that a statement names are marked with its kind, and share the
/// statement's number in `data-l`.
std::string marked_text(const Comparison& comparison, std::size_t witness);

/// The statements that are told, a line each; nothing without any.
std::string statement_list(const Comparison& comparison);

/// What the marks of a page mean.
std::string legend();

}  // namespace duizhao::report
