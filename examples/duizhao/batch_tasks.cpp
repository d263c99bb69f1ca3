#include "batch_tasks.hpp"

#include <fmt/format.h>

#include <cmath>
#include <optional>
#include <utility>

#include "options.hpp"
#include "scoring.hpp"
#include "settings.hpp"

namespace tool {
namespace {

using Json = nlohmann::ordered_json;

/// What the library writes as JSON Lines.
std::vector<Json> lines_of(const std::string& json_lines) {
  std::vector<Json> list;
  for (std::size_t at = 0; at < json_lines.size();) {
    const std::size_t end = json_lines.find('\n', at);
    list.push_back(Json::parse(json_lines.substr(at, end - at)));
    at = end + 1;
  }
  return list;
}

std::vector<std::string> texts_of(const duizhao::SegmentedDocument& document) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < document.size(); ++i) texts.push_back(document.text(i));
  return texts;
}

/// A side of a record as an aligner sees it.
duizhao::SegmentedDocument segmented(const duizhao::Aligner& aligner, const InputOptions& input,
                                     RecordText text, const std::string& language) {
  return aligner.segment(input.parse(std::move(text.bytes), text.name, language));
}

class SegmentTask : public BatchTask {
 public:
  bool takes_target() const override { return false; }

  void add_to(CLI::App& command) override {
    settings_.add_to(command);
    input_.add_to(command);
  }

  void prepare(const duizhao::Lexicon&) override {
    settings_.load();
    segmenter_.emplace(settings_.options);
  }

  Json answer(RecordText source, RecordText) const override {
    const auto document = input_.parse(std::move(source.bytes), source.name, settings_.language);
    return {{"sentences", lines_of(duizhao::to_jsonl(segmenter_->segment(document)))}};
  }

 private:
  InputOptions input_;
  SegmentSettings settings_;
  std::optional<duizhao::Segmenter> segmenter_;
};

class AlignTask : public BatchTask {
 public:
  void add_to(CLI::App& command) override {
    settings_.add_to(command);
    input_.add_to(command);
  }

  void prepare(const duizhao::Lexicon& lexicon) override {
    settings_.load();
    aligner_.emplace(lexicon, settings_.options);
  }

  Json answer(RecordText source, RecordText target) const override {
    const duizhao::AlignOptions& options = settings_.options;
    const duizhao::Alignment alignment = aligner_->align(
        segmented(*aligner_, input_, std::move(source), options.source_language),
        segmented(*aligner_, input_, std::move(target), options.target_language), settings_.locks);
    Json beads = Json::array();
    for (const duizhao::Bead& bead : alignment.beads()) {
      Json fields = {{"source", bead.source},
                     {"target", bead.target},
                     {"confidence", std::round(1e4 * bead.confidence) / 1e4}};  // as align has it
      if (!bead.moved.empty()) fields["moved"] = bead.moved;
      beads.push_back(std::move(fields));
    }
    return {{"beads", std::move(beads)},
            {"sentences",
             {{"source", texts_of(alignment.source())}, {"target", texts_of(alignment.target())}}}};
  }

 private:
  InputOptions input_;
  AlignSettings settings_;
  std::optional<duizhao::Aligner> aligner_;
};

class CheckTask : public BatchTask {
 public:
  void add_to(CLI::App& command) override {
    settings_.add_to(command);
    input_.add_to(command);
  }

  void prepare(const duizhao::Lexicon& lexicon) override {
    settings_.resolve();
    settings_.load();
    if (settings_.pairs) input_.lines = true;
    aligner_.emplace(lexicon, settings_.align_options());
    checker_.emplace(lexicon, settings_.options);
  }

  Json answer(RecordText source, RecordText target) const override {
    const auto original =
        segmented(*aligner_, input_, std::move(source), settings_.source_language);
    const auto translation =
        segmented(*aligner_, input_, std::move(target), settings_.target_language);
    const duizhao::Alignment alignment = settings_.pairs
                                             ? duizhao::pair_sentences(original, translation)
                                             : aligner_->align(original, translation);
    const Json all = Json::parse(duizhao::to_json(checker_->check(alignment), {alignment}));
    return {{"findings", all.at("findings")}, {"summary", all.at("summary")}};
  }

 private:
  InputOptions input_;
  CheckSettings settings_;
  std::optional<duizhao::Aligner> aligner_;
  std::optional<duizhao::Checker> checker_;
};

class WordTask : public BatchTask {
 public:
  void add_to(CLI::App& command) override {
    settings_.add_to(command);
    input_.add_encoding_to(command);
  }

  void prepare(const duizhao::Lexicon& lexicon) override { lexicon_ = lexicon; }

  Json answer(RecordText source, RecordText target) const override {
    const auto [own, own_language] = read(source, settings_.source_language);
    const auto [other, other_language] = read(target, settings_.target_language);
    const duizhao::WordAligner aligner(lexicon_, own_language, other_language);
    return Json::parse(duizhao::to_jsonl(settings_.link(aligner, own, other)));
  }

 private:
  /// A text as UTF-8, and its language; of a text without letters any will do.
  std::pair<std::string, std::string> read(RecordText& text, const std::string& language) const {
    InputOptions plain = input_;
    plain.lines = true;
    const auto document = plain.parse(std::move(text.bytes), text.name, language);
    return {document.bytes(), document.language().empty() ? "en" : document.language()};
  }

  InputOptions input_;
  WordSettings settings_;
  duizhao::Lexicon lexicon_;
};

class ScoreTask : public BatchTask {
 public:
  void add_to(CLI::App& command) override {
    scoring_.add_to(command);
    input_.add_encoding_to(command);
  }

  void prepare(const duizhao::Lexicon&) override {}

  Json answer(RecordText source, RecordText target) const override {
    const auto segments = [&](RecordText& text) {
      return duizhao::parse_segments(std::move(text.bytes), text.name, input_.encoding);
    };
    const duizhao::Segments hypothesis = segments(source);
    return {{"scores", json_of(scoring_.results(hypothesis, {segments(target)}, 1))}};
  }

 private:
  InputOptions input_;
  Scoring scoring_;
};

using Make = std::unique_ptr<BatchTask> (*)();

template <typename Task>
std::unique_ptr<BatchTask> make() {
  return std::make_unique<Task>();
}

const std::vector<std::pair<std::string, Make>>& makers() {
  static const std::vector<std::pair<std::string, Make>> all = {{"align", make<AlignTask>},
                                                                {"segment", make<SegmentTask>},
                                                                {"words", make<WordTask>},
                                                                {"check", make<CheckTask>},
                                                                {"score", make<ScoreTask>}};
  return all;
}

}  // namespace

const std::vector<std::string>& batch_tasks() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> list;
    for (const auto& [name, maker] : makers()) list.push_back(name);
    return list;
  }();
  return names;
}

std::unique_ptr<BatchTask> make_task(const std::string& name) {
  for (const auto& [known, maker] : makers()) {
    if (known == name) return maker();
  }
  return nullptr;
}

}  // namespace tool
