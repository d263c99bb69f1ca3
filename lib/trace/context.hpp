// What the other quotes of a text say about one.
#pragma once

#include <vector>

#include "duizhao/trace/tracer.hpp"

namespace duizhao::trace {

/// Changes the confidences of matches, by log-odds, where a quote that stands near in the text is
/// surely taken from near the same passage, and by whether the passage stands in the turns of the
/// speaker who is quoted throughout; sorts matches anew. The order of the quotes is that of the
/// text.
void weigh_context(std::vector<Trace>& traces);

}  // namespace duizhao::trace
