#include "align/participants.hpp"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <set>
#include <utility>

#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"
#include "text/scripts.hpp"

namespace duizhao::align {
namespace {

/// A second language is a text of its own with more than one block and this share of the bytes.
constexpr std::size_t kStrayShare = 20;  // a twentieth

/// A text may be the translation of one that is at most so many times as long, in bytes.
constexpr std::size_t kMostTimes = 3;

/// Bytes and blocks of each language of a document's prose.
struct LanguageShare {
  std::size_t bytes = 0;
  std::size_t blocks = 0;
};

using LanguageShares = std::map<std::string, LanguageShare>;

LanguageShares languages_of(const Document& document) {
  LanguageShares shares;
  for (const Block& block : document.blocks()) {
    if (block.kind == BlockKind::code || block.kind == BlockKind::formula) continue;
    LanguageShare& share = shares[block.language];
    share.bytes += block.range.size();
    ++share.blocks;
  }
  return shares;
}

std::size_t bytes_of(const LanguageShares& shares) {
  std::size_t bytes = 0;
  for (const auto& [name, share] : shares) bytes += share.bytes;
  return bytes;
}

bool is_text_of_its_own(const LanguageShare& share, std::size_t all_bytes) {
  return share.blocks > 1 && share.bytes * kStrayShare > all_bytes;
}

bool about_as_long(std::size_t left, std::size_t right) {
  return left <= kMostTimes * right && right <= kMostTimes * left;
}

std::vector<std::size_t> sentences_in(const SegmentedDocument& segmented,
                                      const std::set<std::string>& languages) {
  std::vector<std::size_t> sentences;
  for (std::size_t i = 0; i < segmented.size(); ++i) {
    if (languages.contains(segmented.block(i).language)) sentences.push_back(i);
  }
  return sentences;
}

Participants languages_within(const SegmentedDocument& segmented, const std::string& source,
                              const std::string& target) {
  return {source, target, sentences_in(segmented, {source}), sentences_in(segmented, {target})};
}

/// The sentences of a document that take part in an alignment of its text in `language`; `other` is
/// the language of the other side if that is the same text.
std::vector<std::size_t> select(const SegmentedDocument& segmented, const std::string& language,
                                const std::optional<std::string>& other,
                                const TranslatesItself& translates_itself) {
  const Document& document = segmented.document();
  const LanguageShares shares = languages_of(document);
  std::set<std::string> taking_part{language};
  for (const auto& [name, share] : shares) {
    // Who asks for another language than the document's main one gets that alone.
    if (name == language || name == other || language != document.language()) continue;
    const auto own = shares.find(language);
    if (own != shares.end() && is_text_of_its_own(share, bytes_of(shares)) &&
        about_as_long(own->second.bytes, share.bytes) &&
        translates_itself(segmented, languages_within(segmented, language, name))) {
      continue;
    }
    taking_part.insert(name);
  }
  std::vector<std::size_t> selected = sentences_in(segmented, taking_part);
  if (selected.empty() && segmented.size() > 0) {
    std::vector<std::string> found;
    for (const auto& [name, share] : shares) found.push_back(name);
    throw Error(
        ErrorCode::content, {document.name(), {}, {}},
        fmt::format(fmt::runtime(translate("expected text in the language \"{}\", found only "
                                           "\"{}\"")),
                    language, fmt::join(found, "\", \"")));
  }
  return selected;
}

/// The languages of both sides, "auto" resolved.
std::pair<std::string, std::string> resolve_languages(const SegmentedDocument& segmented,
                                                      const Document& target,
                                                      const AlignOptions& options,
                                                      const TranslatesItself& translates_itself) {
  const Document& source = segmented.document();
  const bool source_named = options.source_language != "auto";
  const bool target_named = options.target_language != "auto";
  std::string source_language =
      source_named ? text::primary_language(options.source_language) : source.language();
  std::string target_language =
      target_named ? text::primary_language(options.target_language) : target.language();
  const bool one_text = source.bytes() == target.bytes();
  if (one_text && source_language == target_language && !(source_named && target_named)) {
    // A text that holds both: its Chinese is the original.
    const LanguageShares shares = languages_of(source);
    for (const auto& [name, share] : shares) {
      if (name == source_language || !is_text_of_its_own(share, bytes_of(shares))) continue;
      const Participants both = languages_within(segmented, source_language, name);
      if (!translates_itself(segmented, both)) continue;
      const bool is_source = !source_named && (name == "zh" || target_named);
      (is_source ? source_language : target_language) = name;
      break;
    }
  }
  return {source_language, target_language};
}

}  // namespace

Participants find_participants(const SegmentedDocument& source, const SegmentedDocument& target,
                               const AlignOptions& options,
                               const TranslatesItself& translates_itself) {
  const auto [source_language, target_language] =
      resolve_languages(source, target.document(), options, translates_itself);
  const bool one_text = source.document().bytes() == target.document().bytes();
  const auto other = [&](const std::string& language) {
    return one_text ? std::optional(language) : std::nullopt;
  };
  return {source_language, target_language,
          select(source, source_language, other(target_language), translates_itself),
          select(target, target_language, other(source_language), translates_itself)};
}

}  // namespace duizhao::align
