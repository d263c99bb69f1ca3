#include <fmt/format.h>

#include <memory>
#include <optional>

#include "collection.hpp"
#include "commands.hpp"
#include "options.hpp"
#include "parallel.hpp"

namespace tool {
namespace {

struct Variants {
  InputOptions input;
  OutputOptions output;
  std::size_t jobs = 0;
  std::vector<std::string> documents;
  std::vector<std::string> originals;
  std::optional<std::string> quote;
  bool all = false;  // statements

  duizhao::VariantOptions options(const Collection& collection) const {
    duizhao::VariantOptions options;
    options.originals = collection.originals();
    for (const std::string& path : originals) {
      const auto document = collection.find(path);
      if (!document) {
        throw CLI::ValidationError("--original",
                                   duizhao::translate("expected a text, found a manifest"));
      }
      options.originals.push_back(*document);
    }
    return options;
  }

  std::string render(const std::vector<duizhao::VariantGroup>& groups,
                     const std::vector<duizhao::GroupComparison>& comparisons,
                     const duizhao::Tracer& tracer) const {
    if (output.format == "json") return duizhao::to_json(groups, comparisons, tracer);
    if (output.format == "html") return duizhao::to_html(groups, comparisons, tracer);
    if (output.format == "tei") return duizhao::to_tei(groups, comparisons, tracer);
    if (output.format == "graphml") return duizhao::to_graphml(groups, comparisons, tracer);
    return duizhao::text_report(groups, comparisons, tracer, output.layout(),
                                {all ? duizhao::kAllStatements : 10, output.format == "table"});
  }

  int run() const {
    std::vector<std::string> paths = documents;
    for (const std::string& path : originals) {
      if (std::find(paths.begin(), paths.end(), path) == paths.end()) paths.push_back(path);
    }
    const Collection collection(input, output, paths, jobs, true);
    duizhao::VariantOptions how = options(collection);
    Progress tracing(output.progress(), duizhao::translate("tracing"),
                     collection.tracer().documents().size(), WorkUnit::things);
    Share share(tracing, collection.tracer().documents().size());
    how.progress = share.report();
    std::vector<duizhao::VariantGroup> groups = duizhao::find_groups(collection.tracer(), how);
    if (quote) {
      duizhao::VariantGroup group = duizhao::find_group(collection.tracer(), groups, *quote, how);
      groups.clear();
      if (group.original || !group.variants.empty()) groups.push_back(std::move(group));
    }
    const duizhao::Comparer comparer(duizhao::Lexicon::load_default());
    Progress comparing(output.progress(), duizhao::translate("comparing"), groups.size(),
                       WorkUnit::things);
    const auto comparisons = parallel_map(groups.size(), jobs, [&](std::size_t i) {
      auto comparison = duizhao::compare_group(comparer, groups[i], collection.tracer());
      comparing.advance();
      return comparison;
    });
    output.write(render(groups, comparisons, collection.tracer()));
    output.note(
        fmt::format(fmt::runtime(duizhao::translate("{} group", "{} groups", groups.size())),
                    duizhao::format_number(groups.size())));
    return 0;
  }
};

}  // namespace

void add_variants(CLI::App& tool, Action& chosen) {
  const auto variants = std::make_shared<Variants>();
  CLI::App& command =
      add_command(tool, "variants",
                  duizhao::translate("the same quotes in several texts, and how they differ"));
  command
      .add_option("document", variants->documents,
                  duizhao::translate(
                      "originals, translations, articles; a manifest (.json) stands for its texts"))
      ->type_name("DOC");
  command
      .add_option("--original", variants->originals,
                  duizhao::translate("a document that is an original; if none is named, those in "
                                     "Chinese are"))
      ->allow_extra_args(false)
      ->type_name("DOC");
  command
      .add_option("--quote", variants->quote,
                  duizhao::translate("only the group of this quote, which need not stand in the "
                                     "documents word by word"))
      ->type_name("TEXT");
  command.add_flag("--all", variants->all,
                   duizhao::translate("all statements, not only the ten gravest of each group"));
  variants->input.add_to(command);
  variants->output.add_to(command, {"text", "json", "table", "html", "tei", "graphml"});
  add_jobs(command, variants->jobs);
  add_examples(command, {"duizhao variants interview.zh.txt translation.md articles/*.txt",
                         "duizhao variants --quote \"closed-source moats\" articles/*.txt",
                         "duizhao variants -f tei one.txt two.txt -o apparatus.xml"});
  command.callback([variants, &chosen] {
    if (variants->documents.empty() && variants->originals.empty()) {
      throw CLI::RequiredError("DOC");
    }
    if (variants->quote && variants->quote->empty()) {
      throw CLI::ValidationError("--quote", duizhao::translate("expected words"));
    }
    std::vector<std::string> files = variants->documents;
    files.insert(files.end(), variants->originals.begin(), variants->originals.end());
    check_standard_input(files);
    chosen = [variants] { return variants->run(); };
  });
}

}  // namespace tool
