#include "report/html/names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "report/html/page.hpp"

namespace duizhao::report {

Names::Names(std::vector<std::string> names) {
  std::set<std::string> known;
  for (std::string& name : names) {
    if (known.insert(name).second) names_.push_back(std::move(name));
  }
  if (names_.empty()) return;
  std::size_t common = names_.front().size();
  for (const std::string& name : names_) {
    common =
        std::min(common, static_cast<std::size_t>(std::ranges::mismatch(names_.front(), name).in1 -
                                                  names_.front().begin()));
  }
  const std::size_t slash = names_.front().substr(0, common).rfind('/');
  folder_ = slash == std::string::npos ? 0 : slash + 1;
}

std::string Names::shown(const std::string& name) const {
  return fmt::format("<bdi title=\"{}\">{}</bdi>", html(name), html(shortened(name)));
}

std::string Names::list() const {
  std::string list;
  for (const std::string& name : names_) list += (list.empty() ? "" : " | ") + shortened(name);
  return list;
}

std::string Names::shortened(const std::string& name) const {
  return name.size() > folder_ ? name.substr(folder_) : name;
}

}  // namespace duizhao::report
