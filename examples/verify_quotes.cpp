// Whether the quotes of an article are in an interview, and where.
//
//     verify_quotes article.txt interview.md
#include <duizhao/duizhao.hpp>
#include <iostream>

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const duizhao::Segmenter segmenter;
  const duizhao::Document article = duizhao::read_document(argv[1]);
  const duizhao::Document interview = duizhao::read_document(argv[2]);
  const duizhao::Tracer tracer(duizhao::Lexicon::load_default(), {segmenter.segment(interview)});
  std::vector<duizhao::Quote> quotes = duizhao::find_quotes(article);
  std::erase_if(quotes, [](const duizhao::Quote& quote) { return !quote.statement; });
  for (const duizhao::Trace& trace : tracer.trace(quotes)) {
    std::cout << trace.quote.text << '\n';
    if (trace.has_passage()) {
      const duizhao::Match& match = trace.matches.front();
      std::cout << "  line " << interview.line_of(match.range.begin) << ": " << match.text << '\n';
    } else {
      std::cout << "  not in the interview\n";
    }
  }
}
