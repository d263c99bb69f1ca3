#include <algorithm>

#include "document/bilingual.hpp"
#include "document/layout.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::document {
namespace {

/// What a reader sees of a run.
std::string_view seen(std::string_view bytes, const TextRun& run) {
  return run.shown ? std::string_view(*run.shown) : bytes.substr(run.range.begin, run.range.size());
}

/// Whether a wrapped line goes on without a space: Chinese does.
bool joins_without_space(std::string_view bytes, const TextRun& before, const TextRun& after) {
  const std::string_view left = seen(bytes, before);
  const std::string_view right = seen(bytes, after);
  if (left.empty() || right.empty() || ends_at_hyphen(left, right)) return true;
  return text::is_cjk(text::decode_before(left, left.size()).value) &&
         text::is_cjk(text::decode(right, 0).value);
}

/// A speaker goes on until the next turn or heading, through paragraphs, lists and quotations.
bool ends_turn(BlockKind kind) { return kind == BlockKind::heading || kind == BlockKind::code; }

/// Joins lines to blocks.
class Assembly {
 public:
  Assembly(std::string_view bytes, Document::Parts& parts) : bytes_(bytes), parts_(parts) {}

  void add(Line line, bool begins_turn) {
    if (line.runs.empty() && line.kind != BlockKind::line) return;
    const bool joins =
        line.continues && !begins_turn && open_ && parts_.blocks.back().kind == line.kind;
    if (joins) {
      TextRun& before = parts_.runs.back();
      if (line.spaced || !joins_without_space(bytes_, before, line.runs.front())) {
        parts_.runs.push_back({{before.range.end, line.runs.front().range.begin}, " "});
      }
    } else {
      if (ends_turn(line.kind)) {
        speaker_.clear();
        pending_turn_ = false;
      }
      parts_.blocks.push_back({.kind = line.kind,
                               .range = line.runs.front().range,
                               .first_run = parts_.runs.size(),
                               .speaker = speaker_,
                               .begins_turn = begins_turn || pending_turn_});
      pending_turn_ = false;
    }
    std::move(line.runs.begin(), line.runs.end(), std::back_inserter(parts_.runs));
    Block& block = parts_.blocks.back();
    block.run_count = parts_.runs.size() - block.first_run;
    block.range.end = parts_.runs.back().range.end;
    open_ = true;
  }

  void end_turn() { speaker_.clear(); }

  void begin_turn(std::string speaker) {
    speaker_ = std::move(speaker);
    pending_turn_ = true;
    open_ = false;
  }

 private:
  std::string_view bytes_;
  Document::Parts& parts_;
  std::string speaker_;
  bool pending_turn_ = false;  // a label stood on a line of its own
  bool open_ = false;          // a wrapped line may join the last block
};

/// A few Latin letters, a name or an acronym, are at home in any language.
bool is_neutral(const text::ScriptCount& letters) {
  constexpr std::size_t kMostLetters = 40;
  return letters.language() == "en" && letters.total() <= kMostLetters;
}

/// A speaker's label takes no part of the time of a cue, nor do cues without text.
void set_cues(Document::Parts& parts) {
  auto run = parts.runs.begin();
  for (Cue& cue : parts.cues) {
    while (run != parts.runs.end() && run->range.end <= cue.range.begin) ++run;
    const std::size_t begin = run == parts.runs.end() ? cue.range.end : run->range.begin;
    cue.range.begin = std::min(std::max(cue.range.begin, begin), cue.range.end);
  }
  std::erase_if(parts.cues, [](const Cue& cue) { return cue.range.empty(); });
}

/// A paragraph that is a formula alone is a displayed one.
void set_formulas(Document::Parts& parts) {
  for (Block& block : parts.blocks) {
    if (block.kind != BlockKind::paragraph) continue;
    bool formula = false;
    bool words = false;
    for (std::size_t r = block.first_run; r < block.first_run + block.run_count; ++r) {
      const TextRun& run = parts.runs[r];
      formula = formula || run.kind == RunKind::formula;
      words = words || (run.kind != RunKind::formula && text::has_word(seen(parts.bytes, run)));
    }
    if (formula && !words) block.kind = BlockKind::formula;
  }
}

/// Gives each block the language of its letters, and the document that of most.
void set_languages(Document::Parts& parts, const std::string& language) {
  const bool named = language != "auto";
  std::vector<text::ScriptCount> counts(parts.blocks.size());
  text::ScriptCount all;
  for (std::size_t i = 0; i < parts.blocks.size(); ++i) {
    const Block& block = parts.blocks[i];
    for (std::size_t r = 0; r < block.run_count; ++r) {
      const TextRun& run = parts.runs[block.first_run + r];
      if (run.kind == RunKind::prose) counts[i].add(seen(parts.bytes, run));
    }
    all.add(counts[i]);
  }
  parts.language = named ? text::primary_language(language) : all.language();
  // In a bilingual text short lines in Latin letters are its English.
  constexpr std::size_t kSmallShare = 4;
  const bool foreign_share_is_small =
      all.latin() * kSmallShare <= all.total() && !text::share_script(parts.language, "en");
  for (std::size_t i = 0; i < parts.blocks.size(); ++i) {
    Block& block = parts.blocks[i];
    block.language = counts[i].language();
    // A Chinese sentence that names more in Latin letters than it says itself.
    const std::size_t others = counts[i].total() - counts[i].latin();
    const bool may_be_chinese =
        foreign_share_is_small ? others > 0 : 2 * others >= counts[i].latin();
    if (block.language == "en" && parts.language == "zh" && may_be_chinese) {
      block.language = parts.language;
    }
    if (is_neutral(counts[i]) && foreign_share_is_small) block.language = parts.language;
    // Letters alone do not tell French from English: a named language outranks its script's
    // default.
    const bool named_by_script = named && text::share_script(block.language, parts.language);
    if (block.language.empty() || named_by_script || block.kind == BlockKind::line) {
      block.language = parts.language;
    }
  }
}

}  // namespace

Document::Parts assemble(std::string bytes, std::string name, Layout layout,
                         const std::string& language) {
  Document::Parts parts;
  parts.name = std::move(name);
  parts.matter = std::move(layout.matter);
  parts.faults = std::move(layout.faults);
  parts.cues = std::move(layout.cues);
  std::vector<Line>& lines = layout.lines;
  const std::vector<Turn> turns = take_labels(bytes, lines);
  Assembly assembly(bytes, parts);
  auto turn = turns.begin();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool begins_turn = turn != turns.end() && turn->line == i;
    if (begins_turn) assembly.begin_turn(turn->speaker);
    if (lines[i].speaker) assembly.begin_turn(*lines[i].speaker);
    assembly.add(std::move(lines[i]), begins_turn);
    if (begins_turn && !(turn++)->goes_on) assembly.end_turn();
  }
  parts.bytes = std::move(bytes);
  set_cues(parts);
  set_formulas(parts);
  part_languages(parts);
  set_languages(parts, language);
  return parts;
}

}  // namespace duizhao::document
