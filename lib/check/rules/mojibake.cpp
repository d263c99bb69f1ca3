// Text that was decoded in the wrong encoding.
//
// Such text betrays itself: written back in the encoding that it was wrongly read in, it is
// well-formed UTF-8. “â€™” in Windows-1252 is E2 80 99, which is ’; “鎴戜滑” in GB18030 is 我们.
#include <algorithm>
#include <array>
#include <unordered_map>

#include "check/engine/rule.hpp"
#include "duizhao/text/messages.hpp"
#include "text/encoding.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::check {
namespace {

/// Characters that Windows-1252 gives to the bytes from 80 on: some Latin letters and signs.
bool is_western(char32_t c) {
  constexpr std::u32string_view kSigns = U"€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";
  return (c >= 0x80 && c <= 0xFF) || kSigns.find(c) != std::u32string_view::npos;
}

/// What a replaced or lost character leaves behind.
bool is_damaged(char32_t c) {
  return c == 0xFFFD || (c >= 0xE000 && c <= 0xF8FF) || (c >= 0x80 && c <= 0x9F);
}

std::size_t run_end(std::string_view text, std::size_t at, bool (*belongs)(char32_t)) {
  while (at < text.size()) {
    const auto [code_point, size] = text::decode(text, at);
    if (!belongs(code_point)) break;
    at += size;
  }
  return at;
}

/// An encoding without shift states, in which each character has bytes of its own. Remembers them.
class Encoding {
 public:
  explicit Encoding(std::string name) : name_(std::move(name)) {}

  /// The text that a stretch would be if it had been decoded rightly; nothing if it was. A stretch
  /// must be UTF-8 from its first character on; what is left over at its end does not count.
  std::optional<std::string> decoded_rightly(std::string_view stretch, std::size_t least_bytes) {
    std::string bytes;
    for (std::size_t at = 0; at < stretch.size();) {
      const auto [code_point, size] = text::decode(stretch, at);
      const auto [entry, is_new] = known_.try_emplace(code_point);
      if (is_new) entry->second = text::from_utf8(stretch.substr(at, size), name_);
      if (!entry->second) return std::nullopt;
      bytes += *entry->second;
      at += size;
    }
    const auto fault = text::find_fault(bytes);
    const std::size_t good = fault ? fault->byte : bytes.size();
    if (good < least_bytes) return std::nullopt;
    return bytes.substr(0, good);
  }

 private:
  std::string name_;
  std::unordered_map<char32_t, std::optional<std::string>> known_;
};

/// The encodings that text is wrongly read in.
struct Encodings {
  Encoding western{"windows-1252"};
  Encoding chinese{"gb18030"};
};

/// The first `count` characters from a place on that belong; fewer where the run ends.
std::string_view window(std::string_view text, std::size_t at, std::size_t count,
                        bool (*belongs)(char32_t)) {
  std::size_t end = at;
  for (; count > 0 && end < text.size(); --count) {
    const auto [code_point, size] = text::decode(text, end);
    if (!belongs(code_point)) break;
    end += size;
  }
  return text.substr(at, end - at);
}

/// In Windows-1252: every run of its characters, from every character of it. One character of
/// UTF-8 is at most four of them.
std::optional<std::pair<ByteRange, std::string>> western(Encoding& encoding, std::string_view text,
                                                         std::size_t at) {
  constexpr std::size_t kBytes = 2;
  constexpr std::size_t kCharacters = 4;
  if (!encoding.decoded_rightly(window(text, at, kCharacters, is_western), kBytes)) {
    return std::nullopt;
  }
  const std::size_t end = run_end(text, at, is_western);
  return std::pair(ByteRange{at, end},
                   *encoding.decoded_rightly(text.substr(at, end - at), kBytes));
}

/// In GB18030: three characters are two Chinese ones of three bytes.
std::optional<std::pair<ByteRange, std::string>> chinese(Encoding& encoding, std::string_view text,
                                                         std::size_t at) {
  constexpr std::size_t kCharacters = 3;
  constexpr std::size_t kBytes = 6;
  const auto right = encoding.decoded_rightly(window(text, at, kCharacters, text::is_cjk), kBytes);
  if (!right) return std::nullopt;
  for (std::size_t k = 0; k < right->size(); k += 3) {
    if (!text::is_cjk(text::decode(*right, k).value)) return std::nullopt;
  }
  const std::size_t end = run_end(text, at, text::is_cjk);
  return std::pair(ByteRange{at, end},
                   encoding.decoded_rightly(text.substr(at, end - at), kBytes).value_or(*right));
}

/// What a reader of GBK sees of U+FFFD, and what old compilers filled memory with.
std::optional<ByteRange> well_known(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 4> kKnown = {"锟斤拷", "烫烫烫", "屯屯屯", "ï¿½"};
  for (const std::string_view known : kKnown) {
    if (text.substr(at).starts_with(known)) return ByteRange{at, at + known.size()};
  }
  return std::nullopt;
}

/// An entity of HTML that was not decoded: &amp; &#8217;
std::optional<ByteRange> entity(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 8;
  if (text[at] != '&') return std::nullopt;
  std::string_view name = text.substr(at + 1, kLongest);
  const std::size_t end = name.find(';');
  if (end == std::string_view::npos || end < 2) return std::nullopt;
  name = name.substr(0, end);
  if (name.starts_with('#')) name.remove_prefix(1);
  const bool plain = std::ranges::all_of(name, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
  if (!plain) return std::nullopt;
  return ByteRange{at, at + end + 2};
}

void look(std::size_t t, const CheckedBead& pair, SideOf side, Encodings& encodings,
          Reporter& reporter) {
  const std::string& text = (pair.*side).text;
  const auto add = [&](ByteRange range, std::string kind,
                       std::optional<std::string> suggestion = {}) {
    reporter.add(t, pair, {std::move(kind), {(pair.*side).at(range)}},
                 Reporter::Details::on(side, range, std::move(suggestion)));
    return range.end;
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto [code_point, size] = text::decode(text, at);
    if (const auto known = well_known(text, at)) {
      at = add(*known, "damaged");
    } else if (const auto found =
                   is_western(code_point) ? western(encodings.western, text, at) : std::nullopt) {
      at = add(found->first, "encoding", found->second);
    } else if (const auto wide =
                   text::is_han(code_point) ? chinese(encodings.chinese, text, at) : std::nullopt) {
      at = add(wide->first, "encoding", wide->second);
    } else if (is_damaged(code_point)) {
      at = add({at, run_end(text, at, is_damaged)}, "lost");
    } else if (const auto escaped = entity(text, at)) {
      at = add(*escaped, "entity");
    } else {
      at += size;
    }
  }
}

void check(const Context& context, Reporter& reporter) {
  Encodings encodings;
  for_each_side(context, [&](std::size_t t, const CheckedBead& pair, SideOf side) {
    look(t, pair, side, encodings, reporter);
  });
}

}  // namespace

Rule mojibake_rule() {
  return {
      {"mojibake",
       translatable("text that was decoded in the wrong encoding, or lost"),
       translatable("Text that is well-formed UTF-8 when it is written back in Windows-1252 or "
                    "GB18030, replacement characters, control characters, characters for private "
                    "use, and entities of HTML that were not decoded."),
       {},
       {{true,
         {"我们不着急。"},
         {"Weâ€™re in no hurry."},
         translatable("an apostrophe read as Windows-1252")},
        {true, {"鎴戜滑涓嶇潃鎬ャ€�"}, {"We are in no hurry."}, translatable("UTF-8 read as GBK")},
        {false,
         {"他在咖啡馆。"},
         {"He is in the café “Noël”."},
         translatable("letters with accents")}},
       {translatable("Text that was replaced by question marks."),
        translatable("Other encodings: Big5 and Shift_JIS read as each other.")},
       {{"damaged", translatable("\"{}\" is what damaged text looks like")},
        {"encoding", translatable("\"{}\" was decoded in the wrong encoding")},
        {"lost", translatable("\"{}\" stands for characters that were lost")},
        {"entity", translatable("\"{}\" should have been decoded")}}},
      check};
}

}  // namespace duizhao::check
