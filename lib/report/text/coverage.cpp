#include "report/text/coverage.hpp"

#include <fmt/format.h>

#include "duizhao/text/messages.hpp"

namespace duizhao::report {
namespace {

std::string counted(LeftOutKind kind, std::size_t count) {
  const auto text = [&]() -> std::string {
    switch (kind) {
      case LeftOutKind::other_language:
        return translate("{} sentence in another language", "{} sentences in another language",
                         count);
      case LeftOutKind::unaligned:
        return translate("{} sentence in no bead", "{} sentences in no bead", count);
      case LeftOutKind::code:
        return translate("{} block of code", "{} blocks of code", count);
      case LeftOutKind::formula:
        return translate("{} formula", "{} formulas", count);
      case LeftOutKind::matter:
        return translate("{} piece that is no text", "{} pieces that are no text", count);
    }
    return {};
  };
  return fmt::format(fmt::runtime(text()), format_number(count));
}

}  // namespace

std::string left_out(const LeftOutCounts& counts) {
  std::string list;
  for (const auto& [kind, count] : counts) {
    if (count > 0) list += (list.empty() ? "" : ", ") + counted(kind, count);
  }
  return list;
}

std::string covered(const Coverage& coverage) {
  std::string line = fmt::format(
      fmt::runtime(translate("{} sentence in beads", "{} sentences in beads", coverage.linked)),
      format_number(coverage.linked));
  if (coverage.null > 0) {
    line +=
        fmt::format(fmt::runtime(translate(", {} in null beads")), format_number(coverage.null));
  }
  LeftOutCounts counts;
  for (const LeftOut& part : coverage.left_out) ++counts[part.kind];
  const std::string rest = left_out(counts);
  if (!rest.empty()) line += fmt::format(fmt::runtime(translate(", left out: {}")), rest);
  return line;
}

}  // namespace duizhao::report
