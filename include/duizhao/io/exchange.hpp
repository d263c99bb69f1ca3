// Alignments in the formats of other tools.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "duizhao/bitext/alignment.hpp"
#include "duizhao/text/byte_range.hpp"
#include "duizhao/text/error.hpp"
#include "duizhao/text/export.hpp"
#include "duizhao/text/file.hpp"

namespace duizhao {

/// A format that holds alignments.
enum class AlignmentFormat {
  beads,      ///< lines of indices, as vecalign and SentAlign write them
  ladder,     ///< hunalign's boundaries
  hunalign,   ///< hunalign's text: source, target, score
  intertext,  ///< InterText's links
  moses,      ///< two files with a line for each unit
  tmx,        ///< TMX 1.4b (LISA)
  xliff,      ///< XLIFF 2.0 (OASIS); 1.0 to 2.2 are read
  tsv,        ///< a table; its header line may be missing
  jsonl,      ///< an object a line
  csv,        ///< the same, set apart by commas (RFC 4180)
  xlsx,       ///< the same, the first sheet of a workbook; only read
  po,         ///< a catalogue of messages (GNU gettext); only read
  srt,        ///< bilingual subtitles of SubRip; only written
  webvtt,     ///< the same of the Web (W3C WebVTT)
};

/// What a format keeps of translation units. What it does not keep is lost in it.
struct FormatTraits {
  std::string_view name = {};                   ///< as the command line has it: tmx
  std::vector<std::string_view> suffixes = {};  ///< of files, with their dots
  bool read = true;                             ///< there is a reader, not only a writer
  bool written = true;                          ///< there is a writer, not only a reader
  bool text = true;                             ///< of the sentences
  bool sentences = true;                        ///< which there are on each side
  bool ends = true;                             ///< where each ends in the text of its side
  bool order = true;                            ///< units that cross, sentences in no unit
  bool scores = true;                           ///< those of beads
  bool confidences = true;                      ///< those of beads
  bool locks = true;                            ///< which beads a person has settled
  bool places = true;                           ///< bytes of the sentences in their documents
  bool notes = true;                            ///< what people said of a unit
  bool languages = true;                        ///< of both sides
};
DUIZHAO_EXPORT const FormatTraits& traits_of(AlignmentFormat format);

/// All formats, in the order of the documentation.
DUIZHAO_EXPORT const std::vector<AlignmentFormat>& alignment_formats();

/// The format of a name (`tmx`), and that of a file by its suffix (`memory.tmx`).
DUIZHAO_EXPORT std::optional<AlignmentFormat> parse_alignment_format(std::string_view name);
DUIZHAO_EXPORT std::optional<AlignmentFormat> format_of(const std::filesystem::path& path);

/// A sentence of a translation unit.
struct UnitSentence {
  std::size_t index = 0;                      ///< among the sentences of its document
  std::string text = {};                      ///< empty from formats that hold no text
  std::optional<std::size_t> paragraph = {};  ///< index of its block in the document, where known
  std::optional<ByteRange> range = {};        ///< bytes of the document, where known
  std::optional<TimeSpan> time = {};          ///< when it is said, of subtitles
};

/// The texts of a unit as their file has them, with the inline codes of the format that they were
/// translated in: what a writer of the same format puts back byte for byte.
struct UnitMarkup {
  AlignmentFormat format = AlignmentFormat::tmx;  ///< which has them
  std::string space = {};   ///< namespace of their elements, which tells the version of XLIFF
  std::string source = {};  ///< the content of its element, as XML; both are empty without codes
  std::string target = {};  ///< the same of the target
};

/// Some source sentences and what they became: a bead with its texts. Either side may be empty.
struct TranslationUnit {
  std::vector<UnitSentence> source = {};  ///< in the order of the text
  std::vector<UnitSentence> target = {};  ///< in the order of the text
  std::string source_language = {};     ///< a tag, as the format has it: zh-TW; empty if not known
  std::string target_language = {};     ///< the same of the target
  double score = 0;                     ///< as in Bead
  double confidence = 1;                ///< as in Bead
  bool locked = false;                  ///< a person has settled it
  std::vector<std::size_t> moved = {};  ///< as in Bead
  std::vector<std::string> notes = {};  ///< what people said of it
  std::optional<UnitMarkup> markup = {};  ///< of units that were read from TMX or XLIFF
  ErrorPlace place = {};                  ///< where it was read, for messages
};

using UnitSink = std::function<void(TranslationUnit)>;

/// The units of an alignment, a bead each, in its order.
DUIZHAO_EXPORT void visit_units(const Alignment& alignment, const UnitSink& sink);

/// What a file of units does not say itself.
struct ReadUnitsOptions {
  std::string source_language = "auto";  ///< of the units: ISO 639, or auto: as the file says,
  std::string target_language = "auto";  ///< else what the first texts look like

  /// The texts, for formats that hold none; null where they are not at hand. Must stay alive.
  const SegmentedDocument* source = nullptr;
  const SegmentedDocument* target = nullptr;  ///< the same of the target
};

/// What was read, and what of it units do not hold.
struct UnitsRead {
  std::size_t units = 0;     ///< how many
  std::size_t variants = 0;  ///< segments in third languages, or a second one in the same
  std::size_t codes = 0;     ///< inline elements of other namespaces, which are not kept
  std::size_t empty = 0;     ///< units, or their sides, without a segment; obsolete entries
};

/// Reads an alignment unit by unit. Formats that hold no text give units without it unless the
/// options have the documents; then sentences in no bead become units of one side, of confidence 0.
/// TMX and XLIFF are read in constant memory, in UTF-8 or UTF-16; others are read whole first, in
/// any encoding that read_document detects. No external entity is read.
///
/// Throws Error (format, decoding) with file, line and byte for what is malformed or does not fit
/// the documents, and what `sink` throws; bytes are those of the text as UTF-8 where it was read
/// whole. Linear. Not for moses, which has two files.
DUIZHAO_EXPORT UnitsRead read_units(AlignmentFormat format, const ByteSource& bytes,
                                    const std::string& name, const ReadUnitsOptions& options,
                                    const UnitSink& sink);

/// A file in memory or on disk, and its name in messages.
struct NamedSource {
  ByteSource bytes = {};  ///< what is read
  std::string name = {};  ///< its name in errors
};

/// Reads two files of Moses, which must have the same number of lines; as read_units.
DUIZHAO_EXPORT UnitsRead read_moses(const NamedSource& source, const NamedSource& target,
                                    const ReadUnitsOptions& options, const UnitSink& sink);

/// Reads a file that holds texts and their translations as an alignment, a bead for each unit whose
/// sides are of two languages. The documents bear its name, and their units stand on the lines that
/// they have in it. `read` gets what the units do not hold, if it is not null. Throws as
/// read_units, and Error (content) for formats that hold no text and for moses.
DUIZHAO_EXPORT Alignment read_aligned(AlignmentFormat format, const ByteSource& bytes,
                                      const std::string& name, const ReadUnitsOptions& options = {},
                                      UnitsRead* read = nullptr);

/// Takes the bytes of a file, piece by piece.
using ByteSink = std::function<void(std::string_view)>;

/// What a file of units says of itself.
struct WriteUnitsOptions {
  std::string source_name = {};  ///< of the documents, where the format names them
  std::string target_name = {};  ///< the same of the target
  bool byte_order_mark =
      false;  ///< before TSV and CSV, for programs that take UTF-8 for no other sign
};

/// Writes units in one format, in constant memory; InterText's links wait for the last unit.
class DUIZHAO_EXPORT UnitWriter {
 public:
  virtual ~UnitWriter() = default;

  /// Throws Error (content), with the place of the unit, for what the format cannot say at all:
  /// units that cross in a ladder, characters that XML forbids.
  virtual void write(const TranslationUnit& unit) = 0;

  /// Writes what stands behind all units. Nothing may follow.
  virtual void finish() = 0;
};

/// A writer for any format that is written but moses.
DUIZHAO_EXPORT std::unique_ptr<UnitWriter> unit_writer(AlignmentFormat format, ByteSink sink,
                                                       const WriteUnitsOptions& options = {});

/// A writer of the two files of Moses.
DUIZHAO_EXPORT std::unique_ptr<UnitWriter> moses_writer(ByteSink source, ByteSink target);

/// An alignment in a format that is written but moses: what a writer makes of its units.
/// `byte_order_mark` is that of WriteUnitsOptions.
DUIZHAO_EXPORT std::string to_format(const Alignment& alignment, AlignmentFormat format,
                                     bool byte_order_mark = false);

/// What a format may be unable to keep of a unit.
enum class Loss {
  sentences,
  sentence_ends,
  order,
  scores,
  confidences,
  locks,
  places,
  notes,
  codes,  ///< inline: only a file of the same format holds them
};

/// Counts what a format does not keep.
class DUIZHAO_EXPORT Losses {
 public:
  /// Nothing is lost so far.
  explicit Losses(AlignmentFormat format) : format_(format), traits_(traits_of(format)) {}

  /// Counts what the format cannot hold of a unit.
  void add(const TranslationUnit& unit);

  /// What is lost, and of how many units. Only what there was, in the order of Loss.
  const std::map<Loss, std::size_t>& counts() const { return counts_; }

 private:
  AlignmentFormat format_;
  const FormatTraits& traits_;
  std::map<Loss, std::size_t> counts_;
  std::optional<std::size_t> last_source_;  // the greatest sentences so far
  std::optional<std::size_t> last_target_;
};

}  // namespace duizhao
