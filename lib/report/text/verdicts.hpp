// Verdicts on quotes, for people.
#pragma once

#include <string>

#include "duizhao/trace/tracer.hpp"

namespace duizhao::report {

std::string message_of(QuoteStatus status);
std::string message_of(QuoteWording wording);

}  // namespace duizhao::report
