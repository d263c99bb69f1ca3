// Documents that quotes are looked for in.
#pragma once

#include <duizhao/duizhao.hpp>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "options.hpp"

namespace tool {

/// Texts that are read, cut, indexed and linked where they are translations of each other.
class Collection {
 public:
  /// A path is a text, or, with the suffix .json, the manifest of a corpus, which stands for its
  /// texts. `same_language`: texts in one language are linked, too, if they are translations of one
  /// original.
  Collection(const InputOptions& input, const OutputOptions& output,
             const std::vector<std::string>& paths, std::size_t jobs, bool same_language = false);

  /// The same, kept in an index file: what it holds is taken from there, the rest is added to it,
  /// and it is made if there is none.
  Collection(const InputOptions& input, const OutputOptions& output,
             const std::vector<std::string>& paths, std::size_t jobs,
             const std::filesystem::path& index);

  const duizhao::Tracer& tracer() const { return *tracer_; }

  /// The document with a path as it was given; nothing for a manifest.
  std::optional<std::size_t> find(const std::string& path) const;

  /// The documents that a manifest says are originals.
  const std::vector<std::size_t>& originals() const { return originals_; }

 private:
  std::vector<std::size_t> originals_;
  std::optional<duizhao::Tracer> tracer_;
};

}  // namespace tool
