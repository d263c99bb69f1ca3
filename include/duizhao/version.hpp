// The version of the library.
#pragma once

#include <string_view>

namespace duizhao {

/// The version that the library was built as, such as "0.1.0" (Semantic Versioning 2.0).
std::string_view version();

}  // namespace duizhao
