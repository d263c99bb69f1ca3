#include "text/data_directory.hpp"

#include <dlfcn.h>
#include <fmt/format.h>

#include <string>
#include <vector>

#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"

namespace duizhao::text {
namespace {

/// The file that this code was loaded from, if it is a shared library; for programs the loader only
/// knows what they were called as.
std::filesystem::path own_module() {
  Dl_info info{};
  if (::dladdr(reinterpret_cast<const void*>(&find_data_file), &info) == 0 || !info.dli_fname) {
    return {};
  }
  std::error_code failure;
  const std::filesystem::path module = info.dli_fname;
  return module.is_absolute() ? std::filesystem::canonical(module, failure) : "";
}

std::filesystem::path running_program() {
  std::error_code failure;
  return std::filesystem::read_symlink("/proc/self/exe", failure);
}

}  // namespace

std::filesystem::path find_data_file(std::string_view name, const std::filesystem::path& header) {
  // <prefix>/bin, <prefix>/lib and <prefix>/lib/<architecture> all lie beside or below
  // <prefix>/share.
  constexpr int kLevelsUp = 3;
  std::vector<std::filesystem::path> folders;
  for (const std::filesystem::path& module : {own_module(), running_program()}) {
    std::filesystem::path prefix = module.parent_path();
    for (int level = 0; level < kLevelsUp && prefix.has_relative_path(); ++level) {
      prefix = prefix.parent_path();
      folders.push_back(prefix / "share" / "duizhao");
    }
  }
  // <prefix>/include/duizhao/lexicon.hpp
  if (const std::filesystem::path tree = header.parent_path().parent_path().parent_path();
      !tree.empty()) {
    folders.push_back(tree / "share" / "duizhao");
    folders.push_back(tree / "data");
  }
  std::string tried;
  for (const std::filesystem::path& folder : folders) {
    std::error_code failure;
    if (std::filesystem::is_regular_file(folder / name, failure)) return folder / name;
    if (tried.find(folder.string()) == std::string::npos) {
      tried += (tried.empty() ? "" : ", ") + folder.string();
    }
  }
  throw Error(ErrorCode::io, {std::string(name), {}, {}},
              fmt::format(fmt::runtime(translate("expected in one of {}")), tried));
}

}  // namespace duizhao::text
