// What a finding says, from its rule's template and its arguments.
#pragma once

#include <string>
#include <string_view>

#include "duizhao/check/findings.hpp"

namespace duizhao::check {

/// The template of a finding's message, in English; empty where its rule has no message of its
/// kind.
std::string_view template_of(const Finding& finding);

/// A template, perhaps translated, with the finding's arguments in its places, in the syntax of
/// fmt.
std::string filled(std::string_view pattern, const Finding& finding);

}  // namespace duizhao::check
