#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "commands.hpp"
#include "options.hpp"
#include "parallel.hpp"
#include "settings.hpp"

namespace tool {
namespace {

struct Words {
  InputOptions input;
  OutputOptions output;
  std::size_t jobs = 0;
  std::string source_file;
  std::string target_file;
  WordSettings settings;

  /// The language as given, or that of the first lines; of lines without letters any will do.
  static std::string language_of(const std::string& given, const duizhao::Segments& lines,
                                 const std::string& path) {
    if (given != "auto") return given;
    const std::string language = language_of_lines(lines, path);
    return language.empty() ? "en" : language;
  }

  void check_length(const duizhao::Segments& sources, const duizhao::Segments& targets) const {
    if (sources.size() == targets.size()) return;
    const std::size_t line = std::min(sources.size(), targets.size()) + 1;
    const bool source_ends = sources.size() < targets.size();
    throw duizhao::Error(
        duizhao::ErrorCode::content, {source_ends ? source_file : target_file, line, {}},
        fmt::format(
            fmt::runtime(duizhao::translate("expected as many lines as {} has: {}, found {}")),
            source_ends ? target_file : source_file, std::max(sources.size(), targets.size()),
            std::min(sources.size(), targets.size())));
  }

  /// Whether a line can be linked with anything.
  bool fits(const duizhao::WordAligner& aligner, const std::string& source) const {
    try {
      settings.link(aligner, source, "");
      return true;
    } catch (const duizhao::Error&) {
      return false;
    }
  }

  /// Links a line's words. Errors name the file and the line.
  duizhao::WordAlignment align(const duizhao::WordAligner& aligner, const std::string& source,
                               const std::string& target, std::size_t line) const {
    try {
      return settings.link(aligner, source, target);
    } catch (const duizhao::Error& error) {
      const std::string& file = fits(aligner, source) ? target_file : source_file;
      throw duizhao::Error(error.code(), {file, line, {}}, error.what());
    }
  }

  int run() const {
    const duizhao::Segments sources = input.read_lines(source_file);
    const duizhao::Segments targets = input.read_lines(target_file);
    check_length(sources, targets);
    const std::string own = language_of(settings.source_language, sources, source_file);
    const std::string other = language_of(settings.target_language, targets, target_file);
    const duizhao::WordAligner aligner(duizhao::Lexicon::load_default(), own, other);
    constexpr std::size_t kPart = 200;  // lines
    std::vector<std::string> parts((sources.size() + kPart - 1) / kPart);
    Progress progress(output.progress(), duizhao::translate("linking words"), sources.size(),
                      WorkUnit::things);
    parallel_for(parts.size(), jobs, [&](std::size_t part) {
      const std::size_t end = std::min(sources.size(), (part + 1) * kPart);
      for (std::size_t i = part * kPart; i < end; ++i) {
        const duizhao::WordAlignment alignment = align(aligner, sources[i], targets[i], i + 1);
        if (output.format == "jsonl") {
          parts[part] += duizhao::to_jsonl(alignment);
        } else if (output.format == "pharaoh") {
          parts[part] += duizhao::to_pharaoh(alignment);
        } else {
          parts[part] += fmt::format("{}\n", i + 1) +
                         duizhao::text_report(alignment, own, other, output.layout()) + '\n';
        }
      }
      progress.advance(end - part * kPart);
    });
    std::string result;
    for (const std::string& part : parts) result += part;
    output.write(result);
    return 0;
  }
};

}  // namespace

void add_words(CLI::App& tool, Action& chosen) {
  const auto words = std::make_shared<Words>();
  CLI::App& command = add_command(
      tool, "words",
      duizhao::translate("which word renders which, line by line: each line is a pair"));
  command.add_option("source", words->source_file, duizhao::translate("the source, a text a line"))
      ->required()
      ->type_name("SOURCE");
  command.add_option("target", words->target_file, duizhao::translate("the target, as many lines"))
      ->required()
      ->type_name("TARGET");
  words->settings.add_to(command);
  command.add_flag(
      "--lines", words->input.lines,
      duizhao::translate("each line is a text of its own: what this command always does"));
  words->input.add_encoding_to(command);
  words->output.add_to(command, {"text", "pharaoh", "jsonl"});
  add_jobs(command, words->jobs);
  add_examples(command, {"duizhao words zh.txt en.txt",
                         "duizhao words --tokenized --format pharaoh zh.tok en.tok -o links",
                         "duizhao words --format jsonl one.en.txt other.en.txt"});
  command.callback([words, &chosen] {
    check_standard_input({words->source_file, words->target_file});
    chosen = [words] { return words->run(); };
  });
}

}  // namespace tool
