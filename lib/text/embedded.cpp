#include "text/embedded.hpp"

#include <stdexcept>
#include <string>

namespace duizhao::text {

std::vector<std::string_view> entries(std::string_view file) {
  std::vector<std::string_view> lines;
  while (!file.empty()) {
    const std::size_t end = file.find('\n');
    const std::string_view line = file.substr(0, end);
    if (!line.empty() && !line.starts_with('#')) lines.push_back(line);
    file.remove_prefix(end == std::string_view::npos ? file.size() : end + 1);
  }
  return lines;
}

std::vector<std::string_view> section(std::string_view file, std::string_view name) {
  std::vector<std::string_view> found;
  bool inside = false;
  bool known = false;
  for (const std::string_view entry : entries(file)) {
    const bool heads = entry.starts_with('[') && entry.ends_with(']');
    if (heads) inside = entry.substr(1, entry.size() - 2) == name;
    known = known || inside;
    if (inside && !heads) found.push_back(entry);
  }
  if (!known) throw std::logic_error("no such section: " + std::string(name));
  return found;
}

}  // namespace duizhao::text
