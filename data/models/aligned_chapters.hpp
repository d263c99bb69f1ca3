// Alignments made by hand, and what can be made of them.
#pragma once

#include <filesystem>
#include <string>
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

/// All files of FOLDER/gold with those of the same name in FOLDER/zh and FOLDER/en, by name.
std::vector<Sample> read_samples(const std::filesystem::path& folder);

/// The sample with the faults of real pairs: a fifth of one side is missing in one stretch, either
/// side begins with sentences of `other`, fifty target sentences have moved to the end.
std::vector<Sample> faulty_variants(const Sample& sample, const Sample& other);

}  // namespace training
