// The group that a quote belongs to, cut to its words.
#include <algorithm>
#include <optional>
#include <string>

#include "collate/passage_variants.hpp"
#include "collate/stretches.hpp"
#include "collate/ties.hpp"
#include "duizhao/collate/variants.hpp"
#include "text/fold.hpp"
#include "text/scripts.hpp"

namespace duizhao {
namespace {

/// Cuts the passages of a group to the words of a quote.
class Narrowing {
 public:
  Narrowing(const Tracer& tracer, std::string_view quote)
      : tracer_(tracer), quote_{.text = std::string(quote)}, stretches_(tracer.lexicon()) {
    text::ScriptCount letters;
    letters.add(quote);
    quote_.language = letters.language();
  }

  VariantGroup run(const VariantGroup& group) {
    find_words(group);
    VariantGroup narrow;
    if (group.original) narrow.original = cut(*group.original);
    for (const Variant& variant : group.variants) {
      if (auto rest = cut(variant)) narrow.variants.push_back(std::move(*rest));
    }
    return narrow;
  }

 private:
  /// The passage that has the quote word by word, if one does.
  void find_words(const VariantGroup& group) {
    const std::string words = text::fold_case(quote_.text);
    const auto consider = [&](const Variant& variant) {
      const std::string folded = text::fold_case(variant.text);
      const std::size_t at = folded.find(words);
      if (base_ != nullptr || at == std::string::npos || folded.size() != variant.text.size()) {
        return;
      }
      base_ = &variant;
      words_ = {at, at + words.size()};
    };
    if (group.original) consider(*group.original);
    for (const Variant& variant : group.variants) consider(variant);
  }

  /// The words of the quote in a passage; nothing where it has none.
  std::optional<Variant> cut(const Variant& variant) {
    const Witness text{.text = variant.text, .language = variant.language};
    std::optional<ByteRange> range;
    if (&variant == base_) {
      range = words_;
    } else if (base_ == nullptr) {
      range = stretches_.counterpart(text, quote_, {0, quote_.text.size()});
    } else {
      const Witness base{.text = base_->text, .language = base_->language};
      range = stretches_.counterpart(text, base, words_);
      // Where the quote begins or ends with the passage, so does its counterpart.
      if (range && words_.begin == 0) range->begin = 0;
      if (range && words_.end == base_->text.size()) range->end = variant.text.size();
    }
    if (!range) return std::nullopt;
    const SegmentedDocument& document = tracer_.documents()[variant.document];
    const auto pieces = collate::cut(
        document.document(), collate::pieces_of(document, variant.parts), variant.language, *range);
    if (pieces.empty()) return std::nullopt;
    return collate::variant_of(pieces, {variant.document, variant.language, variant.speaker, true},
                               variant.confidence);
  }

  const Tracer& tracer_;
  Witness quote_;
  collate::Stretches stretches_;
  const Variant* base_ = nullptr;  // has the quote word by word
  ByteRange words_ = {};           // where
};

}  // namespace

VariantGroup find_group(const Tracer& tracer, const std::vector<VariantGroup>& groups,
                        std::string_view quote, const VariantOptions& options) {
  // Who looks for a passage need not be sure that it is a rendering.
  constexpr double kSearch = 0.2;
  TraceOptions tracing;
  tracing.threshold = options.threshold;
  const Trace trace = tracer.trace(quote, tracing);
  Narrowing narrowing(tracer, quote);
  // A group that holds one of the passages, the surest passage first.
  for (const Match& match : trace.matches) {
    if (match.confidence < std::min(kSearch, options.threshold)) break;
    const VariantGroup* best = nullptr;
    double most = 0;
    for (const VariantGroup& group : groups) {
      const auto consider = [&](const Variant& variant) {
        const double share =
            variant.document == match.document ? collate::shared(variant.range, match.range) : 0;
        if (share <= most) return;
        most = share;
        best = &group;
      };
      if (group.original) consider(*group.original);
      for (const Variant& variant : group.variants) consider(variant);
    }
    if (best != nullptr) return narrowing.run(*best);
  }
  // A few words are no evidence of a rendering, but they may be a part of one.
  if (!trace.has_passage()) {
    const std::string words = text::fold_case(quote);
    for (const VariantGroup& group : groups) {
      const auto has_words = [&](const Variant& variant) {
        return text::fold_case(variant.text).find(words) != std::string::npos;
      };
      if ((group.original && has_words(*group.original)) ||
          std::ranges::any_of(group.variants, has_words)) {
        return narrowing.run(group);
      }
    }
  }
  std::vector<Variant> passages;
  for (const Match& match : trace.matches) {
    if (match.confidence >= options.threshold)
      passages.push_back(collate::variant_of(match, tracer));
  }
  return narrowing.run(collate::group_of(std::move(passages), options));
}

}  // namespace duizhao
