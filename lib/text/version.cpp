#include "duizhao/text/version.hpp"

namespace duizhao {

std::string_view version() { return DUIZHAO_VERSION; }

}  // namespace duizhao
