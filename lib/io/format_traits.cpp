#include <algorithm>
#include <array>

#include "duizhao/io/exchange.hpp"
#include "text/ascii.hpp"

namespace duizhao {
namespace {

using Format = AlignmentFormat;

/// Tables: their cells hold texts, the numbers of sentences, and how sure a unit is.
FormatTraits table(std::string_view name, std::string_view suffix) {
  return {.name = name,
          .suffixes = {suffix},
          .ends = false,
          .locks = false,
          .places = false,
          .notes = false,
          .languages = false};
}

FormatTraits table_that_is_read(std::string_view name, std::string_view suffix) {
  FormatTraits traits = table(name, suffix);
  traits.written = false;
  return traits;
}

/// Subtitles: texts and times alone.
FormatTraits subtitles(std::string_view name, std::string_view suffix) {
  return {.name = name,
          .suffixes = {suffix},
          .read = false,
          .sentences = false,
          .ends = false,
          .scores = false,
          .confidences = false,
          .locks = false,
          .places = false,
          .notes = false,
          .languages = false};
}

const std::array<FormatTraits, 14>& all_traits() {
  static const std::array<FormatTraits, 14> traits = {{
      {.name = "beads",
       .suffixes = {".beads"},
       .text = false,
       .scores = false,
       .locks = false,
       .places = false,
       .notes = false,
       .languages = false},
      {.name = "ladder",
       .suffixes = {".ladder"},
       .text = false,
       .order = false,
       .scores = false,
       .locks = false,
       .places = false,
       .notes = false,
       .languages = false},
      {.name = "hunalign",
       .suffixes = {".hunalign"},
       .order = false,
       .scores = false,
       .locks = false,
       .places = false,
       .notes = false,
       .languages = false},
      {.name = "intertext",
       .suffixes = {".xml"},
       .text = false,
       .scores = false,
       .confidences = false,
       .places = false,
       .notes = false,
       .languages = false},
      {.name = "moses",
       .suffixes = {},
       .sentences = false,
       .ends = false,
       .order = false,
       .scores = false,
       .confidences = false,
       .locks = false,
       .places = false,
       .notes = false},
      {.name = "tmx", .suffixes = {".tmx"}, .places = false},
      {.name = "xliff", .suffixes = {".xlf", ".xliff", ".sdlxliff", ".mqxliff"}, .places = false},
      table("tsv", ".tsv"),
      {.name = "jsonl", .suffixes = {".jsonl"}},
      table("csv", ".csv"),
      table_that_is_read("xlsx", ".xlsx"),
      {.name = "po",
       .suffixes = {".po", ".pot"},
       .written = false,
       .sentences = false,
       .ends = false,
       .order = false,
       .scores = false,
       .confidences = false,
       .locks = false,
       .places = false},
      subtitles("srt", ".srt"),
      subtitles("vtt", ".vtt"),
  }};
  return traits;
}

}  // namespace

const std::vector<AlignmentFormat>& alignment_formats() {
  static const std::vector<AlignmentFormat> formats = {
      Format::beads, Format::ladder, Format::hunalign, Format::intertext, Format::moses,
      Format::tmx,   Format::xliff,  Format::tsv,      Format::jsonl,     Format::csv,
      Format::xlsx,  Format::po,     Format::srt,      Format::webvtt};
  return formats;
}

const FormatTraits& traits_of(AlignmentFormat format) {
  return all_traits().at(static_cast<std::size_t>(format));
}

std::optional<AlignmentFormat> parse_alignment_format(std::string_view name) {
  for (const Format format : alignment_formats()) {
    if (traits_of(format).name == name) return format;
  }
  return std::nullopt;
}

std::optional<AlignmentFormat> format_of(const std::filesystem::path& path) {
  const std::string suffix = text::ascii_lower(path.extension().string());
  for (const Format format : alignment_formats()) {
    const auto& suffixes = traits_of(format).suffixes;
    if (std::ranges::find(suffixes, suffix) != suffixes.end()) return format;
  }
  return std::nullopt;
}

}  // namespace duizhao
