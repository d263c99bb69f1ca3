// hunalign's text: source, target and score between tabs; ~~~ between the sentences of a side.
#include <fmt/format.h>

#include <algorithm>

#include "duizhao/text/messages.hpp"
#include "io/codecs.hpp"
#include "io/languages.hpp"
#include "io/line_file.hpp"
#include "io/sentences.hpp"
#include "text/split.hpp"

namespace duizhao::io {
namespace {

constexpr std::string_view kBetween = " ~~~ ";

std::vector<UnitSentence> sentences_of(std::string_view field, Numbering& numbers) {
  std::vector<UnitSentence> sentences;
  if (field.empty()) return sentences;
  for (std::size_t at = 0; at != std::string_view::npos;) {
    const std::size_t end = field.find(kBetween, at);
    sentences.push_back(numbers.next(std::string(field.substr(at, end - at))));
    at = end == std::string_view::npos ? end : end + kBetween.size();
  }
  return sentences;
}

/// A text in which no ~~~ stands by itself: it would end the sentence. One of its marks is left
/// out.
std::string without_joiners(std::string text) {
  constexpr std::string_view kJoiner = "~~~";
  for (std::size_t at = text.find(kJoiner); at != std::string::npos;
       at = text.find(kJoiner, at + 1)) {
    const std::size_t end = at + kJoiner.size();
    const bool begins = at == 0 || text[at - 1] == ' ';
    if (begins && (end == text.size() || text[end] == ' ')) text.erase(at, 1);
  }
  return text;
}

std::string field_of(const std::vector<UnitSentence>& sentences) {
  std::vector<std::string> texts;
  for (const UnitSentence& each : sentences) {
    texts.push_back(without_joiners(as_field(each.text)));
  }
  return fmt::format("{}", fmt::join(texts, kBetween));
}

std::string line_of(const TranslationUnit& unit) {
  return fmt::format("{}\t{}\t{:.4f}\n", field_of(unit.source), field_of(unit.target),
                     unit.confidence);
}

}  // namespace

UnitsRead read_hunalign(const Input& input) {
  const LineFile file(input.bytes, input.name);
  Languages languages(input.options);
  Numbering source;
  Numbering target;
  UnitsRead read;
  for (const Line& line : file.lines()) {
    const auto fields = text::split(line.text, '\t');
    constexpr std::size_t kMost = 3;
    if (fields.size() < 2 || fields.size() > kMost) {
      fail(line, line.text, translate("expected a source, a target and a score between tabs"));
    }
    TranslationUnit unit;
    unit.source = sentences_of(fields[0], source);
    unit.target = sentences_of(fields[1], target);
    if (fields.size() == kMost) {
      unit.confidence = std::clamp(parse_number(fields[2], line), 0.0, 1.0);
    }
    unit.place = line.place;
    give(std::move(unit), languages, read, input.sink);
  }
  return read;
}

std::unique_ptr<UnitWriter> hunalign_writer(ByteSink sink) {
  return line_writer(std::move(sink), line_of);
}

}  // namespace duizhao::io
