#include "align/participants.hpp"

#include <fmt/format.h>

#include <map>
#include <ranges>
#include <utility>

#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"
#include "text/scripts.hpp"

namespace duizhao::align {
namespace {

/// A document is bilingual if its second language has more than one block and this share of its
/// bytes.
constexpr std::size_t kStrayShare = 20;  // a twentieth

/// Bytes and blocks of each language of a document.
struct LanguageShare {
  std::size_t bytes = 0;
  std::size_t blocks = 0;
};

std::map<std::string, LanguageShare> languages_of(const Document& document) {
  std::map<std::string, LanguageShare> shares;
  for (const Block& block : document.blocks()) {
    LanguageShare& share = shares[block.language];
    share.bytes += block.range.size();
    ++share.blocks;
  }
  return shares;
}

std::size_t bytes_of(const std::map<std::string, LanguageShare>& shares) {
  std::size_t bytes = 0;
  for (const auto& [name, share] : shares) bytes += share.bytes;
  return bytes;
}

bool is_text_of_its_own(const LanguageShare& share, std::size_t all_bytes) {
  return share.blocks > 1 && share.bytes * kStrayShare > all_bytes;
}

/// The sentences of a document that take part.
std::vector<std::size_t> select(const SegmentedDocument& segmented, const std::string& language) {
  const Document& document = segmented.document();
  const auto shares = languages_of(document);
  const std::size_t all_bytes = bytes_of(shares);
  const auto takes_part = [&](const std::string& own) {
    if (own == language) return true;
    return language == document.language() && !is_text_of_its_own(shares.at(own), all_bytes);
  };
  std::vector<std::size_t> selected;
  for (std::size_t i = 0; i < segmented.size(); ++i) {
    if (takes_part(segmented.block(i).language)) selected.push_back(i);
  }
  if (selected.empty() && segmented.size() > 0) {
    throw Error(
        ErrorCode::content, {document.name(), {}, {}},
        fmt::format(fmt::runtime(translate("expected text in the language \"{}\", found only "
                                           "\"{}\"")),
                    language, fmt::join(std::views::keys(shares), "\", \"")));
  }
  return selected;
}

/// The languages of both sides, "auto" resolved.
std::pair<std::string, std::string> resolve_languages(const Document& source,
                                                      const Document& target,
                                                      const AlignOptions& options) {
  const bool source_named = options.source_language != "auto";
  const bool target_named = options.target_language != "auto";
  std::string source_language =
      source_named ? text::primary_language(options.source_language) : source.language();
  std::string target_language =
      target_named ? text::primary_language(options.target_language) : target.language();
  const bool one_text = source.bytes() == target.bytes();
  if (one_text && source_language == target_language && !(source_named && target_named)) {
    // A text that holds both: its Chinese is the original.
    const auto shares = languages_of(source);
    const std::size_t all_bytes = bytes_of(shares);
    for (const auto& [name, share] : shares) {
      if (name == source_language || !is_text_of_its_own(share, all_bytes)) continue;
      const bool is_source = !source_named && (name == "zh" || target_named);
      (is_source ? source_language : target_language) = name;
      break;
    }
  }
  return {source_language, target_language};
}

}  // namespace

Participants find_participants(const SegmentedDocument& source, const SegmentedDocument& target,
                               const AlignOptions& options) {
  auto [source_language, target_language] =
      resolve_languages(source.document(), target.document(), options);
  return {source_language, target_language, select(source, source_language),
          select(target, target_language)};
}

}  // namespace duizhao::align
