#include <fmt/format.h>

#include <memory>

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
  std::string fail_on;
  bool turns = false;
  duizhao::TraceOptions options;

  int run() const {
    const Collection collection(input, output, against, jobs);
    const duizhao::Document document = input.read(article, "auto");
    std::vector<duizhao::Quote> quotes;
    for (duizhao::Quote& quote : duizhao::find_quotes(document)) {
      const bool wanted = quote.statement && (turns || quote.kind != duizhao::QuoteKind::turn);
      if (wanted) quotes.push_back(std::move(quote));
    }
    const auto own = collection.find(article);
    Progress progress(output.progress(), duizhao::translate("tracing"), quotes.size(),
                      WorkUnit::things);
    auto traces = parallel_map(quotes.size(), jobs, [&](std::size_t i) {
      auto trace = collection.tracer().trace(quotes[i], options, {own, quotes[i].range()});
      progress.advance();
      return trace;
    });
    duizhao::Tracer::weigh_context(traces, options);
    output.write(
        output.format == "jsonl" ? duizhao::to_jsonl(traces, document, collection.tracer())
        : output.format == "html"
            ? duizhao::to_html(traces, document, collection.tracer())
            : duizhao::text_report(traces, document, collection.tracer(), output.layout()));
    const auto unattested = static_cast<std::size_t>(std::count_if(
        traces.begin(), traces.end(), [](const auto& trace) { return !trace.attested; }));
    output.note(fmt::format(fmt::runtime(duizhao::translate(
                                "{}: {} quote, {} attested, {} unattested",
                                "{}: {} quotes, {} attested, {} unattested", traces.size())),
                            article, duizhao::format_number(traces.size()),
                            duizhao::format_number(traces.size() - unattested),
                            duizhao::format_number(unattested)));
    return fail_on == "unattested" && unattested > 0 ? 1 : 0;
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
  command
      .add_option("--against", trace->against,
                  duizhao::translate("originals and translations in which they are looked for; a "
                                     "manifest (.json) stands for its texts"))
      ->required()
      ->type_name("DOC");
  command
      .add_option("--fail-on", trace->fail_on,
                  duizhao::translate("unattested: exit with 1 if a quote has no passage"))
      ->type_name("WHAT")
      ->check(CLI::IsMember({"unattested"}).description(""));
  command
      .add_option("--threshold", trace->options.threshold,
                  duizhao::translate("confidence from which a quote is attested; 0.5 if not given"))
      ->type_name("P")
      ->check(is_probability());
  command.add_flag("--turns", trace->turns,
                   duizhao::translate("what the speakers of an interview say counts as quotes"));
  trace->input.add_to(command);
  trace->output.add_to(command, {"text", "jsonl", "html"});
  add_jobs(command, trace->jobs);
  add_examples(command,
               {"duizhao trace article.txt --against interview.zh.txt interview.en.md",
                "duizhao trace --fail-on unattested article.txt --against interview.en.md"});
  command.callback([trace, &chosen] {
    std::vector<std::string> files = trace->against;
    files.push_back(trace->article);
    check_standard_input(files);
    chosen = [trace] { return trace->run(); };
  });
}

}  // namespace tool
