#include <fmt/format.h>

#include <memory>
#include <optional>

#include "commands.hpp"
#include "options.hpp"
#include "parallel.hpp"

namespace tool {
namespace {

struct Compare {
  InputOptions input;
  OutputOptions output;
  std::size_t jobs = 0;
  std::vector<std::string> translations;
  std::string original;  // a path or a text; empty for none
  bool texts = false;    // the arguments are the texts
  bool all = false;      // statements

  std::size_t most() const { return all ? duizhao::kAllStatements : 10; }

  /// A comparison and the words that stand above it in text.
  struct Entry {
    duizhao::PlacedComparison placed;
    std::string head;
  };

  std::string render(const std::vector<Entry>& entries) const {
    if (output.format != "text" && output.format != "table") {
      std::vector<duizhao::PlacedComparison> comparisons;
      for (const Entry& entry : entries) comparisons.push_back(entry.placed);
      return output.format == "json"   ? duizhao::to_json(comparisons)
             : output.format == "html" ? duizhao::to_html(comparisons)
             : output.format == "tei"  ? duizhao::to_tei(comparisons)
                                       : duizhao::to_graphml(comparisons);
    }
    std::string report;
    for (const Entry& entry : entries) {
      const duizhao::Comparison& comparison = entry.placed.comparison;
      // Whole translations are shown where they differ.
      if (!texts && duizhao::statements_of(comparison, most()).empty()) continue;
      if (!report.empty()) report += '\n';
      report += entry.head + (output.format == "table"
                                  ? duizhao::comparison_table(comparison, output.layout())
                                  : duizhao::text_report(comparison, output.layout(), most()));
    }
    return report;
  }

  Entry compare_texts(const duizhao::Comparer& comparer) const {
    return {{comparer.compare(translations, original), {}, {}}, {}};
  }

  static duizhao::PlacedText place(const duizhao::SegmentedDocument& document,
                                   const std::vector<std::size_t>& sentences) {
    if (sentences.empty()) return {};
    return {document.document().name(),
            {document.sentences()[sentences.front()].range.begin,
             document.sentences()[sentences.back()].range.end}};
  }

  /// `== zh.txt:12`
  static std::string head(const duizhao::SegmentedDocument& document, std::size_t sentence) {
    return fmt::format("== {}:{}\n", document.document().name(), document.line(sentence));
  }

  std::vector<Entry> compare_files(const duizhao::Lexicon& lexicon,
                                   const duizhao::Comparer& comparer) const {
    std::vector<std::string> paths = translations;
    if (!original.empty()) paths.insert(paths.begin(), original);
    const duizhao::Aligner aligner(lexicon);
    const duizhao::SegmentedDocument source = aligner.segment(input.read(paths.front(), "auto"));
    Progress aligning(output.progress(), duizhao::translate("aligning"), size_of(paths),
                      WorkUnit::bytes);
    const auto alignments = parallel_map(paths.size() - 1, jobs, [&](std::size_t i) {
      Share share(aligning, size_of(paths[i + 1]));
      return aligner.align(source, aligner.segment(input.read(paths[i + 1], "auto")), {},
                           share.report());
    });
    duizhao::DocumentComparisonOptions how;
    how.source_is_original = !original.empty();
    const auto passages = duizhao::compare_documents(comparer, alignments, how);
    std::vector<Entry> entries;
    for (const duizhao::ComparedPassage& passage : passages) {
      Entry entry{{passage.comparison, {}, {}}, head(source, passage.source.front())};
      const duizhao::PlacedText first = place(source, passage.source);
      if (how.source_is_original) {
        entry.placed.original = first;
      } else {
        entry.placed.witnesses.push_back(first);
      }
      for (std::size_t a = 0; a < alignments.size(); ++a) {
        entry.placed.witnesses.push_back(place(alignments[a].target(), passage.targets[a]));
      }
      entries.push_back(std::move(entry));
    }
    return entries;
  }

  int run() const {
    const duizhao::Lexicon lexicon = duizhao::Lexicon::load_default();
    const duizhao::Comparer comparer(lexicon);
    std::vector<Entry> entries;
    if (texts) {
      entries.push_back(compare_texts(comparer));
    } else {
      entries = compare_files(lexicon, comparer);
    }
    output.write(render(entries));
    if (!texts) note(entries);
    return 0;
  }

  /// `12 passages, 5 differ`
  void note(const std::vector<Entry>& entries) const {
    std::size_t different = 0;
    for (const Entry& entry : entries) {
      different += !duizhao::statements_of(entry.placed.comparison, most()).empty();
    }
    output.note(fmt::format(
        fmt::runtime(duizhao::translate("{} passage, {} of them different",
                                        "{} passages, {} of them different", entries.size())),
        duizhao::format_number(entries.size()), duizhao::format_number(different)));
  }
};

}  // namespace

void add_compare(CLI::App& tool, Action& chosen) {
  const auto compare = std::make_shared<Compare>();
  CLI::App& command = add_command(
      tool, "compare", duizhao::translate("whole translations, passage by passage what differs"));
  command
      .add_option("translation", compare->translations,
                  duizhao::translate("two translations or more of one text"))
      ->required()
      ->type_name("TRANSLATION");
  command
      .add_option("--original", compare->original,
                  duizhao::translate("the text that they translate"))
      ->type_name("DOC");
  command.add_flag("--text", compare->texts,
                   duizhao::translate("the arguments are the texts themselves"));
  command.add_flag("--all", compare->all,
                   duizhao::translate("all statements, not only the ten gravest of each passage"));
  compare->input.add_to(command);
  compare->output.add_to(command, {"text", "json", "table", "html", "tei", "graphml"});
  add_jobs(command, compare->jobs);
  add_examples(command, {"duizhao compare one.en.txt two.en.txt --original zh.txt",
                         "duizhao compare --text \"We do not plan to raise money.\" \"There is no "
                         "fundraising plan.\"",
                         "duizhao compare --format json one.en.md two.en.md three.en.md"});
  command.callback([compare, &chosen] {
    if (compare->translations.size() < 2) {
      throw CLI::ValidationError("compare", duizhao::translate("two translations are required"));
    }
    if (!compare->texts) {
      std::vector<std::string> files = compare->translations;
      files.push_back(compare->original);
      check_standard_input(files);
    }
    chosen = [compare] { return compare->run(); };
  });
}

}  // namespace tool
