#include "support/golden.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <duizhao/text/file.hpp>

namespace test {

void check_golden(const std::string& name, const std::string& text) {
  const std::string path = std::string(DUIZHAO_SOURCE_FOLDER "/tests/golden/") + name;
  if (std::getenv("DUIZHAO_UPDATE_GOLDEN") != nullptr) duizhao::write_file(path, text);
  INFO(path);
  CHECK(duizhao::read_file(path) == text);
}

}  // namespace test
