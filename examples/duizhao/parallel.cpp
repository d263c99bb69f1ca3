#include "parallel.hpp"

#include <duizhao/messages.hpp>

namespace tool {

void add_jobs(CLI::App& command, std::size_t& jobs) {
  constexpr std::size_t kMost = 1024;
  command
      .add_option("-j,--jobs", jobs,
                  duizhao::translate("files worked on at once; all cores if not given. The result "
                                     "never depends on it"))
      ->type_name("N")
      ->check(CLI::Range(std::size_t{1}, kMost).description(""));
}

}  // namespace tool
