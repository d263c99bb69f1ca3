// Where clauses end.
#pragma once

#include <string_view>

namespace duizhao::compare {

/// Whether a token is a mark behind which a clause may begin: a comma, a colon, a stop, a dash;
/// quotation marks are not.
bool ends_clause(std::string_view token);

}  // namespace duizhao::compare
