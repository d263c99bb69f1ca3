// JSON Lines: an object for each unit.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "duizhao/bitext/coverage.hpp"
#include "duizhao/io/results.hpp"
#include "duizhao/text/messages.hpp"
#include "io/codecs.hpp"
#include "io/json.hpp"
#include "io/languages.hpp"
#include "io/line_file.hpp"
#include "io/sentences.hpp"
#include "text/parse_json.hpp"

namespace duizhao {
namespace io {
namespace {

using io::decimal;
using io::Json;

Json sentence_json(const UnitSentence& sentence) {
  Json json = {{"index", sentence.index}};
  if (sentence.range) {
    json["begin"] = sentence.range->begin;
    json["end"] = sentence.range->end;
  }
  json["text"] = sentence.text;
  if (sentence.paragraph) json["block"] = *sentence.paragraph;
  if (sentence.time) json["time"] = time_json(*sentence.time);
  return json;
}

Json sentences_json(const std::vector<UnitSentence>& sentences) {
  Json list = Json::array();
  for (const UnitSentence& each : sentences) list.push_back(sentence_json(each));
  return list;
}

Json unit_json(const TranslationUnit& unit) {
  Json json = {{"source", sentences_json(unit.source)},
               {"target", sentences_json(unit.target)},
               {"score", decimal(unit.score, 3)},
               {"confidence", decimal(unit.confidence, 4)},
               {"locked", unit.locked},
               {"source_language", io::text_or_null(unit.source_language)},
               {"target_language", io::text_or_null(unit.target_language)}};
  if (!unit.moved.empty()) json["moved"] = unit.moved;
  if (!unit.notes.empty()) json["notes"] = unit.notes;
  return json;
}

/// Reads the object of a line.
class LineReader {
 public:
  explicit LineReader(const Line& line)
      : line_(line),
        json_(text::parse_json(line.text, line.place, translate("expected a JSON object"))) {
    if (!json_.is_object()) expect(translatable("an object"));
  }

  TranslationUnit read() const {
    const Json& json = json_;
    TranslationUnit unit;
    unit.source = sentences(json, "source");
    unit.target = sentences(json, "target");
    unit.score = number(json, "score", 0);
    unit.confidence = std::clamp(number(json, "confidence", 1), 0.0, 1.0);
    const Json locked = json.value("locked", Json(false));
    if (!locked.is_boolean()) expect(translatable("true or false as locked"));
    unit.locked = locked.get<bool>();
    for (const Json& each : json.value("moved", Json::array())) {
      if (!each.is_number_unsigned()) expect(translatable("sentence indices as moved"));
      unit.moved.push_back(each.get<std::size_t>());
    }
    unit.source_language = text(json, "source_language");
    unit.target_language = text(json, "target_language");
    for (const Json& note : json.value("notes", Json::array())) {
      if (!note.is_string()) expect(translatable("texts as notes"));
      unit.notes.push_back(note.get<std::string>());
    }
    unit.place = line_.place;
    return unit;
  }

  /// Empty where it is not named.
  std::string target_document() const { return text(json_, "target_document"); }

 private:
  std::vector<UnitSentence> sentences(const Json& json, const char* name) const {
    const auto list = json.find(name);
    if (list == json.end() || !list->is_array())
      expect(translatable("lists of sentences: source and target"));
    std::vector<UnitSentence> sentences;
    for (const Json& each : *list) {
      if (!each.is_object()) expect(translatable("objects as sentences"));
      UnitSentence sentence;
      sentence.index = index(each, "index").value_or(sentences.size());
      sentence.text = text(each, "text");
      sentence.paragraph = index(each, "block");
      const auto begin = index(each, "begin");
      const auto end = index(each, "end");
      if (begin && end) {
        if (*end < *begin) expect(translatable("a sentence that does not end before it begins"));
        sentence.range = ByteRange{*begin, *end};
      }
      sentence.time = time(each);
      if (!sentences.empty() && sentence.index <= sentences.back().index) {
        expect(translatable("ascending sentence indices"));
      }
      sentences.push_back(std::move(sentence));
    }
    return sentences;
  }

  std::optional<std::size_t> index(const Json& json, const char* name) const {
    const auto value = json.find(name);
    if (value == json.end() || value->is_null()) return std::nullopt;
    if (!value->is_number_unsigned()) expect(translatable("whole numbers from 0 as indices"));
    return value->get<std::size_t>();
  }

  /// [begin, end] in seconds.
  std::optional<TimeSpan> time(const Json& json) const {
    const auto value = json.find("time");
    if (value == json.end() || value->is_null()) return std::nullopt;
    const auto at = [&](std::size_t k) {
      constexpr double kMost = 1e9;  // seconds
      const bool fits = value->is_array() && value->size() == 2 && (*value)[k].is_number() &&
                        (*value)[k] >= 0 && (*value)[k] <= kMost;
      if (!fits) expect(translatable("two numbers of seconds as time"));
      return std::chrono::milliseconds(std::llround(1000 * (*value)[k].get<double>()));
    };
    const TimeSpan span{at(0), at(1)};
    if (span.end < span.begin) expect(translatable("a time that does not end before it begins"));
    return span;
  }

  double number(const Json& json, const char* name, double otherwise) const {
    const auto value = json.find(name);
    if (value == json.end()) return otherwise;
    if (!value->is_number()) expect(translatable("numbers as score and confidence"));
    return value->get<double>();
  }

  std::string text(const Json& json, const char* name) const {
    const auto value = json.find(name);
    if (value == json.end() || value->is_null()) return {};
    if (!value->is_string()) expect(translatable("texts"));
    return value->get<std::string>();
  }

  [[noreturn]] void expect(const char* what) const {
    fail(line_, line_.text, fmt::format(fmt::runtime(translate("expected {}")), translate(what)));
  }

  const Line& line_;
  Json json_;
};

Json word_json(const WordPlace& place) {
  return {{"sentence", place.sentence},
          {"begin", place.range.begin},
          {"end", place.range.end},
          {"text", place.text}};
}

Json evidence_json(const Explanation& explanation) {
  Json list = Json::array();
  for (const WordPair& pair : explanation) {
    list.push_back({{"source", word_json(pair.source)},
                    {"target", word_json(pair.target)},
                    {"probability", decimal(pair.probability, 4)}});
  }
  return list;
}

Json side_json(const Coverage& coverage) {
  Json parts = Json::array();
  for (const auto& [kind, range] : coverage.left_out) {
    parts.push_back({{"kind", name_of(kind)}, {"begin", range.begin}, {"end", range.end}});
  }
  Json side = {{"linked", coverage.linked}, {"null", coverage.null}};
  for (const LeftOutKind kind : {LeftOutKind::other_language, LeftOutKind::unaligned,
                                 LeftOutKind::code, LeftOutKind::formula, LeftOutKind::matter}) {
    side[std::string(name_of(kind))] = coverage.count(kind);
  }
  side["left_out"] = std::move(parts);
  return side;
}

Json coverage_json(const AlignmentCoverage& coverage) {
  return {{"source", side_json(coverage.source)}, {"target", side_json(coverage.target)}};
}

}  // namespace

UnitsRead read_jsonl(const Input& input) {
  const LineFile file(input.bytes, input.name);
  Languages languages(input.options);
  std::optional<std::string> document;  // the target, of alignments with several
  UnitsRead read;
  for (const Line& line : file.lines()) {
    if (line.text.find_first_not_of(" \t") == std::string_view::npos) continue;
    const LineReader reader(line);
    TranslationUnit unit = reader.read();
    const std::string target = reader.target_document();
    if (document.value_or(target) != target) {
      fail(line, line.text,
           fmt::format(fmt::runtime(translate("expected one target document, found {} and {}")),
                       *document, target));
    }
    document = target;
    give(std::move(unit), languages, read, input.sink);
  }
  return read;
}

std::unique_ptr<UnitWriter> jsonl_writer(ByteSink sink) {
  return line_writer(std::move(sink),
                     [](const TranslationUnit& unit) { return io::one_line(unit_json(unit)); });
}

}  // namespace io

std::string to_jsonl(const Alignment& alignment, const AlignmentJsonOptions& options) {
  std::string lines;
  const AlignmentCoverage coverage = coverage_of(alignment);
  const bool leaves_out = !coverage.source.left_out.empty() || !coverage.target.left_out.empty();
  std::size_t k = 0;
  visit_units(alignment, [&](const TranslationUnit& unit) {
    io::Json line = io::unit_json(unit);
    if (options.name_target) line["target_document"] = alignment.target().document().name();
    if (!options.explanations.empty()) {
      line["evidence"] = io::evidence_json(options.explanations[k]);
    }
    ++k;
    if (leaves_out && k == alignment.beads().size()) line["coverage"] = io::coverage_json(coverage);
    lines += io::one_line(line);
  });
  return lines;
}

}  // namespace duizhao
