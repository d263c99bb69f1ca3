#include <fmt/format.h>

#include <map>
#include <memory>

#include "commands.hpp"
#include "options.hpp"
#include "parallel.hpp"

namespace tool {
namespace {

struct Align {
  InputOptions input;
  OutputOptions output;
  std::size_t jobs = 0;
  duizhao::AlignOptions options;
  std::string source;
  std::vector<std::string> targets;

  bool several() const { return targets.size() > 1; }

  std::string render(const duizhao::Alignment& alignment) const {
    if (output.format == "jsonl") return duizhao::to_jsonl(alignment, several());
    if (output.format == "tsv") return duizhao::to_tsv(alignment);
    if (output.format == "beads") return duizhao::to_beads(alignment.beads());
    const std::string head = several() ? "== " + alignment.target().document().name() + "\n\n" : "";
    return head + duizhao::text_report(alignment, output.layout());
  }

  /// 27 beads: 20 1:1, 6 1:2, 1 1:3
  void summarise(const duizhao::Alignment& alignment) const {
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> types;
    for (const duizhao::Bead& bead : alignment.beads()) {
      ++types[{bead.source.size(), bead.target.size()}];
    }
    std::string counts;
    for (const auto& [type, count] : types) {
      counts +=
          fmt::format("{}{} {}:{}", counts.empty() ? "" : ", ", count, type.first, type.second);
    }
    output.note(fmt::format("{}: {} {}{}{}", alignment.target().document().name(),
                            alignment.beads().size(), duizhao::translate("beads"),
                            counts.empty() ? "" : ": ", counts));
  }

  int run() const {
    const duizhao::Aligner aligner(duizhao::Lexicon::load_default(), options);
    const duizhao::Document original = input.read(source, options.source_language);
    const auto alignments = parallel_map(targets.size(), jobs, [&](std::size_t i) {
      return aligner.align(original, input.read(targets[i], options.target_language));
    });
    std::string result;
    for (const duizhao::Alignment& alignment : alignments) {
      if (!result.empty() && output.format == "text") result += '\n';
      result += render(alignment);
    }
    output.write(result);
    if (output.format == "text") {
      for (const duizhao::Alignment& alignment : alignments) summarise(alignment);
    }
    return 0;
  }
};

}  // namespace

void add_align(CLI::App& tool, Action& chosen) {
  const auto align = std::make_shared<Align>();
  CLI::App& command =
      *tool.add_subcommand("align", duizhao::translate("align a text with its translations"));
  command.add_option("source", align->source, duizhao::translate("the text; - is standard input"))
      ->required()
      ->type_name("SOURCE");
  command
      .add_option("target", align->targets,
                  duizhao::translate("its translations; the same file again where one text holds "
                                     "both languages"))
      ->required()
      ->type_name("TARGET");
  add_language(command, "--source-language", align->options.source_language,
               duizhao::translate("language of the source"));
  add_language(command, "--target-language", align->options.target_language,
               duizhao::translate("language of the targets"));
  align->input.add_to(command);
  align->output.add_to(command, {"text", "jsonl", "tsv", "beads"});
  add_jobs(command, align->jobs);
  add_examples(
      command,
      {"duizhao align chinese.txt english.txt", "duizhao align bilingual.txt bilingual.txt",
       "duizhao align --lines --format beads zh.txt en.txt -o alignment.beads",
       "duizhao align --format jsonl original.txt translation-1.md translation-2.md"});
  command.callback([align, &chosen] {
    std::vector<std::string> inputs = align->targets;
    inputs.push_back(align->source);
    check_standard_input(inputs);
    if (align->several() && (align->output.format == "tsv" || align->output.format == "beads")) {
      throw CLI::ValidationError(
          "--format", align->output.format + duizhao::translate(" takes one target; text and "
                                                                "jsonl take several"));
    }
    chosen = [align] { return align->run(); };
  });
}

}  // namespace tool
