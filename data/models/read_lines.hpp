// The lines of a file.
#pragma once

#include <algorithm>
#include <duizhao/text/file.hpp>
#include <filesystem>
#include <string>
#include <vector>

namespace training {

/// Without their line feeds. Throws duizhao::Error (io).
inline std::vector<std::string> read_lines(const std::filesystem::path& path) {
  std::vector<std::string> lines;
  const std::string bytes = duizhao::read_file(path);
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    lines.push_back(bytes.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

}  // namespace training
