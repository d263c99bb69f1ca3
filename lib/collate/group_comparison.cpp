#include "duizhao/collate/group_comparison.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "compare/likeness.hpp"
#include "duizhao/text/error.hpp"
#include "text/scripts.hpp"

namespace duizhao {
namespace {

/// The language of most variants; that of an original in Chinese is not compared with it.
std::string language_of(const VariantGroup& group, bool has_original) {
  std::map<std::string, std::size_t> languages;
  for (const Variant& variant : group.variants) {
    if (!has_original || variant.language != group.original->language) {
      ++languages[variant.language];
    }
  }
  if (languages.empty()) return {};
  return std::ranges::max_element(languages, {}, [](const auto& entry) { return entry.second; })
      ->first;
}

/// A variant with the sentences before and after it.
Witness witness_of(const Variant& variant, const SegmentedDocument& document) {
  Witness witness{.text = variant.text, .language = variant.language, .excerpt = variant.excerpt};
  const auto& sentences = document.sentences();
  const auto at = [&](auto sentence) {
    const auto index = static_cast<std::size_t>(sentence - sentences.begin());
    const bool same = document.block(index).language == variant.language;
    return same ? document.text(index) : std::string();
  };
  const auto next = std::ranges::partition_point(sentences, [&](const Sentence& sentence) {
    return sentence.range.begin < variant.range.end;
  });
  if (next != sentences.end()) witness.after = at(next);
  const auto first = std::ranges::partition_point(sentences, [&](const Sentence& sentence) {
    return sentence.range.end <= variant.range.begin;
  });
  if (first != sentences.begin()) witness.before = at(std::prev(first));
  return witness;
}

}  // namespace

GroupComparison compare_group(const Comparer& comparer, const VariantGroup& group,
                              const Tracer& tracer) {
  GroupComparison result;
  const bool has_original = group.original && text::runs_without_spaces(group.original->language);
  const std::string language = language_of(group, has_original);
  std::vector<Witness> witnesses;
  for (std::size_t i = 0; i < group.variants.size(); ++i) {
    const Variant& variant = group.variants[i];
    if (variant.language != language || !text::has_word(variant.text)) continue;
    const auto known = std::ranges::find(witnesses, variant.text, &Witness::text);
    if (known != witnesses.end()) {
      result.variants[static_cast<std::size_t>(known - witnesses.begin())].push_back(i);
      continue;
    }
    witnesses.push_back(witness_of(variant, tracer.documents()[variant.document]));
    result.variants.push_back({i});
  }
  Witness original;
  if (has_original) original = {.text = group.original->text, .language = group.original->language};
  if (witnesses.size() >= 2) {
    try {
      result.comparison = comparer.compare(witnesses, original);
      return result;
    } catch (const Error& error) {
      if (error.code() != ErrorCode::content) throw;
    }
  }
  result.comparison.likeness = compare::likeness_of(witnesses);
  result.comparison.witnesses = std::move(witnesses);
  if (text::has_word(original.text)) result.comparison.original = std::move(original);
  return result;
}

}  // namespace duizhao
