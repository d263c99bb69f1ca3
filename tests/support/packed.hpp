// Archives put together in memory.
#pragma once

#include <zip.h>

#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace test {

/// A ZIP archive of entries and their bytes; with a password if it is not empty.
inline std::string packed(const std::vector<std::pair<std::string, std::string>>& entries,
                          const char* password = "") {
  zip_error_t failure;
  zip_error_init(&failure);
  zip_source_t* const all = zip_source_buffer_create(nullptr, 0, 0, &failure);
  zip_source_keep(all);  // it is read after the archive has been closed
  zip_t* const archive = zip_open_from_source(all, ZIP_CREATE | ZIP_TRUNCATE, &failure);
  if (archive == nullptr) throw std::runtime_error("no archive");
  for (const auto& [name, bytes] : entries) {
    zip_source_t* const entry = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    const auto index =
        static_cast<zip_uint64_t>(zip_file_add(archive, name.c_str(), entry, ZIP_FL_ENC_UTF_8));
    if (*password != '\0') zip_file_set_encryption(archive, index, ZIP_EM_AES_128, password);
  }
  if (zip_close(archive) != 0) throw std::runtime_error("no archive");
  zip_stat_t about;
  zip_stat_init(&about);
  zip_source_stat(all, &about);
  std::string result(about.size, '\0');
  zip_source_open(all);
  zip_source_read(all, result.data(), result.size());
  zip_source_close(all);
  zip_source_free(all);
  return result;
}

}  // namespace test
