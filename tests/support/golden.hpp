// Files that hold what a person should read.
#pragma once

#include <string>

namespace test {

/// Checks that `text` is what tests/golden/`name` holds. With the environment variable
/// DUIZHAO_UPDATE_GOLDEN set, writes it there instead: read the difference before you commit it.
void check_golden(const std::string& name, const std::string& text);

}  // namespace test
