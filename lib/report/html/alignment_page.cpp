// The page of an alignment.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <span>

#include "duizhao/bitext/coverage.hpp"
#include "duizhao/report/html.hpp"
#include "duizhao/text/messages.hpp"
#include "report/html/page.hpp"
#include "report/html/rows.hpp"
#include "report/text/coverage.hpp"
#include "text/scripts.hpp"

namespace duizhao {
namespace {

using report::html;
using report::message;
using report::Row;

/// A word that has counterparts, in a sentence.
struct LinkedWord {
  ByteRange range;
  std::set<std::size_t> links;  // numbers of pairs in the bead
};

/// Words by the index of their sentence, in order and disjoint.
using LinkedWords = std::map<std::size_t, std::vector<LinkedWord>>;

void add_word(LinkedWords& words, const WordPlace& place, std::size_t link) {
  auto& list = words[place.sentence];
  const auto after = std::ranges::lower_bound(
      list, place.range.begin, {}, [](const LinkedWord& each) { return each.range.begin; });
  if (after != list.end() && after->range == place.range) {
    after->links.insert(link);
    return;
  }
  const bool overlaps = (after != list.end() && after->range.overlaps(place.range)) ||
                        (after != list.begin() && std::prev(after)->range.overlaps(place.range));
  if (!overlaps) list.insert(after, {place.range, {link}});
}

std::string type_of(const Bead& bead) {
  return fmt::format("{}:{}", bead.source.size(), bead.target.size());
}

/// Writes one side of a bead.
std::string side(const SegmentedDocument& document, const std::vector<std::size_t>& sentences,
                 const LinkedWords& words) {
  std::string content;
  for (const std::size_t sentence : sentences) {
    const std::string text = document.text(sentence);
    if (!content.empty()) {
      content += text::sentence_separator(document.block(sentence).language);
    }
    std::size_t at = 0;
    const auto found = words.find(sentence);
    if (found != words.end()) {
      for (const LinkedWord& word : found->second) {
        content += html(std::string_view(text).substr(at, word.range.begin - at));
        content +=
            fmt::format("<span data-l=\"{}\">{}</span>", fmt::join(word.links, " "),
                        html(std::string_view(text).substr(word.range.begin, word.range.size())));
        at = word.range.end;
      }
    }
    content += html(std::string_view(text).substr(at));
  }
  return report::paragraph(report::language_of(document, sentences), content);
}

/// `line 12`
std::string place_of(const SegmentedDocument& document, const std::vector<std::size_t>& sentences) {
  return sentences.empty() ? "—" : report::line_label(document.line(sentences.front()));
}

/// What was left out of one side, in the order of its text, as folded parts of the page.
class Folds {
 public:
  Folds(const SegmentedDocument& document, Coverage coverage, const report::Names& names)
      : document_(document), parts_(std::move(coverage.left_out)), names_(names) {}

  /// What begins before the first of the sentences; nothing where there are none.
  std::string before(const std::vector<std::size_t>& sentences) {
    if (sentences.empty()) return {};
    return take(document_.sentences()[sentences.front()].range.begin);
  }

  /// All that is left.
  std::string rest() { return take(document_.document().bytes().size() + 1); }

 private:
  std::string take(std::size_t end) {
    report::LeftOutCounts counts;
    std::string content;
    const std::size_t first = next_;
    for (; next_ < parts_.size() && parts_[next_].range.begin < end; ++next_) {
      ++counts[parts_[next_].kind];
      content += "<pre>" + html(shown(parts_[next_])) + "</pre>\n";
    }
    if (next_ == first) return {};
    const std::string name = names_.shown(document_.document().name());
    return fmt::format("<details class=\"left-out\"><summary>{} {}: {}</summary>\n{}</details>\n",
                       name,
                       report::line_label(document_.document().line_of(parts_[first].range.begin)),
                       html(report::left_out(counts)), content);
  }

  /// Sentences as they are read, all else as it stands; long ones are cut.
  std::string shown(const LeftOut& part) const {
    constexpr std::size_t kMost = 4'000;  // bytes
    const bool prose =
        part.kind == LeftOutKind::other_language || part.kind == LeftOutKind::unaligned;
    std::string text =
        prose ? document_.document().text(part.range)
              : document_.document().bytes().substr(part.range.begin, part.range.size());
    if (text.size() <= kMost) return text;
    std::size_t end = kMost;
    while ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end) + "…";
  }

  const SegmentedDocument& document_;
  std::vector<LeftOut> parts_;
  const report::Names& names_;
  std::size_t next_ = 0;
};

/// Writes the rows of alignments of one source.
class Rows {
 public:
  Rows(std::span<const AlignmentPagePart> parts, double least, const report::Names& names)
      : parts_(parts), least_(least), names_(names) {}

  std::string run() const {
    std::string rows;
    std::size_t number = 0;
    Folds source(parts_.front().alignment.source(), coverage_of(parts_.front().alignment).source,
                 names_);
    std::vector<Folds> targets;
    for (const AlignmentPagePart& part : parts_) {
      targets.emplace_back(part.alignment.target(), coverage_of(part.alignment).target, names_);
    }
    const auto all = report::rows_of(parts_);
    for (const Row& row : all) {
      rows += source.before(row.source);
      for (std::size_t p = 0; p < parts_.size(); ++p) {
        if (row.beads[p].empty()) continue;
        rows += targets[p].before(parts_[p].alignment.beads()[row.beads[p].front()].target);
      }
      rows += item(row, ++number);
    }
    rows += source.rest();
    for (Folds& target : targets) rows += target.rest();
    return rows;
  }

 private:
  std::string item(const Row& row, std::size_t number) const {
    LinkedWords sources;
    std::string targets;
    std::set<std::string> types;
    double confidence = 1;
    std::size_t links = 0;  // those of all beads are numbered on
    for (std::size_t p = 0; p < parts_.size(); ++p) {
      std::string cell;
      for (const std::size_t k : row.beads[p]) {
        const Bead& bead = parts_[p].alignment.beads()[k];
        types.insert(type_of(bead));
        confidence = std::min(confidence, bead.confidence);
        cell += target(p, k, sources, links);
      }
      if (cell.empty()) cell = "<p class=\"text\"></p>\n";
      targets += beside() ? "<div>\n" + cell + "</div>\n" : cell;
    }
    const SegmentedDocument& document = parts_.front().alignment.source();
    std::string head = fmt::format("<p class=\"where\"><span>{}</span>", number);
    const std::string line = place_of(document, row.source);
    if (beside()) {
      head += "<span>" + line + "</span></p>\n";
    } else {
      const std::size_t k = row.beads.front().front();
      const Alignment& alignment = parts_.front().alignment;
      head += fmt::format("{}<span>{} | {}</span></p>\n", about(0, k), line,
                          place_of(alignment.target(), alignment.beads()[k].target));
    }
    const std::string source = side(document, row.source, sources);
    return fmt::format(
               "<article class=\"item{}\" tabindex=\"-1\" aria-label=\"{}\" "
               "data-confidence=\"{:.4f}\" "
               "data-level=\"{}\" data-type=\"{}\">\n",
               beside() ? " beside" : "", number, confidence,
               confidence < least_ ? "doubtful" : report::level_of(confidence),
               fmt::join(types, " ")) +
           (beside() ? "<div>\n" + head + source + "</div>\n" : head + source) + targets +
           "</article>\n";
  }

  /// A bead's target side, and the words of its source that have counterparts.
  std::string target(std::size_t p, std::size_t k, LinkedWords& sources, std::size_t& links) const {
    const AlignmentPagePart& part = parts_[p];
    LinkedWords targets;
    if (k < part.explanations.size()) {
      for (const WordPair& pair : part.explanations[k]) {
        add_word(sources, pair.source, links);
        add_word(targets, pair.target, links);
        ++links;
      }
    }
    const Bead& bead = part.alignment.beads()[k];
    std::string head;
    if (beside()) {
      const SegmentedDocument& document = part.alignment.target();
      head = fmt::format("<p class=\"where\"><span class=\"name\">{}</span>{}<span>{}</span></p>\n",
                         names_.shown(document.document().name()), about(p, k),
                         place_of(document, bead.target));
    }
    return head + side(part.alignment.target(), bead.target, targets);
  }

  /// A bead's type, confidence and lock.
  std::string about(std::size_t p, std::size_t k) const {
    const Bead& bead = parts_[p].alignment.beads()[k];
    std::string text =
        fmt::format("<span>{}</span><span class=\"{}\">{} {:.2f}</span>", type_of(bead),
                    bead.confidence < least_ ? "doubtful" : report::level_of(bead.confidence),
                    message("confidence"), bead.confidence);
    if (bead.locked) text += "<span class=\"badge\">" + message("locked") + "</span>";
    return text;
  }

  bool beside() const { return parts_.size() > 1; }

  std::span<const AlignmentPagePart> parts_;
  double least_;
  const report::Names& names_;
};

/// The names of the texts, above their columns.
std::string heads(std::span<const AlignmentPagePart> parts, const report::Names& names) {
  std::string row = parts.size() > 1 ? "<div class=\"heads beside\">" : "<div class=\"heads\">";
  row += "<h2>" + names.shown(parts.front().alignment.source().document().name()) + "</h2>";
  for (const AlignmentPagePart& part : parts) {
    row += "<h2>" + names.shown(part.alignment.target().document().name()) + "</h2>";
  }
  return row + "</div>\n";
}

}  // namespace

std::string to_html(const std::vector<AlignmentPagePart>& parts, double min_confidence) {
  std::set<std::string> types;
  std::size_t count = 0;
  std::vector<std::string> texts;
  for (const AlignmentPagePart& part : parts) {
    for (const Bead& bead : part.alignment.beads()) types.insert(type_of(bead));
    count += part.alignment.beads().size();
    texts.push_back(part.alignment.source().document().name());
    texts.push_back(part.alignment.target().document().name());
  }
  const report::Names names(std::move(texts));
  report::Page page(
      translate("Alignment"), names,
      fmt::format(fmt::runtime(translate("{} bead", "{} beads", count)), format_number(count)));
  page.add_search();
  std::vector<std::pair<std::string, std::string>> choices;
  for (const std::string& type : types) choices.emplace_back(type, type);
  page.add_choice("type", translatable("Type"), choices);
  page.add_confidence();
  page.add_jump(translatable("Next doubtful one"));
  page.add_words();
  const auto add = [&](std::span<const AlignmentPagePart> columns, std::string_view attributes) {
    page.add(fmt::format("<section {}>\n{}{}</section>\n", attributes, heads(columns, names),
                         Rows(columns, min_confidence, names).run()));
  };
  if (parts.size() > 1 && report::share_source(parts)) {
    add(parts,
        fmt::format("class=\"rows\" tabindex=\"0\" aria-label=\"{}\"", message("Alignment")));
    return page.finish();
  }
  for (const AlignmentPagePart& part : parts) {
    add({&part, 1},
        fmt::format("aria-label=\"{}\"", html(part.alignment.target().document().name())));
  }
  return page.finish();
}

}  // namespace duizhao
