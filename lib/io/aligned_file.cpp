// Files of units as alignments.
#include <fmt/format.h>

#include "duizhao/io/exchange.hpp"
#include "duizhao/text/messages.hpp"
#include "io/codecs.hpp"
#include "io/line_file.hpp"
#include "io/sentences.hpp"
#include "io/units_document.hpp"
#include "text/scripts.hpp"

namespace duizhao {
namespace {

/// One side of the units: each on the line that it has in the file, behind others that share it.
class Lines {
 public:
  explicit Lines(const std::string& language)
      : document_(language == "auto" ? "" : text::primary_language(language)) {}

  void add(const std::vector<UnitSentence>& sentences, const std::string& language,
           const ErrorPlace& place) {
    const std::size_t line = place.line.value_or(line_ + 1);
    if (line <= line_) bytes_ += ' ';
    for (; line_ < line; ++line_) bytes_ += '\n';
    const std::size_t begin = bytes_.size();
    // What ends a line in a document ends none here.
    bytes_ += io::as_field(io::joined(sentences, language));
    const ByteRange range{begin, bytes_.size()};
    document_.add(range, {{range, {}}}, language);
  }

  SegmentedDocument document(const std::string& name) {
    return document_.finish(std::move(bytes_), name);
  }

 private:
  io::UnitsDocument document_;
  std::string bytes_;
  std::size_t line_ = 1;  // of what came last
};

}  // namespace

Alignment read_aligned(AlignmentFormat format, const ByteSource& bytes, const std::string& name,
                       const ReadUnitsOptions& options, UnitsRead* read) {
  UnitsRead ignored;
  UnitsRead& found = read != nullptr ? *read : ignored;
  if (format == AlignmentFormat::tmx) {
    auto memory = io::read_tmx_documents(read_all(bytes), name, options);
    found = memory.second;
    return std::move(memory.first);
  }
  if (!traits_of(format).text || format == AlignmentFormat::moses) {
    throw Error(ErrorCode::content, {name, {}, {}},
                fmt::format(fmt::runtime(translate("{} holds no texts in one file")),
                            traits_of(format).name));
  }
  Lines source(options.source_language);
  Lines target(options.target_language);
  std::vector<Bead> beads;
  found = read_units(format, bytes, name, options, [&](const TranslationUnit& unit) {
    const std::size_t line = beads.size();
    source.add(unit.source, unit.source_language, unit.place);
    target.add(unit.target, unit.target_language, unit.place);
    beads.push_back({{line}, {line}, unit.score, unit.confidence, unit.locked, {}});
  });
  return {source.document(name), target.document(name), std::move(beads)};
}

}  // namespace duizhao
