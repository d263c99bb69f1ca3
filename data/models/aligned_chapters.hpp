// Alignments that are known, and what can be made of them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "align/span.hpp"

namespace training {

/// A pair of texts, a sentence an entry, and its gold, bead by bead.
struct Sample {
  std::string name;
  std::vector<std::string> source;
  std::vector<std::string> target;
  std::vector<duizhao::align::Span> gold;
};

/// All files of FOLDER/zh with those of the same name in FOLDER/en, by name. Their gold is in
/// FOLDER/gold; without that folder their lines correspond one to one.
std::vector<Sample> read_samples(const std::filesystem::path& folder);

/// What happens to texts on the way to a translation.
enum class Edit {
  none,
  single,   ///< one bead in fourteen misses a side, or one of several sentences
  rare,     ///< one in fifty
  runs,     ///< two to six beads in a row miss a side, here and there
  extra,    ///< single sentences of another text here and there on either side
  merged,   ///< a third of the neighbouring 1:1 beads is one sentence on one side
  stretch,  ///< a fifth of one side is missing
  preface,  ///< one side begins with sentences of another text
  moved,    ///< fifty target sentences have moved to the end
};

/// All edits with their names, in the order above.
inline constexpr std::pair<Edit, const char*> kEdits[] = {
    {Edit::none, "as it is"},   {Edit::single, "single"},   {Edit::rare, "rare"},
    {Edit::runs, "runs"},       {Edit::extra, "extra"},     {Edit::merged, "merged"},
    {Edit::stretch, "stretch"}, {Edit::preface, "preface"}, {Edit::moved, "moved"}};

/// The sample after an edit; `other` gives foreign sentences. The same seed gives the same sample.
Sample edited(const Sample& sample, const Sample& other, Edit edit, std::uint32_t seed);

}  // namespace training
