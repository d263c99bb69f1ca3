// SubRip (.srt) and WebVTT (W3C).
#include "document/subtitles.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "document/line_builder.hpp"
#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"
#include "text/ascii.hpp"
#include "text/detect_encoding.hpp"
#include "text/enclosures.hpp"
#include "text/fold.hpp"
#include "text/marks.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::document {
namespace {

using std::chrono::milliseconds;

/// Between two cues of one sentence.
constexpr milliseconds kLongestPause{3000};

/// Times are rounded, and cues made for one another: so much of two may run at once.
constexpr milliseconds kMostOverlap{500};

/// `[hh:]mm:ss,mmm`, or with a point; `at` becomes the place behind it.
std::optional<milliseconds> read_time(std::string_view line, std::size_t& at) {
  std::array<long, 3> parts = {};
  std::size_t count = 0;
  const auto digits = [&](std::size_t most) -> std::optional<long> {
    const std::size_t begin = at;
    long value = 0;
    while (at < line.size() && at - begin < most && text::is_ascii_digit(line[at])) {
      value = 10 * value + (line[at++] - '0');
    }
    return at == begin ? std::nullopt : std::optional(value);
  };
  for (; count < parts.size(); ++count) {
    constexpr std::size_t kMostDigits = 6;  // of hours
    const auto value = digits(kMostDigits);
    if (!value) return std::nullopt;
    parts[count] = *value;
    if (at >= line.size() || line[at] != ':') break;
    ++at;
  }
  if (count == 0 || count == parts.size() || at >= line.size()) return std::nullopt;
  if (line[at] != ',' && line[at] != '.') return std::nullopt;
  ++at;
  const std::size_t begin = at;
  const auto fraction = digits(3);
  if (!fraction) return std::nullopt;
  long thousandths = *fraction;
  for (std::size_t k = at - begin; k < 3; ++k) thousandths *= 10;
  const long minutes = count == 2 ? 60 * parts[0] + parts[1] : parts[0];
  return milliseconds((60 * minutes + parts[count]) * 1000 + thousandths);
}

std::size_t skip_spaces(std::string_view line, std::size_t at) {
  return std::min(line.find_first_not_of(" \t", at), line.size());
}

struct Times {
  milliseconds begin;
  milliseconds end;
};

/// `00:00:01,000 --> 00:00:03,000`; what follows are settings of the player.
std::optional<Times> read_times(std::string_view line) {
  std::size_t at = skip_spaces(line, 0);
  const auto begin = read_time(line, at);
  if (!begin) return std::nullopt;
  at = skip_spaces(line, at);
  if (!line.substr(at).starts_with("-->")) return std::nullopt;
  at = skip_spaces(line, at + 3);
  const auto end = read_time(line, at);
  if (!end) return std::nullopt;
  return Times{*begin, *end};
}

/// A line that was meant to hold times.
bool seems_time(std::string_view line) {
  const std::size_t begin = skip_spaces(line, 0);
  return begin < line.size() && text::is_ascii_digit(line[begin]) &&
         line.find("-->") != std::string_view::npos;
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t") == std::string_view::npos;
}

bool is_number(std::string_view line) {
  const std::size_t end = line.find_last_not_of(" \t") + 1;
  line = line.substr(0, end);
  return !line.empty() && std::ranges::all_of(line, [](char c) { return text::is_ascii_digit(c); });
}

/// The lines of a file.
struct Lines {
  std::vector<ByteRange> ranges;

  Lines(std::string_view bytes, std::size_t begin) {
    for (std::size_t next = begin; next < bytes.size();) {
      ranges.push_back(physical_line(bytes, next, next));
    }
  }
};

/// The end of a tag at `at`: `<i>`, `</font>`, `<v Roger>`, `<00:01.000>`; 0 if it is none.
std::size_t tag_end(std::string_view line, std::size_t at) {
  constexpr std::array<std::string_view, 14> kTags = {
      "i", "b", "u", "s", "em", "strong", "font", "c", "span", "lang", "rt", "v", "ruby", "rb"};
  const std::size_t name = at + (line.substr(at + 1).starts_with('/') ? 2 : 1);
  std::size_t behind = name;
  while (behind < line.size() &&
         (text::is_ascii_letter(line[behind]) || text::is_ascii_digit(line[behind]))) {
    ++behind;
  }
  const std::string tag = text::ascii_lower(line.substr(name, behind - name));
  const bool is_time = !tag.empty() && is_number(tag) && line.substr(behind).starts_with(':');
  if (!is_time && std::ranges::find(kTags, tag) == kTags.end()) return 0;
  const std::size_t end = line.find_first_of("<>", behind);
  return end == std::string_view::npos || line[end] != '>' ? 0 : end + 1;
}

/// The name in `<v.loud Roger Bingham>`.
std::string_view voice_of(std::string_view line) {
  if (!line.starts_with("<v")) return {};
  const std::size_t end = line.find('>');
  const std::size_t name = line.find(' ');
  if (end == std::string_view::npos || name > end) return {};
  return line.substr(name + 1, end - name - 1);
}

}  // namespace

void CueBuilder::begin_cue(milliseconds begin, milliseconds end, std::size_t at,
                           std::string speaker) {
  if (end < begin) fail(at, translate("expected a subtitle that does not end before it begins"));
  cues_.push_back({{{}, begin, end}, std::move(speaker)});
  places_.push_back(at);
  drawing_ = false;
}

void CueBuilder::require_order(Overlap overlap) const {
  if (cues_.size() < 2) return;
  const Cue& before = cues_[cues_.size() - 2].cue;
  const Cue& own = cues_.back().cue;
  if (own.begin < before.begin) {
    fail(places_.back(), translate("expected subtitles in the order of their times"));
  }
  if (overlap == Overlap::refused && own.begin + kMostOverlap < before.end) {
    fail(places_.back(), translate("expected a subtitle that begins after the one before it ends"));
  }
}

void CueBuilder::add_line(ByteRange range) {
  LineBuilder out(bytes_);
  const std::string_view all = bytes_.substr(0, range.end);
  const std::size_t last_brace = all.rfind('}');
  std::size_t shown = range.begin;
  const auto show = [&](TextRun run) {
    if (!drawing_) out.add(std::move(run), false);
  };
  std::size_t at = all.find_first_of(marks_, range.begin);
  while (at < range.end) {
    const auto mark = mark_at(all, at, last_brace);
    if (mark) {
      show({{shown, at}, {}});
      if (mark->shown) show({{at, mark->end}, mark->shown});
      take_drawing(all.substr(at, mark->end - at));
      shown = mark->end;
    }
    at = all.find_first_of(marks_, mark ? mark->end : at + 1);
  }
  show({{shown, range.end}, {}});
  out.end_line(BlockKind::paragraph);
  for (Line& line : out.take()) lines_.push_back(describe(std::move(line)));
}

/// What is no text as it stands: a tag, an override, an entity, a hard space.
std::optional<CueBuilder::Mark> CueBuilder::mark_at(std::string_view line, std::size_t at,
                                                    std::size_t last_brace) const {
  const std::string_view rest = line.substr(at);
  if (rest.starts_with("\\h")) return Mark{at + 2, " "};
  if (rest.starts_with('<')) {
    const std::size_t end = tag_end(line, at);
    return end > 0 ? std::optional(Mark{end, {}}) : std::nullopt;
  }
  if (rest.starts_with('{')) {
    const bool is_override = overrides_ || rest.starts_with("{\\");
    const bool closes = last_brace != std::string_view::npos && at < last_brace;
    return is_override && closes ? std::optional(Mark{line.find('}', at) + 1, {}}) : std::nullopt;
  }
  constexpr std::size_t kLongestEntity = 12;
  const std::size_t end = rest.substr(0, kLongestEntity).find(';');
  if (!rest.starts_with('&') || end == std::string_view::npos) return std::nullopt;
  const std::string_view entity = rest.substr(0, end + 1);
  std::string decoded = decode_entity(entity);
  if (decoded == entity) return std::nullopt;
  return Mark{at + entity.size(), std::move(decoded)};
}

/// `\p1` begins a drawing, `\p0` ends it; \pos and the like are other tags.
void CueBuilder::take_drawing(std::string_view tags) {
  if (!tags.starts_with('{')) return;
  for (std::size_t at = tags.find("\\p"); at != std::string_view::npos;
       at = tags.find("\\p", at + 2)) {
    if (at + 2 < tags.size() && text::is_ascii_digit(tags[at + 2])) drawing_ = tags[at + 2] != '0';
  }
}

CueBuilder::CueLine CueBuilder::describe(Line line) const {
  CueLine described{.line = std::move(line), .cue = cues_.size() - 1};
  ByteRange& first = described.line.runs.front().range;
  if (!described.line.runs.front().shown) {
    // A dash tells that somebody else speaks.
    const std::string_view text = bytes_.substr(first.begin, first.size());
    const char32_t mark = text::decode(text, 0).value;
    if (mark == U'-' || mark == U'–' || mark == U'—') {
      const std::size_t size = text::decode(text, 0).size;
      if (size < text.size() && mark != text::decode(text, size).value) {
        described.other_speaks = true;
        first.begin += size;
        trim(bytes_, described.line);
      }
    }
  }
  const std::string text = visible_text(bytes_, described.line);
  if (text.empty()) return described;
  described.cjk = text::has_han(text) || text::is_cjk(text::decode(text, 0).value);
  const char32_t begin = text::decode(text, 0).value;
  constexpr std::u32string_view kAsides = U"[(（【♪♫#*";
  described.is_aside = kAsides.find(begin) != std::u32string_view::npos;
  described.goes_on = text::is_lower(begin) || text::is_ellipsis(begin) || text.starts_with("..");
  std::size_t end = text.size();
  while (end > 0 && text::is_closing_mark(text::decode_before(text, end).value)) {
    end -= text::decode_before(text, end).size;
  }
  const std::string_view open = std::string_view(text).substr(0, end);
  if (open.empty()) return described;
  const char32_t last = text::decode_before(open, end).value;
  described.ends_in_stop = text::is_stop(last);
  described.trails_off = text::is_ellipsis(last) || open.ends_with("...");
  return described;
}

bool CueBuilder::joins(const CueLine& before, const CueLine& after) const {
  if (after.other_speaks || before.is_aside || after.is_aside || before.cjk != after.cjk) {
    return false;
  }
  if (before.cue == after.cue) return true;
  const Timed& left = cues_[before.cue];
  const Timed& right = cues_[after.cue];
  if (left.speaker != right.speaker || right.cue.begin - left.cue.end > kLongestPause) return false;
  if (before.ends_in_stop) return before.trails_off && after.goes_on;
  return punctuated_[before.cjk ? 1 : 0] || after.goes_on;
}

/// Captions that roll say each line again in the cue that follows.
void CueBuilder::drop_repeats() {
  std::vector<bool> repeats(lines_.size());
  std::size_t count = 0;
  std::vector<std::string> before;  // the lines of the last cue that has any
  std::vector<std::string> own;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (i > 0 && lines_[i].cue != lines_[i - 1].cue) before = std::exchange(own, {});
    own.push_back(visible_text(bytes_, lines_[i].line));
    repeats[i] = std::ranges::find(before, own.back()) != before.end();
    count += repeats[i];
  }
  constexpr std::size_t kLeastShare = 3;  // one line in so many; elsewhere people say things twice
  if (kLeastShare * count < lines_.size()) return;
  std::size_t i = 0;
  std::erase_if(lines_, [&](const CueLine&) { return repeats[i++]; });
}

Layout CueBuilder::finish() {
  drop_repeats();
  constexpr std::size_t kLeastShare = 4;  // one cue in so many ends a sentence
  for (const bool cjk : {false, true}) {
    std::size_t all = 0;
    std::size_t stops = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const bool last = i + 1 == lines_.size() || lines_[i + 1].cue != lines_[i].cue ||
                        lines_[i + 1].cjk != lines_[i].cjk;
      if (lines_[i].cjk != cjk || !last) continue;
      ++all;
      stops += lines_[i].ends_in_stop;
    }
    punctuated_[cjk ? 1 : 0] = kLeastShare * stops >= all;
  }
  Layout layout;
  std::string speaker;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    CueLine& own = lines_[i];
    Timed& timed = cues_[own.cue];
    if (!own.line.runs.empty()) {
      const ByteRange range{own.line.runs.front().range.begin, own.line.runs.back().range.end};
      const bool first = timed.cue.range.empty();
      timed.cue.range = {first ? range.begin : timed.cue.range.begin, range.end};
    }
    own.line.continues = i > 0 && joins(lines_[i - 1], own);
    // Where no marks are written, the end of a line is one.
    own.line.spaced = !punctuated_[own.cjk ? 1 : 0];
    if (timed.speaker != speaker) own.line.speaker = speaker = timed.speaker;
    layout.lines.push_back(std::move(own.line));
  }
  for (const Timed& timed : cues_) {
    if (!timed.cue.range.empty()) layout.cues.push_back(timed.cue);
  }
  return layout;
}

void CueBuilder::fail(std::size_t at, const std::string& expectation) const {
  throw Error(ErrorCode::format, {name_, text::line_at(bytes_, at), at}, expectation);
}

std::optional<SubtitleFormat> subtitle_format(std::string_view bytes) {
  if (bytes.starts_with("WEBVTT")) {
    const std::string_view rest = bytes.substr(6);
    if (rest.empty() || std::string_view(" \t\r\n").find(rest.front()) != std::string_view::npos) {
      return SubtitleFormat::webvtt;
    }
  }
  const Lines lines(bytes.substr(0, 4096), 0);
  std::size_t k = 0;
  const auto line = [&](std::size_t i) {
    return bytes.substr(lines.ranges[i].begin, lines.ranges[i].size());
  };
  while (k < lines.ranges.size() && is_blank(line(k))) ++k;
  if (k == lines.ranges.size()) return std::nullopt;
  if (text::ascii_lower(line(k)).starts_with("[script info]")) return SubtitleFormat::ass;
  if (is_number(line(k)) && k + 1 < lines.ranges.size()) ++k;
  return read_times(line(k)) ? std::optional(SubtitleFormat::srt) : std::nullopt;
}

Layout read_srt(std::string_view bytes, std::size_t begin, const std::string& name) {
  CueBuilder cues(bytes, name);
  const std::vector<ByteRange> lines = Lines(bytes, begin).ranges;
  const auto text = [&](std::size_t i) { return bytes.substr(lines[i].begin, lines[i].size()); };
  bool inside = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (is_blank(text(i))) continue;
    const bool numbers_next =
        is_number(text(i)) && i + 1 < lines.size() && read_times(text(i + 1)).has_value();
    if (numbers_next && (i == 0 || is_blank(text(i - 1)) || !inside)) continue;
    if (const auto times = read_times(text(i))) {
      cues.begin_cue(times->begin, times->end, lines[i].begin);
      cues.require_order(CueBuilder::Overlap::refused);
      inside = true;
    } else if (inside && !seems_time(text(i))) {
      cues.add_line(lines[i]);
    } else {
      cues.fail(lines[i].begin, translate("expected the times of a subtitle: "
                                          "00:00:01,000 --> 00:00:03,000"));
    }
  }
  return cues.finish();
}

Layout read_webvtt(std::string_view bytes, std::size_t begin, const std::string& name) {
  CueBuilder cues(bytes, name);
  const std::vector<ByteRange> lines = Lines(bytes, begin).ranges;
  const auto text = [&](std::size_t i) { return bytes.substr(lines[i].begin, lines[i].size()); };
  std::vector<ByteRange> matter;
  bool inside = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (text(i).empty()) {
      inside = false;
    } else if (inside) {
      cues.add_line(lines[i]);
    } else if (is_blank(text(i))) {
      continue;
    } else if (const auto times = read_times(text(i))) {
      const std::string_view next = i + 1 < lines.size() ? text(i + 1) : std::string_view();
      cues.begin_cue(times->begin, times->end, lines[i].begin, std::string(voice_of(next)));
      cues.require_order(CueBuilder::Overlap::allowed);  // as the standard has it
      inside = true;
    } else if (text(i).find("-->") != std::string_view::npos) {
      cues.fail(lines[i].begin,
                translate("expected the times of a subtitle: 00:01.000 --> 00:03.000"));
    } else {  // the head, a comment, a style, a region, or the name of a cue
      const bool names_cue = i + 1 < lines.size() && read_times(text(i + 1)).has_value();
      if (!names_cue) matter.push_back(lines[i]);
    }
  }
  Layout layout = cues.finish();
  layout.matter = std::move(matter);
  return layout;
}

}  // namespace duizhao::document
