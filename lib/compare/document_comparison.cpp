#include "duizhao/compare/document_comparison.hpp"

#include <algorithm>
#include <utility>

#include "bitext/joined_text.hpp"
#include "compare/passages.hpp"
#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"
#include "text/scripts.hpp"

namespace duizhao {
namespace {

void require_one_source(const std::vector<Alignment>& alignments, bool source_is_original) {
  const bool enough = alignments.size() + (source_is_original ? 0 : 1) >= 2;
  const bool one =
      enough && std::ranges::all_of(alignments, [&](const Alignment& each) {
        return each.source().document().bytes() == alignments.front().source().document().bytes() &&
               each.source().sentences() == alignments.front().source().sentences();
      });
  if (one) return;
  throw Error(ErrorCode::content, {},
              translate("expected two translations or more, aligned with one text"));
}

std::string text_of(const SegmentedDocument& document, const std::vector<std::size_t>& sentences) {
  return bitext::join(document, sentences).text;
}

/// Compares the witnesses that have a text; the others lack all of it.
Comparison compare_present(const Comparer& comparer, std::vector<Witness> witnesses,
                           const Witness& original) {
  std::vector<std::size_t> present;
  std::vector<Witness> texts;
  for (std::size_t w = 0; w < witnesses.size(); ++w) {
    if (!text::has_word(witnesses[w].text)) continue;
    present.push_back(w);
    texts.push_back(witnesses[w]);
  }
  Comparison comparison;
  if (texts.size() >= 2) comparison = comparer.compare(texts, original);
  if (present.size() == witnesses.size()) return comparison;
  for (CorrespondingUnit& unit : comparison.units) {
    std::vector<std::vector<ByteRange>> ranges(witnesses.size());
    for (std::size_t k = 0; k < present.size(); ++k) {
      ranges[present[k]] = std::move(unit.witnesses[k]);
    }
    unit.witnesses = std::move(ranges);
  }
  for (Difference& difference : comparison.differences) {
    std::vector<WitnessReading> readings;
    for (std::size_t w = 0; w < witnesses.size(); ++w) readings.push_back({w, {}, {}, 0});
    for (std::size_t k = 0; k < present.size(); ++k) {
      readings[present[k]] = std::move(difference.readings[k]);
      readings[present[k]].witness = present[k];
    }
    difference.readings = std::move(readings);
  }
  if (comparison.nearest) comparison.nearest = present[*comparison.nearest];
  std::vector<std::vector<double>> likeness(witnesses.size(),
                                            std::vector<double>(witnesses.size(), 0));
  for (std::size_t i = 0; i < witnesses.size(); ++i) likeness[i][i] = 1;
  for (std::size_t i = 0; i < comparison.likeness.size(); ++i) {
    for (std::size_t k = 0; k < comparison.likeness.size(); ++k) {
      likeness[present[i]][present[k]] = comparison.likeness[i][k];
    }
  }
  comparison.likeness = std::move(likeness);
  if (!present.empty()) {
    Difference missing{VariationKind::omission, 1, {}, {}};
    for (std::size_t w = 0; w < witnesses.size(); ++w) {
      const std::string& text = witnesses[w].text;
      const bool says = std::ranges::binary_search(present, w);
      missing.readings.push_back(
          {w, says ? std::optional(ByteRange{0, text.size()}) : std::nullopt, says ? text : "", 0});
    }
    comparison.differences.insert(comparison.differences.begin(), std::move(missing));
  }
  comparison.witnesses = std::move(witnesses);
  if (text::has_word(original.text)) comparison.original = original;
  return comparison;
}

}  // namespace

std::vector<ComparedPassage> compare_documents(const Comparer& comparer,
                                               const std::vector<Alignment>& alignments,
                                               const DocumentComparisonOptions& options) {
  require_one_source(alignments, options.source_is_original);
  std::vector<ComparedPassage> passages;
  for (compare::Passage& passage : compare::passages_of(alignments)) {
    passages.push_back({std::move(passage.source), std::move(passage.targets), {}});
  }
  // The text of each passage in each witness.
  std::vector<std::vector<std::string>> texts(passages.size());
  for (std::size_t p = 0; p < passages.size(); ++p) {
    if (!options.source_is_original) {
      texts[p].push_back(text_of(alignments.front().source(), passages[p].source));
    }
    for (std::size_t a = 0; a < alignments.size(); ++a) {
      texts[p].push_back(text_of(alignments[a].target(), passages[p].targets[a]));
    }
  }
  for (std::size_t p = 0; p < passages.size(); ++p) {
    std::vector<Witness> witnesses;
    for (std::size_t w = 0; w < texts[p].size(); ++w) {
      Witness witness{.text = texts[p][w]};
      if (p > 0) witness.before = texts[p - 1][w];
      if (p + 1 < passages.size()) witness.after = texts[p + 1][w];
      witnesses.push_back(std::move(witness));
    }
    const Witness original =
        options.source_is_original
            ? Witness{.text = text_of(alignments.front().source(), passages[p].source)}
            : Witness();
    passages[p].comparison = compare_present(comparer, std::move(witnesses), original);
    if (options.progress) options.progress(p + 1, passages.size());
  }
  return passages;
}

}  // namespace duizhao
