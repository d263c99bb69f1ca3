// Options that say how a command does its work, whatever files it takes: those of the command line
// and those of a record of `batch`.
#pragma once

#include <CLI/CLI.hpp>
#include <duizhao/duizhao.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace tool {

/// How texts are cut into sentences.
struct SegmentSettings {
  std::string language = "auto";
  duizhao::SegmentOptions options;
  std::string srx;  // a path; empty for none

  void add_to(CLI::App& command);

  /// Reads the files that were named. Throws duizhao::Error, as everything of this name here.
  void load();
};

/// How texts are aligned.
struct AlignSettings {
  duizhao::AlignOptions options;
  std::vector<duizhao::Lock> locks;
  std::string lock_file;  // paths; empty for none
  std::string glossary;
  std::string srx;

  void add_to(CLI::App& command);
  void load();
};

/// What is checked.
struct CheckSettings {
  duizhao::CheckOptions options;
  std::string source_language = "auto";
  std::string target_language = "auto";
  bool pairs = false;
  std::string glossary;  // a path; empty for none
  std::string rules;
  std::vector<std::string> thresholds;

  void add_to(CLI::App& command);

  /// How texts are aligned before they are checked, once the glossary is loaded.
  duizhao::AlignOptions align_options() const {
    return {source_language, target_language, {}, options.glossary};
  }

  /// Throws CLI::ValidationError for rules and thresholds that there are not.
  void resolve();
  void load();
};

/// How words are linked.
struct WordSettings {
  std::string source_language = "auto";
  std::string target_language = "auto";
  bool tokenized = false;
  double min_probability = 0.5;

  void add_to(CLI::App& command);

  duizhao::WordAlignment link(const duizhao::WordAligner& aligner, const std::string& source,
                              const std::string& target) const;
};

}  // namespace tool
