// Subtitles: lines with their times, put together to text.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/layout.hpp"

namespace duizhao::document {

/// Which files subtitles are.
enum class SubtitleFormat { srt, webvtt, ass };

/// The format that a text, without byte-order mark, shows by its beginning.
std::optional<SubtitleFormat> subtitle_format(std::string_view bytes);

/// Collects cues and joins what their lines say: those of one cue, and of the next one where a
/// sentence goes on. In a file whose cues hardly ever end in a stop, as many Chinese ones, each
/// stands alone.
class CueBuilder {
 public:
  CueBuilder(std::string_view bytes, const std::string& name) : bytes_(bytes), name_(name) {}

  /// As in ASS, `\h` is a space, and all that stands in braces is an override or a comment.
  void take_overrides() {
    marks_ = "<{&\\";
    overrides_ = true;
  }

  /// A cue begins; where its times stand is for messages. `speaker` may be empty.
  void begin_cue(std::chrono::milliseconds begin, std::chrono::milliseconds end, std::size_t at,
                 std::string speaker = {});

  /// Whether cues may be shown at once.
  enum class Overlap { allowed, refused };

  /// The cue may not begin before the last one, nor, if that is refused, much before its end.
  /// Throws Error (format).
  void require_order(Overlap overlap) const;

  /// A line of the cue, with its tags `<i>`, overrides `{\an8}` and entities `&amp;`.
  void add_line(ByteRange line);

  Layout finish();

  /// Throws Error (format) at a byte of the text.
  [[noreturn]] void fail(std::size_t at, const std::string& expectation) const;

 private:
  struct Timed {
    Cue cue;
    std::string speaker;
  };
  struct CueLine {
    Line line;
    std::size_t cue = 0;        // its index
    bool other_speaks = false;  // a dash stands before it
    bool is_aside = false;      // a sound in brackets, or a song
    bool cjk = false;           // its script
    bool ends_in_stop = false;
    bool trails_off = false;  // … at its end
    bool goes_on = false;     // it begins as the middle of a sentence does
  };

  struct Mark {
    std::size_t end;                   // where it ends
    std::optional<std::string> shown;  // what is seen in its place
  };

  std::optional<Mark> mark_at(std::string_view line, std::size_t at, std::size_t last_brace) const;
  CueLine describe(Line line) const;
  bool joins(const CueLine& before, const CueLine& after) const;
  void drop_repeats();
  void take_drawing(std::string_view tags);

  std::string_view bytes_;
  const std::string& name_;
  std::vector<Timed> cues_;
  std::vector<std::size_t> places_;  // of their times
  std::vector<CueLine> lines_;
  std::string_view marks_ = "<{&";  // what is not text as it stands begins with
  bool overrides_ = false;
  bool drawing_ = false;     // the text is a drawing: {\p1}
  bool punctuated_[2] = {};  // by script, whether sentences end in stops
};

}  // namespace duizhao::document
