// How pages call documents.
#pragma once

#include <string>
#include <vector>

namespace duizhao::report {

/// The names of the documents of a page. They are shown without the folder that all lie in.
class Names {
 public:
  /// Each counts once, in the order in which they come first.
  explicit Names(std::vector<std::string> names);

  /// HTML for one of them, isolated from the text around it, with the whole name as a title.
  std::string shown(const std::string& name) const;

  /// All of them as text: `zh.txt | en.txt`.
  std::string list() const;

 private:
  std::string shortened(const std::string& name) const;

  std::vector<std::string> names_;
  std::size_t folder_ = 0;  // bytes that they have in common, up to a slash
};

}  // namespace duizhao::report
