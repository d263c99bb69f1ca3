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

std::string bead_item(const AlignmentPagePart& part, std::size_t number, double least) {
  const Alignment& alignment = part.alignment;
  const Bead& bead = alignment.beads()[number];
  LinkedWords sources;
  LinkedWords targets;
  if (number < part.explanations.size()) {
    const Explanation& pairs = part.explanations[number];
    for (std::size_t link = 0; link < pairs.size(); ++link) {
      add_word(sources, pairs[link].source, link);
      add_word(targets, pairs[link].target, link);
    }
  }
  std::string item = fmt::format(
      "<article class=\"item\" tabindex=\"-1\" data-confidence=\"{:.4f}\" data-level=\"{}\" "
      "data-type=\"{}\">\n<p class=\"where\"><span>{}</span><span>{}</span><span>{} {:.2f}</span>"
      "<span>{} {} | {}</span>{}</p>\n",
      bead.confidence, bead.confidence < least ? "doubtful" : report::level_of(bead.confidence),
      type_of(bead), number + 1, type_of(bead), message("confidence"), bead.confidence,
      message("lines"), place_of(alignment.source(), bead.source),
      place_of(alignment.target(), bead.target),
      bead.locked ? "<span class=\"badge\">" + message("locked") + "</span>" : "");
  item += side(alignment.source(), bead.source, sources);
  item += side(alignment.target(), bead.target, targets);
  return item + "</article>\n";
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
  for (const AlignmentPagePart& part : parts) {
    page.add(fmt::format("<section aria-label=\"{0}\">\n<h2>{0}</h2>\n",
                         html(part.alignment.target().document().name())));
    for (std::size_t k = 0; k < part.alignment.beads().size(); ++k)
      page.add(bead_item(part, k, min_confidence));
    page.add("</section>\n");
  }
  return page.finish();
}

}  // namespace duizhao
