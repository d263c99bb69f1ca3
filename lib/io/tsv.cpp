// Tables with a header line that names source and target, or the languages of two columns; two
// columns without one are read as source and target.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "duizhao/io/results.hpp"
#include "duizhao/text/messages.hpp"
#include "io/codecs.hpp"
#include "io/languages.hpp"
#include "io/line_file.hpp"
#include "io/sentences.hpp"
#include "text/scripts.hpp"
#include "text/split.hpp"

namespace duizhao {
namespace io {
namespace {

std::vector<std::size_t> indices_of(const std::vector<UnitSentence>& sentences) {
  std::vector<std::size_t> indices;
  for (const UnitSentence& each : sentences) indices.push_back(each.index);
  return indices;
}

/// Whether a cell is the tag of a language: zh, en-US. Words of a text are longer, or no tags.
bool is_language(std::string_view cell) {
  const std::string primary = text::primary_language(cell);
  return (primary.size() == 2 || primary.size() == 3) && cell.find(' ') == std::string_view::npos &&
         text::knows_language(primary) && primary != "und";
}

/// The columns of a table by their names.
class Columns {
 public:
  explicit Columns(const Line& first) {
    const auto names = text::split(first.text, '\t');
    for (std::size_t i = 0; i < names.size(); ++i) numbers_.emplace(names[i], i);
    count_ = names.size();
    if (numbers_.contains("source") && numbers_.contains("target")) return;
    if (count_ != 2) {
      fail(first, first.text, translate("expected a header line with source and target"));
    }
    numbers_ = {{"source", 0}, {"target", 1}};
    if (is_language(names[0]) && is_language(names[1])) {
      languages_ = std::pair(std::string(names[0]), std::string(names[1]));
    } else {
      has_header_ = false;
    }
  }

  bool has_header() const { return has_header_; }

  /// The languages that the header names, of source and target.
  const std::optional<std::pair<std::string, std::string>>& languages() const { return languages_; }

  /// The fields of a line. Throws for a line with more or fewer than the header.
  void read(const Line& line) {
    fields_ = text::split(line.text, '\t');
    if (fields_.size() == count_) return;
    fail(line, line.text,
         fmt::format(fmt::runtime(translate("expected {} columns, found {}")), count_,
                     fields_.size()));
  }

  /// The field of a column; nothing without such a column.
  std::optional<std::string_view> operator[](std::string_view name) const {
    const auto found = numbers_.find(name);
    return found == numbers_.end() ? std::nullopt : std::optional(fields_[found->second]);
  }

 private:
  std::map<std::string_view, std::size_t> numbers_;
  std::vector<std::string_view> fields_;
  std::size_t count_ = 0;
  bool has_header_ = true;
  std::optional<std::pair<std::string, std::string>> languages_;
};

/// The sentences that a line names. Where they end in the text is not known: the first has all of
/// it.
std::vector<UnitSentence> sentences_of(std::string_view text,
                                       const std::optional<std::string_view>& indices,
                                       Numbering& numbers, const Line& line) {
  if (!indices) return numbers.split(std::string(text), {});
  std::vector<UnitSentence> sentences;
  for (std::string_view rest = *indices; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::size_t index = parse_index(rest.substr(0, end), line);
    if (!sentences.empty() && index <= sentences.back().index) {
      fail(line, rest, translate("expected ascending sentence indices"));
    }
    sentences.push_back({index, {}, {}, {}});
    rest.remove_prefix(std::min(rest.size(), end + 1));
  }
  if (sentences.empty() && text.empty()) return sentences;
  if (sentences.empty()) fail(line, *indices, translate("expected the indices of a text"));
  sentences.front().text = text;
  numbers.move_to(sentences.back().index);
  return sentences;
}

std::string line_of(const TranslationUnit& unit) {
  return fmt::format("{}\t{}\t{:.4f}\t{:.3f}\t{}\t{}\n", fmt::join(indices_of(unit.source), " "),
                     fmt::join(indices_of(unit.target), " "), unit.confidence, unit.score,
                     as_field(joined(unit.source, unit.source_language)),
                     as_field(joined(unit.target, unit.target_language)));
}

}  // namespace

UnitsRead read_tsv(const Input& input) {
  const LineFile file(input.bytes, input.name);
  if (file.lines().empty()) {
    throw Error(ErrorCode::format, {input.name, 1, 0},
                translate("expected a header line with source and target"));
  }
  Columns columns(file.lines().front());
  Languages languages(input.options);
  if (columns.languages()) {
    languages.source.change(columns.languages()->first);
    languages.target.change(columns.languages()->second);
  }
  Numbering source;
  Numbering target;
  UnitsRead read;
  for (const Line& line : file.lines()) {
    if (columns.has_header() && &line == &file.lines().front()) continue;
    columns.read(line);
    TranslationUnit unit;
    unit.source = sentences_of(*columns["source"], columns["source_indices"], source, line);
    unit.target = sentences_of(*columns["target"], columns["target_indices"], target, line);
    if (const auto value = columns["confidence"]) {
      unit.confidence = std::clamp(parse_number(*value, line), 0.0, 1.0);
    }
    if (const auto value = columns["score"]) unit.score = parse_number(*value, line);
    unit.place = line.place;
    give(std::move(unit), languages, read, input.sink);
  }
  return read;
}

std::unique_ptr<UnitWriter> tsv_writer(ByteSink sink) {
  sink("source_indices\ttarget_indices\tconfidence\tscore\tsource\ttarget\n");
  return line_writer(std::move(sink), line_of);
}

}  // namespace io

std::string to_tsv(const Alignment& alignment) {
  return to_format(alignment, AlignmentFormat::tsv);
}

}  // namespace duizhao
