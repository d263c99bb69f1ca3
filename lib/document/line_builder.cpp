#include "document/line_builder.hpp"

#include <md4c-html.h>

namespace duizhao::document {

void LineBuilder::add(TextRun run, bool strong) {
  if (run.range.empty()) return;
  auto& runs = line_.runs;
  const bool joins = !runs.empty() && !run.shown && !runs.back().shown &&
                     runs.back().kind == run.kind && runs.back().range.end == run.range.begin;
  if (strong && !strong_ended_) {
    const std::size_t begin = runs.empty() ? run.range.begin : runs.front().range.begin;
    line_.strong_bytes = run.range.end - begin;
  } else {
    strong_ended_ = true;
  }
  if (joins) {
    runs.back().range.end = run.range.end;
  } else {
    runs.push_back(std::move(run));
  }
}

void LineBuilder::end_line(BlockKind kind, bool next_continues) {
  trim(bytes_, line_);
  const bool continues = line_.continues && next_continues;
  if (line_.runs.empty()) {
    line_ = Line{.continues = continues};
  } else {
    line_.kind = kind;
    lines_.push_back(std::move(line_));
    line_ = Line{.continues = next_continues};
  }
  strong_ended_ = false;
}

std::string decode_entity(std::string_view entity) {
  std::string html;
  md_html(
      entity.data(), static_cast<MD_SIZE>(entity.size()),
      [](const MD_CHAR* text, MD_SIZE size, void* out) {
        static_cast<std::string*>(out)->append(text, size);
      },
      &html, 0, MD_HTML_FLAG_SKIP_UTF8_BOM);
  constexpr std::string_view kOpen = "<p>";
  constexpr std::string_view kClose = "</p>\n";
  if (!html.starts_with(kOpen) || !html.ends_with(kClose)) return std::string(entity);
  html = html.substr(kOpen.size(), html.size() - kOpen.size() - kClose.size());
  if (html == "&amp;") return "&";
  if (html == "&lt;") return "<";
  if (html == "&gt;") return ">";
  if (html == "&quot;") return "\"";
  if (html.starts_with("&amp;")) return std::string(entity);  // no entity: only the & was escaped
  return html;
}

}  // namespace duizhao::document
