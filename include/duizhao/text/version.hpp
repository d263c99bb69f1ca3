// The version of the library.
#pragma once

#include <string_view>

#include "duizhao/text/export.hpp"

namespace duizhao {

/// The version that the library was built as, such as "0.1.0" (Semantic Versioning 2.0).
DUIZHAO_EXPORT std::string_view version();

}  // namespace duizhao
