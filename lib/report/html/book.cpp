#include "duizhao/report/book.hpp"

#include <fmt/format.h>

#include <optional>
#include <vector>

#include "report/html/page.hpp"
#include "text/archive.hpp"
#include "text/checksum.hpp"
#include "text/embedded.hpp"
#include "text/scripts.hpp"

namespace duizhao {
namespace {

/// A text and its language.
struct Passage {
  std::string text;
  std::string language;

  void add(const std::string& more, const std::string& in) {
    if (text.empty()) language = in;
    if (!text.empty() && !more.empty()) text += text::sentence_separator(language);
    text += more;
  }
};

/// A paragraph of the source and what it became; of what the source lacks, one of the target.
struct Paragraph {
  bool is_heading = false;
  std::string speaker;  // where a turn begins
  Passage source;
  Passage target;
};

struct Chapter {
  std::string title;
  std::vector<Paragraph> paragraphs;
};

/// The block of the first of some sentences; nothing for none.
std::optional<std::size_t> block_of(const SegmentedDocument& document,
                                    const std::vector<std::size_t>& sentences) {
  if (sentences.empty()) return std::nullopt;
  return document.sentences()[sentences.front()].block;
}

std::vector<Paragraph> paragraphs_of(const Alignment& alignment) {
  const SegmentedDocument& source = alignment.source();
  const SegmentedDocument& target = alignment.target();
  std::vector<Paragraph> paragraphs;
  std::optional<std::size_t> source_block;  // of what came last
  std::optional<std::size_t> target_block;
  for (const Bead& bead : alignment.beads()) {
    const auto own = block_of(source, bead.source);
    const auto other = block_of(target, bead.target);
    const bool begins = own ? own != source_block : other != target_block;
    if (begins || paragraphs.empty()) {
      const Block* const block = own     ? &source.block(bead.source.front())
                                 : other ? &target.block(bead.target.front())
                                         : nullptr;
      Paragraph& added = paragraphs.emplace_back();
      added.is_heading = block != nullptr && block->kind == BlockKind::heading;
      if (block != nullptr && block->begins_turn) added.speaker = block->speaker;
    }
    if (begins || own) source_block = own;
    if (other) target_block = other;
    Paragraph& last = paragraphs.back();
    last.source.add(alignment.source_text(bead), report::language_of(source, bead.source));
    last.target.add(alignment.target_text(bead), report::language_of(target, bead.target));
  }
  return paragraphs;
}

/// A chapter begins with a heading, unless that follows another one.
std::vector<Chapter> chapters_of(const Alignment& alignment, const std::string& title) {
  std::vector<Chapter> chapters;
  bool behind_heading = false;
  for (Paragraph& each : paragraphs_of(alignment)) {
    const bool begins = each.is_heading && !behind_heading;
    behind_heading = each.is_heading;
    if (chapters.empty() || begins) {
      const std::string& heading = each.source.text.empty() ? each.target.text : each.source.text;
      chapters.push_back({begins ? heading : title, {}});
    }
    chapters.back().paragraphs.push_back(std::move(each));
  }
  if (chapters.empty()) chapters.push_back({title, {}});
  return chapters;
}

/// A text in its language, as HTML and XML have it.
std::string element(const char* tag, const char* side, const std::string& speaker,
                    const Passage& passage) {
  if (passage.text.empty()) return {};
  const std::string label = speaker.empty() ? "" : "<b>" + report::html(speaker) + "</b> ";
  return fmt::format("<{0} class=\"{1}\" lang=\"{2}\" xml:lang=\"{2}\">{3}{4}</{0}>\n", tag, side,
                     report::html(passage.language), label, report::html(passage.text));
}

std::string body_of(const Chapter& chapter) {
  std::string body;
  for (const Paragraph& each : chapter.paragraphs) {
    const char* const tag = each.is_heading ? "h2" : "p";
    const bool alone = each.source.text.empty();
    body += "<div class=\"pair\">\n" + element(tag, "source", each.speaker, each.source) +
            element(tag, "target", alone ? each.speaker : "", each.target) + "</div>\n";
  }
  return body;
}

std::string page(const std::string& title, const std::string& language, const std::string& body) {
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<html xmlns=\"http://www.w3.org/1999/xhtml\" "
      "xmlns:epub=\"http://www.idpf.org/2007/ops\" lang=\"{0}\" xml:lang=\"{0}\">\n"
      "<head><title>{1}</title><link rel=\"stylesheet\" href=\"style.css\"/></head>\n"
      "<body>\n{2}</body>\n</html>\n",
      report::html(language), report::html(title), body);
}

std::string name_of_chapter(std::size_t number) {
  return fmt::format("chapter-{:04}.xhtml", number + 1);
}

std::string contents(const std::vector<Chapter>& chapters) {
  std::string list;
  for (std::size_t k = 0; k < chapters.size(); ++k) {
    list += fmt::format("<li><a href=\"{}\">{}</a></li>\n", name_of_chapter(k),
                        report::html(chapters[k].title));
  }
  return "<nav epub:type=\"toc\"><ol>\n" + list + "</ol></nav>\n";
}

std::string package(const Alignment& alignment, const std::string& title, std::size_t chapters) {
  const Document& source = alignment.source().document();
  const Document& target = alignment.target().document();
  std::string manifest;
  std::string spine;
  for (std::size_t k = 0; k < chapters; ++k) {
    manifest += fmt::format("<item id=\"c{}\" href=\"{}\" media-type=\"application/xhtml+xml\"/>\n",
                            k, name_of_chapter(k));
    spine += fmt::format("<itemref idref=\"c{}\"/>\n", k);
  }
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\">\n"
      "<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n"
      "<dc:identifier id=\"id\">urn:duizhao:{:016x}-{:016x}</dc:identifier>\n"
      "<dc:title>{}</dc:title>\n<dc:language>{}</dc:language>\n<dc:language>{}</dc:language>\n"
      "<meta property=\"dcterms:modified\">1980-01-01T00:00:00Z</meta>\n</metadata>\n"
      "<manifest>\n"
      "<item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" "
      "properties=\"nav\"/>\n"
      "<item id=\"style\" href=\"style.css\" media-type=\"text/css\"/>\n{}</manifest>\n"
      "<spine>\n{}</spine>\n</package>\n",
      text::checksum_of(source.bytes()), text::checksum_of(target.bytes()), report::html(title),
      report::html(source.language().empty() ? "und" : source.language()),
      report::html(target.language().empty() ? "und" : target.language()), manifest, spine);
}

}  // namespace

std::string to_book(const Alignment& alignment, const std::string& title) {
  std::string body;
  for (const Chapter& chapter : chapters_of(alignment, title)) body += body_of(chapter);
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" "
      "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n<main>\n<h1>{}</h1>\n{}</main>\n"
      "</body>\n</html>\n",
      report::html(alignment.source().document().language()), report::html(title), text::kBookStyle,
      report::html(title), body);
}

std::string to_epub(const Alignment& alignment, const std::string& title) {
  const std::vector<Chapter> chapters = chapters_of(alignment, title);
  const std::string& language = alignment.source().document().language();
  std::vector<text::ArchiveEntry> entries = {
      {"mimetype", "application/epub+zip"},
      {"META-INF/container.xml",
       "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
       "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\" version=\"1.0\">\n"
       "<rootfiles><rootfile full-path=\"book/package.opf\" "
       "media-type=\"application/oebps-package+xml\"/></rootfiles>\n</container>\n"},
      {"book/package.opf", package(alignment, title, chapters.size())},
      {"book/nav.xhtml", page(title, language, contents(chapters))},
      {"book/style.css", std::string(text::kBookStyle)}};
  for (std::size_t k = 0; k < chapters.size(); ++k) {
    entries.push_back(
        {"book/" + name_of_chapter(k), page(chapters[k].title, language, body_of(chapters[k]))});
  }
  return text::pack(entries);
}

}  // namespace duizhao
