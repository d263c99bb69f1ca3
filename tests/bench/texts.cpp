#include "texts.hpp"

#include <duizhao/file.hpp>

namespace bench {

std::string interview(const std::string& file) {
  return duizhao::read_file(std::string(DUIZHAO_INTERVIEWS) + "/" + file);
}

std::string repeated(const std::string& text, std::size_t bytes) {
  std::string longer;
  while (longer.size() < bytes) longer += text + "\n\n";
  return longer;
}

}  // namespace bench
