// Denials that other witnesses lack. That one denies what another states is told only where the
// denied word stands in both, and nothing else in the other one denies.
#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

#include "compare/clauses.hpp"
#include "compare/tellers.hpp"
#include "text/fold.hpp"
#include "words/denials.hpp"

namespace duizhao::compare {
namespace {

using words::WordClass;

class Denials : private Teller {
 public:
  Denials(const Readings& readings, const std::vector<Column>& columns)
      : Teller(readings), columns_(columns) {}

  std::vector<Difference> run() {
    for (std::size_t i = 0; i < count(); ++i) {
      const TokenisedText& text = links().text(i);
      for (std::size_t token = 0; token < text.tokens.size(); ++token) {
        if (denies(i, token)) tell_denial(i, token);
      }
    }
    return std::move(found_);
  }

 private:
  /// Whether a word does nothing but deny: not, 没有, 不得.
  bool denies(std::size_t witness, std::size_t token) const {
    const TokenisedText& text = links().text(witness);
    const std::string& word = text.tokens[token].text;
    return text.classes[token] == WordClass::negation ||
           (links().language() == "zh" && words::denies_in_chinese(word));
  }

  /// The word that a denial bears on: the next one with content in its clause.
  std::optional<std::size_t> denied_by(std::size_t witness, std::size_t denial) const {
    const TokenisedText& text = links().text(witness);
    for (std::size_t token = denial + 1; token < text.tokens.size(); ++token) {
      if (ends_clause(text.tokens[token].text)) break;
      if (words::is_content(text.classes[token])) return token;
    }
    return std::nullopt;
  }

  /// Whether a witness has a denial that is not one of another witness's, and may be the one in
  /// question: not told, and the colleague told.
  bool has_own_denial(std::size_t has, std::size_t other, const PairView& view) const {
    const auto denied_in_both = [&](std::size_t denial) {
      const auto denied = denied_by(other, denial);
      return std::ranges::any_of(view.alignment->links, [&](const WordLink& link) {
        const bool denials = view.other(link) == denial && denies(has, view.own(link));
        return denials ||
               (denied && view.other(link) == *denied && denial_beside(has, view.own(link)));
      });
    };
    for (std::size_t token = 0; token < links().text(other).tokens.size(); ++token) {
      if (denies(other, token) && !denied_in_both(token)) return true;
    }
    return false;
  }

  /// A denial in the clause of a word, the next before it first: what it bears on is not known
  /// (“we don't think that it can win”).
  std::optional<std::size_t> denial_beside(
      std::size_t witness, std::size_t token,
      const std::function<bool(std::size_t)>& is_another = nullptr) const {
    const TokenisedText& text = links().text(witness);
    const auto is_one = [&](std::size_t k) {
      return denies(witness, k) && !(is_another && is_another(k));
    };
    for (std::size_t k = token; k-- > 0 && !ends_clause(text.tokens[k].text);) {
      if (is_one(k)) return k;
    }
    constexpr std::size_t kNear = 3;  // they refused no patient
    for (std::size_t k = token; k < std::min(token + kNear + 1, text.tokens.size()); ++k) {
      if (ends_clause(text.tokens[k].text)) break;
      if (is_one(k)) return k;
    }
    return std::nullopt;
  }

  /// Whether a denial of `other` is surely one of `has` that is not `denial`.
  bool renders_another(std::size_t has, std::size_t denial, std::size_t other,
                       std::size_t token) const {
    constexpr double kSurely = 0.95;
    const auto view = links().view(has, other);
    return view && std::ranges::any_of(view->alignment->links, [&](const WordLink& link) {
             return link.probability >= kSurely && view->other(link) == token &&
                    view->own(link) != denial && denies(has, view->own(link));
           });
  }

  /// Whether a witness has a word that denies in a way of its own: fail, lest, without.
  bool denies_otherwise(std::size_t own, std::size_t other, const PairView& view) const {
    const TokenisedText& text = links().text(other);
    if (links().language() == "zh") {
      const auto hides = [&](std::size_t witness) {
        std::string all;
        for (const WordToken& token : links().text(witness).tokens) all += token.text;
        return words::hides_chinese_denial(all);
      };
      return hides(other) && !hides(own);
    }
    for (std::size_t token = 0; token < text.tokens.size(); ++token) {
      const std::string word = text::fold_case(text.tokens[token].text);
      if (!words::hides_english_denial(word)) continue;
      const bool in_both = std::ranges::any_of(view.alignment->links, [&](const WordLink& link) {
        return view.other(link) == token &&
               text::fold_case(links().text(own).tokens[view.own(link)].text) == word;
      });
      if (!in_both) return true;
    }
    return false;
  }

  /// A word of a witness that says the same as one of another: equal, of one family, a synonym.
  std::optional<std::size_t> same_word(std::size_t own, std::size_t token,
                                       std::size_t other) const {
    const auto view = links().view(own, other);
    if (!view) return std::nullopt;
    for (const WordLink& link : view->alignment->links) {
      if (view->own(link) != token) continue;
      const std::size_t there = view->other(link);
      if (are_same(*view, own, token, other, there)) return there;
    }
    return std::nullopt;
  }

  bool are_same(const PairView& view, std::size_t own, std::size_t token, std::size_t other,
                std::size_t there) const {
    const std::string left = text::fold_case(links().text(own).tokens[token].text);
    const std::string right = text::fold_case(links().text(other).tokens[there].text);
    if (left == right) return true;
    // A unit with a denial in it says nothing of its other words: won, not win.
    constexpr double kSurely = 0.95;
    const bool linked = std::ranges::any_of(view.alignment->links, [&](const WordLink& link) {
      return link.probability >= kSurely && view.own(link) == token && view.other(link) == there;
    });
    if (linked) return true;
    return std::ranges::any_of(view.alignment->differences, [&](const WordDifference& difference) {
      const bool same = difference.kind == DifferenceKind::inflection ||
                        difference.kind == DifferenceKind::synonym;
      return same && std::ranges::binary_search(view.own(difference), token) &&
             std::ranges::binary_search(view.other(difference), there);
    });
  }

  /// The first token of the word that a token ends: ca of can't.
  std::size_t whole_word(std::size_t witness, std::size_t token) const {
    const auto& tokens = links().text(witness).tokens;
    while (token > 0 && links().language() != "zh" &&
           tokens[token - 1].range.end == tokens[token].range.begin) {
      --token;
    }
    return token;
  }

  void tell_denial(std::size_t has, std::size_t denial) {
    const auto denied = denied_by(has, denial);
    if (!denied) return;
    Difference difference{VariationKind::negation, 0, {}, {}};
    for (std::size_t w = 0; w < count(); ++w) {
      const auto word = w == has ? denied : counterpart(has, *denied, w);
      if (!word) {
        difference.readings.push_back({w, {}, {}, 0});
        continue;
      }
      const auto beside =
          w == has ? std::optional(denial) : denial_beside(w, *word, [&](std::size_t token) {
            return renders_another(has, denial, w, token);
          });
      const auto [first, last] = std::minmax({beside ? whole_word(w, *beside) : *word, *word});
      difference.readings.push_back(readings_.stretch(w, first, last));
      difference.readings.back().group = beside ? 0 : 1;
      if (!beside) {
        const double likely = likely_unlike(has, denial, *denied, w, *word);
        difference.probability = std::max(difference.probability, likely);
      }
    }
    const bool known = std::ranges::any_of(found_, [&](const Difference& other) {
      const auto& range = other.readings[has].range;
      return range && range->overlaps(*difference.readings[has].range);
    });
    if (difference.probability > 0 && !known) found_.push_back(std::move(difference));
  }

  /// Whether a word denies in itself: inevitable, that is: it cannot be avoided.
  bool denies_by_prefix(std::size_t witness, std::size_t token) const {
    return links().language() == "en" &&
           words::denying_prefix(text::fold_case(links().text(witness).tokens[token].text)) > 0;
  }

  /// How likely a witness states what another one denies: as surely as the word is the same, unless
  /// it denies it in words of its own.
  double likely_unlike(std::size_t has, std::size_t denial, std::size_t denied, std::size_t other,
                       std::size_t word) const {
    const auto view = links().view(has, other);
    if (!view || !are_same(*view, has, denied, other, word) ||
        denies_otherwise(has, other, *view) || has_own_denial(has, other, *view) ||
        denies_by_prefix(other, word) != denies_by_prefix(has, denied)) {
      return 0;
    }
    double likely = 0;
    for (const WordLink& link : view->alignment->links) {
      if (view->own(link) == denied && view->other(link) == word) likely = link.probability;
      const bool shared = view->own(link) == denial &&
                          links().text(other).classes[view->other(link)] == WordClass::negation;
      if (shared) return 0;
    }
    return likely;
  }

  /// What stands for a word in another witness.
  std::optional<std::size_t> counterpart(std::size_t has, std::size_t token,
                                         std::size_t other) const {
    if (const auto same = same_word(has, token, other)) return same;
    for (const Column& column : columns_) {
      if (!std::ranges::binary_search(column.cells[has], token)) continue;
      for (const std::size_t there : column.cells[other]) {
        if (words::is_content(links().text(other).classes[there])) return there;
      }
    }
    return std::nullopt;
  }

  const std::vector<Column>& columns_;
};

}  // namespace

std::vector<Difference> denials_of(const Readings& readings, const std::vector<Column>& columns) {
  return Denials(readings, columns).run();
}

}  // namespace duizhao::compare
