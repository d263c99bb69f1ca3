#include "document/bilingual.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "text/enclosures.hpp"
#include "text/marks.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::document {
namespace {

// Latin letters to a Han character in translations of each other, at least and at most: the mean is
// about 3.3.
constexpr double kFewestLetters = 1.2;
constexpr double kMostLetters = 9;

constexpr std::size_t kLongestEnclosure = 600;  // bytes; longer ones have sentences of their own

/// What letters a text has.
struct Letters {
  std::size_t han = 0;
  std::size_t latin = 0;

  void add(char32_t c) {
    if (text::is_cjk_word(c)) {
      ++han;
    } else if (text::is_word(c) && !text::is_digit(c)) {
      ++latin;
    }
  }
  void add(const Letters& other) {
    han += other.han;
    latin += other.latin;
  }
  bool empty() const { return han + latin == 0; }
  /// A Chinese sentence may name things in Latin letters, an English one hardly in Chinese.
  bool is_chinese() const { return 6 * han >= latin; }
};

/// A stretch of one language.
struct Stretch {
  ByteRange range;  // of the visible text
  Letters letters;
};

/// A block as a reader sees it, code and formulas without letters.
struct Seen {
  std::string text;
  std::vector<std::size_t> begins;  // of each run
  std::vector<std::size_t> wraps;   // where lines were joined

  Seen(const Document::Parts& parts, const Block& block) {
    for (std::size_t r = block.first_run; r < block.first_run + block.run_count; ++r) {
      const TextRun& run = parts.runs[r];
      if (r > block.first_run) {
        const std::size_t from = parts.runs[r - 1].range.end;
        const std::string_view gap =
            std::string_view(parts.bytes).substr(from, run.range.begin - from);
        if (gap.find('\n') != std::string_view::npos) wraps.push_back(text.size());
      }
      begins.push_back(text.size());
      if (run.kind != RunKind::prose) {
        text.append(run.shown ? run.shown->size() : run.range.size(), '_');
      } else if (run.shown) {
        const std::string_view bytes =
            std::string_view(parts.bytes).substr(run.range.begin, run.range.size());
        if (bytes.find('\n') != std::string_view::npos) wraps.push_back(text.size());
        text += *run.shown;
      } else {
        text.append(parts.bytes, run.range.begin, run.range.size());
      }
    }
  }
};

/// The offset behind the sentence of `seen` that begins at `begin`: behind a stop that stands in no
/// quotation or bracket, or where a line ends.
std::size_t sentence_end(const Seen& seen, const std::vector<text::Enclosure>& enclosures,
                         std::size_t begin, Letters& letters) {
  const std::string_view text = seen.text;
  const auto wrap = std::upper_bound(seen.wraps.begin(), seen.wraps.end(), begin);
  const std::size_t line = wrap == seen.wraps.end() ? text.size() : *wrap;
  bool stopped = false;
  for (std::size_t at = begin; at < line;) {
    const auto pair = std::lower_bound(
        enclosures.begin(), enclosures.end(), at,
        [](const text::Enclosure& each, std::size_t place) { return each.open < place; });
    if (pair != enclosures.end() && pair->open == at && pair->end <= line &&
        pair->end - at <= kLongestEnclosure) {
      for (std::size_t k = at; k < pair->end;) {
        const auto [c, size] = text::decode(text, k);
        letters.add(c);
        k += size;
      }
      stopped = pair->close > at && text::is_stop(text::decode_before(text, pair->close).value);
      at = pair->end;
      continue;
    }
    const auto [c, size] = text::decode(text, at);
    if (stopped && !text::is_stop(c) && !text::is_closing_mark(c)) {
      const bool wide = at > 0 && text::is_cjk(text::decode_before(text, at).value);
      if (text::is_space(c) || text::is_cjk(c) || wide) return at;
      stopped = false;
    }
    letters.add(c);
    stopped = stopped || text::is_stop(c);
    at += size;
  }
  return line;
}

/// The sentences of a block, neighbours of one language as one stretch.
std::vector<Stretch> stretches_of(const Seen& seen) {
  std::vector<text::Enclosure> enclosures = text::find_enclosures(seen.text);
  std::sort(enclosures.begin(), enclosures.end(),
            [](const auto& left, const auto& right) { return left.open < right.open; });
  std::vector<Stretch> stretches;
  for (std::size_t at = 0; at < seen.text.size();) {
    Stretch next;
    const std::size_t end = sentence_end(seen, enclosures, at, next.letters);
    next.range = {at, end};
    at = end;
    const bool joins =
        !stretches.empty() && (next.letters.empty() || stretches.back().letters.empty() ||
                               next.letters.is_chinese() == stretches.back().letters.is_chinese());
    if (joins) {
      stretches.back().range.end = end;
      stretches.back().letters.add(next.letters);
    } else {
      stretches.push_back(next);
    }
  }
  return stretches;
}

/// Whether two neighbouring stretches are about as long as translations of each other.
bool may_translate(const Letters& left, const Letters& right) {
  const Letters& chinese = left.is_chinese() ? left : right;
  const Letters& english = left.is_chinese() ? right : left;
  const auto han = static_cast<double>(chinese.han);
  const auto latin = static_cast<double>(english.latin);
  return latin >= kFewestLetters * han && latin <= kMostLetters * han;
}

bool is_parallel(const std::vector<Stretch>& stretches) {
  std::size_t fitting = 0;
  for (std::size_t k = 0; k + 1 < stretches.size(); k += 2) {
    fitting += may_translate(stretches[k].letters, stretches[k + 1].letters);
  }
  return 2 * fitting >= stretches.size() / 2 && fitting > 0;
}

/// The two scripts of a heading or another line without stops, `标题 Title`: one stretch each, or
/// none where they mix.
std::vector<Stretch> scripts_of(const Seen& seen) {
  std::vector<Stretch> stretches;
  for (std::size_t at = 0; at < seen.text.size();) {
    const auto [c, size] = text::decode(seen.text, at);
    Letters letter;
    letter.add(c);
    if (!letter.empty()) {
      if (stretches.empty() || stretches.back().letters.is_chinese() != letter.is_chinese()) {
        stretches.push_back({{at, at}, {}});
      }
      stretches.back().letters.add(letter);
    }
    at += size;
    if (!stretches.empty()) stretches.back().range.end = at;
  }
  if (!stretches.empty()) stretches.front().range.begin = 0;
  const bool two =
      stretches.size() == 2 && may_translate(stretches.front().letters, stretches.back().letters);
  return two ? stretches : std::vector<Stretch>();
}

bool is_single_line(BlockKind kind) {
  return kind == BlockKind::heading || kind == BlockKind::table_cell ||
         kind == BlockKind::list_item;
}

bool holds_prose(BlockKind kind) {
  return kind != BlockKind::code && kind != BlockKind::formula && kind != BlockKind::line;
}

/// Where the English of a block begins that follows its Chinese: behind the last Chinese character
/// and the marks that close with it.
std::size_t behind_chinese(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, size] = text::decode(text, at);
    at += size;
    if (text::is_cjk(c)) end = at;
  }
  // Marks behind it up to a space are its own; without a space those that close something.
  bool closing = true;
  for (std::size_t at = end; at < text.size();) {
    const auto [c, size] = text::decode(text, at);
    if (text::is_space(c)) return at;
    if (text::is_word(c) || text::is_opening_quote(c)) break;
    at += size;
    closing = closing && (text::is_closing_mark(c) || text::is_stop(c));
    if (closing) end = at;
  }
  return end;
}

/// Where the Chinese of a block begins that follows its English.
std::size_t begin_of_chinese(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const auto [c, size] = text::decode(text, at);
    if (text::is_cjk(c)) break;
    at += size;
  }
  return at;
}

/// Where a block changes from one language to the other once, given the order in which its text has
/// them; 0 where that leaves no translations of each other. A sentence without a stop, a headline
/// or one in broken quotation marks, is told by its script.
std::size_t middle_of(const Seen& seen, const std::vector<Stretch>& stretches, bool chinese_first) {
  const bool in_order =
      stretches.size() == 1 ||
      (stretches.size() == 2 && stretches.front().letters.is_chinese() == chinese_first);
  if (!in_order) return 0;
  const std::size_t by_script =
      chinese_first ? behind_chinese(seen.text) : begin_of_chinese(seen.text);
  const std::size_t by_sentence =
      stretches.size() == 2 ? stretches.back().range.begin : seen.text.size();
  const bool wraps = std::binary_search(seen.wraps.begin(), seen.wraps.end(), by_sentence);
  const std::size_t middle = wraps ? by_sentence : std::min(by_script, by_sentence);
  Letters before, behind;
  for (std::size_t at = 0; at < seen.text.size();) {
    const auto [c, size] = text::decode(seen.text, at);
    (at < middle ? before : behind).add(c);
    at += size;
  }
  const bool fits = before.is_chinese() == chinese_first && behind.is_chinese() != chinese_first &&
                    !before.empty() && !behind.empty() && may_translate(before, behind);
  return fits ? middle : 0;
}

/// What is to be known of a text before its blocks are cut.
struct Survey {
  std::size_t prose = 0;     // blocks
  std::size_t mixed = 0;     // those with sentences in both languages
  std::size_t parallel = 0;  // those that hold translations in turn
  std::size_t chinese_first = 0;
  Letters pure;  // of blocks in one language
  std::size_t single_lines = 0;
  std::size_t two_scripts = 0;  // of these

  void add(const Block& block, const Seen& seen, const std::vector<Stretch>& stretches) {
    ++prose;
    if (stretches.size() > 1) {
      ++mixed;
      if (!is_parallel(stretches)) return;
      ++parallel;
      chinese_first += stretches.front().letters.is_chinese();
      return;
    }
    const Letters& letters = stretches.front().letters;
    if (letters.is_chinese()) {
      pure.han += letters.han;
    } else {
      pure.latin += letters.latin;
    }
    if (!is_single_line(block.kind)) return;
    ++single_lines;
    two_scripts += !scripts_of(seen).empty();
  }

  /// Whether paragraphs hold both languages.
  bool is_bilingual_inside() const {
    return 5 * parallel >= 3 * mixed &&
           (parallel > 1 || (parallel > 0 && parallel + two_scripts == prose));
  }

  /// Whether headings do.
  bool has_bilingual_lines() const {
    const bool apart = may_translate({pure.han, 0}, {0, pure.latin});
    return (is_bilingual_inside() || apart) && two_scripts > 0 && 2 * two_scripts >= single_lines;
  }
};

std::vector<std::size_t> begins_of(const std::vector<Stretch>& stretches) {
  std::vector<std::size_t> begins;
  for (std::size_t k = 1; k < stretches.size(); ++k) begins.push_back(stretches[k].range.begin);
  return begins;
}

/// The places where each block is to be cut, as beginnings in its visible text.
using Cuts = std::vector<std::vector<std::size_t>>;

Cuts cuts_of(const std::vector<Block>& blocks, const std::vector<Seen>& seen) {
  Survey survey;
  std::vector<std::vector<Stretch>> stretches(blocks.size());
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    if (!holds_prose(blocks[b].kind)) continue;
    stretches[b] = stretches_of(seen[b]);
    if (!stretches[b].empty() && stretches[b].front().letters.empty()) stretches[b].clear();
    if (!stretches[b].empty()) survey.add(blocks[b], seen[b], stretches[b]);
  }
  const bool inside = survey.is_bilingual_inside();
  const bool lines = survey.has_bilingual_lines();
  const bool chinese_first = 2 * survey.chinese_first >= survey.parallel;
  Cuts cuts(blocks.size());
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    if (stretches[b].empty()) continue;
    if (inside) {
      const std::size_t middle = middle_of(seen[b], stretches[b], chinese_first);
      if (middle > 0) {
        cuts[b] = {middle};
      } else if (stretches[b].size() > 1 && is_parallel(stretches[b])) {
        cuts[b] = begins_of(stretches[b]);
      }
    }
    if (lines && cuts[b].empty() && is_single_line(blocks[b].kind)) {
      cuts[b] = begins_of(scripts_of(seen[b]));
    }
  }
  return cuts;
}

/// Writes blocks and their runs anew.
class Cutter {
 public:
  explicit Cutter(Document::Parts& parts) : parts_(parts), runs_(std::move(parts.runs)) {
    parts_.runs.clear();
  }

  void run(const std::vector<Block>& blocks, const Cuts& cuts, const std::vector<Seen>& seen) {
    for (std::size_t b = 0; b < blocks.size(); ++b) {
      const Block& block = blocks[b];
      open(block);
      auto cut = cuts[b].begin();
      for (std::size_t k = 0; k < block.run_count; ++k) {
        TextRun run = std::move(runs_[block.first_run + k]);
        for (; cut != cuts[b].end(); ++cut) {
          const std::size_t begin = seen[b].begins[k];
          const std::size_t size = run.shown ? run.shown->size() : run.range.size();
          const std::size_t done = run.shown ? 0 : passed_;
          if (*cut >= begin + done + size) break;
          if (*cut > begin + done && !run.shown) {
            const std::size_t place = run.range.begin + (*cut - begin - done);
            add({{run.range.begin, place}, {}, run.kind});
            passed_ += place - run.range.begin;
            run.range.begin = place;
          }
          open(block);
          parts_.blocks.back().begins_turn = false;
        }
        passed_ = 0;
        add(std::move(run));
      }
    }
    close();
  }

 private:
  void add(TextRun run) { parts_.runs.push_back(std::move(run)); }

  void open(const Block& block) {
    close();
    parts_.blocks.push_back(block);
    parts_.blocks.back().first_run = parts_.runs.size();
    parts_.blocks.back().run_count = 0;
  }

  /// Ends the last block, without the white space around it; one without text vanishes.
  void close() {
    if (parts_.blocks.empty()) return;
    Block& block = parts_.blocks.back();
    const auto first = parts_.runs.begin() + static_cast<std::ptrdiff_t>(block.first_run);
    std::vector<TextRun> runs(std::make_move_iterator(first),
                              std::make_move_iterator(parts_.runs.end()));
    parts_.runs.erase(first, parts_.runs.end());
    if (block.kind != BlockKind::line) trim(runs);
    if (runs.empty()) {
      parts_.blocks.pop_back();
      return;
    }
    block.run_count = runs.size();
    block.range = {runs.front().range.begin, runs.back().range.end};
    std::move(runs.begin(), runs.end(), std::back_inserter(parts_.runs));
  }

  void trim(std::vector<TextRun>& runs) const {
    const auto is_space = [](const TextRun& run) { return run.shown && run.shown == " "; };
    while (!runs.empty()) {
      TextRun& run = runs.front();
      if (!run.shown)
        run.range.begin = text::space_end(parts_.bytes, run.range.begin, run.range.end);
      if (!is_space(run) && !run.range.empty()) break;
      runs.erase(runs.begin());
    }
    while (!runs.empty()) {
      TextRun& run = runs.back();
      if (!run.shown) run.range.end = text::text_end(parts_.bytes, run.range.begin, run.range.end);
      if (!is_space(run) && !run.range.empty()) break;
      runs.pop_back();
    }
  }

  Document::Parts& parts_;
  std::vector<TextRun> runs_;
  std::size_t passed_ = 0;  // bytes of the run that lie in blocks before
};

}  // namespace

void part_languages(Document::Parts& parts) {
  std::vector<Seen> seen;
  for (const Block& block : parts.blocks) seen.emplace_back(parts, block);
  const Cuts cuts = cuts_of(parts.blocks, seen);
  if (std::all_of(cuts.begin(), cuts.end(), [](const auto& each) { return each.empty(); })) return;
  const std::vector<Block> blocks = std::exchange(parts.blocks, {});
  Cutter(parts).run(blocks, cuts, seen);
}

}  // namespace duizhao::document
