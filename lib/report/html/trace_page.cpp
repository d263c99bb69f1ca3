// The page of traced quotes.
#include <fmt/format.h>

#include <algorithm>

#include "duizhao/report/html.hpp"
#include "duizhao/report/text.hpp"
#include "duizhao/text/messages.hpp"
#include "report/html/page.hpp"
#include "report/text/verdicts.hpp"
#include "text/scripts.hpp"

namespace duizhao {
namespace {

using report::html;
using report::message;

/// A stretch of a text that is marked.
struct Mark {
  ByteRange range;
  std::string kind;
  std::size_t statement;
};

std::string marked(const std::string& text, std::vector<Mark> marks) {
  std::ranges::stable_sort(marks, {}, [](const Mark& mark) { return mark.range.begin; });
  std::string content;
  std::size_t at = 0;
  for (const Mark& mark : marks) {
    if (mark.range.begin < at) continue;  // inside of another one
    content += html(text.substr(at, mark.range.begin - at));
    content += fmt::format("<mark class=\"{}\" data-l=\"{}\">{}</mark>", mark.kind, mark.statement,
                           html(text.substr(mark.range.begin, mark.range.size())));
    at = mark.range.end;
  }
  return content + html(text.substr(at));
}

/// The sentences of a quote that have no passage, where others have one.
std::vector<ByteRange> without_passage(const Trace& trace) {
  std::vector<ByteRange> ranges;
  for (const QuoteSentence& sentence : trace.sentences) {
    if (trace.has_passage() && sentence.status == QuoteStatus::unattested) {
      ranges.push_back(sentence.range);
    }
  }
  return ranges;
}

std::string marked_quote(const Trace& trace) {
  std::vector<Mark> marks;
  std::size_t statement = 0;
  for (const ByteRange& range : without_passage(trace)) {
    marks.push_back({range, "unsupported", statement++});
  }
  for (const QuoteDifference& difference : trace.differences) {
    if (difference.quote) {
      marks.push_back({*difference.quote, std::string(name_of(difference.kind)), statement});
    }
    ++statement;
  }
  return marked(trace.quote.text, std::move(marks));
}

std::string marked_passage(const Trace& trace) {
  std::vector<Mark> marks;
  std::size_t statement = without_passage(trace).size();
  for (const QuoteDifference& difference : trace.differences) {
    if (difference.passage) {
      marks.push_back({*difference.passage, std::string(name_of(difference.kind)), statement});
    }
    ++statement;
  }
  return marked(trace.matches.front().text, std::move(marks));
}

std::string statements(const Trace& trace) {
  const std::vector<std::string> lines = statements_of(trace);
  if (lines.empty()) return {};
  std::string list = "<ol class=\"statements\">\n";
  for (std::size_t s = 0; s < lines.size(); ++s) {
    list += fmt::format("<li data-l=\"{}\">{}</li>\n", s, html(lines[s]));
  }
  return list + "</ol>\n";
}

/// A sentence beside a passage, of its language; empty without one.
std::string beside(const SegmentedDocument& document, const Match& match, bool before) {
  const std::size_t end = match.sentence + match.sentence_count;
  if (before ? match.sentence == 0 : end >= document.size()) return {};
  const std::size_t sentence = before ? match.sentence - 1 : end;
  const std::string& language = document.block(match.sentence).language;
  if (document.block(sentence).language != language) return {};
  const std::string_view joint = text::runs_without_spaces(language) ? "" : " ";
  return fmt::format("{}<span class=\"context\">{}</span>{}", before ? "" : joint,
                     html(document.text(sentence)), before ? joint : "");
}

/// The passage in its own words, who says it and where, for a reader's notes.
std::string citation(const Match& match, const Document& document) {
  const DocumentMetadata& known = document.metadata();
  std::string where;
  for (const std::string& part :
       {match.speaker, known.title, known.outlet, known.date, known.url,
        fmt::format("{}:{}", document.name(), document.line_of(match.range.begin))}) {
    if (!part.empty()) where += (where.empty() ? "" : ", ") + part;
  }
  return fmt::format(fmt::runtime(translate("“{}”")), match.text) + " (" + where + ")";
}

std::string passage(const Match& match, const std::string& content, const Tracer& tracer,
                    const report::Names& names) {
  const SegmentedDocument& segmented = tracer.documents()[match.document];
  const Document& document = segmented.document();
  return fmt::format(
      "<div>\n<p class=\"where\"><span>{} {:.2f}</span><span>{}:{}</span>{}{}"
      "<button type=\"button\" hidden data-copy=\"{}\">{}</button></p>\n{}</div>\n",
      message("confidence"), match.confidence, names.shown(document.name()),
      document.line_of(match.range.begin), report::provenance(document),
      report::speaker(match.speaker), html(citation(match, document)),
      html(translate("Copy citation")),
      report::paragraph(
          segmented.block(match.sentence).language,
          beside(segmented, match, true) + content + beside(segmented, match, false)));
}

std::string item(const Trace& trace, const Document& article, const Tracer& tracer,
                 const report::Names& names) {
  const std::string_view status = name_of(trace.status);
  const double confidence = trace.matches.empty() ? 0 : trace.matches.front().confidence;
  const std::size_t line = article.line_of(trace.quote.range().begin);
  std::string html_item = fmt::format(
      "<article class=\"item\" tabindex=\"-1\" aria-label=\"{}\" data-confidence=\"{:.4f}\" "
      "data-level=\"{}\" data-status=\"{}\">\n<div>\n<p class=\"where\"><span class=\"badge "
      "{}\">{}</span>"
      "<span>{}:{}</span>{}</p>\n{}</div>\n<div>\n",
      report::line_label(line), confidence,
      trace.status == QuoteStatus::attested ? report::level_of(confidence) : "doubtful", status,
      status, html(report::message_of(trace.status)), names.shown(article.name()), line,
      report::speaker(trace.quote.speaker),
      report::paragraph(trace.quote.language, marked_quote(trace)));
  html_item += statements(trace);
  if (trace.matches.empty())
    html_item += "<p class=\"note\">" + message("No passage is like it.") + "</p>\n";
  constexpr double kShown = 0.5;  // confidence of further matches
  for (std::size_t k = 0; k < trace.matches.size(); ++k) {
    if (k > 0 && trace.matches[k].confidence < kShown) break;
    const std::string content = k == 0 ? marked_passage(trace) : html(trace.matches[k].text);
    html_item += passage(trace.matches[k], content, tracer, names);
  }
  return html_item + "</div>\n</article>\n";
}

}  // namespace

std::string to_html(const std::vector<Trace>& traces, const Document& document,
                    const Tracer& tracer) {
  std::vector<std::string> texts = {document.name()};
  for (const Trace& trace : traces) {
    for (const Match& match : trace.matches)
      texts.push_back(tracer.documents().name(match.document));
  }
  const report::Names names(std::move(texts));
  report::Page page(translate("Quotes"), report::Names({document.name()}), totals_of(traces));
  page.add_search();
  page.add_choice("status", translatable("Status"),
                  {{"attested", translate("attested")},
                   {"altered", translate("altered")},
                   {"partial", translate("partial")},
                   {"unattested", translate("unattested")}});
  page.add_confidence();
  page.add_jump(translatable("Next doubtful one"));
  for (const Trace& trace : traces) page.add(item(trace, document, tracer, names));
  return page.finish();
}

}  // namespace duizhao
