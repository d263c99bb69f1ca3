// Files of units as alignments.
#include <fmt/format.h>

#include "duizhao/align/aligner.hpp"
#include "duizhao/document/read_document.hpp"
#include "duizhao/io/exchange.hpp"
#include "duizhao/io/results.hpp"
#include "duizhao/segment/segmenter.hpp"
#include "duizhao/text/messages.hpp"
#include "io/line_file.hpp"
#include "io/sentences.hpp"
#include "text/scripts.hpp"

namespace duizhao {
namespace {

/// One side of the units as a document, a line each.
class Lines {
 public:
  void add(const std::vector<UnitSentence>& sentences, const std::string& language) {
    if (language_.empty()) language_ = text::primary_language(language);
    // What ends a line in a document ends none here.
    text_ += io::as_field(io::joined(sentences, language)) + '\n';
  }

  SegmentedDocument document(const std::string& name, const std::string& language) const {
    ReadOptions options;
    options.format = InputFormat::lines;
    options.language = language != "auto" ? language : language_.empty() ? "auto" : language_;
    return Segmenter().segment(parse_document(text_, name, options));
  }

 private:
  std::string text_;
  std::string language_;
};

}  // namespace

Alignment read_aligned(AlignmentFormat format, const ByteSource& bytes, const std::string& name,
                       const ReadUnitsOptions& options) {
  if (format == AlignmentFormat::tmx) {
    AlignOptions languages;
    languages.source_language = options.source_language;
    languages.target_language = options.target_language;
    return parse_tmx(read_all(bytes), name, languages);
  }
  if (!traits_of(format).text || format == AlignmentFormat::moses) {
    throw Error(ErrorCode::content, {name, {}, {}},
                fmt::format(fmt::runtime(translate("{} holds no texts in one file")),
                            traits_of(format).name));
  }
  Lines source;
  Lines target;
  std::vector<Bead> beads;
  read_units(format, bytes, name, options, [&](const TranslationUnit& unit) {
    const std::size_t line = beads.size();
    source.add(unit.source, unit.source_language);
    target.add(unit.target, unit.target_language);
    beads.push_back({{line}, {line}, unit.score, unit.confidence, unit.locked, {}});
  });
  return {source.document(name, options.source_language),
          target.document(name, options.target_language), std::move(beads)};
}

}  // namespace duizhao
