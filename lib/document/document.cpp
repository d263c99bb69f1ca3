#include "duizhao/document/document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "document/visible_text.hpp"
#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"
#include "text/detect_encoding.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao {
namespace {

std::vector<std::size_t> line_begins(std::string_view bytes) {
  std::vector<std::size_t> begins = {0};
  for (std::size_t feed = bytes.find('\n'); feed != std::string_view::npos;
       feed = bytes.find('\n', feed + 1)) {
    begins.push_back(feed + 1);
  }
  return begins;
}

/// Throws for parts of which no document can be made.
void check(const Document::Parts& parts) {
  const auto fail = [&](std::size_t byte, const std::string& expectation) {
    throw Error(ErrorCode::content, {parts.name, {}, byte}, expectation);
  };
  if (const auto fault = text::find_fault(parts.bytes)) {
    throw Error(ErrorCode::decoding,
                {parts.name, text::line_at(parts.bytes, fault->byte), fault->byte},
                text::explain(parts.bytes, *fault));
  }
  if (!parts.language.empty() && !text::knows_language(parts.language)) {
    fail(0, fmt::format(fmt::runtime(translate("no such language: {}")), parts.language));
  }
  std::size_t end = 0;
  for (const TextRun& run : parts.runs) {
    const bool fits = end <= run.range.begin && run.range.begin <= run.range.end;
    if (!fits || run.range.end > parts.bytes.size()) {
      fail(run.range.begin, translate("expected runs in order, inside the text"));
    }
    end = run.range.end;
  }
  end = 0;
  for (const Block& block : parts.blocks) {
    const bool fits = end <= block.range.begin && block.range.begin <= block.range.end &&
                      block.range.end <= parts.bytes.size();
    const bool has_runs = block.first_run <= parts.runs.size() &&
                          block.run_count <= parts.runs.size() - block.first_run;
    if (!fits || !has_runs) {
      fail(block.range.begin,
           translate("expected blocks in order, inside the text, with runs of it"));
    }
    end = block.range.end;
  }
  end = 0;
  for (const Cue& cue : parts.cues) {
    const bool fits = end <= cue.range.begin && cue.range.begin < cue.range.end &&
                      cue.range.end <= parts.bytes.size() && cue.begin <= cue.end;
    if (!fits) fail(cue.range.begin, translate("expected cues in order, inside the text"));
    end = cue.range.end;
  }
}

}  // namespace

std::string_view name_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::paragraph:
      return "paragraph";
    case BlockKind::heading:
      return "heading";
    case BlockKind::list_item:
      return "list_item";
    case BlockKind::blockquote:
      return "blockquote";
    case BlockKind::table_cell:
      return "table_cell";
    case BlockKind::code:
      return "code";
    case BlockKind::formula:
      return "formula";
    case BlockKind::line:
      return "line";
  }
  return {};
}

Document::Document(Parts parts) {
  check(parts);
  std::vector<std::size_t> begins = line_begins(parts.bytes);
  data_ = std::make_shared<const Data>(Data{std::move(parts), std::move(begins)});
}

const Document::Data& Document::data() const {
  static const Data kEmpty{{}, {0}};
  return data_ ? *data_ : kEmpty;
}

std::span<const TextRun> Document::runs(const Block& block) const {
  return std::span(data().parts.runs).subspan(block.first_run, block.run_count);
}

std::string Document::text(ByteRange range) const {
  std::string seen;
  document::for_each_visible(
      data().parts.runs, data().parts.bytes, range,
      [&](const TextRun&, ByteRange, std::string_view part) { seen += part; });
  return seen;
}

std::optional<TimeSpan> Document::time_of(ByteRange range) const {
  const std::vector<Cue>& all = cues();
  const auto first = std::ranges::partition_point(
      all, [&](const Cue& cue) { return cue.range.end <= range.begin; });
  const auto behind = std::ranges::partition_point(
      all, [&](const Cue& cue) { return cue.range.begin < range.end; });
  if (first >= behind) return std::nullopt;
  const auto at = [](const Cue& cue, std::size_t byte) {
    const auto share =
        static_cast<double>(byte - cue.range.begin) / static_cast<double>(cue.range.size());
    return cue.begin + std::chrono::milliseconds(std::llround(
                           share * static_cast<double>((cue.end - cue.begin).count())));
  };
  const Cue& last = *(behind - 1);
  return TimeSpan{at(*first, std::max(range.begin, first->range.begin)),
                  at(last, std::min(range.end, last.range.end))};
}

std::size_t Document::line_of(std::size_t offset) const {
  const std::vector<std::size_t>& begins = data().line_begins;
  return static_cast<std::size_t>(std::ranges::upper_bound(begins, offset) - begins.begin());
}

}  // namespace duizhao
