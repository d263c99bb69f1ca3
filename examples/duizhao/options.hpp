// Options that several commands share.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdio>
#include <duizhao/duizhao.hpp>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "progress.hpp"

namespace tool {

/// How inputs are read.
struct InputOptions {
  std::string layout = "auto";
  bool lines = false;
  std::string encoding = "auto";

  void add_to(CLI::App& command);
  void add_encoding_to(CLI::App& command);

  /// What the library takes of it.
  duizhao::ReadOptions options(const std::string& language) const;

  /// Reads a document; `-` is standard input. `language` is "auto" or a language code, `metadata`
  /// what is known of the document.
  duizhao::Document read(const std::string& path, const std::string& language,
                         const duizhao::DocumentMetadata& metadata = {}) const;

  /// The same of bytes in memory; `name` stands for the path.
  duizhao::Document parse(std::string bytes, const std::string& name,
                          const std::string& language) const;

  /// Reads a file of a text a line, in the encoding that was asked for.
  duizhao::Segments read_lines(const std::string& path) const;
};

/// Where results go and how.
struct OutputOptions {
  std::string format;
  std::string path;  ///< empty: standard output
  bool quiet = false;
  std::string progress_when = "auto";
  bool byte_order_mark = false;

  /// The first of `formats` is the default.
  void add_to(CLI::App& command, const std::vector<std::string>& formats);

  /// Adds --bom, for commands that write tables.
  void add_bom_to(CLI::App& command);

  /// The layout of text: the terminal's width and colours, if the result goes to one.
  duizhao::TextLayout layout() const;

  /// Writes a result, whole or not at all. Throws OutputFailure.
  void write(const std::string& result) const;

  /// Says something on standard error, unless --quiet.
  void note(const std::string& message) const;

  /// Says what is wrong with the markup of a text, and where.
  void note_faults(const duizhao::Document& document) const;

  /// Says what of a file of units was left out.
  void note_left_out(const std::string& file, const duizhao::UnitsRead& read) const;

  /// Whether progress is shown.
  ShownProgress progress() const {
    return quiet ? ShownProgress::none : shown_progress(progress_when);
  }

  /// Adds --quiet and --progress, which `add_to` does as well.
  void add_notes_to(CLI::App& command);
};

/// A result could not be written.
struct OutputFailure : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Writes to standard output. Throws OutputFailure.
void write_to_standard_output(std::string_view bytes);

/// A result that is written piece by piece: a file, whole or not at all, or standard output for
/// `-`, which gets nothing before all is there. Throws OutputFailure.
class ResultFile {
 public:
  explicit ResultFile(std::string path);

  void write(std::string_view bytes);
  void commit();

 private:
  std::string path_;
  std::optional<duizhao::OutputFile> file_;               // nothing for standard output:
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> held_;  // what waits for it
};

/// The language of the first hundred lines of a file; empty where they have no letters.
std::string language_of_lines(const duizhao::Segments& lines, const std::string& path);

/// The bytes of a file; `-` is standard input.
std::string read_bytes(const std::string& path);

/// Lets numbers from 0 to 1 pass.
CLI::Validator is_probability();

/// Adds an option for a language.
void add_language(CLI::App& command, const std::string& name, std::string& language,
                  const std::string& help);

/// Adds the option --srx, a path.
void add_srx(CLI::App& command, std::string& path);

/// The rules of a file in SRX; nothing for an empty path.
std::optional<duizhao::SrxRules> read_srx(const std::string& path);

/// Throws CLI::ValidationError if more than one of the paths is standard input.
void check_standard_input(const std::vector<std::string>& paths);

/// Makes errors of the library wrong usage of an option.
template <typename Work>
void as_usage(const std::string& option, const Work& work) {
  try {
    work();
  } catch (const duizhao::Error& error) {
    throw CLI::ValidationError(option, error.what());
  }
}

/// Adds examples to a command's help.
void add_examples(CLI::App& command, const std::vector<std::string>& examples);

}  // namespace tool
