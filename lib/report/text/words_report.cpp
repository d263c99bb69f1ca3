// Linked words for people to read: both texts, their units, and what differs.
#include <fmt/format.h>

#include <array>

#include "duizhao/report/text.hpp"
#include "duizhao/text/messages.hpp"
#include "report/text/layout.hpp"

namespace duizhao {
namespace {

/// Words with spaces between them, and … where others are left out.
std::string words_at(const std::vector<WordToken>& tokens, const std::vector<std::size_t>& places,
                     bool chinese) {
  std::string text;
  for (std::size_t k = 0; k < places.size(); ++k) {
    if (k > 0) text += places[k] == places[k - 1] + 1 ? (chinese ? "" : " ") : " … ";
    text += tokens[places[k]].text;
  }
  return text;
}

std::string all_words(const std::vector<WordToken>& tokens) {
  std::string text;
  for (const WordToken& token : tokens) text += (text.empty() ? "" : " ") + token.text;
  return text;
}

}  // namespace

std::string message_of(DifferenceKind kind) {
  constexpr std::array<std::string_view, 12> kMessages = {
      translatable("equal"),
      translatable("another form"),
      translatable("other small words"),
      translatable("a synonym"),
      translatable("other words"),
      translatable("the opposite"),
      translatable("another number"),
      translatable("denied on one side"),
      translatable("more or less certain or binding"),
      translatable("another name"),
      translatable("only in the first"),
      translatable("only in the second")};
  return translate(kMessages.at(static_cast<std::size_t>(kind)));
}

std::string text_report(const WordAlignment& alignment, const std::string& source_language,
                        const std::string& target_language, const TextLayout& layout) {
  constexpr std::size_t kIndent = 4;
  const auto source = [&](const std::vector<std::size_t>& places) {
    return words_at(alignment.source, places, source_language == "zh");
  };
  const auto target = [&](const std::vector<std::size_t>& places) {
    return words_at(alignment.target, places, target_language == "zh");
  };
  std::string report =
      report::indented(all_words(alignment.source), kIndent, source_language, layout) +
      report::indented(all_words(alignment.target), kIndent, target_language, layout);
  std::string units;
  for (const WordPhrase& phrase : alignment.phrases) {
    units += (units.empty() ? "" : " · ") + source(phrase.source) + " = " + target(phrase.target);
  }
  if (!units.empty()) report += report::indented(units, kIndent, target_language, layout);
  for (const WordDifference& difference : alignment.differences) {
    if (difference.kind == DifferenceKind::equal || difference.kind == DifferenceKind::function) {
      continue;
    }
    std::string words = source(difference.source);
    if (!difference.source.empty() && !difference.target.empty()) words += " | ";
    words += target(difference.target);
    report += report::indented(
        fmt::format("{}: {} ({:.2f})", message_of(difference.kind), words, difference.probability),
        kIndent, target_language, layout);
  }
  return report;
}

}  // namespace duizhao
