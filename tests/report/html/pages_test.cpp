// Results as pages.
#include <gumbo.h>
#include <catch2/catch.hpp>
#include <duizhao/duizhao.hpp>

#include <map>

using namespace duizhao;

namespace {

const std::string kHostile =
    "<script>alert(1)</script> & \"q\" <img src=x onerror=alert(2)> \x1B[31m";

SegmentedDocument document(const std::string& text, const std::string& name,
                           const std::string& language) {
  return Segmenter().segment(
      parse_document(text, name, {.format = InputFormat::lines, .language = language}));
}

Alignment example() {
  return {document("人类的语言。\n" + kHostile + "\n", "zh<b>.txt", "zh"),
          document("Human language.\n" + kHostile + "\nAlone.\n", "en.txt", "en"),
          {{{0}, {0}, 9, 0.98}, {{1}, {1}, 1, 0.6}, {{}, {2}, 0, 0.2, true}}};
}

/// Counts the elements of a page, and gathers the texts of some.
struct Elements {
  std::map<std::string, std::size_t> counts;
  std::vector<std::string> attributes;  ///< names of all of them
  std::string text;                     ///< of all text nodes outside style and script

  explicit Elements(const std::string& html) {
    GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size());
    visit(*output->root);
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  }

 private:
  void visit(const GumboNode& node) {
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE)
      text += node.v.text.text;
    if (node.type != GUMBO_NODE_ELEMENT) return;
    const std::string name = gumbo_normalized_tagname(node.v.element.tag);
    ++counts[name];
    const GumboVector& own = node.v.element.attributes;
    for (unsigned i = 0; i < own.length; ++i) {
      attributes.emplace_back(static_cast<const GumboAttribute*>(own.data[i])->name);
    }
    if (name == "script" || name == "style") return;
    const GumboVector& children = node.v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
      visit(*static_cast<const GumboNode*>(children.data[i]));
    }
  }
};

void check_page(const std::string& html) {
  const Elements page(html);
  CHECK(page.counts.at("script") == 1);
  CHECK(page.counts.at("style") == 1);
  CHECK(page.counts.at("main") == 1);
  CHECK(page.counts.at("h1") == 1);
  CHECK(page.counts.find("img") == page.counts.end());
  for (const std::string& attribute : page.attributes) {
    CHECK_FALSE(attribute.starts_with("on"));
    CHECK(attribute != "style");  // the policy forbids it
    CHECK(attribute != "src");
    CHECK(attribute != "href");
  }
  CHECK_THAT(html, Catch::Contains("default-src 'none'; style-src 'sha256-"));
  CHECK(html.find('\x1B') == std::string::npos);
}

}  // namespace

TEST_CASE("Translations of one original stand beside each other", "[pages]") {
  const SegmentedDocument source = document("一。\n二。\n三。\n", "zh.txt", "zh");
  const SegmentedDocument one = document("One.\nTwo.\nThree.\n", "one.txt", "en");
  const SegmentedDocument other = document("One and two.\nAlone.\nThree.\n", "other.txt", "en");
  const Alignment first(source, one, {{{0}, {0}}, {{1}, {1}}, {{2}, {2}}});
  const Alignment second(source, other, {{{0, 1}, {0}}, {{}, {1}}, {{2}, {2}}});
  const std::string html = to_html({{first, {}}, {second, {}}});
  check_page(html);
  CHECK(Elements(html).counts.at("article") == 3);  // 一二, Alone, 三
  const std::size_t row = html.find("<article class=\"item beside\"");
  const std::string begin = html.substr(row, html.find("</article>") - row);
  CHECK_THAT(begin, Catch::Contains("一。二。"));
  CHECK_THAT(begin, Catch::Contains("One."));
  CHECK_THAT(begin, Catch::Contains("Two."));
  CHECK_THAT(begin, Catch::Contains("One and two."));
  CHECK(html.find("Alone.") < html.find("三。"));
}

TEST_CASE("A bead without source stays among those of its row", "[pages]") {
  const SegmentedDocument source = document("一。\n二。\n", "zh.txt", "zh");
  const SegmentedDocument one = document("One.\nAlone.\nTwo.\n", "one.txt", "en");
  const SegmentedDocument other = document("Both.\n", "other.txt", "en");
  const std::string html = to_html({{{source, one, {{{0}, {0}}, {{}, {1}}, {{1}, {2}}}}, {}},
                                    {{source, other, {{{0, 1}, {0}}}}, {}}});
  CHECK(Elements(html).counts.at("article") == 1);
  CHECK(html.find("One.") < html.find("Alone."));
  CHECK(html.find("Alone.") < html.find("Two."));
}

TEST_CASE("Originals that are cut differently do not stand beside each other", "[pages]") {
  const std::string text = "一。二。三。\n";
  const SegmentedDocument lines = document(text, "zh.txt", "zh");
  const SegmentedDocument sentences = Segmenter().segment(parse_document(text, "zh.txt"));
  REQUIRE(sentences.size() == 3);
  const SegmentedDocument target = document("One.\nTwo.\nThree.\n", "en.txt", "en");
  const std::string html =
      to_html({{{lines, target, {{{0}, {0, 1, 2}}}}, {}},
               {{sentences, target, {{{0}, {0}}, {{1}, {1}}, {{2}, {2}}}}, {}}});
  CHECK(Elements(html).counts.at("section") == 2);
  CHECK(Elements(html).counts.at("article") == 4);
}

TEST_CASE("An alignment is a page that shows texts as texts", "[pages]") {
  const Lexicon lexicon = Lexicon::load_default();
  const Alignment alignment = example();
  const std::string html = to_html({{alignment, Aligner(lexicon).explain(alignment)}});
  check_page(html);
  const Elements page(html);
  CHECK(page.counts.at("article") == 3);
  CHECK_THAT(page.text, Catch::Contains("<script>alert(1)</script> & \"q\" <img src=x"));
  CHECK_THAT(page.text, Catch::Contains("zh<b>.txt | en.txt"));
  CHECK_THAT(html, Catch::Contains("data-level=\"sure\" data-type=\"1:1\""));
  CHECK_THAT(html, Catch::Contains("data-level=\"likely\" data-type=\"1:1\""));
  CHECK_THAT(html, Catch::Contains("data-level=\"doubtful\" data-type=\"0:1\""));
  // 人类 and Human are linked.
  CHECK_THAT(html, Catch::Contains("\">人类</span>"));
  CHECK_THAT(html, Catch::Contains(">Human</span>"));
  CHECK_THAT(to_html({{alignment, {}}}, 0.99),
             Catch::Contains("data-level=\"doubtful\" data-type=\"1:1\""));
}

TEST_CASE("Findings are shown beside their text", "[pages]") {
  const Lexicon lexicon = Lexicon::load_default();
  const Alignment alignment(
      document("公司有三百名员工。\n" + kHostile + "\n", "zh.txt", "zh"),
      document("The company has thirty employees.\n<b>" + kHostile + "\n", "en.txt", "en"),
      {{{0}, {0}, 0, 1}, {{1}, {1}, 0, 1}});
  const auto findings = Checker(lexicon).check(alignment);
  const std::string html = to_html(findings, {alignment});
  check_page(html);
  CHECK_THAT(html, Catch::Contains("公司有<mark>三百</mark>名员工。"));
  CHECK_THAT(html, Catch::Contains("The company has <mark>thirty</mark> employees."));
  CHECK_THAT(html, Catch::Contains("data-rule=\"number"));
  check_page(to_html({}, {alignment}));
}

TEST_CASE("Traces and variants are pages", "[pages]") {
  const Lexicon lexicon = Lexicon::load_default();
  const Segmenter segmenter;
  const auto read = [&](const std::string& text, const std::string& name) {
    return segmenter.segment(parse_document(text, name));
  };
  const SegmentedDocument one =
      read("He said: “We gave them many machines <b>and money</b>.”\n", "one.txt");
  const SegmentedDocument two =
      read("She wrote: “We gave them many machines <b>and funds</b>.”\n", "two.txt");
  const Tracer tracer(lexicon, {one, two});
  const Document article = parse_document(
      "Li said, “We gave them many machines and money.” Then: “<i>Nobody knows the moon.</i>”\n",
      "article.txt", {.format = InputFormat::text});
  const auto traces = tracer.trace(find_quotes(article));
  const std::string traced = to_html(traces, article, tracer);
  check_page(traced);
  CHECK(Elements(traced).counts.at("article") == traces.size());

  const auto groups = find_groups(tracer);
  const Comparer comparer(lexicon);
  std::vector<GroupComparison> comparisons;
  for (const VariantGroup& group : groups) {
    comparisons.push_back(compare_group(comparer, group, tracer));
  }
  const std::string varied = to_html(groups, comparisons, tracer);
  check_page(varied);
  REQUIRE(groups.size() == 1);
  CHECK(Elements(varied).counts.at("li") == 1);        // what differs, and the words that it names
  CHECK(Elements(varied).counts.at("mark") == 3 + 2);  // the legend has three
  CHECK_THAT(Elements(varied).text, Catch::Contains("We gave them many machines"));
  CHECK(Elements(varied).counts.at("svg") == 1);
}
