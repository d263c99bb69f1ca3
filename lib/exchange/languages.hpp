// The languages of units that are read.
#pragma once

#include <string>

#include "duizhao/exchange.hpp"

namespace duizhao::exchange {

/// Fills in languages: those of the options, or what the file says, or else what the first texts
/// look like.
class Languages {
 public:
  explicit Languages(const ReadUnitsOptions& options);

  const std::string& source() const { return source_; }  ///< empty as long as nothing tells
  const std::string& target() const { return target_; }

  /// What the file says, unless the options or an earlier word of the file say something else.
  void learn_source(const std::string& language);
  void learn_target(const std::string& language);

  void fill_in(TranslationUnit& unit);

 private:
  std::string source_;
  std::string target_;
};

}  // namespace duizhao::exchange
