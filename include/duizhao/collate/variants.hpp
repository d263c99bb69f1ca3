// The same quote in many texts.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/text/byte_range.hpp"
#include "duizhao/text/export.hpp"
#include "duizhao/text/progress.hpp"
#include "duizhao/trace/tracer.hpp"

namespace duizhao {

/// One rendering of a passage.
struct Variant {
  std::size_t document = 0;           ///< index into Tracer::documents()
  std::vector<ByteRange> parts = {};  ///< bytes of the document that its text joins, in order
  ByteRange range = {};               ///< from the first part's beginning to the last one's end
  std::string text = {};              ///< what a reader sees of them
  std::string language = {};          ///< ISO 639
  std::string speaker = {};           ///< whose words it is said to be; empty if not said
  bool excerpt = false;   ///< quoted by its document, which need not have all of the passage
  double confidence = 0;  ///< that it renders the same passage as the rest of its group, 0 to 1
};

/// A passage and its renderings, in the order of the documents.
struct VariantGroup {
  std::optional<Variant> original = {};  ///< the passage in an original, where one of the texts is
  std::vector<Variant> variants = {};    ///< all others; with the original two at least
};

/// What counts as a variant.
struct VariantOptions {
  /// Documents that are originals, as indices. Empty: those in Chinese.
  std::vector<std::size_t> originals = {};

  /// Quotes that are traced to a passage with less confidence are left out.
  double threshold = 0.5;

  /// Told after each document whose quotes were traced.
  ProgressReport progress = {};
};

/// The groups of all documents, by the place of their originals or first variants.
///
/// Documents that are linked as translations (Tracer::link_translations) are grouped by their
/// alignments: the smallest passages that no bead crosses. Each quote of the others is traced in
/// all documents, itself left out, and joins the group of the sentences that it covers; what is
/// linked with no translation belongs together through another text, or directly. Every variant of
/// a group covers the same stretch: clauses at its edges of which a quote has no word are left out
/// of all. Two passages of one document are never drawn into one group by what a third text makes
/// of them. Turns of interviews count as quotes where two of the documents are interviews. In
/// proportion to the number of quotes times the cost of tracing one.
DUIZHAO_EXPORT std::vector<VariantGroup> find_groups(const Tracer& tracer,
                                                     const VariantOptions& options = {});

/// The group of a quote that need not stand in the documents: that of `groups` which holds its
/// likeliest passage, from a confidence of 0.2 on, or has its very words, or else what tracing
/// finds for it; cut to exactly the words of the quote and what is linked with them. Without
/// variants if it is found nowhere. Throws Error (content) for a quote without words.
DUIZHAO_EXPORT VariantGroup find_group(const Tracer& tracer,
                                       const std::vector<VariantGroup>& groups,
                                       std::string_view quote, const VariantOptions& options = {});

}  // namespace duizhao
