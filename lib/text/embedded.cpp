#include "text/embedded.hpp"

#include <charconv>
#include <stdexcept>
#include <string>
#include <utility>

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

std::map<std::string_view, std::vector<std::string_view>> sections(std::string_view file) {
  std::map<std::string_view, std::vector<std::string_view>> found;
  std::vector<std::string_view>* current = nullptr;
  for (const std::string_view entry : entries(file)) {
    if (entry.starts_with('[') && entry.ends_with(']')) {
      current = &found[entry.substr(1, entry.size() - 2)];
    } else if (current != nullptr) {
      current->push_back(entry);
    }
  }
  return found;
}

std::vector<std::string_view> section(std::string_view file, std::string_view name) {
  auto found = sections(file);
  const auto named = found.find(name);
  if (named == found.end()) throw std::logic_error("no such section: " + std::string(name));
  return std::move(named->second);
}

double number_in(std::string_view cell) {
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc{} || end != cell.data() + cell.size()) {
    throw std::logic_error("no number: " + std::string(cell));
  }
  return value;
}

}  // namespace duizhao::text
