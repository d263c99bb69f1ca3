#include "align/features.hpp"

#include <algorithm>
#include <cmath>

#include "align/bead_types.hpp"
#include "align/places.hpp"
#include "bitext/length_model.hpp"

namespace duizhao::align {
namespace {

constexpr double kLeastLogPrior = -7.5;
constexpr double kMostContrast = 12;  // nats
constexpr double kLeastQuotationShare = 0.02;

double clip(double value) { return std::clamp(value, -kMostContrast, kMostContrast); }

std::vector<double> cumulative_clauses(const std::vector<Surface>& surfaces) {
  std::vector<double> clauses{0};
  for (const Surface& surface : surfaces) {
    clauses.push_back(clauses.back() + static_cast<double>(surface.clauses));
  }
  return clauses;
}

bool has_quotations(const std::vector<Surface>& surfaces) {
  const auto inside = std::count_if(surfaces.begin(), surfaces.end(), [](const Surface& surface) {
    return surface.inside_quotation;
  });
  return static_cast<double>(inside) > kLeastQuotationShare * static_cast<double>(surfaces.size());
}

bool is_inside(const std::vector<Surface>& surfaces, std::size_t end) {
  return end > 0 && surfaces[end - 1].inside_quotation;
}

/// The words of each sentence that some word of the other side explains, marks left out.
std::vector<double> known_words(const words::Tokens& explained, const words::Direction& direction) {
  std::vector<double> counts;
  for (std::size_t i = 0; i < explained.sentence_count(); ++i) {
    const auto words = explained.sentence(i);
    counts.push_back(
        static_cast<double>(std::count_if(words.begin(), words.end(), [&](std::uint32_t word) {
          return direction.explains[word] && !explained.is_mark(word);
        })));
  }
  return counts;
}

/// How far `support` (nats) falls short of what a sentence of so many known words has where its
/// counterpart is: 0 to kMostShortfall, less for short sentences, which tell little.
double shortfall(double support, double known) {
  constexpr double kUsual = 0.5;   // nats for each word
  constexpr double kHalfSure = 4;  // words
  constexpr double kMostShortfall = 1.5;
  return known / (known + kHalfSure) *
         std::clamp(1 - support / (kUsual * (known + 1)), 0.0, kMostShortfall);
}

}  // namespace

Features::Features(const Text& source, const Text& target, const words::LexicalModel& model,
                   const Evidence& evidence, const Graph& graph, const Proportions& proportions,
                   const Habits& habits)
    : source_(source),
      target_(target),
      evidence_(evidence),
      graph_(graph),
      bleeding_(find_bleeding(source.tokens, target.tokens, model, graph.nodes())),
      openings_(end_matches(source.tokens, target.tokens, model, graph.nodes(), End::openings)),
      closings_(end_matches(source.tokens, target.tokens, model, graph.nodes(), End::closings)),
      source_clauses_(cumulative_clauses(source.surfaces)),
      target_clauses_(cumulative_clauses(target.surfaces)),
      source_known_(known_words(source.tokens, model.backward)),
      target_known_(known_words(target.tokens, model.forward)),
      habits_(habits),
      has_quotations_(has_quotations(source.surfaces) && has_quotations(target.surfaces)) {
  const double ratio = proportions.of(source_clauses_, target_clauses_);
  for (double& clauses : source_clauses_) clauses *= ratio;
}

double Features::clause_deviation(const Span& span) const {
  const double found = target_clauses_[span.target_end()] - target_clauses_[span.target_begin];
  const double expected = source_clauses_[span.source_end()] - source_clauses_[span.source_begin];
  return std::log((found + 1) / (expected + 1));
}

double Features::target_contrast(const Span& span) const {
  if (span.target_count < 2) return 0;
  double contrast = 0;
  const std::size_t last = span.target_end() - 1;
  if (span.source_end() < source_.tokens.sentence_count()) {
    contrast += clip(evidence_.forward(span.source_end(), 1, last) -
                     evidence_.forward(span.source_begin, span.source_count, last));
  }
  if (span.source_begin > 0) {
    contrast += clip(evidence_.forward(span.source_begin - 1, 1, span.target_begin) -
                     evidence_.forward(span.source_begin, span.source_count, span.target_begin));
  }
  return contrast;
}

double Features::source_gain(const Span& span) const {
  if (span.source_count < 2) return 0;
  const double whole = evidence_.forward(span);
  const Span without_last{span.source_begin, span.source_count - 1, span.target_begin,
                          span.target_count};
  const Span without_first{span.source_begin + 1, span.source_count - 1, span.target_begin,
                           span.target_count};
  return clip(whole - evidence_.forward(without_last)) +
         clip(whole - evidence_.forward(without_first));
}

double Features::split_gain(const Span& span) const {
  if (span.source_count < 2 || span.target_count < 2) return 0;
  const auto score = [this](const Span& part) {
    const double deviation = evidence_.length_deviation(part) / bitext::length_model().deviation;
    return evidence_.forward(part) + evidence_.backward(part) - 0.5 * deviation * deviation;
  };
  const double whole = score(span);
  double best = 0;
  for (std::size_t a = 1; a < span.source_count; ++a) {
    for (std::size_t b = 1; b < span.target_count; ++b) {
      const Span first{span.source_begin, a, span.target_begin, b};
      const Span second{span.source_begin + a, span.source_count - a, span.target_begin + b,
                        span.target_count - b};
      best = std::max(best, score(first) + score(second) - whole);
    }
  }
  return std::min(best, kMostContrast);
}

void Features::measure_text(const Span& span, FeatureVector& values) const {
  const double deviation = evidence_.length_deviation(span) / habits_.length_deviation;
  const double found = evidence_.length(span);
  const double expected = evidence_.expected_length(span);
  const double clauses_off = clause_deviation(span);
  values[lexical] = evidence_.forward(span) + evidence_.backward(span);
  values[length_square] = deviation * deviation;
  values[length_robust] = std::log1p(deviation * deviation);
  values[length_share] = std::abs(found - expected) / std::sqrt(found + expected + 10);
  values[one_target] = span.target_count == 1;
  values[clauses] = std::log1p(clauses_off * clauses_off / .15);
  values[contrast] = target_contrast(span);
  values[gain] = source_gain(span);
  values[split] = split_gain(span);
}

void Features::measure_marks(const Span& span, FeatureVector& values) const {
  const Surface& first_source = source_.surfaces[span.source_begin];
  const Surface& first_target = target_.surfaces[span.target_begin];
  const Surface& last_source = source_.surfaces[span.source_end() - 1];
  const Surface& last_target = target_.surfaces[span.target_end() - 1];
  values[question] = last_source.asks && last_target.asks;
  if (!has_quotations_) return;
  values[quotation] = (first_source.opens_quotation && first_target.opens_quotation) +
                      (last_source.closes_quotation && last_target.closes_quotation);
  values[utterances] = utterance_difference(span);
}

void Features::measure_support(const Span& span, FeatureVector& values) const {
  // `own(k)` is the lexical sum of sentence k of a side, `lost_without(k)` what that of the other
  // side loses if the bead is without it.
  const auto measure = [&](std::size_t begin, std::size_t count, const std::vector<double>& known,
                           const auto& own, const auto& lost_without) {
    const std::size_t last = begin + count - 1;
    for (std::size_t k = begin; k <= last; ++k) values[unsupported] += shortfall(own(k), known[k]);
    if (count == 1) return;
    values[idle] += shortfall(lost_without(begin), known[begin]);
    values[idle] += shortfall(lost_without(last), known[last]);
  };
  measure(
      span.source_begin, span.source_count, source_known_,
      [&](std::size_t i) { return evidence_.backward(span.target_begin, span.target_count, i); },
      [&](std::size_t i) {
        const Span rest{span.source_begin + (i == span.source_begin), span.source_count - 1,
                        span.target_begin, span.target_count};
        return evidence_.forward(span) - evidence_.forward(rest);
      });
  measure(
      span.target_begin, span.target_count, target_known_,
      [&](std::size_t j) { return evidence_.forward(span.source_begin, span.source_count, j); },
      [&](std::size_t j) {
        const Span rest{span.source_begin, span.source_count,
                        span.target_begin + (j == span.target_begin), span.target_count - 1};
        return evidence_.backward(span) - evidence_.backward(rest);
      });
}

double Features::utterance_difference(const Span& span) const {
  constexpr double kMost = 2;
  double difference = 0;
  for (std::size_t i = span.source_begin; i < span.source_end(); ++i) {
    difference -= static_cast<double>(source_.surfaces[i].utterances);
  }
  for (std::size_t j = span.target_begin; j < span.target_end(); ++j) {
    difference += static_cast<double>(target_.surfaces[j].utterances);
  }
  return std::min(kMost, std::abs(difference));
}

FeatureVector Features::operator()(std::size_t edge) const {
  const Span& span = graph_.spans()[edge];
  const auto& [from, to, null] = graph_.edges()[edge];
  FeatureVector values{};
  values[prior] =
      std::max(kLeastLogPrior, habits_.log_priors[bead_type(span.source_count, span.target_count)]);
  values[bleeding] = bleeding_[to];
  values[open_quotation] = has_quotations_ && is_inside(source_.surfaces, span.source_end()) !=
                                                  is_inside(target_.surfaces, span.target_end());
  if (null) return values;
  measure_support(span, values);
  measure_text(span, values);
  measure_marks(span, values);
  values[ends] = openings_[from] + closings_[to];
  return values;
}

}  // namespace duizhao::align
