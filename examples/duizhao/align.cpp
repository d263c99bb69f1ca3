#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "commands.hpp"
#include "moses.hpp"
#include "options.hpp"
#include "parallel.hpp"
#include "settings.hpp"

namespace tool {
namespace {

struct Align {
  InputOptions input;
  OutputOptions output;
  std::size_t jobs = 0;
  AlignSettings settings;
  std::string source;
  std::vector<std::string> targets;
  bool explain = false;
  bool strict_coverage = false;
  double min_confidence = 0;

  bool several() const { return targets.size() > 1; }

  /// An alignment and what was asked for beside it.
  struct Result {
    duizhao::Alignment alignment;
    std::vector<duizhao::Explanation> explanations;
  };

  /// Of a book: the name of the source's file.
  std::string title() const { return std::filesystem::path(source).stem().string(); }

  std::string render(const Result& result) const {
    const duizhao::Alignment& alignment = result.alignment;
    if (output.format == "jsonl") {
      return duizhao::to_jsonl(alignment, {several(), result.explanations});
    }
    if (output.format == "book") return duizhao::to_book(alignment, title());
    if (output.format == "epub") return duizhao::to_epub(alignment, title());
    if (const auto format = duizhao::parse_alignment_format(output.format)) {
      return duizhao::to_format(alignment, *format, output.byte_order_mark);
    }
    const std::string head = several() ? "== " + alignment.target().document().name() + "\n\n" : "";
    return head +
           duizhao::text_report(alignment, output.layout(), {min_confidence, result.explanations});
  }

  std::string render(const std::vector<Result>& results) const {
    if (output.format == "html") {
      std::vector<duizhao::AlignmentPagePart> parts;
      for (const Result& result : results) parts.push_back({result.alignment, result.explanations});
      return duizhao::to_html(parts, min_confidence);
    }
    std::string rendered;
    for (const Result& result : results) {
      if (!rendered.empty() && output.format == "text") rendered += '\n';
      rendered += render(result);
    }
    return rendered;
  }

  /// 27 beads: 20 1:1, 6 1:2, 1 1:3
  void summarise(const duizhao::Alignment& alignment) const {
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> types;
    std::size_t doubtful = 0;
    std::size_t moved = 0;
    for (const duizhao::Bead& bead : alignment.beads()) {
      ++types[{bead.source.size(), bead.target.size()}];
      doubtful += bead.confidence < min_confidence;
      moved += !bead.moved.empty();
    }
    std::string counts;
    for (const auto& [type, count] : types) {
      counts +=
          fmt::format("{}{} {}:{}", counts.empty() ? "" : ", ", count, type.first, type.second);
    }
    const std::size_t count = alignment.beads().size();
    std::string line = fmt::format(fmt::runtime(duizhao::translate("{} bead", "{} beads", count)),
                                   duizhao::format_number(count));
    if (!counts.empty()) line += duizhao::translate(": ") + counts;
    if (moved > 0) {
      line += fmt::format(fmt::runtime(duizhao::translate("; {} moved")), moved);
    }
    if (doubtful > 0) {
      line += fmt::format(fmt::runtime(duizhao::translate("; {} below confidence {}")), doubtful,
                          min_confidence);
    }
    output.note(alignment.target().document().name() + ": " + line);
    output.note(duizhao::coverage_line(alignment));
  }

  /// Says what speaks against the texts being translations of each other, and what they lack.
  void warn(const duizhao::Alignment& alignment) const {
    const duizhao::Document& from = alignment.source().document();
    const duizhao::Document& to = alignment.target().document();
    const auto note = [&](const std::string& message) { output.note(to.name() + ": " + message); };
    for (const duizhao::SegmentedDocument* side : {&alignment.source(), &alignment.target()}) {
      if (repeats_itself(*side)) {
        output.note(side->document().name() + ": " +
                    duizhao::translate("most sentences say the same, or nothing: what belongs "
                                       "together cannot be told"));
      }
    }
    const bool named =
        settings.options.source_language != "auto" && settings.options.target_language != "auto";
    const std::string language = language_of(alignment, &duizhao::Bead::source);
    if (!named && !language.empty() && language == language_of(alignment, &duizhao::Bead::target)) {
      note(from.bytes() == to.bytes()
               ? duizhao::translate("aligned with itself: only one language was found in it")
               : fmt::format(fmt::runtime(duizhao::translate("in the same language as {} ({})")),
                             from.name(), language));
    }
    const duizhao::AlignmentCoverage coverage = duizhao::coverage_of(alignment);
    for (const auto& [document, side] :
         {std::pair(&from, &coverage.source), std::pair(&to, &coverage.target)}) {
      if (output.format == "text" || !side->lacks_prose()) continue;
      output.note(duizhao::coverage_line(alignment));
      break;
    }

    constexpr double kLeast = 0.5;
    const double share = alignment.correspondence();
    if (share >= kLeast) return;
    note(fmt::format(
        fmt::runtime(duizhao::translate("hardly a translation of {}: {:.0f} % of the sentences "
                                        "correspond")),
        from.name(), 100 * share));
  }

  /// The language of most sentences in the beads of one side.
  static std::string language_of(const duizhao::Alignment& alignment,
                                 std::vector<std::size_t> duizhao::Bead::*side) {
    const duizhao::SegmentedDocument& document =
        side == &duizhao::Bead::source ? alignment.source() : alignment.target();
    std::map<std::string, std::size_t> sentences;
    for (const duizhao::Bead& bead : alignment.beads()) {
      for (const std::size_t index : bead.*side) ++sentences[document.block(index).language];
    }
    std::string language;
    std::size_t most = 0;
    for (const auto& [name, count] : sentences) {
      if (count > most) language = name;
      most = std::max(most, count);
    }
    return language;
  }

  /// Whether most sentences of a long text are copies of others, as empty lines are.
  static bool repeats_itself(const duizhao::SegmentedDocument& document) {
    constexpr std::size_t kFewest = 20;  // sentences
    if (document.size() < kFewest) return false;
    std::set<std::string> different;
    for (std::size_t i = 0; i < document.size(); ++i) {
      different.insert(document.text(i));
      if (2 * different.size() > document.size()) return false;
    }
    return true;
  }

  /// Whether `--strict-coverage` fails.
  bool lacks_prose(const std::vector<Result>& results) const {
    return strict_coverage && std::any_of(results.begin(), results.end(), [](const Result& result) {
             const duizhao::AlignmentCoverage coverage = duizhao::coverage_of(result.alignment);
             return coverage.source.lacks_prose() || coverage.target.lacks_prose();
           });
  }

  void write_moses(const duizhao::Alignment& alignment) const {
    MosesFiles files(output.path, settings.options.source_language,
                     settings.options.target_language);
    duizhao::visit_units(alignment,
                         [&](const duizhao::TranslationUnit& unit) { files.write(unit); });
    files.commit();
  }

  /// Formats for translators, who want no doubtful units.
  bool leaves_out() const {
    return output.format == "tmx" || output.format == "xliff" || output.format == "moses";
  }

  /// The alignment without the beads below the confidence asked for.
  duizhao::Alignment confident(const duizhao::Alignment& alignment) const {
    std::vector<duizhao::Bead> beads = alignment.beads();
    const std::size_t left_out = std::erase_if(
        beads, [&](const duizhao::Bead& bead) { return bead.confidence < min_confidence; });
    if (left_out > 0) {
      output.note(fmt::format(
          fmt::runtime(duizhao::translate("{} bead below confidence {} left out",
                                          "{} beads below confidence {} left out", left_out)),
          left_out, min_confidence));
    }
    return {alignment.source(), alignment.target(), std::move(beads)};
  }

  int run() {
    settings.load();
    duizhao::AlignOptions& options = settings.options;
    options.threads = threads_for(targets.size(), jobs);
    const duizhao::Aligner aligner(duizhao::Lexicon::load_default(), options);
    const duizhao::SegmentedDocument original =
        aligner.segment(input.read(source, options.source_language));
    Progress progress(output.progress(), duizhao::translate("aligning"), size_of(targets),
                      WorkUnit::bytes);
    auto results = parallel_map(targets.size(), jobs, [&](std::size_t i) {
      const duizhao::Document target = input.read(targets[i], options.target_language);
      Share share(progress, size_of(targets[i]));
      Result result{
          aligner.align(original, aligner.segment(target), settings.locks, share.report()), {}};
      if (explain || output.format == "html") {
        result.explanations = aligner.explain(result.alignment);
      }
      return result;
    });
    const int status = lacks_prose(results) ? 1 : 0;
    if (leaves_out()) results.front().alignment = confident(results.front().alignment);
    if (output.format == "moses") {
      write_moses(results.front().alignment);
      warn(results.front().alignment);
      return status;
    }
    output.write(render(results));
    output.note_faults(original.document());
    for (const Result& result : results) {
      output.note_faults(result.alignment.target().document());
      if (output.format == "text") summarise(result.alignment);
      warn(result.alignment);
    }
    return status;
  }
};

}  // namespace

void add_align(CLI::App& tool, Action& chosen) {
  const auto align = std::make_shared<Align>();
  CLI::App& command =
      add_command(tool, "align", duizhao::translate("align a text with its translations"));
  command.add_option("source", align->source, duizhao::translate("the text; - is standard input"))
      ->required()
      ->type_name("SOURCE");
  command
      .add_option("target", align->targets,
                  duizhao::translate("its translations; the same file again where one text holds "
                                     "both languages"))
      ->required()
      ->type_name("TARGET");
  align->settings.add_to(command);
  command.add_flag("--explain", align->explain,
                   duizhao::translate("show the word pairs behind each bead (text, jsonl)"));
  command.add_flag("--strict-coverage", align->strict_coverage,
                   duizhao::translate("exit with 1 if a sentence is in no bead"));
  command
      .add_option("--min-confidence", align->min_confidence,
                  duizhao::translate("mark beads below this confidence in text; leave them out of "
                                     "tmx, xliff and moses"))
      ->check(is_probability())
      ->type_name("P");
  align->input.add_to(command);
  align->output.add_to(
      command, {"text", "jsonl", "tsv", "csv", "beads", "ladder", "hunalign", "tmx", "xliff",
                "intertext", "moses", "srt", "vtt", "book", "epub", "html"});
  align->output.add_bom_to(command);
  add_jobs(command, align->jobs);
  add_examples(
      command,
      {"duizhao align chinese.txt english.txt", "duizhao align bilingual.txt bilingual.txt",
       "duizhao align --lines --format beads zh.txt en.txt -o alignment.beads",
       "duizhao align --lock settled.beads --glossary terms.csv --explain zh.txt en.txt",
       "duizhao align --format jsonl original.txt translation-1.md translation-2.md"});
  command.callback([align, &chosen] {
    std::vector<std::string> inputs = align->targets;
    inputs.insert(inputs.end(), {align->source, align->settings.lock_file, align->settings.glossary,
                                 align->settings.srx});
    check_standard_input(inputs);
    const bool takes_several = align->output.format == "text" || align->output.format == "jsonl" ||
                               align->output.format == "html";
    if (align->output.format == "moses" &&
        (align->output.path.empty() || align->output.path == "-")) {
      throw CLI::ValidationError("--format",
                                 duizhao::translate("moses needs -o PREFIX: it writes two files"));
    }
    if (align->several() && !takes_several) {
      throw CLI::ValidationError(
          "--format",
          fmt::format(fmt::runtime(duizhao::translate("{} takes one target; text, jsonl and html "
                                                      "take several")),
                      align->output.format));
    }
    if (align->several() && !align->settings.lock_file.empty()) {
      throw CLI::ValidationError("--lock", duizhao::translate("locks need one target"));
    }
    chosen = [align] { return align->run(); };
  });
}

}  // namespace tool
