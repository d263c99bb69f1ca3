// Makes sentences of the statements of a collation.
#include <fmt/format.h>

#include <algorithm>

#include "duizhao/report/text.hpp"
#include "duizhao/text/messages.hpp"

namespace duizhao {
namespace {

/// `A, C`
std::string sigla(const std::vector<std::size_t>& witnesses) {
  std::string list;
  for (const std::size_t witness : witnesses) list += (list.empty() ? "" : ", ") + siglum(witness);
  return list;
}

/// `“passengers”, “beneficiary”`
std::string texts(const std::vector<Reading>& readings) {
  std::string list;
  for (const Reading& each : readings) list += (list.empty() ? "“" : ", “") + each.text + "”";
  return list;
}

/// `A “passengers”; B, C “beneficiary”`
std::string readings_by_witness(const std::vector<Reading>& readings) {
  std::string list;
  for (const Reading& each : readings) {
    list += fmt::format("{}{} “{}”", list.empty() ? "" : "; ", sigla(each.witnesses), each.text);
  }
  return list;
}

std::string line_of(const CollationStatement& statement) {
  const std::string readings = readings_by_witness(statement.readings);
  const bool has_original = !statement.original.empty();
  switch (statement.kind) {
    case Agreement::agreement:
      return {};
    case Agreement::difference:
      return has_original ? fmt::format("{}: {}", statement.original, readings) : readings;
    case Agreement::omission: {
      const std::string line = fmt::format(
          fmt::runtime(translate("{} omits {}", "{} omit {}", statement.silent.size())),
          sigla(statement.silent), has_original ? statement.original : texts(statement.readings));
      return has_original ? fmt::format("{} ({})", line, readings) : line;
    }
    case Agreement::addition: {
      std::vector<std::size_t> adding;
      for (const Reading& each : statement.readings) {
        adding.insert(adding.end(), each.witnesses.begin(), each.witnesses.end());
      }
      std::sort(adding.begin(), adding.end());
      return fmt::format(fmt::runtime(translate("{} adds {}", "{} add {}", adding.size())),
                         sigla(adding), texts(statement.readings));
    }
  }
  return {};
}

}  // namespace

std::vector<std::string> summary_of(const Collation& collation) {
  std::vector<std::string> lines;
  for (const CollationStatement& each : collation.statements) lines.push_back(line_of(each));
  return lines;
}

}  // namespace duizhao
