#include "duizhao/text/error.hpp"

#include <fmt/format.h>

#include "duizhao/text/messages.hpp"
#include "text/display.hpp"

namespace duizhao {
namespace {

std::string describe(const ErrorPlace& place, const std::string& expectation) {
  std::string text = text::printable(place.file);
  const auto append = [&text](const std::string& part, const char* separator) {
    if (!text.empty()) text += separator;
    text += part;
  };
  if (place.line && place.byte) {
    append(fmt::format(fmt::runtime(translate("line {}, byte {}")), *place.line, *place.byte),
           ": ");
  } else if (place.line) {
    append(fmt::format(fmt::runtime(translate("line {}")), *place.line), ": ");
  } else if (place.byte) {
    append(fmt::format(fmt::runtime(translate("byte {}")), *place.byte), ": ");
  }
  append(expectation, ": ");
  return text;
}

}  // namespace

Error::Error(ErrorCode code, ErrorPlace place, const std::string& expectation)
    : std::runtime_error(describe(place, expectation)), code_(code), place_(std::move(place)) {}

}  // namespace duizhao
