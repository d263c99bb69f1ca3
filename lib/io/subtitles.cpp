// Bilingual subtitles: SubRip and WebVTT (W3C). A cue for each unit, at the time of its source,
// else of its target: the source on one line, the target on the next.
#include <fmt/format.h>

#include <algorithm>

#include "duizhao/text/messages.hpp"
#include "io/codecs.hpp"
#include "io/line_file.hpp"
#include "io/sentences.hpp"

namespace duizhao::io {
namespace {

/// From the first to the last of the sentences that have times.
std::optional<TimeSpan> time_of(const std::vector<UnitSentence>& sentences) {
  std::optional<TimeSpan> all;
  for (const UnitSentence& each : sentences) {
    if (!each.time) continue;
    if (!all) all = each.time;
    all->begin = std::min(all->begin, each.time->begin);
    all->end = std::max(all->end, each.time->end);
  }
  return all;
}

/// When a unit is said: from the first to the last word of both sides where they are said at one
/// time, one after the other in one cue or in two films of one length; else that of the source.
std::optional<TimeSpan> time_of(const TranslationUnit& unit) {
  constexpr std::chrono::milliseconds kBetween{500};
  const auto source = time_of(unit.source);
  const auto target = time_of(unit.target);
  if (!source || !target) return source ? source : target;
  const bool together =
      source->begin <= target->end + kBetween && target->begin <= source->end + kBetween;
  if (!together) return source;
  return TimeSpan{std::min(source->begin, target->begin), std::max(source->end, target->end)};
}

std::string written(std::chrono::milliseconds time, char point) {
  const long all = time.count();
  constexpr long kSecond = 1000;
  constexpr long kMinute = 60 * kSecond;
  constexpr long kHour = 60 * kMinute;
  return fmt::format("{:02}:{:02}:{:02}{}{:03}", all / kHour, all % kHour / kMinute,
                     all % kMinute / kSecond, point, all % kSecond);
}

/// A line of a cue. What would be taken for markup, or end the cue, is escaped or goes.
std::string line_of(const std::vector<UnitSentence>& sentences, const std::string& language,
                    bool escape) {
  std::string text = as_field(joined(sentences, language));
  if (!escape) return text;
  std::string escaped;
  for (const char c : text) {
    escaped += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
  }
  return escaped;
}

class Writer : public UnitWriter {
 public:
  Writer(ByteSink sink, bool webvtt) : sink_(std::move(sink)), webvtt_(webvtt) {
    if (webvtt_) sink_("WEBVTT\n\n");
  }

  void write(const TranslationUnit& unit) override {
    const auto time = time_of(unit);
    if (!time) {
      throw Error(ErrorCode::content, unit.place,
                  translate("expected units with times, as subtitles have them"));
    }
    const std::string source = line_of(unit.source, unit.source_language, webvtt_);
    const std::string target = line_of(unit.target, unit.target_language, webvtt_);
    if (source.empty() && target.empty()) return;
    const char point = webvtt_ ? '.' : ',';
    std::string cue = fmt::format("{}\n{} --> {}\n", ++count_, written(time->begin, point),
                                  written(time->end, point));
    for (const std::string& line : {source, target}) {
      if (!line.empty()) cue += line + '\n';
    }
    sink_(cue + '\n');
  }

  void finish() override {}

 private:
  ByteSink sink_;
  bool webvtt_;
  std::size_t count_ = 0;
};

}  // namespace

std::unique_ptr<UnitWriter> subtitle_writer(ByteSink sink, AlignmentFormat format) {
  return std::make_unique<Writer>(std::move(sink), format == AlignmentFormat::webvtt);
}

}  // namespace duizhao::io
