// Comparisons for people to read: the texts, with what differs marked, and then the statements.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "duizhao/report/text.hpp"
#include "duizhao/text/messages.hpp"
#include "report/text/layout.hpp"
#include "text/display.hpp"
#include "text/fold.hpp"

namespace duizhao {
namespace {

constexpr std::size_t kIndent = 4;

/// Witnesses with the same words, in the order of the first of each, and the group that they say
/// the same as.
struct Speaker {
  std::size_t group;
  std::vector<std::size_t> witnesses;
  std::string text;
};
using Speakers = std::vector<Speaker>;

std::string sigla(const std::vector<std::size_t>& witnesses) {
  std::string names;
  for (const std::size_t witness : witnesses)
    names += (names.empty() ? "" : ", ") + siglum(witness);
  return names;
}

std::string in_quotes(const std::string& text) {
  return fmt::format(fmt::runtime(translate("“{}”")), text::printable(text));
}

/// `A “30”, C “thirty” | B “three hundred”`: groups set apart by a bar.
std::string spoken(const Speakers& speakers) {
  std::vector<std::size_t> groups;
  for (const Speaker& speaker : speakers) {
    if (std::ranges::find(groups, speaker.group) == groups.end()) groups.push_back(speaker.group);
  }
  std::string line;
  for (const std::size_t group : groups) {
    std::string part;
    for (const Speaker& speaker : speakers) {
      if (speaker.group != group) continue;
      part += (part.empty() ? "" : ", ") + sigla(speaker.witnesses) + ' ' + in_quotes(speaker.text);
    }
    line += (line.empty() ? "" : " | ") + part;
  }
  return line;
}

/// Whether a witness lacks a whole passage.
bool lacks_passage(const Comparison& comparison, const Difference& difference) {
  return difference.kind == VariationKind::omission &&
         std::ranges::any_of(difference.readings, [&](const WitnessReading& reading) {
           return !reading.range && comparison.witnesses[reading.witness].text.empty();
         });
}

std::string kind_text(VariationKind kind) {
  switch (kind) {
    case VariationKind::number:
      return translate("number");
    case VariationKind::negation:
      return translate("negation");
    case VariationKind::name:
      return translate("name");
    case VariationKind::modality:
      return translate("modality");
    case VariationKind::omission:
      return translate("omission");
    case VariationKind::addition:
      return translate("addition");
    case VariationKind::paraphrase:
    case VariationKind::wording:
    case VariationKind::synonym:  // whether other words mean the same is for the reader to say
      return translate("wording");
    case VariationKind::moved:
      return translate("moved");
    case VariationKind::inflection:
      return translate("inflection");
  }
  return {};
}

std::string statement(const Comparison& comparison, const Difference& difference) {
  Speakers speakers;
  std::map<std::string, std::size_t> known;
  std::vector<std::size_t> silent, all;
  for (const WitnessReading& reading : difference.readings) {
    if (!reading.range) {
      silent.push_back(reading.witness);
      continue;
    }
    all.push_back(reading.witness);
    const auto [entry, is_new] = known.try_emplace(text::fold_case(reading.text), speakers.size());
    if (is_new) speakers.push_back({reading.group, {}, reading.text});
    speakers[entry->second].witnesses.push_back(reading.witness);
  }
  if (lacks_passage(comparison, difference)) {
    return fmt::format(
        fmt::runtime(translate("{} lacks the passage", "{} lack the passage", silent.size())),
        sigla(silent));
  }
  if (difference.kind == VariationKind::omission && !silent.empty()) {
    return fmt::format(fmt::runtime(translate("{} omits {}", "{} omit {}", silent.size())),
                       sigla(silent), spoken(speakers));
  }
  if (difference.kind == VariationKind::addition) {
    const std::string what =
        speakers.size() == 1 ? in_quotes(speakers.front().text) : spoken(speakers);
    return fmt::format(fmt::runtime(translate("{} adds {}", "{} add {}", all.size())), sigla(all),
                       what);
  }
  return spoken(speakers);
}

/// A text with the words that differ in brackets, or in colour.
std::string marked(const std::string& text, std::vector<ByteRange> ranges,
                   const TextLayout& layout) {
  std::ranges::sort(ranges, {}, &ByteRange::begin);
  std::string line;
  std::size_t at = 0;
  for (const ByteRange& range : ranges) {
    if (range.begin < at) continue;  // inside of another one
    const std::string words = text::printable(text.substr(range.begin, range.size()));
    line += text::printable(text.substr(at, range.begin - at));
    line += layout.colour
                ? std::string(report::kColourBegins) + words + std::string(report::kColourEnds)
                : '[' + words + ']';
    at = range.end;
  }
  return line + text::printable(text.substr(at));
}

}  // namespace

std::vector<std::string> report::marked_texts(const Comparison& comparison,
                                              const TextLayout& layout, std::size_t most) {
  std::size_t told = 0;
  std::vector<std::vector<ByteRange>> ranges(comparison.witnesses.size());
  for (const Difference& difference : comparison.differences) {
    if (!is_told(difference) && most != kAllStatements) continue;
    if (++told > most) break;
    if (lacks_passage(comparison, difference)) continue;
    for (const WitnessReading& reading : difference.readings) {
      if (reading.range) ranges[reading.witness].push_back(*reading.range);
    }
  }
  std::vector<std::string> texts;
  for (std::size_t w = 0; w < comparison.witnesses.size(); ++w) {
    const std::string& text = comparison.witnesses[w].text;
    texts.push_back(text.empty() ? "—" : marked(text, ranges[w], layout));
  }
  return texts;
}

bool is_told(const Difference& difference) {
  switch (difference.kind) {
    case VariationKind::inflection:
    case VariationKind::moved:
      return false;
    case VariationKind::paraphrase:
    case VariationKind::wording:
    case VariationKind::synonym:
      return difference.probability >= kSureChoice;
    default:
      return true;
  }
}

std::vector<std::string> statements_of(const Comparison& comparison, std::size_t most) {
  std::vector<std::string> lines;
  for (const Difference& difference : comparison.differences) {
    if (lines.size() == most) break;
    if (most == kAllStatements || is_told(difference)) {
      lines.push_back(kind_text(difference.kind) + "  " + statement(comparison, difference));
    }
  }
  return lines;
}

std::string text_report(const Comparison& comparison, const TextLayout& layout, std::size_t most) {
  std::string report;
  const auto add = [&](const std::string& name, const std::string& text,
                       const std::string& language) {
    const std::string lines = report::indented(text, kIndent, language, layout);
    report += report::padded(name, kIndent) +
              report::with_colours(lines.substr(std::min(kIndent, lines.size())));
  };
  if (comparison.original) {
    add("", comparison.original->text, comparison.original->language);
  }
  const std::vector<std::string> texts = report::marked_texts(comparison, layout, most);
  for (std::size_t w = 0; w < texts.size(); ++w) {
    add(siglum(w), texts[w], comparison.witnesses[w].language);
  }
  const std::vector<std::string> lines = statements_of(comparison, most);
  if (!lines.empty()) report += '\n';
  for (const std::string& line : lines) {
    report += report::indented(line, kIndent, "en", layout);
  }
  return report;
}

}  // namespace duizhao
