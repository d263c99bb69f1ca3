// Files of units as alignments.
#include <algorithm>

#include <fmt/format.h>

#include "duizhao/align/aligner.hpp"
#include "duizhao/document/read_document.hpp"
#include "duizhao/io/exchange.hpp"
#include "duizhao/io/results.hpp"
#include "duizhao/segment/segmenter.hpp"
#include "duizhao/text/messages.hpp"
#include "text/scripts.hpp"

namespace duizhao {
namespace {

/// One side of the units as a document, a line each.
class Lines {
 public:
  void add(const std::vector<UnitSentence>& sentences, const std::string& language) {
    if (language_.empty()) language_ = language.substr(0, language.find_first_of("-_"));
    std::string line;
    for (const UnitSentence& each : sentences) {
      if (each.text.empty()) continue;
      if (!line.empty() && !text::runs_without_spaces(language_)) line += ' ';
      line += each.text;
    }
    // What ends a line in a document ends none here.
    std::ranges::replace(line, '\n', ' ');
    std::ranges::replace(line, '\r', ' ');
    text_ += line + '\n';
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
