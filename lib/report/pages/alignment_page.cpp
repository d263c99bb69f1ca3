// The page of an alignment.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "duizhao/messages.hpp"
#include "duizhao/pages.hpp"
#include "report/pages/page.hpp"
#include "text/scripts.hpp"

namespace duizhao {
namespace {

using report::html;
using report::message;

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
    const bool spaced = !text::runs_without_spaces(document.block(sentence).language);
    if (!content.empty() && spaced) content += ' ';
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
  const std::string language = sentences.empty() ? document.document().language()
                                                 : document.block(sentences.front()).language;
  return report::paragraph(language, content);
}

std::string place_of(const SegmentedDocument& document, const std::vector<std::size_t>& sentences) {
  if (sentences.empty()) return "—";
  const std::size_t byte = document.sentences()[sentences.front()].range.begin;
  return fmt::format("{}", document.document().line_of(byte));
}

/// What stands beside each other: source sentences, and of each part the beads that render them.
struct Row {
  std::vector<std::size_t> source;              // sentences
  std::vector<std::vector<std::size_t>> beads;  // by part: numbers of beads
};

/// Rows of alignments of one source: the finest cuts of it that cut no bead of any part. What has
/// no source stands in rows of its own.
std::vector<Row> rows_of(const std::vector<AlignmentPagePart>& parts) {
  // Stretches of source sentences, by where they end: each is one bead's, or several ones' that
  // overlap.
  std::map<std::size_t, std::size_t> stretches;  // last sentence -> first sentence
  for (const AlignmentPagePart& part : parts) {
    for (const Bead& bead : part.alignment.beads()) {
      if (bead.source.empty()) continue;
      std::size_t first = bead.source.front();
      std::size_t last = bead.source.back();
      auto other = stretches.lower_bound(first);
      while (other != stretches.end() && other->second <= last) {
        first = std::min(first, other->second);
        last = std::max(last, other->first);
        other = stretches.erase(other);
      }
      stretches.emplace(last, first);
    }
  }
  std::map<std::size_t, Row> with_source;               // by last sentence
  std::multimap<std::size_t, Row> without;              // behind the row of this last sentence
  constexpr auto kFront = static_cast<std::size_t>(0);  // sentences are counted from 1 here
  for (std::size_t p = 0; p < parts.size(); ++p) {
    const auto& beads = parts[p].alignment.beads();
    std::size_t behind = kFront;
    for (std::size_t k = 0; k < beads.size(); ++k) {
      if (beads[k].source.empty()) {
        Row row{{}, std::vector<std::vector<std::size_t>>(parts.size())};
        row.beads[p] = {k};
        without.emplace(behind, std::move(row));
        continue;
      }
      behind = stretches.lower_bound(beads[k].source.front())->first + 1;
      Row& row = with_source[behind];
      row.beads.resize(parts.size());
      row.beads[p].push_back(k);
      for (const std::size_t sentence : beads[k].source) row.source.push_back(sentence);
    }
  }
  std::vector<Row> rows;
  const auto add_without = [&](std::size_t behind) {
    const auto [first, last] = without.equal_range(behind);
    for (auto row = first; row != last; ++row) rows.push_back(std::move(row->second));
  };
  add_without(kFront);
  for (auto& [last, row] : with_source) {
    std::ranges::sort(row.source);
    const auto repeated = std::ranges::unique(row.source);
    row.source.erase(repeated.begin(), repeated.end());
    rows.push_back(std::move(row));
    add_without(last);
  }
  return rows;
}

/// Writes the rows of alignments of one source.
class Rows {
 public:
  Rows(const std::vector<AlignmentPagePart>& parts, double least) : parts_(parts), least_(least) {}

  std::string run() const {
    std::string rows;
    std::size_t number = 0;
    for (const Row& row : rows_of(parts_)) rows += item(row, ++number);
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
      targets += beside() ? "<div>\n" + cell + "</div>\n" : cell;
    }
    const SegmentedDocument& document = parts_.front().alignment.source();
    std::string where = fmt::format("<span>{}</span>", number);
    if (!beside()) where += about(0, row.beads.front().front());
    const std::string head = fmt::format("<p class=\"where\">{}<span>{} {}</span></p>\n", where,
                                         message("line"), place_of(document, row.source));
    const std::string source = side(document, row.source, sources);
    return fmt::format(
               "<article class=\"item{}\" tabindex=\"-1\" data-confidence=\"{:.4f}\" "
               "data-level=\"{}\" data-type=\"{}\">\n",
               beside() ? " beside" : "", confidence,
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
      head =
          fmt::format("<p class=\"where\"><span class=\"name\">{}</span>{}<span>{} {}</span></p>\n",
                      html(document.document().name()), about(p, k), message("line"),
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

  const std::vector<AlignmentPagePart>& parts_;
  double least_;
};

/// Whether all parts are alignments of one text.
bool share_source(const std::vector<AlignmentPagePart>& parts) {
  const auto bytes = [](const AlignmentPagePart& part) {
    return part.alignment.source().document().bytes();
  };
  return std::ranges::all_of(
      parts, [&](const AlignmentPagePart& part) { return bytes(part) == bytes(parts.front()); });
}

/// The names of the texts, above their columns.
std::string heads(const std::vector<AlignmentPagePart>& parts) {
  std::string row = "<div class=\"heads beside\">";
  row += fmt::format("<h2>{}</h2>", html(parts.front().alignment.source().document().name()));
  for (const AlignmentPagePart& part : parts) {
    row += fmt::format("<h2>{}</h2>", html(part.alignment.target().document().name()));
  }
  return row + "</div>\n";
}

}  // namespace

std::string to_html(const std::vector<AlignmentPagePart>& parts, double min_confidence) {
  std::set<std::string> types;
  std::size_t count = 0;
  std::string names;
  for (const AlignmentPagePart& part : parts) {
    for (const Bead& bead : part.alignment.beads()) types.insert(type_of(bead));
    count += part.alignment.beads().size();
    if (names.empty()) names = part.alignment.source().document().name();
    names += " | " + part.alignment.target().document().name();
  }
  report::Page page(names, fmt::format(fmt::runtime(translate("{} bead", "{} beads", count)),
                                       format_number(count)));
  page.add_search();
  std::vector<std::pair<std::string, std::string>> choices;
  for (const std::string& type : types) choices.emplace_back(type, type);
  page.add_choice("type", translatable("Type"), choices);
  page.add_confidence();
  if (parts.size() > 1 && share_source(parts)) {
    page.add("<section class=\"scroll\">\n" + heads(parts) + Rows(parts, min_confidence).run() +
             "</section>\n");
    return page.finish();
  }
  for (const AlignmentPagePart& part : parts) {
    page.add(fmt::format("<section aria-label=\"{0}\">\n<h2>{0}</h2>\n",
                         html(part.alignment.target().document().name())));
    page.add(Rows({part}, min_confidence).run() + "</section>\n");
  }
  return page.finish();
}

}  // namespace duizhao
