#include "check/engine/context.hpp"

#include <algorithm>

#include "lexicon/tables.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"
#include "words/tokenizer.hpp"

namespace duizhao::check {
namespace {

Side joined(const SegmentedDocument& document, const std::vector<std::size_t>& sentences) {
  bitext::JoinedText joined = bitext::join(document, sentences);
  return {std::move(joined.text), std::move(joined.pieces), {}};
}

/// The language of the sentences that take part; the document's where none does.
std::string language_of(const Alignment& alignment, bool source) {
  const SegmentedDocument& document = source ? alignment.source() : alignment.target();
  std::map<std::string, std::size_t> sizes;
  for (const Bead& bead : alignment.beads()) {
    for (const std::size_t sentence : source ? bead.source : bead.target) {
      sizes[document.block(sentence).language] += document.sentences()[sentence].range.size();
    }
  }
  const auto most = std::ranges::max_element(
      sizes, [](const auto& left, const auto& right) { return left.second < right.second; });
  return most == sizes.end() || most->second == 0 ? document.document().language() : most->first;
}

std::vector<std::string> texts_of(const std::vector<CheckedBead>& pairs, SideOf side) {
  std::vector<std::string> texts;
  texts.reserve(pairs.size());
  for (const CheckedBead& pair : pairs) texts.push_back((pair.*side).text);
  return texts;
}

}  // namespace

bool Side::blank() const {
  for (std::size_t at = 0; at < text.size();) {
    const auto [code_point, size] = text::decode(text, at);
    if (!text::is_space(code_point)) return false;
    at += size;
  }
  return true;
}

CheckedTranslation::CheckedTranslation(Alignment alignment, const Tools& tools)
    : alignment_(std::move(alignment)),
      source_language_(language_of(alignment_, true)),
      target_language_(language_of(alignment_, false)),
      tools_(tools) {
  const lexicon::Tables* tables = tools.lexicon.tables();
  const std::vector<Bead>& beads = alignment_.beads();
  pairs_.reserve(beads.size());
  for (std::size_t i = 0; i < beads.size(); ++i) {
    pairs_.push_back({joined(alignment_.source(), beads[i].source),
                      joined(alignment_.target(), beads[i].target), i, beads[i].confidence,
                      !beads[i].moved.empty()});
  }
  for (const SideOf side : {&CheckedBead::source, &CheckedBead::target}) {
    const bool is_source = side == &CheckedBead::source;
    if (language(side) == "zh" && chinese_ == nullptr) chinese_ = side;
    if (language(side) == "en" && english_ == nullptr) english_ = side;
    words::Tokenizer tokenizer(language(side), tables);
    struct Place {
      std::size_t pair;
      std::uint32_t word;
      ByteRange range;
    };
    std::vector<Place> places;
    auto& tokens = is_source ? source_tokens_ : target_tokens_;
    tokens =
        std::make_unique<words::Tokens>(texts_of(pairs_, side), tokenizer,
                                        [&](std::size_t pair, std::uint32_t word, ByteRange range) {
                                          places.push_back({pair, word, range});
                                        });
    for (const Place& place : places) {
      if (tokens->is_mark(place.word)) continue;
      (pairs_[place.pair].*side).words.emplace_back(*tokens, place.word, place.range);
    }
    auto& content = is_source ? source_content_ : target_content_;
    for (const std::string& word : tokens->vocabulary()) {
      content.push_back(tools.words.is_content(word));
    }
  }
  links_.resize(pairs_.size());
  found_.resize(pairs_.size());
  if (!bilingual()) return;
  model_ = std::make_unique<words::LexicalModel>(tokens(chinese_), tokens(english_), tables);
  for (const CheckedBead& pair : pairs_) {
    links_[pair.bead] = links_between(pair.*chinese_, pair.*english_);
  }
}

const std::vector<Quantity>& CheckedTranslation::quantities(const CheckedBead& pair,
                                                            SideOf side) const {
  Found& found = found_[pair.bead];
  auto& own = side == &CheckedBead::source ? found.source_quantities : found.target_quantities;
  if (!own) own = tools_.quantities.find((pair.*side).text, language(side));
  return *own;
}

const WordAlignment* CheckedTranslation::words(const CheckedBead& pair) const {
  constexpr double kLeast = 0.02;  // what is hardly linked tells that nothing else is
  auto& words = found_[pair.bead].words;
  if (!words) {
    words.emplace();
    if (bilingual()) {
      *words = tools_.aligner.align_if_short((pair.*chinese_).text, (pair.*english_).text, kLeast);
    }
  }
  return *words ? &**words : nullptr;
}

const std::vector<compare::RenderingDifference>& CheckedTranslation::differences(
    const CheckedBead& pair) const {
  auto& differences = found_[pair.bead].differences;
  if (!differences) {
    differences.emplace();
    if (const WordAlignment* linked = words(pair)) {
      differences =
          tools_.renderings.compare({(pair.*chinese_).text, (pair.*english_).text, *linked, true,
                                     &quantities(pair, chinese_), &quantities(pair, english_)});
    }
  }
  return *differences;
}

std::vector<words::Link> CheckedTranslation::links_between(const Side& chinese,
                                                           const Side& english) const {
  return words::find_links(model_->forward, chinese.words, english.words);
}

void for_each_side(const Context& context,
                   const std::function<void(std::size_t, const CheckedBead&, SideOf)>& look) {
  for (std::size_t t = 0; t < context.translations.size(); ++t) {
    for (const CheckedBead& pair : context.translations[t].pairs()) {
      if (t == 0) look(t, pair, &CheckedBead::source);
      look(t, pair, &CheckedBead::target);
    }
  }
}

}  // namespace duizhao::check
