// Advanced SubStation Alpha (.ass, .ssa): the events of kind Dialogue, in the order of the file.
#include <algorithm>
#include <charconv>

#include "document/subtitles.hpp"
#include "duizhao/text/messages.hpp"
#include "text/ascii.hpp"
#include "text/scripts.hpp"

namespace duizhao::document {
namespace {

using std::chrono::milliseconds;

/// `h:mm:ss.cc`; nothing for what is none.
std::optional<milliseconds> read_time(std::string_view text) {
  long parts[4] = {};
  const char* at = text.data();
  const char* const end = at + text.size();
  constexpr std::string_view kSeparators = "::.";
  for (std::size_t k = 0; k < 4; ++k) {
    const char* const begin = at;
    const auto [next, failure] = std::from_chars(at, end, parts[k]);
    constexpr long kMost = 1'000'000;
    if (failure != std::errc() || parts[k] < 0 || parts[k] > kMost) return std::nullopt;
    at = next;
    if (k == 3) {  // a fraction of any digits, in thousandths
      const auto digits = static_cast<std::size_t>(at - begin);
      for (std::size_t d = digits; d < 3; ++d) parts[k] *= 10;
      for (std::size_t d = digits; d > 3; --d) parts[k] /= 10;
      break;
    }
    if (at == end || *at != kSeparators[k]) return std::nullopt;
    ++at;
  }
  if (at != end) return std::nullopt;
  return milliseconds(((60 * parts[0] + parts[1]) * 60 + parts[2]) * 1000 + parts[3]);
}

/// Where the fields of an event stand, by their numbers.
struct Fields {
  std::size_t start = 1;
  std::size_t end = 2;
  std::size_t name = 4;
  std::size_t text = 9;

  static Fields parse(std::string_view list) {
    Fields fields;
    std::size_t k = 0;
    for (std::size_t at = 0; at <= list.size(); ++k) {
      const std::size_t comma = std::min(list.find(',', at), list.size());
      const std::string field = text::ascii_lower(text::trimmed(list.substr(at, comma - at)));
      if (field == "start") fields.start = k;
      if (field == "end") fields.end = k;
      if (field == "name" || field == "actor") fields.name = k;
      if (field == "text") fields.text = k;
      at = comma + 1;
    }
    return fields;
  }
};

class Reader {
 public:
  Reader(std::string_view bytes, const std::string& name) : bytes_(bytes), cues_(bytes, name) {
    cues_.take_overrides();
  }

  Layout read(std::size_t begin) {
    for (std::size_t next = begin; next < bytes_.size();) {
      read_line(physical_line(bytes_, next, next));
    }
    Layout layout = cues_.finish();
    layout.matter = std::move(matter_);
    return layout;
  }

 private:
  void read_line(ByteRange line) {
    const std::string_view text = bytes_.substr(line.begin, line.size());
    constexpr std::string_view kFormat = "Format:";
    constexpr std::string_view kDialogue = "Dialogue:";
    if (text.starts_with('[')) events_ = text::ascii_lower(text).starts_with("[events]");
    if (events_ && text.starts_with(kDialogue)) {
      line.begin += kDialogue.size();
      read_event(line);
    } else if (events_ && text.starts_with(kFormat)) {
      fields_ = Fields::parse(text.substr(kFormat.size()));
    } else if (!text::trimmed(text).empty()) {
      matter_.push_back(line);
    }
  }

  void read_event(ByteRange line) {
    std::string_view values[2] = {};
    std::string_view name;
    std::size_t at = line.begin;
    for (std::size_t k = 0; k < fields_.text; ++k) {
      const std::size_t comma = bytes_.find(',', at);
      if (comma >= line.end) {
        cues_.fail(line.begin, translate("expected the fields that Format names"));
      }
      const std::string_view value = text::trimmed(bytes_.substr(at, comma - at));
      if (k == fields_.start) values[0] = value;
      if (k == fields_.end) values[1] = value;
      if (k == fields_.name) name = value;
      at = comma + 1;
    }
    const auto begin = read_time(values[0]);
    const auto end = read_time(values[1]);
    if (!begin || !end) {
      cues_.fail(line.begin, translate("expected the times of a subtitle: 0:00:01.00,0:00:03.00"));
    }
    cues_.begin_cue(*begin, *end, line.begin, std::string(name));
    // \N and \n end a line, \h is a space.
    while (at < line.end) {
      std::size_t mark = at;
      do {
        mark = std::min(bytes_.substr(0, line.end).find('\\', mark), line.end);
        if (mark + 1 < line.end && (bytes_[mark + 1] == 'N' || bytes_[mark + 1] == 'n')) break;
        if (mark < line.end) ++mark;
      } while (mark < line.end);
      cues_.add_line({at, mark});
      at = mark + 2;
    }
  }

  std::string_view bytes_;
  CueBuilder cues_;
  Fields fields_;
  bool events_ = false;
  std::vector<ByteRange> matter_;
};

}  // namespace

Layout read_ass(std::string_view bytes, std::size_t begin, const std::string& name) {
  return Reader(bytes, name).read(begin);
}

}  // namespace duizhao::document
