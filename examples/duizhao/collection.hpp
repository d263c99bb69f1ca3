// Documents that quotes are looked for in.
#pragma once

#include <duizhao/duizhao.hpp>
#include <optional>
#include <string>
#include <vector>

#include "options.hpp"

namespace tool {

/// Texts that are read, cut, indexed and linked where they are translations of each other.
class Collection {
 public:
  Collection(const InputOptions& input, const OutputOptions& output,
             const std::vector<std::string>& paths, std::size_t jobs);

  const duizhao::Tracer& tracer() const { return *tracer_; }
  const std::vector<duizhao::SegmentedDocument>& documents() const { return tracer_->documents(); }

  /// The document with a path as it was given.
  std::optional<std::size_t> find(const std::string& path) const;

 private:
  std::optional<duizhao::Tracer> tracer_;
};

}  // namespace tool
