// A text in one main language, with its blocks and turns.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/text/byte_range.hpp"
#include "duizhao/text/export.hpp"

namespace duizhao {

/// What a block is.
enum class BlockKind {
  paragraph,
  heading,
  list_item,
  blockquote,
  table_cell,
  code,     ///< a block of code, as one: it has no sentences
  formula,  ///< a displayed formula: it has none either
  line,     ///< a line of one-sentence-a-line input: one sentence, whatever it holds
};

/// The lower-case name of a kind, such as "list_item".
DUIZHAO_EXPORT std::string_view name_of(BlockKind kind);

/// What a stretch of text is. What is no prose is of no language, and no sentence ends in it.
enum class RunKind {
  prose,
  code,     ///< a code span, or a line of a block of code
  formula,  ///< with its marks, such as `$x^2$`
  address,  ///< of a page or a mailbox
};

/// A stretch of a document that its reader sees, as it stands or as something else.
///
/// Markdown `AT&amp;T **is**` has the runs `AT`, `&amp;` shown as "&", `T `, `is`.
struct TextRun {
  ByteRange range = {};                   ///< bytes of the document
  std::optional<std::string> shown = {};  ///< what is seen in place of the bytes; absent: the bytes
  RunKind kind = RunKind::prose;          ///< what it is
};

/// What is wrong with a document's markup.
enum class MarkupFault {
  unclosed_code,          ///< a fence without its end
  unclosed_front_matter,  ///< fields at the top without their end
  unclosed_comment,  ///< `<!--` without `-->`, or a script or style element without its end tag
};

/// A fault of the markup and where it begins. What follows it is read as text.
struct MarkupNote {
  MarkupFault fault = MarkupFault::unclosed_code;  ///< what is wrong
  std::size_t offset = 0;                          ///< byte of the document
};

/// A piece of a text that is shown for a time: a subtitle.
struct Cue {
  ByteRange range = {};                  ///< bytes of the document, from its first to its last word
  std::chrono::milliseconds begin = {};  ///< from the beginning of the film
  std::chrono::milliseconds end = {};    ///< not before it begins
};

/// When something is said.
struct TimeSpan {
  std::chrono::milliseconds begin = {};  ///< from the beginning of the film
  std::chrono::milliseconds end = {};    ///< not before it begins
};

/// A paragraph, heading, list item or turn of a document.
struct Block {
  BlockKind kind = BlockKind::paragraph;  ///< what it is
  ByteRange range = {};       ///< from the first to the last visible byte; marks and labels outside
  std::size_t first_run = 0;  ///< the runs that make up its text:
  std::size_t run_count = 0;  ///< runs()[first_run] to runs()[first_run + run_count - 1]
  std::string language = {};  ///< ISO 639 code; the document's where the block has no letters
  std::string speaker = {};  ///< who speaks; empty outside turns. Carried on to the paragraphs that
                             ///< continue a turn, up to the next turn or heading.
  bool begins_turn = false;  ///< the speaker's label stands before this block
};

/// What is known about a text from outside it. Unknown fields are empty.
struct DocumentMetadata {
  std::string id = {};      ///< as the manifest calls it
  std::string title = {};   ///< as it was published
  std::string outlet = {};  ///< who published it
  std::string date = {};    ///< ISO 8601, as exact as it is known: 2024, 2024-07, 2024-07-17
  std::string url = {};     ///< where
};

/// An immutable text: its UTF-8 bytes, blocks in order, languages, metadata.
///
/// A handle to shared data: copies are cheap, refer to the same text and may be used by many
/// threads.
class DUIZHAO_EXPORT Document {
 public:
  /// The parts of a document, as a reader puts them together.
  struct Parts {
    std::string name = {};           ///< path or other name, used in messages and results
    std::string bytes = {};          ///< well-formed UTF-8
    std::string language = {};       ///< main language, ISO 639; empty if the text has no letters
    std::vector<TextRun> runs = {};  ///< in order, disjoint
    std::vector<Block> blocks = {};  ///< in order, disjoint
    std::vector<ByteRange> matter = {};   ///< in order, disjoint; outside the runs
    std::vector<MarkupNote> faults = {};  ///< in order
    std::vector<Cue> cues = {};           ///< in order, disjoint
    DocumentMetadata metadata = {};       ///< what is known beside the text
  };

  /// A text without bytes or blocks; so is one that was moved from.
  Document() = default;

  /// Readers make the parts. Throws Error (decoding) for bytes that are not UTF-8, (content) for a
  /// language that nobody knows, and for runs or blocks that are out of order or outside the bytes.
  /// Linear.
  explicit Document(Parts parts);

  /// The path, or what the caller called it.
  const std::string& name() const { return data().parts.name; }
  /// All of the text in UTF-8, markup included.
  const std::string& bytes() const { return data().parts.bytes; }
  /// Its main language, ISO 639; empty if the text has no letters.
  const std::string& language() const { return data().parts.language; }
  /// Paragraphs, headings and lines, in order and disjoint.
  const std::vector<Block>& blocks() const { return data().parts.blocks; }
  /// What a reader sees, in order and disjoint.
  const std::vector<TextRun>& runs() const { return data().parts.runs; }
  /// What is part of the file but not of its text, in order and disjoint: front matter, comments,
  /// scripts, attributes, marks of footnotes and admonitions, the navigation of a page. Marks that
  /// only set text (emphasis, headings, lists, tags) are not counted.
  const std::vector<ByteRange>& matter() const { return data().parts.matter; }
  /// What is wrong with its markup, in order.
  const std::vector<MarkupNote>& faults() const { return data().parts.faults; }
  /// The times of its subtitles, in the order of the text and disjoint; none in other texts.
  const std::vector<Cue>& cues() const { return data().parts.cues; }
  /// What is known of it beside its text.
  const DocumentMetadata& metadata() const { return data().parts.metadata; }

  /// The runs of one block.
  std::span<const TextRun> runs(const Block& block) const;

  /// What a reader sees of `range`: markup left out, entities decoded, wrapped lines joined. A run
  /// that is shown as something else counts where it lies in the range as a whole. Linear in the
  /// range.
  std::string text(ByteRange range) const;

  /// When `range` is said: from its first cue to its last, of which it takes the shares that it has
  /// of their bytes. Nothing where it meets no cue. Logarithmic.
  std::optional<TimeSpan> time_of(ByteRange range) const;

  /// The line that a byte lies in, counted from 1. Logarithmic.
  std::size_t line_of(std::size_t offset) const;

 private:
  struct Data {
    Parts parts = {};
    std::vector<std::size_t> line_begins = {};
  };
  const Data& data() const;

  std::shared_ptr<const Data> data_;  // null: empty
};

}  // namespace duizhao
