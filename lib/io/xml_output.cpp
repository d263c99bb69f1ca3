#include "io/xml_output.hpp"

#include <fmt/format.h>

#include "duizhao/text/messages.hpp"
#include "text/xml_text.hpp"

namespace duizhao::io {

std::string xml_text(std::string_view text, const ErrorPlace& place) {
  if (const auto forbidden = text::find_forbidden_in_xml(text)) {
    throw Error(ErrorCode::content, place,
                fmt::format(fmt::runtime(translate("expected characters that XML allows, found "
                                                   "U+{:04X} in the text")),
                            static_cast<std::uint32_t>(*forbidden)));
  }
  return text::escaped_for_xml(text);
}

std::string xml_name(std::string_view text) {
  return text::escaped_for_xml(text::allowed_in_xml(text));
}

}  // namespace duizhao::io
