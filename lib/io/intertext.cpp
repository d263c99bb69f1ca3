// InterText's links: sentences by the numbers of their paragraph and within it, the target first.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "duizhao/text/messages.hpp"
#include "io/linked_documents.hpp"
#include "io/sentences.hpp"
#include "text/xml_reader.hpp"
#include "text/xml_text.hpp"

namespace duizhao::io {
namespace {

/// `2:3`: the third sentence of the second paragraph.
struct Id {
  std::size_t paragraph;
  std::size_t sentence;

  friend auto operator<=>(const Id&, const Id&) = default;
};

/// The sentences of a document by their ids. Paragraphs are its blocks with sentences.
class Ids {
 public:
  /// Without a document, ids stand for the sentences in their order.
  explicit Ids(const SegmentedDocument* document) : document_(document) {
    if (document == nullptr) return;
    Id id{0, 0};
    for (std::size_t i = 0; i < document->size(); ++i) {
      const bool begins =
          i == 0 || document->sentences()[i].block != document->sentences()[i - 1].block;
      id = begins ? Id{id.paragraph + 1, 1} : Id{id.paragraph, id.sentence + 1};
      indices_.emplace(id, i);
    }
  }

  /// Nothing for an id that the document does not have. A text whose paragraphs nobody knew has
  /// all its sentences in the first one.
  std::optional<std::size_t> find(const Id& id) {
    if (document_ == nullptr) return numbers_.take();
    const auto found = indices_.find(id);
    if (found != indices_.end() && !running_) return found->second;
    running_ = running_ || id.paragraph == 1;
    const bool fits = running_ && id.sentence >= 1 && id.sentence <= document_->size();
    return fits ? std::optional(id.sentence - 1) : std::nullopt;
  }

 private:
  const SegmentedDocument* document_;
  std::map<Id, std::size_t> indices_;
  bool running_ = false;
  Numbering numbers_;
};

class Handler : public text::XmlHandler {
 public:
  explicit Handler(const Input& input)
      : sources_(input.options.source), targets_(input.options.target) {}

  void begin(const text::XmlElement& element) override {
    if (!root_) {
      root_ = true;
      if (element.name != "linkGrp" || !element.space.empty()) {
        fail(translate("expected the element linkGrp, without a namespace"));
      }
    } else if (element.name == "link") {
      take_link(element);
    }
  }

  std::vector<PlacedBead> finish() { return std::move(beads_); }

 private:
  void take_link(const text::XmlElement& element) {
    const auto ends = element.attribute("xtargets");
    const std::size_t middle = ends ? ends->find(';') : std::string::npos;
    if (middle == std::string::npos) {
      fail(translate("expected the attribute xtargets, ids of both sides with ; between them"));
    }
    Bead bead;
    bead.target = indices(std::string_view(*ends).substr(0, middle), targets_);
    bead.source = indices(std::string_view(*ends).substr(middle + 1), sources_);
    bead.confidence = 1;
    bead.locked = element.attribute("status") == "man";
    beads_.push_back({std::move(bead), place()});
  }

  std::vector<std::size_t> indices(std::string_view ids, Ids& known) const {
    std::vector<std::size_t> list;
    while (!ids.empty()) {
      const std::size_t end = std::min(ids.find(' '), ids.size());
      const std::string_view id = ids.substr(0, end);
      ids.remove_prefix(std::min(ids.size(), end + 1));
      if (id.empty()) continue;
      const auto index = known.find(parse(id));
      if (!index) {
        fail(fmt::format(fmt::runtime(translate("expected a sentence of the document, found {}")),
                         id));
      }
      list.push_back(*index);
    }
    const bool ascending = std::ranges::adjacent_find(list, std::greater_equal{}) == list.end();
    if (!ascending) fail(translate("expected ids in the order of the text"));
    return list;
  }

  Id parse(std::string_view id) const {
    Id parsed{};
    const char* const end = id.data() + id.size();
    const auto paragraph = std::from_chars(id.data(), end, parsed.paragraph);
    const bool has_colon =
        paragraph.ec == std::errc() && paragraph.ptr != end && *paragraph.ptr == ':';
    const auto sentence = has_colon ? std::from_chars(paragraph.ptr + 1, end, parsed.sentence)
                                    : std::from_chars_result{end, std::errc::invalid_argument};
    if (sentence.ec != std::errc() || sentence.ptr != end) {
      fail(fmt::format(
          fmt::runtime(translate("expected an id as 2:3 (paragraph:sentence), found {}")), id));
    }
    return parsed;
  }

  bool root_ = false;
  Ids sources_;
  Ids targets_;
  std::vector<PlacedBead> beads_;
};

/// The ids of sentences. Paragraphs that are not known are the first one.
class SentenceIds {
 public:
  void learn(const std::vector<UnitSentence>& sentences) {
    for (const UnitSentence& each : sentences) {
      const auto paragraph =
          first_.try_emplace(each.paragraph.value_or(0), each.paragraph ? each.index : 0).first;
      if (each.paragraph) paragraph->second = std::min(paragraph->second, each.index);
    }
  }

  std::string of(const std::vector<UnitSentence>& sentences) const {
    std::string ids;
    for (const UnitSentence& each : sentences) {
      const auto paragraph = first_.find(each.paragraph.value_or(0));
      ids += fmt::format("{}{}:{}", ids.empty() ? "" : " ",
                         std::distance(first_.begin(), paragraph) + 1,
                         each.index - paragraph->second + 1);
    }
    return ids;
  }

 private:
  std::map<std::size_t, std::size_t> first_;  // sentences of the paragraphs
};

class Writer : public UnitWriter {
 public:
  Writer(ByteSink sink, const WriteUnitsOptions& options) : sink_(std::move(sink)) {
    sink_(
        fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    "<linkGrp toDoc=\"{}\" fromDoc=\"{}\">\n",
                    text::xml_name(options.target_name), text::xml_name(options.source_name)));
  }

  void write(const TranslationUnit& unit) override {
    source_.learn(unit.source);
    target_.learn(unit.target);
    units_.push_back(unit);  // which paragraphs there are is known when all have come
  }

  void finish() override {
    for (const TranslationUnit& unit : units_) {
      sink_(fmt::format("<link type=\"{}-{}\" xtargets=\"{};{}\" status=\"{}\"/>\n",
                        unit.target.size(), unit.source.size(), target_.of(unit.target),
                        source_.of(unit.source), unit.locked ? "man" : "auto"));
    }
    sink_("</linkGrp>\n");
  }

 private:
  ByteSink sink_;
  SentenceIds source_;
  SentenceIds target_;
  std::vector<TranslationUnit> units_;
};

}  // namespace

UnitsRead read_intertext(const Input& input) {
  Handler handler(input);
  text::read_xml(input.bytes, input.name, handler);
  return give_beads(input, handler.finish());
}

std::unique_ptr<UnitWriter> intertext_writer(ByteSink sink, const WriteUnitsOptions& options) {
  return std::make_unique<Writer>(std::move(sink), options);
}

}  // namespace duizhao::io
