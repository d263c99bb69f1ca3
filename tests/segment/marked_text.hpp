// Expected cuts, written into the text.
#pragma once

#include <duizhao/segment/segmenter.hpp>
#include <string>

namespace test {

/// Checks that `marked` without its bars is cut just where they stand; spaces beside a bar belong
/// to no sentence.
void check_cuts(const std::string& language, const std::string& marked,
                duizhao::SegmentOptions options = {});

}  // namespace test
