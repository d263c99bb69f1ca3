// What the readers of the layouts hand to the assembly of blocks.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/document/document.hpp"

namespace duizhao::document {

/// A line of visible text, before lines are joined to blocks.
struct Line {
  BlockKind kind = BlockKind::paragraph;
  std::vector<TextRun> runs;
  std::size_t strong_bytes = 0;  ///< so much of the line's document bytes, from its first run on,
                                 ///< is strongly emphasised
  bool continues = false;        ///< a wrapped line: one block with the line before it
  bool spaced = false;           ///< with a space between them in Chinese, too
  std::optional<std::string> speaker = {};  ///< who speaks from here on, where the markup says
};

/// What a reader makes of a file.
struct Layout {
  std::vector<Line> lines = {};         ///< in order
  std::vector<ByteRange> matter = {};   ///< in order, disjoint
  std::vector<MarkupNote> faults = {};  ///< in order
  std::vector<Cue> cues = {};           ///< in order, disjoint
};

/// The layout of `bytes` (well-formed UTF-8) from offset `begin` on.
Layout read_text(std::string_view bytes, std::size_t begin);
Layout read_markdown(std::string_view bytes, std::size_t begin);
Layout read_asciidoc(std::string_view bytes, std::size_t begin);
Layout read_restructured_text(std::string_view bytes, std::size_t begin);
Layout read_sentence_lines(std::string_view bytes, std::size_t begin);

/// What of an HTML page is read.
enum class HtmlPart {
  article,  ///< without what stands around it
  whole,    ///< all that a reader sees: a page of a book
};

/// The layout of an HTML page. Throws Error (format) for elements nested 1,000 deep; `name` is the
/// file's name in messages.
Layout read_html(std::string_view bytes, std::size_t begin, const std::string& name,
                 HtmlPart part = HtmlPart::article);

/// Subtitles, as document/subtitles.hpp tells them apart. Throw Error (format) with the place of
/// what is no time, and for cues that run backwards.
Layout read_srt(std::string_view bytes, std::size_t begin, const std::string& name);
Layout read_webvtt(std::string_view bytes, std::size_t begin, const std::string& name);
Layout read_ass(std::string_view bytes, std::size_t begin, const std::string& name);

/// Whether a line of plain text begins with the mark of a list item or a quotation.
bool begins_with_mark(std::string_view line);

/// Whether a line ends in the midst of a word, at a hyphen: qui- / etly, well- / known. Not pre- /
/// and post-war.
bool ends_at_hyphen(std::string_view line, std::string_view next);

/// What a reader sees of a line.
std::string visible_text(std::string_view bytes, const Line& line);

/// A range without the white space at its ends.
ByteRange trimmed(std::string_view bytes, ByteRange range);

/// Cuts white space off both ends of a line; its runs may all vanish.
void trim(std::string_view bytes, Line& line);

/// The range of the physical line that begins at `offset`, without its line feed or carriage
/// return; `next` becomes the beginning of the next one.
ByteRange physical_line(std::string_view bytes, std::size_t offset, std::size_t& next);

/// Marks of speakers, taken off the lines.
struct Turn {
  std::size_t line;  ///< where the turn begins
  std::string speaker;
  bool goes_on;  ///< through the paragraphs that follow; a question in bold type stands alone
};

/// Finds the speakers' labels at the beginnings of lines and cuts them off.
std::vector<Turn> take_labels(std::string_view bytes, std::vector<Line>& lines);

/// Joins lines to blocks with languages and speakers. `language` is "auto" or the main language.
Document::Parts assemble(std::string bytes, std::string name, Layout layout,
                         const std::string& language);

}  // namespace duizhao::document
