// Units of alignments, and the choice of readers and writers.
#include "duizhao/io/exchange.hpp"
#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"
#include "io/codecs.hpp"

namespace duizhao {
namespace {

std::vector<UnitSentence> sentences_of(const SegmentedDocument& document,
                                       const std::vector<std::size_t>& indices) {
  std::vector<UnitSentence> sentences;
  for (const std::size_t index : indices) {
    const Sentence& sentence = document.sentences()[index];
    sentences.push_back({index, document.text(index), sentence.block, sentence.range,
                         document.document().time_of(sentence.range)});
  }
  return sentences;
}

/// The language of the sentences that take part: of the first bead's on this side.
std::string language_of(const SegmentedDocument& document,
                        const std::vector<std::size_t>& indices) {
  const std::string own = indices.empty() ? "" : document.block(indices.front()).language;
  return own.empty() ? document.document().language() : own;
}

/// The first sentence of a bead.
ErrorPlace place_of(const Alignment& alignment, const Bead& bead) {
  const bool in_source = !bead.source.empty();
  const auto& indices = in_source ? bead.source : bead.target;
  const SegmentedDocument& document = in_source ? alignment.source() : alignment.target();
  if (indices.empty()) return {document.document().name(), {}, {}};
  const std::size_t byte = document.sentences()[indices.front()].range.begin;
  return {document.document().name(), document.line(indices.front()), byte};
}

}  // namespace

void visit_units(const Alignment& alignment, const UnitSink& sink) {
  for (const Bead& bead : alignment.beads()) {
    TranslationUnit unit;
    unit.source = sentences_of(alignment.source(), bead.source);
    unit.target = sentences_of(alignment.target(), bead.target);
    unit.source_language = language_of(alignment.source(), bead.source);
    unit.target_language = language_of(alignment.target(), bead.target);
    unit.score = bead.score;
    unit.confidence = bead.confidence;
    unit.locked = bead.locked;
    unit.moved = bead.moved;
    unit.place = place_of(alignment, bead);
    sink(std::move(unit));
  }
}

UnitsRead read_units(AlignmentFormat format, const ByteSource& bytes, const std::string& name,
                     const ReadUnitsOptions& options, const UnitSink& sink) {
  const io::Input input{bytes, name, options, sink};
  switch (format) {
    case AlignmentFormat::beads:
      return io::read_beads(input);
    case AlignmentFormat::ladder:
      return io::read_ladder(input);
    case AlignmentFormat::hunalign:
      return io::read_hunalign(input);
    case AlignmentFormat::intertext:
      return io::read_intertext(input);
    case AlignmentFormat::tmx:
      return io::read_tmx(input);
    case AlignmentFormat::xliff:
      return io::read_xliff(input);
    case AlignmentFormat::tsv:
      return io::read_tsv(input);
    case AlignmentFormat::csv:
      return io::read_csv(input);
    case AlignmentFormat::xlsx:
      return io::read_xlsx(input);
    case AlignmentFormat::jsonl:
      return io::read_jsonl(input);
    case AlignmentFormat::po:
      return io::read_po(input);
    case AlignmentFormat::srt:
    case AlignmentFormat::webvtt:
      throw Error(ErrorCode::content, {name, {}, {}},
                  translate("subtitles are read as a document: align two of them"));
    case AlignmentFormat::moses:
      break;
  }
  throw std::logic_error("Moses has two files");
}

std::unique_ptr<UnitWriter> unit_writer(AlignmentFormat format, ByteSink sink,
                                        const WriteUnitsOptions& options) {
  switch (format) {
    case AlignmentFormat::beads:
      return io::beads_writer(std::move(sink));
    case AlignmentFormat::ladder:
      return io::ladder_writer(std::move(sink));
    case AlignmentFormat::hunalign:
      return io::hunalign_writer(std::move(sink));
    case AlignmentFormat::intertext:
      return io::intertext_writer(std::move(sink), options);
    case AlignmentFormat::tmx:
      return io::tmx_writer(std::move(sink));
    case AlignmentFormat::xliff:
      return io::xliff_writer(std::move(sink), options);
    case AlignmentFormat::tsv:
      return io::tsv_writer(std::move(sink), options);
    case AlignmentFormat::csv:
      return io::csv_writer(std::move(sink), options);
    case AlignmentFormat::srt:
    case AlignmentFormat::webvtt:
      return io::subtitle_writer(std::move(sink), format);
    case AlignmentFormat::jsonl:
      return io::jsonl_writer(std::move(sink));
    case AlignmentFormat::po:
    case AlignmentFormat::xlsx:
      throw std::logic_error("this format is only read");
    case AlignmentFormat::moses:
      break;
  }
  throw std::logic_error("Moses has two files");
}

std::string to_format(const Alignment& alignment, AlignmentFormat format, bool byte_order_mark) {
  std::string bytes;
  const WriteUnitsOptions options{alignment.source().document().name(),
                                  alignment.target().document().name(), byte_order_mark};
  const auto writer = unit_writer(
      format, [&](std::string_view piece) { bytes += piece; }, options);
  visit_units(alignment, [&](const TranslationUnit& unit) { writer->write(unit); });
  writer->finish();
  return bytes;
}

}  // namespace duizhao
