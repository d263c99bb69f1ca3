// Quotations of a translation that the original does not have.
#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "check/engine/rule.hpp"
#include "check/evidence/support.hpp"
#include "duizhao/quotes/quotes.hpp"
#include "duizhao/text/messages.hpp"
#include "duizhao/trace/tracer.hpp"
#include "text/marks.hpp"
#include "text/utf8.hpp"

namespace duizhao::check {
namespace {

/// Where the sentences of a target document are: pair and piece.
std::vector<std::optional<std::size_t>> pairs_by_sentence(const CheckedTranslation& translation) {
  std::vector<std::optional<std::size_t>> pairs(translation.alignment().target().size());
  for (std::size_t p = 0; p < translation.pairs().size(); ++p) {
    for (const Side::Piece& piece : translation.pairs()[p].target.pieces) pairs[piece.sentence] = p;
  }
  return pairs;
}

/// The part of a pair's target that a quote has: bytes of the side's text.
ByteRange overlap(const CheckedTranslation& translation, const CheckedBead& pair,
                  const Quote& quote) {
  const SegmentedDocument& document = translation.alignment().target();
  std::optional<ByteRange> whole;
  for (std::size_t k = 0; k < pair.target.pieces.size(); ++k) {
    const Side::Piece& piece = pair.target.pieces[k];
    const ByteRange sentence = document.sentences()[piece.sentence].range;
    for (const ByteRange& part : quote.parts) {
      if (!part.overlaps(sentence)) continue;
      const auto seen = [&](std::size_t byte) {
        byte = std::clamp(byte, sentence.begin, sentence.end);
        return piece.begin + document.document().text({sentence.begin, byte}).size();
      };
      const ByteRange range{seen(part.begin), seen(part.end)};
      whole = whole
                  ? ByteRange{std::min(whole->begin, range.begin), std::max(whole->end, range.end)}
                  : range;
    }
  }
  return whole.value_or(ByteRange{});
}

/// Looks for quotes of one translation in its original.
class Search {
 public:
  Search(const Context& context, const CheckedTranslation& translation)
      : context_(context), translation_(translation) {}

  /// How well the words of a quote are supported by the source beside it.
  Support support(const Quote& quote, const std::vector<std::size_t>& pairs) const {
    Support all;
    for (const std::size_t p : pairs) {
      const CheckedBead& pair = translation_.pairs()[p];
      const Support one = support_of(translation_, pair.target, &CheckedBead::target,
                                     translation_.links(pair), overlap(translation_, pair, quote));
      all.words += one.words;
      all.sum += one.sum;
    }
    return all;
  }

  /// Whether it renders a passage of the source, wherever that stands.
  bool attested(const Quote& quote) {
    if (!tracer_) {
      tracer_ = std::make_unique<Tracer>(context_.tools.lexicon,
                                         std::vector{translation_.alignment().source()});
    }
    return tracer_->trace(quote).status < QuoteStatus::partial;
  }

 private:
  const Context& context_;
  const CheckedTranslation& translation_;
  std::unique_ptr<Tracer> tracer_;
};

/// Whether a quotation is speech: it ends as speech does.
bool is_speech(const Quote& quote) {
  if (quote.text.empty()) return false;
  const char32_t last = text::decode_before(quote.text, quote.text.size()).value;
  return last == U',' || last == U'，' || text::is_stop(last) || text::is_dash(last);
}

bool has_quotation(const Side& side) {
  return std::ranges::any_of(
      std::array<std::string_view, 4>{"“", "\"", "「", "『"},
      [&](std::string_view mark) { return side.text.find(mark) != std::string::npos; });
}

/// The pairs that a quote stands in.
std::vector<std::size_t> pairs_of(const Quote& quote, const SegmentedDocument& target,
                                  const std::vector<std::optional<std::size_t>>& pairs) {
  std::vector<std::size_t> own;
  for (const ByteRange& part : quote.parts) {
    auto sentence = std::ranges::upper_bound(target.sentences(), part.begin, {},
                                             [](const Sentence& each) { return each.range.end; });
    for (; sentence != target.sentences().end() && sentence->range.begin < part.end; ++sentence) {
      const auto pair = pairs[static_cast<std::size_t>(sentence - target.sentences().begin())];
      if (pair && std::ranges::find(own, *pair) == own.end()) own.push_back(*pair);
    }
  }
  return own;
}

void check(const Context& context, Reporter& reporter) {
  const double least = reporter.option("support");
  const double least_unquoted = reporter.option("unquoted");
  constexpr double kTelling = 4;  // words with meaning; what is shorter is said in many ways
  for (std::size_t t = 0; t < context.translations.size(); ++t) {
    const CheckedTranslation& translation = context.translations[t];
    if (!translation.bilingual()) continue;
    const SegmentedDocument& target = translation.alignment().target();
    const auto pairs = pairs_by_sentence(translation);
    Search search(context, translation);
    for (const Quote& quote : find_quotes(target.document())) {
      if (quote.kind != QuoteKind::quotation || !(quote.statement || is_speech(quote))) continue;
      const auto own = pairs_of(quote, target, pairs);
      if (own.empty()) continue;
      // Where the source quotes beside it, other words say the same; where it does not, they were
      // put into somebody's mouth.
      const bool quoted = std::ranges::any_of(own, [&](std::size_t p) {
        const auto near = [&](std::size_t k) {
          return k < translation.pairs().size() && has_quotation(translation.pairs()[k].source);
        };
        return near(p - 1) || near(p) || near(p + 1);
      });
      const Support support = search.support(quote, own);
      if (support.mean() >= (quoted ? least : least_unquoted)) continue;
      if (quoted && support.words < kTelling) continue;
      const bool elsewhere = quoted || support.mean() >= least;
      if (elsewhere && search.attested(quote)) continue;
      const CheckedBead& pair = translation.pairs()[own.front()];
      reporter.add(t, pair, {"unattested"}, {{}, overlap(translation, pair, quote), {}, {}, {}});
    }
  }
}

}  // namespace

Rule quote_rule() {
  return {
      {"quote",
       translatable("a quotation in the translation that the original does not have"),
       translatable("The words of a quotation must be supported by the source beside it; where "
                    "they are not, they are traced in the whole source, as `duizhao trace` does. "
                    "Only statements count: titles and single words in quotation marks do not."),
       {{"support", 0.2,
         translatable("a quotation is looked for elsewhere below this mean support, 0 to 1")},
        {"unquoted", 0.45, translatable("the same where the source beside it quotes nothing")}},
       {{true,
         {"他没有回答这个问题。"},
         {"He did not answer. “We will conquer the whole market next year,” he said."},
         translatable("invented")},
        {false,
         {"他说，我们不着急。"},
         {"“We are in no hurry,” he said."},
         translatable("indirect speech made direct")}},
       {translatable("An invented quotation in the words of the source.")},
       {{"unattested", translatable("the source has no such quotation")}}},
      check};
}

}  // namespace duizhao::check
