// Documents from files and from memory.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "duizhao/document/document.hpp"
#include "duizhao/text/export.hpp"

namespace duizhao {

/// How the bytes of a document are laid out.
enum class InputFormat {
  automatic,          ///< told from the content, never from the file name
  text,               ///< plain text: a paragraph a line, or wrapped lines between blank ones
  markdown,           ///< CommonMark with tables, YAML front matter and HTML inside
  asciidoc,           ///< AsciiDoc: headings, paragraphs, lists, listings, tables
  restructured_text,  ///< reStructuredText: the same, with directives
  html,               ///< a page: its article, without navigation, scripts and other boilerplate
  srt,                ///< subtitles of SubRip: a cue has a number, times and lines
  webvtt,             ///< subtitles of the Web (W3C WebVTT)
  epub,               ///< a book: the pages of its spine, one behind the other
  docx,               ///< a document of Word: its body, then its notes
  ass,                ///< subtitles of (Advanced) SubStation Alpha
  lines,  ///< each line is one sentence, kept as it is; a blank line is an empty sentence
};

/// How bytes are read; what is not told is found out.
struct ReadOptions {
  InputFormat format = InputFormat::automatic;  ///< the layout

  /// The main language, ISO 639 ("zh", "en", …). "auto" takes the language of most letters. Blocks
  /// in another script keep their own language.
  std::string language = "auto";

  /// The encoding of the bytes: a name that ICU knows ("utf-8", "gb18030", "big5", "utf-16", …), or
  /// "auto": by the byte-order mark, else UTF-8, UTF-16, GB18030 or Big5 by what is typical of
  /// them.
  std::string encoding = "auto";

  /// Kept with the document as it is.
  DocumentMetadata metadata = {};
};

/// Reads a document.
///
/// The document's bytes, and all offsets, are those of the text as UTF-8, a byte-order mark
/// counted, of an EPUB or DOCX file those of the XML in it; decoding errors name the byte in the
/// file. Blocks get their language by their letters and their speaker by a label: `**Waves:** …`,
/// `Liang: …`, `暗涌：…`, `【梁文锋】…`. A label without emphasis counts if it comes again or
/// stands beside another one, so that `Note: …` stays text. Throws Error (io, decoding). Linear in
/// the size of the file.
DUIZHAO_EXPORT Document read_document(const std::filesystem::path& path,
                                      const ReadOptions& options = {});

/// The same for text in memory; `name` stands for the path in messages and results.
DUIZHAO_EXPORT Document parse_document(std::string bytes, std::string name,
                                       const ReadOptions& options = {});

/// The layout that `automatic` takes `bytes` of a text for; archives are told before they are
/// texts. Subtitles show themselves by their first lines; HTML shows itself by its first tag;
/// AsciiDoc and reStructuredText by two signs that Markdown does not know; Markdown by front
/// matter, headings, strong emphasis, links, images, fences, footnotes or admonitions, and by code
/// spans or displayed formulas where empty lines set paragraphs apart; `lines` by eight or more
/// lines without a blank one, in one script, hardly any of which holds a sentence end inside. Never
/// `automatic`. Linear.
DUIZHAO_EXPORT InputFormat detect_format(std::string_view bytes);

/// Whether `language` is "auto" or the tag of a language that ICU knows: zh, en, fr, zh-Hant.
DUIZHAO_EXPORT bool knows_language(const std::string& language);

/// Whether `encoding` is "auto" or the name of an encoding that ReadOptions takes.
DUIZHAO_EXPORT bool knows_encoding(const std::string& encoding);

}  // namespace duizhao
