// Translation memories: TMX 1.4b (LISA/OSCAR).
#include <fmt/format.h>

#include <functional>

#include "duizhao/io/results.hpp"
#include "duizhao/text/version.hpp"
#include "io/codecs.hpp"
#include "io/coded_text.hpp"
#include "io/languages.hpp"
#include "io/metadata.hpp"
#include "io/tmx_reader.hpp"
#include "io/units_document.hpp"
#include "text/ascii.hpp"
#include "text/encoding.hpp"
#include "text/scripts.hpp"
#include "text/xml_text.hpp"

namespace duizhao {
namespace io {
namespace {

/// Our own properties.
constexpr std::string_view kPrefix = "x-duizhao-";

/// Which segments of the units are the source and the target.
class Sides {
 public:
  explicit Sides(const ReadUnitsOptions& options) : languages_(options) {}

  /// What is done with a unit and the two segments of it that count, one of them at least; null is
  /// the one that it has not.
  using Take = std::function<void(TmxUnit&, TmxSegment*, TmxSegment*, UnitsRead&)>;

  /// Reads the units that `parse` hands to a reader.
  UnitsRead read(const std::function<void(text::XmlHandler&)>& parse, const Take& take) {
    UnitsRead found;
    TmxReader* header = nullptr;
    TmxReader reader([&](TmxUnit unit) {
      const auto [source, target] = choose(unit, header->source_language());
      found.variants += unit.segments.size() - (source != nullptr) - (target != nullptr);
      found.empty += unit.empty;
      if (source != nullptr || target != nullptr) take(unit, source, target, found);
    });
    header = &reader;
    parse(reader);
    return found;
  }

  Languages& languages() { return languages_; }

 private:
  /// The two segments of a unit that count; null where it has none.
  std::pair<TmxSegment*, TmxSegment*> choose(TmxUnit& unit, const std::string& header_language) {
    if (unit.segments.empty()) return {};
    languages_.source.learn(header_language);
    languages_.source.learn(unit.segments.front().language);
    TmxSegment* source = is_target_alone(unit) ? nullptr : find_source(unit);
    TmxSegment* target = find_target(unit, source);
    return {source, target};
  }

  /// Our own properties tell, where both sides are in one language.
  static bool is_target_alone(const TmxUnit& unit) {
    const auto has = [&](const char* name) {
      return unit.properties.contains(std::string(kPrefix) + name);
    };
    return has("target") && !has("source");
  }

  /// The first segment of a language but one: of its very tag, else of another region.
  static TmxSegment* find(TmxUnit& unit, const std::string& wanted, const TmxSegment* but) {
    for (const bool exactly : {true, false}) {
      for (TmxSegment& segment : unit.segments) {
        const std::string& tag = segment.language;
        const bool fits = exactly ? text::ascii_lower(tag) == text::ascii_lower(wanted)
                                  : text::primary_language(tag) == text::primary_language(wanted);
        if (fits && &segment != but) return &segment;
      }
    }
    return nullptr;
  }

  TmxSegment* find_source(TmxUnit& unit) {
    TmxSegment* source = find(unit, languages_.source.tag(), nullptr);
    // A header may name a language that no unit has.
    if (source == nullptr && !found_source_ && !languages_.source.is_given() &&
        unit.segments.size() > 1) {
      source = &unit.segments.front();
      languages_.source.change(source->language);
    }
    found_source_ = found_source_ || source != nullptr;
    return source;
  }

  TmxSegment* find_target(TmxUnit& unit, const TmxSegment* source) {
    Language& wanted = languages_.target;
    TmxSegment* target =
        wanted.tag().empty() ? first_other(unit, source) : find(unit, wanted.tag(), source);
    if (target != nullptr) wanted.learn(target->language);
    return target;
  }

  /// The first segment in another language than the source's, in Chinese or English if there is
  /// one; else the first other one.
  TmxSegment* first_other(TmxUnit& unit, const TmxSegment* source) const {
    TmxSegment* best = nullptr;
    int most = -1;
    for (TmxSegment& segment : unit.segments) {
      const std::string language = text::primary_language(segment.language);
      const bool foreign = language != text::primary_language(languages_.source.tag());
      const int rank = (foreign ? 2 : 0) + (language == "zh" || language == "en" ? 1 : 0);
      if (&segment == source || rank <= most) continue;
      most = rank;
      best = &segment;
    }
    return best;
  }

  Languages languages_;
  bool found_source_ = false;
};

/// Properties of our own under their names, others as notes `type: value`.
std::map<std::string, std::string> take_metadata(TmxUnit& unit) {
  std::map<std::string, std::string> metadata;
  for (auto& [type, value] : unit.properties) {
    if (type.starts_with(kPrefix)) {
      metadata.emplace(type.substr(kPrefix.size()), std::move(value));
    } else {
      unit.notes.push_back(type + ": " + value);
    }
  }
  return metadata;
}

std::string language_tag(const std::string& language) {
  return language.empty() ? "und" : text::xml_name(language);
}

class Writer : public UnitWriter {
 public:
  explicit Writer(ByteSink sink) : sink_(std::move(sink)) {}

  void write(const TranslationUnit& unit) override {
    begin(unit.source_language);
    std::string tu = fmt::format("    <tu tuid=\"{}\">\n", ++count_);
    for (const std::string& note : unit.notes) {
      tu += fmt::format("      <note>{}</note>\n", text::xml_text(note, unit.place));
    }
    for (const auto& [name, value] : metadata_of(unit)) {
      tu += fmt::format("      <prop type=\"{}{}\">{}</prop>\n", kPrefix, name, value);
    }
    const auto add = [&](const std::vector<UnitSentence>& sentences, const std::string& language,
                         std::string UnitMarkup::*side) {
      const UnitMarkup* const codes = codes_for(unit, AlignmentFormat::tmx);
      if (sentences.empty() && codes == nullptr) return;
      tu += fmt::format("      <tuv xml:lang=\"{}\"><seg>{}</seg></tuv>\n", language_tag(language),
                        codes != nullptr ? codes->*side
                                         : text::xml_text(joined(sentences, language), unit.place));
    };
    add(unit.source, unit.source_language, &UnitMarkup::source);
    add(unit.target, unit.target_language, &UnitMarkup::target);
    sink_(tu + "    </tu>\n");
  }

  void finish() override {
    begin({});
    sink_("  </body>\n</tmx>\n");
  }

 private:
  void begin(const std::string& source_language) {
    if (begun_) return;
    begun_ = true;
    sink_(fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<tmx version=\"1.4\">\n"
        "  <header creationtool=\"duizhao\" creationtoolversion=\"{}\" segtype=\"sentence\" "
        "o-tmf=\"duizhao\" adminlang=\"en\" srclang=\"{}\" datatype=\"plaintext\"/>\n"
        "  <body>\n",
        version(), source_language.empty() ? "*all*" : text::xml_name(source_language)));
  }

  ByteSink sink_;
  bool begun_ = false;
  std::size_t count_ = 0;
};

}  // namespace

UnitsRead read_tmx(const Input& input) {
  Sides sides(input.options);
  Numberings numbers;
  return sides.read(
      [&](text::XmlHandler& reader) { text::read_xml(input.bytes, input.name, reader); },
      [&](TmxUnit& tu, TmxSegment* source, TmxSegment* target, UnitsRead& read) {
        const auto metadata = take_metadata(tu);
        TranslationUnit unit;
        set_metadata(metadata, unit);
        const CodedText none;
        unit.markup = markup_of(AlignmentFormat::tmx, {}, source ? source->content : none,
                                target ? target->content : none, read);
        if (source != nullptr) {
          unit.source_language = std::move(source->language);
          unit.source =
              numbers.source.split(std::move(source->content.text), value_of(metadata, "source"));
        }
        if (target != nullptr) {
          unit.target_language = std::move(target->language);
          unit.target =
              numbers.target.split(std::move(target->content.text), value_of(metadata, "target"));
        }
        unit.notes = std::move(tu.notes);
        unit.place = std::move(tu.place);
        give(std::move(unit), sides.languages(), read, input.sink);
      });
}

std::unique_ptr<UnitWriter> tmx_writer(ByteSink sink) {
  return std::make_unique<Writer>(std::move(sink));
}

std::pair<Alignment, UnitsRead> read_tmx_documents(std::string bytes, const std::string& name,
                                                   const ReadUnitsOptions& options) {
  const std::string utf8 = text::to_utf8(std::move(bytes), "auto", name);
  UnitsDocument sources;
  UnitsDocument targets;
  std::vector<Bead> beads;
  const auto add = [](UnitsDocument& document, TmxSegment* segment,
                      std::vector<std::size_t>& sentences) {
    if (segment == nullptr) return;
    sentences.push_back(document.add(segment->range, std::move(segment->runs), segment->language));
  };
  const UnitsRead read =
      Sides(options).read([&](text::XmlHandler& reader) { text::read_xml(utf8, name, reader); },
                          [&](TmxUnit&, TmxSegment* source, TmxSegment* target, UnitsRead& found) {
                            ++found.units;
                            Bead& bead = beads.emplace_back();
                            bead.confidence = 1;
                            add(sources, source, bead.source);
                            add(targets, target, bead.target);
                          });
  return {{sources.finish(utf8, name), targets.finish(utf8, name), std::move(beads)}, read};
}

}  // namespace io

Alignment parse_tmx(std::string bytes, const std::string& name, const AlignOptions& options) {
  const ReadUnitsOptions languages{options.source_language, options.target_language};
  return io::read_tmx_documents(std::move(bytes), name, languages).first;
}

}  // namespace duizhao
