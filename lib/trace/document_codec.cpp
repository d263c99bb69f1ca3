// Lists of numbers where there are many: of a run [begin, end, kind], or [begin, end, kind, shown];
// of a block [kind, begin, end, first run, runs, language, speaker, begins a turn].
#include "trace/document_codec.hpp"

#include <nlohmann/json.hpp>

#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"

namespace duizhao::trace {
namespace {

using Json = nlohmann::json;

template <typename Kind>
Kind kind_of(const Json& json, Kind last) {
  const auto value = json.get<unsigned>();
  if (value > static_cast<unsigned>(last)) throw Json::other_error::create(501, "kind", &json);
  return static_cast<Kind>(value);
}

template <typename Kind>
unsigned number_of(Kind kind) {
  return static_cast<unsigned>(kind);
}

Json to_json(const TextRun& run) {
  Json json = {run.range.begin, run.range.end, number_of(run.kind)};
  if (run.shown) json.push_back(*run.shown);
  return json;
}

TextRun run_of(const Json& json) {
  TextRun run{{json.at(0), json.at(1)}, {}, kind_of(json.at(2), RunKind::address)};
  if (json.size() > 3) run.shown = json.at(3).get<std::string>();
  return run;
}

Json to_json(const Block& block) {
  return {number_of(block.kind), block.range.begin, block.range.end, block.first_run,
          block.run_count,       block.language,    block.speaker,   block.begins_turn};
}

Block block_of(const Json& json) {
  return {kind_of(json.at(0), BlockKind::line),
          {json.at(1), json.at(2)},
          json.at(3),
          json.at(4),
          json.at(5),
          json.at(6),
          json.at(7)};
}

template <typename T, typename Convert>
Json list_of(const std::vector<T>& values, Convert convert) {
  Json list = Json::array();
  for (const T& value : values) list.push_back(convert(value));
  return list;
}

template <typename Convert>
auto values_of(const Json& list, Convert convert) {
  std::vector<decltype(convert(list))> values;
  values.reserve(list.size());
  for (const Json& each : list) values.push_back(convert(each));
  return values;
}

}  // namespace

std::string encode(const SegmentedDocument& segmented) {
  const Document& document = segmented.document();
  const DocumentMetadata& metadata = document.metadata();
  const auto as_json = [](const auto& value) { return to_json(value); };
  const Json json = {
      {"name", document.name()},
      {"bytes", document.bytes()},
      {"language", document.language()},
      {"runs", list_of(document.runs(), as_json)},
      {"blocks", list_of(document.blocks(), as_json)},
      {"matter", list_of(document.matter(),
                         [](ByteRange range) {
                           return Json{range.begin, range.end};
                         })},
      {"faults", list_of(document.faults(),
                         [](const MarkupNote& note) {
                           return Json{number_of(note.fault), note.offset};
                         })},
      {"cues",
       list_of(document.cues(),
               [](const Cue& cue) {
                 return Json{cue.range.begin, cue.range.end, cue.begin.count(), cue.end.count()};
               })},
      {"metadata", {metadata.id, metadata.title, metadata.outlet, metadata.date, metadata.url}},
      {"sentences", list_of(segmented.sentences(), [](const Sentence& sentence) {
         return Json{sentence.range.begin, sentence.range.end, sentence.block};
       })}};
  std::string bytes;
  Json::to_cbor(json, bytes);
  return bytes;
}

SegmentedDocument decode(std::string_view bytes) {
  try {
    const Json json = Json::from_cbor(bytes);
    const Json& metadata = json.at("metadata");
    Document::Parts parts;
    parts.name = json.at("name");
    parts.bytes = json.at("bytes");
    parts.language = json.at("language");
    parts.runs = values_of(json.at("runs"), run_of);
    parts.blocks = values_of(json.at("blocks"), block_of);
    parts.matter = values_of(json.at("matter"), [](const Json& range) {
      return ByteRange{range.at(0), range.at(1)};
    });
    parts.faults = values_of(json.at("faults"), [](const Json& note) {
      return MarkupNote{kind_of(note.at(0), MarkupFault::unclosed_comment), note.at(1)};
    });
    parts.cues = values_of(json.at("cues"), [](const Json& cue) {
      return Cue{{cue.at(0), cue.at(1)},
                 std::chrono::milliseconds(cue.at(2).get<std::int64_t>()),
                 std::chrono::milliseconds(cue.at(3).get<std::int64_t>())};
    });
    parts.metadata = {metadata.at(0), metadata.at(1), metadata.at(2), metadata.at(3),
                      metadata.at(4)};
    auto sentences = values_of(json.at("sentences"), [](const Json& sentence) {
      return Sentence{{sentence.at(0), sentence.at(1)}, sentence.at(2)};
    });
    return {Document(std::move(parts)), std::move(sentences)};
  } catch (const Json::exception&) {
    throw Error(ErrorCode::content, {}, translate("expected a saved document"));
  }
}

}  // namespace duizhao::trace
