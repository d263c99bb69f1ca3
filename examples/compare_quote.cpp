// How several texts render one quote, and how their renderings differ.
//
//     compare_quote "closed-source moats are temporary" interview.zh.txt translation.md
//     articles/*.txt
#include <duizhao/duizhao.hpp>
#include <iostream>

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const duizhao::Lexicon lexicon = duizhao::Lexicon::load_default();
  const duizhao::Segmenter segmenter;
  std::vector<duizhao::SegmentedDocument> documents;
  for (int i = 2; i < argc; ++i) {
    documents.push_back(segmenter.segment(duizhao::read_document(argv[i])));
  }
  duizhao::Tracer tracer(lexicon, documents);
  tracer.link_translations(true);
  const auto group = duizhao::find_group(tracer, duizhao::find_groups(tracer), argv[1]);
  const auto compared = duizhao::compare_group(duizhao::Comparer(lexicon), group, tracer);
  if (group.original) std::cout << group.original->text << '\n';
  for (std::size_t w = 0; w < compared.variants.size(); ++w) {
    const duizhao::Variant& variant = group.variants[compared.variants[w].front()];
    std::cout << duizhao::siglum(w) << ' ' << documents[variant.document].document().name() << ": "
              << variant.text << '\n';
  }
  for (const std::string& difference : duizhao::statements_of(compared.comparison))
    std::cout << difference << '\n';
}
