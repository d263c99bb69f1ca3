#include "text/embedded.hpp"

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

}  // namespace duizhao::text
