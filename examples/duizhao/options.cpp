#include "options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstdlib>
#include <iostream>
#include <map>
#include <system_error>

#include "terminal.hpp"

namespace tool {
namespace {

const std::map<std::string, duizhao::InputFormat> kLayouts = {
    {"auto", duizhao::InputFormat::automatic},
    {"text", duizhao::InputFormat::text},
    {"markdown", duizhao::InputFormat::markdown},
    {"asciidoc", duizhao::InputFormat::asciidoc},
    {"rst", duizhao::InputFormat::restructured_text},
    {"html", duizhao::InputFormat::html},
    {"srt", duizhao::InputFormat::srt},
    {"vtt", duizhao::InputFormat::webvtt},
    {"ass", duizhao::InputFormat::ass},
    {"epub", duizhao::InputFormat::epub},
    {"docx", duizhao::InputFormat::docx},
    {"lines", duizhao::InputFormat::lines}};

std::vector<std::string> layout_names() {
  std::vector<std::string> names;
  for (const auto& [name, layout] : kLayouts) names.push_back(name);
  return names;
}

/// Errors of the library are errors of writing here.
template <typename Work>
void as_output(const Work& work) {
  try {
    work();
  } catch (const duizhao::Error& error) {
    throw OutputFailure(error.what());
  }
}

}  // namespace

void write_to_standard_output(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) {
      throw OutputFailure(duizhao::translate("standard output") + ": " +
                          duizhao::system_message(errno));
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

ResultFile::ResultFile(std::string path) : path_(std::move(path)), held_(nullptr, &std::fclose) {
  if (path_ == "-") {
    held_.reset(std::tmpfile());
    if (!held_) throw OutputFailure(duizhao::system_message(errno));
  } else {
    as_output([&] { file_.emplace(path_); });
  }
}

void ResultFile::write(std::string_view bytes) {
  if (file_) return as_output([&] { file_->write(bytes); });
  if (std::fwrite(bytes.data(), 1, bytes.size(), held_.get()) != bytes.size()) {
    throw OutputFailure(duizhao::system_message(errno));
  }
}

void ResultFile::commit() {
  if (file_) return as_output([&] { file_->commit(); });
  std::rewind(held_.get());
  std::string piece(1 << 16, '\0');
  while (true) {
    const std::size_t count = std::fread(piece.data(), 1, piece.size(), held_.get());
    if (count == 0) break;
    write_to_standard_output(std::string_view(piece).substr(0, count));
  }
}

void InputOptions::add_to(CLI::App& command) {
  command
      .add_option(
          "--input", layout,
          duizhao::translate(
              "layout of the input: auto, text, markdown, asciidoc, rst, html, srt, vtt, ass, "
              "epub, docx or lines; auto "
              "looks at the content"))
      ->type_name("LAYOUT")
      ->check(CLI::IsMember(layout_names()).description(""));
  command.add_flag("--lines", lines,
                   duizhao::translate("each line is one sentence, kept as it is; short for "
                                      "--input lines"));
  add_encoding_to(command);
}

void InputOptions::add_encoding_to(CLI::App& command) {
  command
      .add_option("--encoding", encoding,
                  duizhao::translate(
                      "encoding of the input: auto, utf-8, utf-16, gb18030, big5 or another"))
      ->type_name("ENCODING")
      ->check([](const std::string& name) {
        if (duizhao::knows_encoding(name)) return std::string();
        return fmt::format(fmt::runtime(duizhao::translate("no such encoding: {}")), name);
      });
}

duizhao::ReadOptions InputOptions::options(const std::string& language) const {
  duizhao::ReadOptions options;
  options.format = lines ? duizhao::InputFormat::lines : kLayouts.at(layout);
  options.language = language;
  options.encoding = encoding;
  return options;
}

duizhao::Document InputOptions::read(const std::string& path, const std::string& language,
                                     const duizhao::DocumentMetadata& metadata) const {
  if (path == "-") return parse(duizhao::read_standard_input(), path, language);
  duizhao::ReadOptions own = options(language);
  own.metadata = metadata;
  return duizhao::read_document(path, own);
}

duizhao::Document InputOptions::parse(std::string bytes, const std::string& name,
                                      const std::string& language) const {
  return duizhao::parse_document(std::move(bytes), name, options(language));
}

duizhao::Segments InputOptions::read_lines(const std::string& path) const {
  return duizhao::parse_segments(read_bytes(path), path, encoding);
}

std::string language_of_lines(const duizhao::Segments& lines, const std::string& path) {
  constexpr std::size_t kSample = 100;
  std::string sample;
  for (std::size_t i = 0; i < std::min(kSample, lines.size()); ++i) sample += lines[i] + '\n';
  return duizhao::parse_document(sample, path).language();
}

std::string read_bytes(const std::string& path) {
  return path == "-" ? duizhao::read_standard_input() : duizhao::read_file(path);
}

CLI::Validator is_probability() {
  return CLI::Validator(
      [](std::string& value) {
        char* end = nullptr;
        const double number = std::strtod(value.c_str(), &end);
        const bool is_number = !value.empty() && *end == '\0';
        if (is_number && number >= 0 && number <= 1) return std::string();
        return fmt::format(
            fmt::runtime(duizhao::translate("expected a number from 0 to 1, found {}")), value);
      },
      "");
}

void OutputOptions::add_to(CLI::App& command, const std::vector<std::string>& formats) {
  format = formats.front();
  command
      .add_option("-f,--format", format,
                  fmt::format(fmt::runtime(duizhao::translate("format of the result: {}; the first "
                                                              "is the default")),
                              fmt::join(formats, ", ")))
      ->type_name("FORMAT")
      ->check(CLI::IsMember(formats).description(""));
  command
      .add_option("-o,--output", path,
                  duizhao::translate("write the result to a file, whole or not at all"))
      ->type_name("FILE");
  add_notes_to(command);
}

void OutputOptions::add_bom_to(CLI::App& command) {
  command.add_flag(
      "--bom", byte_order_mark,
      duizhao::translate("begin tables (tsv, csv) with a byte-order mark, for spreadsheet "
                         "programs"));
}

void OutputOptions::add_notes_to(CLI::App& command) {
  command.add_flag("-q,--quiet", quiet, duizhao::translate("nothing on standard error but errors"));
  add_progress(command, progress_when);
}

duizhao::TextLayout OutputOptions::layout() const {
  if (!path.empty() || !is_terminal(STDOUT_FILENO)) return {};
  const char* no_color = std::getenv("NO_COLOR");
  const bool coloured = (no_color == nullptr || *no_color == '\0') && terminal_can_move();
  return {terminal_width(STDOUT_FILENO), coloured};
}

void OutputOptions::write(const std::string& result) const {
  if (path.empty() || path == "-") return write_to_standard_output(result);
  as_output([&] { duizhao::write_file(path, result); });
}

void OutputOptions::note(const std::string& message) const {
  if (!quiet) std::cerr << "duizhao: " << duizhao::printable(message) << '\n';
}

void OutputOptions::note_faults(const duizhao::Document& document) const {
  const auto explain = [](duizhao::MarkupFault fault) -> std::string {
    switch (fault) {
      case duizhao::MarkupFault::unclosed_code:
        return duizhao::translate("a block of code that never ends: what follows is read as text");
      case duizhao::MarkupFault::unclosed_front_matter:
        return duizhao::translate("front matter that never ends: it is read as text");
      case duizhao::MarkupFault::unclosed_comment:
        return duizhao::translate(
            "a comment or script that never ends: what follows is read as text");
    }
    return {};
  };
  for (const auto& [fault, offset] : document.faults()) {
    note(fmt::format("{}:{}: {}", document.name(), document.line_of(offset), explain(fault)));
  }
}

void OutputOptions::note_left_out(const std::string& file, const duizhao::UnitsRead& read) const {
  const auto say = [&](std::size_t count, const std::string& message) {
    if (count > 0) note(fmt::format(fmt::runtime(message), file, duizhao::format_number(count)));
  };
  say(read.variants,
      duizhao::translate("{}: {} segment left out: of a third language, or a second one",
                         "{}: {} segments left out: of third languages, or second ones",
                         read.variants));
  say(read.codes, duizhao::translate("{}: {} inline code left out", "{}: {} inline codes left out",
                                     read.codes));
  say(read.empty, duizhao::translate("{}: {} unit left out: no segment, or obsolete",
                                     "{}: {} units left out: no segment, or obsolete", read.empty));
}

void add_language(CLI::App& command, const std::string& name, std::string& language,
                  const std::string& help) {
  command
      .add_option(
          name, language,
          fmt::format(fmt::runtime(duizhao::translate("{}: auto, zh, en or another")), help))
      ->type_name("LANGUAGE")
      ->check([](const std::string& tag) {
        if (duizhao::knows_language(tag)) return std::string();
        return fmt::format(fmt::runtime(duizhao::translate("no such language: {}")), tag);
      });
}

void add_srx(CLI::App& command, std::string& path) {
  command
      .add_option("--srx", path,
                  duizhao::translate("segmentation rules in SRX 2.0, in place of our own"))
      ->type_name("FILE");
}

std::optional<duizhao::SrxRules> read_srx(const std::string& path) {
  if (path.empty()) return std::nullopt;
  return duizhao::SrxRules::parse(read_bytes(path), path);
}

void check_standard_input(const std::vector<std::string>& paths) {
  if (std::count(paths.begin(), paths.end(), "-") > 1) {
    throw CLI::ValidationError("-", duizhao::translate("standard input can be read only once"));
  }
}

void add_examples(CLI::App& command, const std::vector<std::string>& examples) {
  std::string footer = duizhao::translate("Examples:");
  for (const std::string& example : examples) footer += "\n  " + example;
  command.footer(footer);
}

}  // namespace tool
