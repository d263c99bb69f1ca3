// Whole translations are families, aligned by the tracer; quotes and the passages that they are
// traced to are tied together, and what a component of ties says is attached to the family that one
// of its passages belongs to, or to the longest of them. Runs of rows are the groups.
#include <algorithm>
#include <set>
#include <utility>

#include "collate/bundle.hpp"
#include "collate/families.hpp"
#include "collate/passage_variants.hpp"
#include "collate/pieces.hpp"
#include "collate/stretches.hpp"
#include "collate/ties.hpp"
#include "duizhao/collate/variants.hpp"
#include "duizhao/metrics/chrf.hpp"
#include "lexicon/words.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao {
namespace {

using collate::Bundle;
using collate::Cell;
using collate::Family;
using collate::Piece;
using collate::RowRange;
using collate::Strand;
using collate::variant_of;

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

std::size_t size_of(const VariantGroup& group) {
  return group.variants.size() + (group.original ? 1 : 0);
}

const Variant& first_of(const VariantGroup& group) {
  return group.original ? *group.original : group.variants.front();
}

/// The statements of each document; turns where they can have counterparts.
std::vector<std::vector<Quote>> quotes_of(const Tracer& tracer) {
  constexpr std::size_t kInterviewTurns = 4;
  std::vector<std::vector<Quote>> quotes;
  std::size_t interviews = 0;
  for (std::size_t i = 0; i < tracer.documents().size(); ++i) {
    quotes.push_back(find_quotes(tracer.documents()[i].document()));
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

/// Finds the groups of one tracer.
class Finder {
 public:
  Finder(const Tracer& tracer, const VariantOptions& options)
      : tracer_(tracer),
        options_(options),
        families_(collate::families_of(tracer)),
        aligner_(tracer.lexicon()),
        stretches_(tracer.lexicon()) {}

  std::vector<VariantGroup> run() {
    tie_quotes();
    for (const auto& component : ties_.components()) attach(component);
    for (const Family& family : families_) {
      add_groups(family.bundle, family.taken);
    }
    std::ranges::stable_sort(groups_, [](const VariantGroup& left, const VariantGroup& right) {
      const auto place = [](const VariantGroup& group) {
        return std::tuple(!group.original, first_of(group).document, first_of(group).range.begin);
      };
      return place(left) < place(right);
    });
    return std::move(groups_);
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  /// A passage, and the rows that it is of a family.
  struct Member {
    Variant passage;
    std::size_t family = kNone;
    RowRange rows = {};
  };

  std::size_t family_of(std::size_t document) const {
    for (std::size_t f = 0; f < families_.size(); ++f) {
      if (families_[f].documents.count(document) > 0) return f;
    }
    return kNone;
  }

  /// Documents whose quotes are traced: of a family the first in each language, and none where
  /// there is nothing beside it.
  std::vector<bool> traced_documents() const {
    std::vector<bool> traced(tracer_.documents().size(), true);
    std::size_t others = families_.size();
    for (std::size_t d = 0; d < traced.size(); ++d) others += family_of(d) == kNone ? 1 : 0;
    for (const Family& family : families_) {
      for (const std::size_t document : family.documents) traced[document] = false;
      if (others < 2) continue;
      std::set<std::string> languages;
      for (const Strand& strand : family.bundle.strands()) {
        if (languages.insert(strand.language).second) traced[strand.document] = true;
      }
    }
    return traced;
  }

  /// A passage of a family as that of its first document, so that all that say the same meet.
  Variant canonical(const Variant& passage) const {
    const std::size_t f = family_of(passage.document);
    if (f == kNone) return passage;
    const Bundle& bundle = families_[f].bundle;
    const auto rows = bundle.rows_of(passage.document, passage.range);
    if (!rows) return passage;
    std::vector<Piece> pieces;
    for (std::size_t row = rows->first; row < rows->end; ++row) {
      const auto& more = bundle.cell(row, 0).pieces;
      pieces.insert(pieces.end(), more.begin(), more.end());
    }
    Variant first = variant_of(pieces, bundle.strands().front(), passage.confidence);
    first.speaker = passage.speaker;
    return first;
  }

  void tie_quotes() {
    TraceOptions tracing;
    tracing.threshold = options_.threshold;
    const std::vector<bool> traced = traced_documents();
    const auto quotes = quotes_of(tracer_);
    std::vector<std::vector<std::size_t>> numbers(quotes.size());
    for (std::size_t d = 0; d < quotes.size(); ++d) {
      if (!traced[d]) continue;
      for (const Quote& quote : quotes[d]) {
        numbers[d].push_back(ties_.add(canonical(variant_of(quote, d))));
      }
    }
    for (std::size_t d = 0; d < quotes.size(); ++d) {
      if (traced[d]) {
        const auto traces = tracer_.trace(quotes[d], tracing, d);
        for (std::size_t k = 0; k < traces.size(); ++k) tie(traces[k], d, numbers[d][k], quotes);
      }
      if (options_.progress) options_.progress(d + 1, quotes.size());
    }
  }

  /// Few words are often like some passage of another language (“a few words” and “left out” in
  /// data/models/tracing.tsv): they must be surer.
  double least_confidence(const Quote& quote, const Match& match) const {
    constexpr std::size_t kFewWords = 5;
    constexpr double kSure = 0.8;
    const bool few =
        text::runs_without_spaces(quote.language) != text::runs_without_spaces(match.through) &&
        words_in(quote.text) <= kFewWords;
    return few ? std::max(kSure, options_.threshold) : options_.threshold;
  }

  /// About how many words a text has: two Chinese characters are one.
  static std::size_t words_in(const std::string& text) {
    std::size_t characters = 0;
    for (std::size_t at = 0; at < text.size();) {
      const auto [code_point, size] = text::decode(text, at);
      characters += text::is_cjk(code_point) ? 1 : 0;
      at += size;
    }
    return lexicon::plain_words(text).size() + characters / 2;
  }

  void tie(const Trace& trace, std::size_t document, std::size_t number,
           const std::vector<std::vector<Quote>>& quotes) {
    const std::size_t own = family_of(document);
    for (const Match& match : trace.matches) {
      if (match.confidence < least_confidence(trace.quote, match)) break;
      const std::size_t family = family_of(match.document);
      if (own != kNone && own == family) continue;
      Variant passage = variant_of(match, tracer_);
      passage = family == kNone ? narrowed(passage, trace.quote, quotes[match.document])
                                : canonical(passage);
      ties_.tie(number, ties_.add(passage), match.confidence);
    }
  }

  /// Lays the passages of a component beside each other.
  void attach(const std::vector<std::size_t>& component) {
    std::vector<Member> members;
    for (const std::size_t number : component) {
      Member member{ties_.passage(number)};
      const std::size_t family = family_of(member.passage.document);
      if (family != kNone) {
        const auto rows =
            families_[family].bundle.rows_of(member.passage.document, member.passage.range);
        if (rows) {
          member.family = family;
          member.rows = *rows;
        }
      }
      members.push_back(std::move(member));
    }
    const std::size_t host = host_of(members);
    if (members[host].family != kNone) {
      attach_to(families_[members[host].family].bundle, members, host);
    } else {
      Bundle bundle;
      bundle.add_strand({members[host].passage.document, members[host].passage.language,
                         members[host].passage.speaker, true});
      for (Piece& piece : pieces_of(members[host].passage)) {
        bundle.add_row({Cell{{std::move(piece)}, members[host].passage.confidence}});
      }
      members[host].rows = {0, bundle.size()};
      attach_to(bundle, members, host);
      add_groups(bundle, std::vector<bool>(bundle.size()));
    }
  }

  std::vector<Piece> pieces_of(const Variant& passage) const {
    return collate::pieces_of(tracer_.documents()[passage.document], passage.parts);
  }

  /// The member that the others are laid to: one of the largest family, an original, the longest.
  std::size_t host_of(const std::vector<Member>& members) const {
    const auto rank = [&](const Member& member) {
      const bool in_family = member.family != kNone;
      const Bundle* bundle = in_family ? &families_[member.family].bundle : nullptr;
      return std::tuple(in_family ? bundle->strands().size() : 0, in_family ? bundle->size() : 0,
                        collate::is_original(member.passage, options_), member.passage.text.size());
    };
    std::size_t best = 0;
    for (std::size_t m = 1; m < members.size(); ++m) {
      if (rank(members[m]) > rank(members[best])) best = m;
    }
    return best;
  }

  void attach_to(Bundle& bundle, const std::vector<Member>& members, std::size_t host) {
    for (std::size_t m = 0; m < members.size(); ++m) {
      const Member& member = members[m];
      if (m == host || (member.family != kNone && member.family == members[host].family)) continue;
      if (member.family == kNone) {
        const Variant& passage = member.passage;
        add_quote(bundle, members[host].rows,
                  {passage.document, passage.language, passage.speaker, true}, pieces_of(passage),
                  passage.confidence);
        continue;
      }
      // The passage in all texts of its family.
      Family& family = families_[member.family];
      for (std::size_t s = 0; s < family.bundle.strands().size(); ++s) {
        Strand strand = family.bundle.strands()[s];
        if (strand.quote) continue;
        strand.quote = true;
        std::vector<Piece> pieces;
        for (std::size_t row = member.rows.first; row < member.rows.end; ++row) {
          const auto& more = family.bundle.cell(row, s).pieces;
          pieces.insert(pieces.end(), more.begin(), more.end());
          family.taken[row] = true;
        }
        add_quote(bundle, members[host].rows, std::move(strand), std::move(pieces),
                  member.passage.confidence);
      }
    }
  }

  /// Aligned with a text in its own language where the bundle has one.
  void add_quote(Bundle& bundle, RowRange rows, Strand strand, std::vector<Piece> pieces,
                 double confidence) const {
    std::size_t anchor = 0;
    for (std::size_t s = 0; s < bundle.strands().size(); ++s) {
      if (bundle.strands()[s].quote || bundle.strands()[s].language != strand.language) continue;
      anchor = s;
      break;
    }
    bundle.attach(aligner_, anchor, rows, std::move(strand), std::move(pieces), confidence);
  }

  void add_groups(const Bundle& bundle, const std::vector<bool>& taken) {
    std::size_t row = 0;
    for (const auto& run : bundle.runs()) {
      const bool left_out = taken[row];
      row += run.rows;
      if (left_out) continue;
      std::vector<Variant> passages = passages_of(run.cells, bundle.strands());
      VariantGroup group = collate::group_of(std::move(passages), options_);
      if (size_of(group) >= 2) groups_.push_back(std::move(group));
    }
  }

  /// The cells of a run as variants, trimmed to what the quotes among them cover.
  std::vector<Variant> passages_of(const std::vector<Cell>& cells,
                                   const std::vector<Strand>& strands) {
    std::vector<Witness> texts;
    for (std::size_t s = 0; s < cells.size(); ++s) {
      texts.push_back({.text = collate::join(cells[s].pieces, strands[s].language),
                       .language = strands[s].language});
    }
    std::vector<Variant> passages;
    for (std::size_t s = 0; s < cells.size(); ++s) {
      if (texts[s].text.empty()) continue;
      ByteRange range{0, texts[s].text.size()};
      for (std::size_t q = 0; q < cells.size(); ++q) {
        if (q == s || !strands[q].quote || texts[q].text.empty()) continue;
        const ByteRange covered = stretches_.covered(texts[s], texts[q]);
        range = {std::max(range.begin, covered.begin), std::min(range.end, covered.end)};
      }
      std::vector<Piece> pieces = cells[s].pieces;
      if (range.begin < range.end) {
        pieces = collate::cut(tracer_.documents()[strands[s].document].document(), pieces,
                              strands[s].language, range);
      }
      if (pieces.empty()) continue;
      Variant passage = variant_of(pieces, strands[s], cells[s].confidence);
      if (passage.speaker.empty()) {
        passage.speaker = speaker_at(tracer_.documents()[passage.document], passage.range.begin);
      }
      passages.push_back(std::move(passage));
    }
    return passages;
  }

  /// Whose turn a byte stands in.
  static std::string speaker_at(const SegmentedDocument& document, std::size_t offset) {
    for (const Block& block : document.document().blocks()) {
      if (block.range.contains(offset)) return block.speaker;
    }
    return {};
  }

  const Tracer& tracer_;
  const VariantOptions& options_;
  std::vector<Family> families_;
  Aligner aligner_;
  collate::Stretches stretches_;
  collate::Ties ties_;
  std::vector<VariantGroup> groups_;
};

}  // namespace

std::vector<VariantGroup> find_groups(const Tracer& tracer, const VariantOptions& options) {
  return Finder(tracer, options).run();
}

}  // namespace duizhao
