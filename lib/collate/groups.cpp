#include <algorithm>
#include <map>
#include <numeric>

#include "duizhao/collate/variants.hpp"
#include "duizhao/metrics/chrf.hpp"
#include "text/fold.hpp"

namespace duizhao {
namespace {

constexpr double kSamePassage = 0.5;  // overlap over union, in bytes

/// The bytes that both have over those that either has.
double shared(ByteRange left, ByteRange right) {
  if (!left.overlaps(right)) return 0;
  const std::size_t both = std::min(left.end, right.end) - std::max(left.begin, right.begin);
  const std::size_t either = std::max(left.end, right.end) - std::min(left.begin, right.begin);
  return static_cast<double>(both) / static_cast<double>(either);
}

Variant variant_of(const Match& match, const Tracer& tracer) {
  const Block& block = tracer.documents()[match.document].block(match.sentence);
  return {match.document, match.range, match.text, block.language, match.speaker, match.confidence};
}

Variant variant_of(const Quote& quote, std::size_t document) {
  return {document, quote.range(), quote.text, quote.language, quote.speaker, 0};
}

/// Passages that are tied to each other, the surest ties first.
class Ties {
 public:
  /// The passage's number: that of one which is nearly the same, if there is one.
  std::size_t add(const Variant& passage) {
    auto& own = by_document_[passage.document];  // by their beginnings
    const std::size_t size = passage.range.size();
    const std::size_t from = passage.range.begin > size ? passage.range.begin - size : 0;
    const auto end = own.upper_bound(passage.range.end);
    for (auto known = own.lower_bound(from); known != end; ++known) {
      Variant& other = passages_[known->second];
      if (other.language != passage.language || shared(other.range, passage.range) < kSamePassage) {
        continue;
      }
      if (other.speaker.empty()) other.speaker = passage.speaker;
      return known->second;
    }
    own.emplace(passage.range.begin, passages_.size());
    passages_.push_back(passage);
    passages_.back().confidence = 0;
    return passages_.size() - 1;
  }

  void tie(std::size_t left, std::size_t right, double confidence) {
    if (left != right) ties_.push_back({left, right, confidence});
  }

  /// The passages that belong together, lists of numbers.
  std::vector<std::vector<std::size_t>> components() {
    std::ranges::stable_sort(ties_, [](const Tie& left, const Tie& right) {
      return left.confidence > right.confidence;
    });
    std::vector<std::size_t> root(passages_.size());
    std::iota(root.begin(), root.end(), std::size_t{0});
    std::vector<std::vector<std::size_t>> members(passages_.size());
    for (std::size_t i = 0; i < members.size(); ++i) members[i] = {i};
    for (const Tie& tie : ties_) {
      std::size_t left = root[tie.left];
      std::size_t right = root[tie.right];
      if (members[left].size() < members[right].size()) std::swap(left, right);
      if (left == right || !compatible(members[left], members[right])) continue;
      for (const std::size_t member : members[right]) root[member] = left;
      members[left].insert(members[left].end(), members[right].begin(), members[right].end());
      members[right].clear();
      for (const std::size_t end : {tie.left, tie.right}) {
        passages_[end].confidence = std::max(passages_[end].confidence, tie.confidence);
      }
    }
    std::erase_if(members, [](const auto& list) { return list.size() < 2; });
    return members;
  }

  const Variant& passage(std::size_t number) const { return passages_[number]; }

 private:
  struct Tie {
    std::size_t left;
    std::size_t right;
    double confidence;
  };

  /// Whether no document has passages apart from each other in both.
  bool compatible(const std::vector<std::size_t>& left,
                  const std::vector<std::size_t>& right) const {
    return std::ranges::all_of(left, [&](std::size_t i) {
      return std::ranges::all_of(right, [&](std::size_t k) {
        const Variant& one = passages_[i];
        const Variant& two = passages_[k];
        return one.document != two.document || one.language != two.language ||
               one.range.overlaps(two.range);
      });
    });
  }

  std::vector<Variant> passages_;
  std::map<std::size_t, std::multimap<std::size_t, std::size_t>> by_document_;
  std::vector<Tie> ties_;
};

/// A passage, or the quotation inside it that is more like the quote: without the words about it.
Variant narrowed(const Variant& passage, const Quote& quote, const std::vector<Quote>& quotations) {
  const Chrf chrf;
  const auto likeness = [&](const std::string& text) {
    const std::vector<std::string_view> reference = {quote.text};
    return chrf.score(chrf.statistics(text, reference)).score;
  };
  auto inside =
      std::ranges::lower_bound(quotations, passage.range.begin, {},
                               [](const Quote& other) { return other.parts.front().begin; });
  const Quote* best = nullptr;
  double most = inside != quotations.end() ? likeness(passage.text) : 0;
  for (; inside != quotations.end() && inside->parts.front().begin < passage.range.end; ++inside) {
    const double own = likeness(inside->text);
    if (inside->language != passage.language || inside->range().end > passage.range.end ||
        own <= most) {
      continue;
    }
    most = own;
    best = &*inside;
  }
  if (best == nullptr) return passage;
  Variant variant = variant_of(*best, passage.document);
  variant.confidence = passage.confidence;
  if (variant.speaker.empty()) variant.speaker = passage.speaker;
  return variant;
}

bool is_original(const Variant& variant, const VariantOptions& options) {
  if (options.originals.empty()) return variant.language == "zh";
  return std::ranges::find(options.originals, variant.document) != options.originals.end();
}

/// Passages in the order of the documents; of those that overlap in one document the surest stays.
VariantGroup group_of(std::vector<Variant> passages, const VariantOptions& options) {
  std::ranges::stable_sort(passages, [](const Variant& left, const Variant& right) {
    return left.confidence > right.confidence;
  });
  VariantGroup group;
  for (Variant& passage : passages) {
    const bool known = std::ranges::any_of(group.variants, [&](const Variant& other) {
      return other.document == passage.document && other.language == passage.language &&
             other.range.overlaps(passage.range);
    });
    if (!known) group.variants.push_back(std::move(passage));
  }
  std::ranges::stable_sort(group.variants, [](const Variant& left, const Variant& right) {
    return std::pair(left.document, left.range.begin) <
           std::pair(right.document, right.range.begin);
  });
  const auto original = std::ranges::find_if(
      group.variants, [&](const Variant& variant) { return is_original(variant, options); });
  if (original != group.variants.end()) {
    group.original = std::move(*original);
    group.variants.erase(original);
  }
  return group;
}

const Variant& first_of(const VariantGroup& group) {
  return group.original ? *group.original : group.variants.front();
}

/// The statements of each document; turns where they can have counterparts.
std::vector<std::vector<Quote>> quotes_of(const Tracer& tracer) {
  constexpr std::size_t kInterviewTurns = 4;
  std::vector<std::vector<Quote>> quotes;
  std::size_t interviews = 0;
  for (const SegmentedDocument& document : tracer.documents()) {
    quotes.push_back(find_quotes(document.document()));
    std::erase_if(quotes.back(), [](const Quote& quote) { return !quote.statement; });
    const auto turns = std::ranges::count(quotes.back(), QuoteKind::turn, &Quote::kind);
    if (static_cast<std::size_t>(turns) >= kInterviewTurns) ++interviews;
  }
  if (interviews < 2) {
    for (auto& list : quotes) {
      std::erase_if(list, [](const Quote& quote) { return quote.kind == QuoteKind::turn; });
    }
  }
  return quotes;
}

}  // namespace

std::vector<VariantGroup> find_groups(const Tracer& tracer, const VariantOptions& options) {
  TraceOptions tracing;
  tracing.threshold = options.threshold;
  const auto quotes = quotes_of(tracer);
  Ties ties;
  std::vector<std::vector<std::size_t>> numbers(quotes.size());
  for (std::size_t document = 0; document < quotes.size(); ++document) {
    for (const Quote& quote : quotes[document]) {
      numbers[document].push_back(ties.add(variant_of(quote, document)));
    }
  }
  for (std::size_t document = 0; document < quotes.size(); ++document) {
    const auto traces = tracer.trace(quotes[document], tracing, document);
    for (std::size_t k = 0; k < traces.size(); ++k) {
      for (const Match& match : traces[k].matches) {
        if (match.confidence < options.threshold) break;
        const Variant passage =
            narrowed(variant_of(match, tracer), traces[k].quote, quotes[match.document]);
        ties.tie(numbers[document][k], ties.add(passage), match.confidence);
      }
    }
    if (options.progress) options.progress(document + 1, quotes.size());
  }
  std::vector<VariantGroup> groups;
  for (const auto& component : ties.components()) {
    std::vector<Variant> passages;
    for (const std::size_t number : component) passages.push_back(ties.passage(number));
    VariantGroup group = group_of(std::move(passages), options);
    if (group.variants.size() + (group.original ? 1 : 0) >= 2) groups.push_back(std::move(group));
  }
  std::ranges::stable_sort(groups, [](const VariantGroup& left, const VariantGroup& right) {
    const auto place = [](const VariantGroup& group) {
      return std::tuple(!group.original, first_of(group).document, first_of(group).range.begin);
    };
    return place(left) < place(right);
  });
  return groups;
}

VariantGroup find_group(const Tracer& tracer, const std::vector<VariantGroup>& groups,
                        std::string_view quote, const VariantOptions& options) {
  // Who looks for a passage need not be sure that it is a rendering.
  constexpr double kSearch = 0.2;
  TraceOptions tracing;
  tracing.threshold = options.threshold;
  const Trace trace = tracer.trace(quote, tracing);
  // A group that holds one of the passages, the surest passage first.
  for (const Match& match : trace.matches) {
    if (match.confidence < std::min(kSearch, options.threshold)) break;
    const VariantGroup* best = nullptr;
    double most = 0;
    for (const VariantGroup& group : groups) {
      const auto consider = [&](const Variant& variant) {
        const double share =
            variant.document == match.document ? shared(variant.range, match.range) : 0;
        if (share <= most) return;
        most = share;
        best = &group;
      };
      if (group.original) consider(*group.original);
      for (const Variant& variant : group.variants) consider(variant);
    }
    if (best != nullptr) return *best;
  }
  // A few words are no evidence of a rendering, but they may be a part of one.
  if (!trace.attested) {
    const std::string words = text::fold_case(quote);
    for (const VariantGroup& group : groups) {
      const auto has_words = [&](const Variant& variant) {
        return text::fold_case(variant.text).find(words) != std::string::npos;
      };
      if ((group.original && has_words(*group.original)) ||
          std::ranges::any_of(group.variants, has_words)) {
        return group;
      }
    }
  }
  std::vector<Variant> passages;
  for (const Match& match : trace.matches) {
    if (match.confidence >= options.threshold) passages.push_back(variant_of(match, tracer));
  }
  return group_of(std::move(passages), options);
}

}  // namespace duizhao
