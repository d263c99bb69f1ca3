// The two files of Moses.
#pragma once

#include <duizhao/duizhao.hpp>
#include <memory>
#include <string>
#include <vector>

#include "options.hpp"

namespace tool {

/// PREFIX.zh and PREFIX.en, by the languages of the options or else of the units; written whole or
/// not at all.
class MosesFiles {
 public:
  /// Languages are codes, or "auto".
  MosesFiles(std::string prefix, std::string source_language, std::string target_language);

  /// Throws CLI::ValidationError if both files would have the same name.
  void write(const duizhao::TranslationUnit& unit);
  void commit();

 private:
  void open();

  std::string prefix_;
  std::string source_language_;
  std::string target_language_;
  std::vector<duizhao::TranslationUnit> waiting_;  // for the languages
  std::unique_ptr<ResultFile> source_;
  std::unique_ptr<ResultFile> target_;
  std::unique_ptr<duizhao::UnitWriter> writer_;
};

}  // namespace tool
