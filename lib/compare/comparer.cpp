#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "compare/columns.hpp"
#include "compare/likeness.hpp"
#include "compare/linked_witnesses.hpp"
#include "compare/variations.hpp"
#include "duizhao/compare/comparison.hpp"
#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"
#include "text/scripts.hpp"

namespace duizhao {
namespace {

std::string language_of(const Witness& witness) {
  if (!witness.language.empty()) return text::primary_language(witness.language);
  text::ScriptCount letters;
  letters.add(witness.text);
  return letters.language();
}

[[noreturn]] void fail(const std::string& message) { throw Error(ErrorCode::content, {}, message); }

/// Tells languages, and throws for what cannot be compared.
void prepare(std::vector<Witness>& witnesses, std::optional<Witness>& original) {
  if (witnesses.size() < 2) fail(translate("expected two texts or more to compare"));
  for (Witness& witness : witnesses) {
    if (!text::has_word(witness.text)) fail(translate("expected texts with words"));
    witness.language = language_of(witness);
    if (witness.language.empty()) witness.language = "en";
    if (witness.language == witnesses.front().language) continue;
    fail(fmt::format(fmt::runtime(translate("expected texts in one language, found {} and {}")),
                     witnesses.front().language, witness.language));
  }
  if (original) original->language = language_of(*original);
}

std::vector<ByteRange> ranges_of(const compare::TokenisedText& text,
                                 const std::vector<std::size_t>& places) {
  std::vector<ByteRange> ranges;
  for (const std::size_t token : places) ranges.push_back(text.tokens[token].range);
  return ranges;
}

CorrespondingUnit unit_of(const compare::LinkedWitnesses& links, const compare::Column& column) {
  CorrespondingUnit unit;
  std::vector<std::size_t> own;
  for (std::size_t w = 0; w < links.size(); ++w) {
    unit.witnesses.push_back(ranges_of(links.text(w), column.cells[w]));
    if (links.to_original(w) == nullptr) continue;
    for (const WordLink& link : links.to_original(w)->links) {
      if (std::ranges::binary_search(column.cells[w], link.target)) own.push_back(link.source);
    }
  }
  std::ranges::sort(own);
  own.erase(std::unique(own.begin(), own.end()), own.end());
  unit.original = ranges_of(links.original(), own);
  return unit;
}

/// How completely a witness renders the original, and it alone: the share of words on both sides
/// that are linked.
double nearness(const compare::LinkedWitnesses& links, std::size_t witness) {
  const WordAlignment& words = *links.to_original(witness);
  const auto share = [](const std::vector<double>& alone, const compare::TokenisedText& text) {
    double sum = 0;
    std::size_t all = 0;
    for (std::size_t token = 0; token < alone.size(); ++token) {
      if (!text.weighs(token)) continue;
      sum += 1 - alone[token];
      ++all;
    }
    return all == 0 ? 1 : sum / static_cast<double>(all);
  };
  return share(words.source_alone, links.original()) *
         share(words.target_alone, links.text(witness));
}

std::optional<std::size_t> nearest_of(const compare::LinkedWitnesses& links) {
  constexpr double kAhead = 0.05;  // of the next one
  std::size_t best = 0;
  double most = -1, next = -1;
  for (std::size_t w = 0; w < links.size(); ++w) {
    const double near = nearness(links, w);
    if (near > most) {
      next = std::exchange(most, near);
      best = w;
    } else {
      next = std::max(next, near);
    }
  }
  return most >= next + kAhead ? std::optional(best) : std::nullopt;
}

}  // namespace

std::string siglum(std::size_t witness) {
  const std::string letter(1, static_cast<char>('A' + witness % 26));
  return witness < 26 ? letter : letter + std::to_string(witness / 26);
}

std::string_view name_of(VariationKind kind) {
  switch (kind) {
    case VariationKind::number:
      return "number";
    case VariationKind::negation:
      return "negation";
    case VariationKind::name:
      return "name";
    case VariationKind::modality:
      return "modality";
    case VariationKind::omission:
      return "omission";
    case VariationKind::addition:
      return "addition";
    case VariationKind::paraphrase:
      return "paraphrase";
    case VariationKind::wording:
      return "wording";
    case VariationKind::synonym:
      return "synonym";
    case VariationKind::moved:
      return "moved";
    case VariationKind::inflection:
      return "inflection";
  }
  return {};
}

struct Comparer::State {
  explicit State(const Lexicon& given)
      : english(given, "en", "en"),
        chinese(given, "zh", "zh"),
        to_english(given, "zh", "en"),
        to_chinese(given, "en", "zh"),
        lexicon(given) {}

  /// The aligner of two languages; `other` holds it where it is none of the usual ones.
  const WordAligner& aligner(const std::string& source, const std::string& target,
                             std::optional<WordAligner>& other) const {
    if (source == "en" && target == "en") return english;
    if (source == "zh" && target == "zh") return chinese;
    if (source == "zh" && target == "en") return to_english;
    if (source == "en" && target == "zh") return to_chinese;
    return other.emplace(lexicon, source, target);
  }

  WordAligner english, chinese, to_english, to_chinese;
  QuantityFinder finder;
  Lexicon lexicon;
};

Comparer::Comparer(Lexicon lexicon) : state_(std::make_unique<const State>(lexicon)) {}
Comparer::~Comparer() = default;
Comparer::Comparer(Comparer&&) noexcept = default;
Comparer& Comparer::operator=(Comparer&&) noexcept = default;

Comparison Comparer::compare(const std::vector<std::string>& witnesses,
                             const std::string& original) const {
  std::vector<Witness> texts;
  for (const std::string& witness : witnesses) texts.push_back({.text = witness});
  return compare(texts, {.text = original});
}

Comparison Comparer::compare(std::span<const Witness> witnesses, const Witness& original) const {
  Comparison comparison;
  comparison.witnesses.assign(witnesses.begin(), witnesses.end());
  if (text::has_word(original.text)) comparison.original = original;
  prepare(comparison.witnesses, comparison.original);

  // In an order of their own, so that the order in which they were given changes nothing.
  std::vector<std::size_t> order(witnesses.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t w) { return witnesses[w].text; });
  std::vector<Witness> sorted;
  std::vector<std::size_t> place(witnesses.size());
  for (std::size_t k = 0; k < order.size(); ++k) {
    sorted.push_back(comparison.witnesses[order[k]]);
    place[order[k]] = k;
  }

  const std::string& language = sorted.front().language;
  std::optional<WordAligner> own, other;
  const WordAligner& aligner = state_->aligner(language, language, own);
  const Witness* const base = comparison.original ? &*comparison.original : nullptr;
  const WordAligner* const to_original =
      base == nullptr ? nullptr : &state_->aligner(base->language, language, other);
  const compare::LinkedWitnesses links(sorted, aligner, base, to_original);
  const std::vector<compare::Column> columns = compare::columns_of(links);
  comparison.differences = compare::variations_of(links, columns, sorted, base, state_->finder);
  for (const compare::Column& column : columns) comparison.units.push_back(unit_of(links, column));
  if (base != nullptr) comparison.nearest = nearest_of(links);

  // Back into the order of the caller.
  if (comparison.nearest) comparison.nearest = order[*comparison.nearest];
  for (CorrespondingUnit& unit : comparison.units) {
    std::vector<std::vector<ByteRange>> ranges;
    for (const std::size_t k : place) ranges.push_back(std::move(unit.witnesses[k]));
    unit.witnesses = std::move(ranges);
  }
  for (Difference& difference : comparison.differences) {
    std::vector<WitnessReading> readings;
    for (std::size_t w = 0; w < place.size(); ++w) {
      readings.push_back(std::move(difference.readings[place[w]]));
      readings.back().witness = w;
    }
    difference.readings = std::move(readings);
  }
  comparison.likeness = compare::likeness_of(comparison.witnesses);
  return comparison;
}

}  // namespace duizhao
