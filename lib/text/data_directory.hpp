// Where the data that ships with the library lies.
#pragma once

#include <filesystem>
#include <string_view>

namespace duizhao::text {

/// The path of a data file, such as "lexicon/zh-en.lexicon": in share/duizhao beside or above the
/// folder of the shared library that this code is in or of the running program, else in the tree
/// that `header`, a public header as the compiler named it, belongs to: <prefix>/share/duizhao of
/// an installation, <sources>/data of the sources. Throws Error (io), naming the places where it is
/// not.
std::filesystem::path find_data_file(std::string_view name, const std::filesystem::path& header);

}  // namespace duizhao::text
