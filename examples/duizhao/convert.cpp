#include <fmt/format.h>

#include <memory>

#include "commands.hpp"
#include "moses.hpp"
#include "options.hpp"

namespace tool {
namespace {

using duizhao::AlignmentFormat;

/// The formats that are read, or those that are written.
std::vector<std::string> format_names(bool duizhao::FormatTraits::*wanted) {
  std::vector<std::string> names;
  for (const AlignmentFormat format : duizhao::alignment_formats()) {
    const duizhao::FormatTraits& traits = duizhao::traits_of(format);
    if (traits.*wanted) names.emplace_back(traits.name);
  }
  return names;
}

struct Convert {
  InputOptions input;
  std::string in;
  std::string out;
  std::string from;  // names of formats; empty: by suffix
  std::string to;
  std::string source;  // paths of the texts; empty for none
  std::string target;
  duizhao::ReadUnitsOptions options;
  double min_confidence = 0;
  bool list_formats = false;
  OutputOptions output;

  AlignmentFormat format(const std::string& name, const std::string& path,
                         const char* option) const {
    const auto found =
        name.empty() ? duizhao::format_of(path) : duizhao::parse_alignment_format(name);
    if (found) return *found;
    throw CLI::ValidationError(
        option, fmt::format(fmt::runtime(duizhao::translate("the suffix of {} names no format: "
                                                            "beads, ladder, tmx or another")),
                            path));
  }

  /// A file whose reading shows as progress.
  duizhao::ByteSource watched(const std::string& path) const {
    const auto progress = std::make_shared<Progress>(
        output.progress(), duizhao::translate("converting"), size_of(path), WorkUnit::bytes);
    return [progress, source = duizhao::file_source(path)] {
      const std::string_view piece = source();
      progress->advance(piece.size());
      return piece;
    };
  }

  duizhao::UnitsRead read(AlignmentFormat format, const duizhao::UnitSink& sink) const {
    if (format != AlignmentFormat::moses) {
      return duizhao::read_units(format, watched(in), in, options, sink);
    }
    duizhao::ReadUnitsOptions moses = options;
    if (moses.source_language == "auto") moses.source_language = "zh";
    if (moses.target_language == "auto") moses.target_language = "en";
    const std::string source_path = in + '.' + moses.source_language;
    const std::string target_path = in + '.' + moses.target_language;
    return duizhao::read_moses({watched(source_path), source_path},
                               {duizhao::file_source(target_path), target_path}, moses, sink);
  }

  /// Formats without text need the texts; but what is malformed is said first.
  void check_texts(AlignmentFormat from_format, AlignmentFormat to_format) const {
    const bool needs_text =
        !duizhao::traits_of(from_format).text && duizhao::traits_of(to_format).text;
    if (!needs_text || options.source != nullptr) return;
    if (in != "-") read(from_format, [](const duizhao::TranslationUnit&) {});
    throw CLI::ValidationError(
        "--source", fmt::format(fmt::runtime(duizhao::translate(
                                    "{} holds no text: --source and --target must name the texts")),
                                duizhao::traits_of(from_format).name));
  }

  void report(const duizhao::Losses& losses, const duizhao::UnitsRead& found, std::size_t doubtful,
              AlignmentFormat to_format) const {
    std::string lost;
    for (const auto& [loss, count] : losses.counts()) {
      if (!lost.empty()) lost += duizhao::translate(", ");
      lost += fmt::format(fmt::runtime(duizhao::translate("{} ({} unit)", "{} ({} units)", count)),
                          duizhao::message_of(loss), duizhao::format_number(count));
    }
    if (!lost.empty()) {
      output.note(fmt::format(fmt::runtime(duizhao::translate("{}: {} cannot hold: {}")), out,
                              duizhao::traits_of(to_format).name, lost));
    }
    output.note_left_out(in, found);
    if (doubtful > 0) {
      output.note(fmt::format(
          fmt::runtime(duizhao::translate("{}: {} unit below confidence {} left out",
                                          "{}: {} units below confidence {} left out", doubtful)),
          out, duizhao::format_number(doubtful), min_confidence));
    }
  }

  int run() {
    const AlignmentFormat from_format = format(from, in, "--from");
    const AlignmentFormat to_format = format(to, out, "--to");
    duizhao::SegmentedDocument documents[2];
    if (!source.empty()) {
      const duizhao::Segmenter segmenter;
      documents[0] = segmenter.segment(input.read(source, options.source_language));
      documents[1] = segmenter.segment(input.read(target, options.target_language));
      options.source = &documents[0];
      options.target = &documents[1];
    }
    if (!duizhao::traits_of(to_format).written) {
      throw CLI::ValidationError(
          "--to", fmt::format(fmt::runtime(duizhao::translate("{} is only read, not written")),
                              duizhao::traits_of(to_format).name));
    }
    check_texts(from_format, to_format);
    if (to_format == AlignmentFormat::moses && out == "-") {
      throw CLI::ValidationError("--to",
                                 duizhao::translate("moses needs a prefix: it has two files"));
    }
    if (to_format == AlignmentFormat::ladder && min_confidence > 0) {
      throw CLI::ValidationError("--min-confidence",
                                 duizhao::translate("a ladder holds all sentences"));
    }

    duizhao::Losses losses(to_format);
    std::size_t doubtful = 0;
    duizhao::UnitsRead found;
    const auto convert = [&](const std::function<void(const duizhao::TranslationUnit&)>& write) {
      found = read(from_format, [&](const duizhao::TranslationUnit& unit) {
        if (unit.confidence < min_confidence) {
          ++doubtful;
          return;
        }
        losses.add(unit);
        write(unit);
      });
    };
    if (to_format == AlignmentFormat::moses) {
      MosesFiles files(out, options.source_language, options.target_language);
      convert([&](const duizhao::TranslationUnit& unit) { files.write(unit); });
      files.commit();
    } else {
      ResultFile file(out);
      const auto writer = duizhao::unit_writer(
          to_format, [&](std::string_view bytes) { file.write(bytes); },
          {source.empty() ? in : source, target.empty() ? in : target, output.byte_order_mark});
      convert([&](const duizhao::TranslationUnit& unit) { writer->write(unit); });
      writer->finish();
      file.commit();
    }
    report(losses, found, doubtful, to_format);
    return 0;
  }

  /// What each format keeps, as a table.
  int show_formats() const {
    using Traits = duizhao::FormatTraits;
    using duizhao::translatable;
    static const std::vector<std::pair<const char*, bool Traits::*>> kColumns = {
        {translatable("read"), &Traits::read},
        {translatable("written"), &Traits::written},
        {translatable("text"), &Traits::text},
        {"n:m", &Traits::sentences},
        {translatable("ends"), &Traits::ends},
        {translatable("order"), &Traits::order},
        {translatable("score"), &Traits::scores},
        {translatable("confidence"), &Traits::confidences},
        {translatable("locks"), &Traits::locks},
        {translatable("places"), &Traits::places},
        {translatable("notes"), &Traits::notes},
        {translatable("languages"), &Traits::languages}};
    std::vector<std::vector<std::string>> rows = {{duizhao::translate("format")}};
    for (const auto& [name, keeps] : kColumns) rows[0].push_back(duizhao::translate(name));
    for (const AlignmentFormat format : duizhao::alignment_formats()) {
      const Traits& traits = duizhao::traits_of(format);
      rows.push_back({std::string(traits.name)});
      for (const auto& [name, keeps] : kColumns) {
        rows.back().push_back(traits.*keeps ? duizhao::translate("yes") : "-");
      }
    }
    const std::string table = duizhao::text_table(rows);
    output.write(table);
    return 0;
  }
};

}  // namespace

void add_convert(CLI::App& tool, Action& chosen) {
  const auto convert = std::make_shared<Convert>();
  CLI::App& command =
      add_command(tool, "convert", duizhao::translate("turn an alignment into another format"));
  command.add_option("in", convert->in, duizhao::translate("the alignment; - is standard input"))
      ->type_name("IN");
  command.add_option("out", convert->out, duizhao::translate("the result; - is standard output"))
      ->type_name("OUT");
  const auto add_format = [&](const char* name, std::string& value, const char* help,
                              const std::vector<std::string>& names) {
    command
        .add_option(name, value,
                    fmt::format(fmt::runtime(duizhao::translate(help)), fmt::join(names, ", ")))
        ->type_name("FORMAT")
        ->check(CLI::IsMember(names).description(""));
  };
  add_format("--from", convert->from,
             duizhao::translatable("format of IN, if its suffix does not tell: {}"),
             format_names(&duizhao::FormatTraits::read));
  add_format("--to", convert->to,
             duizhao::translatable("format of OUT, if its suffix does not tell: {}"),
             format_names(&duizhao::FormatTraits::written));
  command
      .add_option("--source", convert->source,
                  duizhao::translate("the source text, for formats that hold no text"))
      ->type_name("FILE");
  command
      .add_option("--target", convert->target,
                  duizhao::translate("the target text, for formats that hold no text"))
      ->type_name("FILE");
  add_language(command, "--source-language", convert->options.source_language,
               duizhao::translate("language of the source"));
  add_language(command, "--target-language", convert->options.target_language,
               duizhao::translate("language of the target"));
  command
      .add_option("--min-confidence", convert->min_confidence,
                  duizhao::translate("leave units below this confidence out"))
      ->check(is_probability())
      ->type_name("P");
  command.add_flag("--list-formats", convert->list_formats,
                   duizhao::translate("show what each format keeps, and end"));
  convert->input.add_to(command);
  convert->output.add_bom_to(command);
  convert->output.add_notes_to(command);
  add_examples(
      command,
      {"duizhao convert alignment.jsonl memory.tmx", "duizhao convert memory.tmx table.tsv",
       "duizhao convert --source zh.txt --target en.txt alignment.beads memory.xlf",
       "duizhao convert --to moses memory.tmx corpus", "duizhao convert --list-formats"});
  command.callback([convert, &chosen] {
    if (!convert->list_formats && (convert->in.empty() || convert->out.empty())) {
      throw CLI::ValidationError("convert", duizhao::translate("IN and OUT are required"));
    }
    if (convert->source.empty() != convert->target.empty()) {
      throw CLI::ValidationError("--source",
                                 duizhao::translate("--source and --target go together"));
    }
    check_standard_input({convert->in, convert->source, convert->target});
    chosen = [convert] { return convert->list_formats ? convert->show_formats() : convert->run(); };
  });
}

}  // namespace tool
