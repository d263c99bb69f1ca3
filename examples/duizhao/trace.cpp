#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>

#include "collection.hpp"
#include "commands.hpp"
#include "options.hpp"
#include "parallel.hpp"

namespace tool {
namespace {

struct Trace {
  InputOptions input;
  OutputOptions output;
  std::size_t jobs = 0;
  std::string article;
  std::vector<std::string> against;
  std::string index;
  std::string fail_on;
  bool turns = false;
  bool indirect = false;
  duizhao::TraceOptions options;

  int run() const {
    const Collection collection = index.empty() ? Collection(input, output, against, jobs)
                                                : Collection(input, output, against, jobs, index);
    const duizhao::Document document = input.read(article, "auto");
    std::vector<duizhao::Quote> quotes;
    for (duizhao::Quote& quote : duizhao::find_quotes(document)) {
      const bool wanted = quote.statement && (turns || quote.kind != duizhao::QuoteKind::turn);
      if (wanted) quotes.push_back(std::move(quote));
    }
    if (indirect) {
      for (duizhao::Quote& quote : duizhao::find_indirect_speech(document)) {
        quotes.push_back(std::move(quote));
      }
      std::stable_sort(quotes.begin(), quotes.end(), [](const auto& left, const auto& right) {
        return left.range().begin < right.range().begin;
      });
    }
    const auto own = collection.find(article);
    Progress progress(output.progress(), duizhao::translate("tracing"), quotes.size(),
                      WorkUnit::things);
    auto traces = parallel_map(quotes.size(), jobs, [&](std::size_t i) {
      auto trace = collection.tracer().trace(quotes[i], options, {own, quotes[i].range()});
      progress.advance();
      return trace;
    });
    collection.tracer().weigh_context(traces, options);
    output.write(
        output.format == "jsonl" ? duizhao::to_jsonl(traces, document, collection.tracer())
        : output.format == "html"
            ? duizhao::to_html(traces, document, collection.tracer())
            : duizhao::text_report(traces, document, collection.tracer(), output.layout()));
    std::vector<duizhao::Trace> counted;
    std::copy_if(traces.begin(), traces.end(), std::back_inserter(counted), [](const auto& trace) {
      return trace.quote.kind != duizhao::QuoteKind::indirect;
    });
    output.note(article + ": " + duizhao::totals_of(counted));
    // Reported speech is shown, and counts for nothing: its words are the reporter's.
    const auto fails = [&](const duizhao::Trace& trace) {
      return trace.quote.kind != duizhao::QuoteKind::indirect && trace.status >= *worst();
    };
    return !fail_on.empty() && std::any_of(traces.begin(), traces.end(), fails) ? 1 : 0;
  }

  /// The status that is the first to fail on.
  std::optional<duizhao::QuoteStatus> worst() const {
    using duizhao::QuoteStatus;
    for (const QuoteStatus status :
         {QuoteStatus::altered, QuoteStatus::partial, QuoteStatus::unattested}) {
      if (fail_on == duizhao::name_of(status)) return status;
    }
    return std::nullopt;
  }
};

}  // namespace

void add_trace(CLI::App& tool, Action& chosen) {
  const auto trace = std::make_shared<Trace>();
  CLI::App& command = add_command(
      tool, "trace", duizhao::translate("find the passages that an article's quotes render"));
  command.add_option("article", trace->article, duizhao::translate("a text with quotes"))
      ->required()
      ->type_name("ARTICLE");
  CLI::Option* against =
      command
          .add_option("--against", trace->against,
                      duizhao::translate("originals and translations in which they are looked for; "
                                         "a manifest (.json) stands for its texts"))
          ->type_name("DOC");
  CLI::Option* index =
      command
          .add_option("--index", trace->index,
                      duizhao::translate("an index that keeps them: made from --against if there "
                                         "is none, else opened, and what it lacks is added"))
          ->type_name("FILE");
  command
      .add_option(
          "--fail-on", trace->fail_on,
          duizhao::translate("altered, partial or unattested: exit with 1 if a quote is that, "
                             "or worse"))
      ->type_name("VERDICT")
      ->check(CLI::IsMember({"altered", "partial", "unattested"}).description(""));
  command
      .add_option("--threshold", trace->options.threshold,
                  duizhao::translate("confidence from which a quote is attested; 0.5 if not given"))
      ->type_name("P")
      ->check(is_probability());
  command.add_flag("--turns", trace->turns,
                   duizhao::translate("what the speakers of an interview say counts as quotes"));
  command.add_flag(
      "--indirect", trace->indirect,
      duizhao::translate("also what is reported without quotation marks; it counts for "
                         "nothing"));
  trace->input.add_to(command);
  trace->output.add_to(command, {"text", "jsonl", "html"});
  add_jobs(command, trace->jobs);
  add_examples(command,
               {"duizhao trace article.txt --against interview.zh.txt interview.en.md",
                "duizhao trace article.txt --index archive.index --against archive/*.txt",
                "duizhao trace --fail-on unattested article.txt --against interview.en.md"});
  command.callback([trace, against, index, &chosen] {
    if (against->empty() && index->empty()) throw CLI::RequiredError("--against");
    std::vector<std::string> files = trace->against;
    files.push_back(trace->article);
    check_standard_input(files);
    chosen = [trace] { return trace->run(); };
  });
}

}  // namespace tool
