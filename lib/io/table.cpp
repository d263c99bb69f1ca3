#include "io/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "duizhao/text/messages.hpp"
#include "io/languages.hpp"
#include "io/sentences.hpp"
#include "text/detect_encoding.hpp"
#include "text/fold.hpp"
#include "text/language_names.hpp"
#include "text/scripts.hpp"
#include "text/split.hpp"

namespace duizhao::io {
namespace {

/// Whether a cell is the tag of a language: zh, en-US. Words of a text are longer, or no tags.
bool is_language(std::string_view cell) {
  const std::string primary = text::primary_language(cell);
  return (primary.size() == 2 || primary.size() == 3) && cell.find(' ') == std::string_view::npos &&
         text::knows_language(primary) && primary != "und";
}

/// The name of a column as we call it: source for 原文, zh for Chinese.
std::string column_name(std::string_view cell) {
  static const std::map<std::string, std::string> kNames = {{"original", "source"},
                                                            {"source text", "source"},
                                                            {"source segment", "source"},
                                                            {"source language", "source"},
                                                            {"原文", "source"},
                                                            {"源文", "source"},
                                                            {"源语言", "source"},
                                                            {"translation", "target"},
                                                            {"target text", "target"},
                                                            {"target segment", "target"},
                                                            {"target language", "target"},
                                                            {"译文", "target"},
                                                            {"目标语言", "target"},
                                                            {"英文", "en"}};
  const std::string name = text::fold_case(cell);
  const auto known = kNames.find(name);
  if (known != kNames.end()) return known->second;
  if (is_language(cell)) return std::string(cell);
  const std::string language = text::language_named(cell);
  return language.empty() ? name : language;
}

/// Tags that are the names of keys as a rule: identifier, number, serial number.
bool is_like_key(std::string_view tag) {
  constexpr std::array<std::string_view, 4> kKeys = {"id", "no", "nr", "sn"};
  return std::ranges::find(kKeys, text::fold_case(tag)) != kKeys.end();
}

/// The columns of a table by their names.
class Columns {
 public:
  Columns(const TableRow& first, const ReadUnitsOptions& options) : count_(first.cells.size()) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < count_; ++i) {
      names.push_back(column_name(first.cells[i]));
      numbers_.emplace(names.back(), i);
    }
    if (numbers_.contains("source") && numbers_.contains("target")) return;
    for (std::size_t i = 0; i < count_; ++i) {
      const std::string& name = names[i];
      const bool wanted =
          is_same(name, options.source_language) || is_same(name, options.target_language);
      if (is_language(name) && (wanted || !is_like_key(name))) languages_.emplace_back(name, i);
    }
    const bool names_languages = languages_.size() > 1 && (count_ == 2 || has_short_names(first));
    if (!names_languages && count_ != 2) {
      fail(first.line, first.line.text,
           translate("expected a header line with source and target, or with languages"));
    }
    has_header_ = names_languages;
    if (!names_languages) {
      languages_.clear();
      numbers_ = {{"source", 0}, {"target", 1}};
      return;
    }
    choose(first, options);
  }

  bool has_header() const { return has_header_; }

  /// The languages that the header names, of source and target.
  const std::optional<std::pair<std::string, std::string>>& languages() const { return chosen_; }

  /// Takes a row. Throws for one with more or fewer cells than the header.
  void read(const TableRow& row) {
    row_ = &row;
    if (row.cells.size() == count_) return;
    fail(row.line, row.line.text,
         fmt::format(fmt::runtime(translate("expected {} columns, found {}")), count_,
                     row.cells.size()));
  }

  /// The cell of a column; nothing without such a column.
  std::optional<std::string_view> operator[](const std::string& name) const {
    const auto found = numbers_.find(name);
    return found == numbers_.end() ? std::nullopt : std::optional(row_->cells[found->second]);
  }

  /// How many texts of other languages the row has.
  std::size_t others() const {
    return static_cast<std::size_t>(std::ranges::count_if(languages_, [&](const auto& each) {
      return each.second != numbers_.at("source") && each.second != numbers_.at("target") &&
             !row_->cells[each.second].empty();
    }));
  }

 private:
  /// Names, not texts.
  static bool has_short_names(const TableRow& first) {
    constexpr std::size_t kLongestName = 40;  // bytes
    return std::ranges::all_of(first.cells,
                               [](std::string_view cell) { return cell.size() <= kLongestName; });
  }

  static bool is_same(const std::string& tag, const std::string& wanted) {
    return text::primary_language(tag) == text::primary_language(wanted);
  }

  /// The columns of source and target: those of the languages that are asked for, else of Chinese
  /// and English, else the first ones.
  void choose(const TableRow& first, const ReadUnitsOptions& options) {
    const std::size_t none = languages_.size();
    std::size_t source = find(first, options.source_language, none);
    std::size_t target = find(first, options.target_language, source);
    if (source == none) source = usual(target);
    if (target == none) target = usual(source);
    numbers_["source"] = languages_[source].second;
    numbers_["target"] = languages_[target].second;
    chosen_ = std::pair(languages_[source].first, languages_[target].first);
  }

  /// The column of a language that is asked for, by its very tag or its primary one; none for auto.
  /// Throws where there is no such column but `taken`.
  std::size_t find(const TableRow& first, const std::string& wanted, std::size_t taken) const {
    if (wanted == "auto") return languages_.size();
    for (const bool exactly : {true, false}) {
      for (std::size_t k = 0; k < languages_.size(); ++k) {
        const std::string& tag = languages_[k].first;
        if (k != taken && (exactly ? tag == wanted : is_same(tag, wanted))) return k;
      }
    }
    fail(first.line, first.line.text,
         fmt::format(fmt::runtime(translate("expected a column of the language {}")), wanted));
  }

  /// The first column of another language than that of `taken`; of Chinese or English if there is
  /// one.
  std::size_t usual(std::size_t taken) const {
    std::size_t best = languages_.size();
    int most = -1;
    for (std::size_t k = 0; k < languages_.size(); ++k) {
      const std::string& tag = languages_[k].first;
      const bool other = taken == languages_.size() || !is_same(tag, languages_[taken].first);
      const int rank = (other ? 2 : 0) + (is_same(tag, "zh") || is_same(tag, "en") ? 1 : 0);
      if (k == taken || rank <= most) continue;
      most = rank;
      best = k;
    }
    return best;
  }

  std::size_t count_;
  std::map<std::string, std::size_t> numbers_;
  std::vector<std::pair<std::string, std::size_t>> languages_;  // and their columns
  std::optional<std::pair<std::string, std::string>> chosen_;
  bool has_header_ = true;
  const TableRow* row_ = nullptr;
};

/// The line that a cell lies in, for places in messages: of a row without a text the cell itself.
Line line_of(const TableRow& row, std::string_view cell) {
  return row.line.text.empty() ? Line{cell, row.line.place} : row.line;
}

/// The sentences that a line names. Where they end in the text is not known: the first has all of
/// it.
std::vector<UnitSentence> sentences_of(std::string_view text,
                                       const std::optional<std::string_view>& indices,
                                       Numbering& numbers, const TableRow& row) {
  if (!indices) return numbers.split(std::string(text), {});
  const Line line = line_of(row, *indices);
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

std::string indices_of(const std::vector<UnitSentence>& sentences) {
  std::vector<std::size_t> indices;
  for (const UnitSentence& each : sentences) indices.push_back(each.index);
  return fmt::format("{}", fmt::join(indices, " "));
}

/// Reads the rows behind the first.
class TableReader {
 public:
  explicit TableReader(const Input& input) : input_(input), languages_(input.options) {}

  void read(const TableRow& row) {
    if (!columns_) {
      columns_.emplace(row, input_.options);
      if (const auto& named = columns_->languages()) {
        languages_.source.change(named->first);
        languages_.target.change(named->second);
      }
      if (columns_->has_header()) return;
    }
    columns_->read(row);
    const Columns& columns = *columns_;
    TranslationUnit unit;
    unit.source = sentences_of(*columns["source"], columns["source_indices"], source_, row);
    unit.target = sentences_of(*columns["target"], columns["target_indices"], target_, row);
    if (const auto value = columns["confidence"]) {
      unit.confidence = std::clamp(parse_number(*value, line_of(row, *value)), 0.0, 1.0);
    }
    if (const auto value = columns["score"])
      unit.score = parse_number(*value, line_of(row, *value));
    unit.place = row.line.place;
    read_.variants += columns.others();
    give(std::move(unit), languages_, read_, input_.sink);
  }

  UnitsRead finish() const {
    if (!columns_) {
      throw Error(ErrorCode::format, {input_.name, 1, 0},
                  translate("expected a header line with source and target"));
    }
    return read_;
  }

 private:
  const Input& input_;
  Languages languages_;
  std::optional<Columns> columns_;
  Numbering source_;
  Numbering target_;
  UnitsRead read_;
};

}  // namespace

std::unique_ptr<UnitWriter> table_writer(ByteSink sink, const WriteUnitsOptions& options,
                                         TableStyle style) {
  constexpr std::array<std::string_view, 6> kColumns = {
      "source_indices", "target_indices", "confidence", "score", "source", "target"};
  if (options.byte_order_mark) sink(text::kByteOrderMark);
  sink(fmt::format("{}{}", fmt::join(kColumns, style.between), style.end));
  return line_writer(std::move(sink), [style = std::move(style)](const TranslationUnit& unit) {
    const std::array<std::string, 6> cells = {
        indices_of(unit.source),
        indices_of(unit.target),
        fmt::format("{:.4f}", unit.confidence),
        fmt::format("{:.3f}", unit.score),
        style.cell_of(joined(unit.source, unit.source_language)),
        style.cell_of(joined(unit.target, unit.target_language))};
    return fmt::format("{}{}", fmt::join(cells, style.between), style.end);
  });
}

UnitsRead read_table(const Input& input, const RowSource& rows) {
  TableReader reader(input);
  rows([&](const TableRow& row) { reader.read(row); });
  return reader.finish();
}

}  // namespace duizhao::io
