#include "check/engine/reporter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <stdexcept>
#include <tuple>

#include "check/engine/confidence.hpp"
#include "duizhao/text/messages.hpp"

namespace duizhao::check {
namespace {

/// The bytes of the document behind a range of a side's text.
ByteRange in_document(const SegmentedDocument& document, const Side& side, ByteRange range) {
  const auto seen_in = [&](const Side::Piece& piece, ByteRange seen) {
    return document.in_document(piece.sentence, seen);
  };
  const auto first = bitext::piece_at(side.pieces, range.begin);
  const auto last = bitext::piece_at(side.pieces, range.empty() ? range.begin : range.end - 1);
  const ByteRange begin = seen_in(*first, {range.begin - first->begin, range.end - first->begin});
  if (first == last) return begin;
  return {begin.begin, seen_in(*last, {0, range.end - last->begin}).end};
}

/// FNV-1a, 64 bits: short, and the same on every machine.
class Fingerprint {
 public:
  void add(std::string_view text) {
    for (const char c : text) add(static_cast<unsigned char>(c));
    add(kEnd);
  }
  std::string digits() const { return fmt::format("{:016x}", hash_); }

 private:
  static constexpr unsigned char kEnd = 0xFF;  // never a byte of UTF-8

  void add(unsigned char byte) {
    constexpr std::uint64_t kPrime = 1099511628211U;
    hash_ = (hash_ ^ byte) * kPrime;
  }

  std::uint64_t hash_ = 14695981039346656037U;
};

}  // namespace

std::vector<FindingSign> signs_of(const compare::RenderingDifference& difference) {
  std::vector<FindingSign> signs;
  for (const compare::Sign& sign : difference.signs) {
    signs.push_back({std::string(sign.name), sign.value});
  }
  return signs;
}

Reporter::Reporter(const Context& context, std::vector<Finding>& findings)
    : context_(context), findings_(findings) {}

double Reporter::option(std::string_view name) const {
  const auto set =
      context_.options.settings.find(std::string(rule_->name) + '.' + std::string(name));
  if (set != context_.options.settings.end()) return set->second;
  const auto known = std::ranges::find(rule_->options, name, &RuleOption::name);
  if (known == rule_->options.end()) {
    throw std::logic_error(fmt::format("{} has no option {}", rule_->name, name));
  }
  return known->value;
}

void Reporter::add(std::size_t translation, const CheckedBead& pair, Message message,
                   Details details) {
  const CheckedTranslation& texts = context_.translations[translation];
  if (pair_ != &pair) in_pair_ = 0;
  pair_ = &pair;
  if (in_pair_ == kMostInPair) return;
  Finding finding;
  finding.rule = rule_->name;
  finding.kind = std::move(message.kind);
  finding.signs = std::move(details.signs);
  finding.probability = probability_of(finding.rule, finding.kind, finding.signs);
  if (finding.probability < context_.options.min_confidence) return;
  ++in_pair_;
  finding.severity = severity_of(finding.probability);
  finding.arguments = std::move(message.arguments);
  finding.source = place(texts, &CheckedBead::source, pair, details.source);
  finding.target = place(texts, &CheckedBead::target, pair, details.target);
  finding.suggestion = std::move(details.suggestion);
  finding.translation = translation;
  finding.bead = pair.bead;
  for (const auto& [spot, kind] : details.evidence) {
    const CheckedTranslation& there = context_.translations[spot.translation];
    auto where = place(there, spot.side, there.pairs()[spot.pair], spot.range);
    if (where) finding.evidence.push_back({std::move(*where), kind});
  }
  Fingerprint fingerprint;
  for (const std::string_view text :
       {std::string_view(finding.rule), std::string_view(pair.source.text),
        std::string_view(pair.target.text),
        finding.source ? std::string_view(finding.source->text) : std::string_view(),
        finding.target ? std::string_view(finding.target->text) : std::string_view()}) {
    fingerprint.add(text);
  }
  finding.fingerprint = fingerprint.digits();
  findings_.push_back(std::move(finding));
}

std::optional<FindingPlace> Reporter::place(const CheckedTranslation& translation, SideOf side,
                                            const CheckedBead& pair,
                                            std::optional<ByteRange> range) {
  const Side& there = pair.*side;
  if (there.pieces.empty()) return std::nullopt;
  const SegmentedDocument& segmented = translation.document(side);
  const ByteRange seen = range.value_or(ByteRange{0, there.text.size()});
  const ByteRange bytes = in_document(segmented, there, seen);
  const Document& document = segmented.document();
  return FindingPlace{document.name(), bytes, document.line_of(bytes.begin),
                      std::string(there.at(seen))};
}

FindingPlace place_of(const Context& context, const Spot& spot) {
  const CheckedTranslation& translation = context.translations[spot.translation];
  return *Reporter::place(translation, spot.side, translation.pairs()[spot.pair], spot.range);
}

void Reporter::compare_translations() {
  const std::size_t count = context_.translations.size();
  if (count < 2) return;
  // By translation and sentence of the source: the pair.
  std::vector<std::map<std::size_t, const CheckedBead*>> pairs(count);
  std::set<std::tuple<std::size_t, std::size_t, std::string>> found;  // translation, bead, rule
  for (std::size_t t = 0; t < count; ++t) {
    for (const CheckedBead& pair : context_.translations[t].pairs()) {
      for (const Side::Piece& piece : pair.source.pieces) pairs[t][piece.sentence] = &pair;
    }
  }
  for (const Finding& finding : findings_) {
    found.insert({finding.translation, finding.bead, finding.rule});
  }
  for (Finding& finding : findings_) {
    const CheckedBead& pair = context_.translations[finding.translation].pairs()[finding.bead];
    if (pair.source.pieces.empty()) continue;
    for (std::size_t t = 0; t < count; ++t) {
      const auto other = pairs[t].find(pair.source.pieces.front().sentence);
      if (t == finding.translation || other == pairs[t].end()) continue;
      auto there =
          place(context_.translations[t], &CheckedBead::target, *other->second, std::nullopt);
      if (!there) continue;
      const bool too = found.contains({t, other->second->bead, finding.rule});
      finding.evidence.push_back(
          {std::move(*there), too ? EvidenceKind::same_finding : EvidenceKind::no_finding});
    }
  }
}

void sort(std::vector<Finding>& findings) {
  std::map<std::string_view, std::size_t> ranks;
  for (const RuleDescription& rule : rules()) ranks.emplace(rule.name, ranks.size());
  // Where one side has no place, the bead's neighbours tell where it belongs: beads are in order.
  const auto key = [&](const Finding& finding) {
    const std::size_t source = finding.source ? finding.source->range.begin : 0;
    const std::size_t target = finding.target ? finding.target->range.begin : 0;
    return std::tuple(finding.translation, finding.bead, source, target, ranks.at(finding.rule));
  };
  std::ranges::stable_sort(
      findings, [&](const Finding& left, const Finding& right) { return key(left) < key(right); });
}

}  // namespace duizhao::check
