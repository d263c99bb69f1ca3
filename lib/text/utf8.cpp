#include "text/utf8.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>

#include "duizhao/messages.hpp"

namespace duizhao::text {
namespace {

const utf8proc_uint8_t* bytes_of(std::string_view text, std::size_t offset) {
  return reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + offset;
}

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

std::string explain(std::string_view bytes, std::size_t offset) {
  const auto lead = static_cast<unsigned char>(bytes[offset]);
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4) {
    return fmt::format(fmt::runtime(translate("expected UTF-8, found byte 0x{:02X}")), lead);
  }
  std::size_t present = 1;
  while (present < length && offset + present < bytes.size() &&
         is_continuation(bytes[offset + present])) {
    ++present;
  }
  if (offset + present == bytes.size() && present < length) {
    return fmt::format(
        fmt::runtime(translate("expected a UTF-8 sequence of {} bytes, found the end of the text "
                               "after {}")),
        length, present);
  }
  std::string found;
  for (const char byte : bytes.substr(offset, std::min(present + 1, length))) {
    found += fmt::format(" {:02X}", static_cast<unsigned char>(byte));
  }
  return fmt::format(fmt::runtime(translate("expected a UTF-8 sequence of {} bytes, found{}")),
                     length, found);
}

}  // namespace

std::optional<Utf8Fault> find_fault(std::string_view bytes) {
  std::size_t offset = 0;
  while (offset < bytes.size()) {
    if (static_cast<unsigned char>(bytes[offset]) < 0x80) {
      ++offset;
      continue;
    }
    utf8proc_int32_t code_point = 0;
    const utf8proc_ssize_t left = static_cast<utf8proc_ssize_t>(bytes.size() - offset);
    const utf8proc_ssize_t size = utf8proc_iterate(bytes_of(bytes, offset), left, &code_point);
    if (size <= 0) return Utf8Fault{offset, explain(bytes, offset)};
    offset += static_cast<std::size_t>(size);
  }
  return std::nullopt;
}

CodePoint decode(std::string_view text, std::size_t offset) {
  const auto lead = static_cast<unsigned char>(text[offset]);
  if (lead < 0x80) return {lead, 1};
  utf8proc_int32_t code_point = 0;
  const utf8proc_ssize_t size = utf8proc_iterate(
      bytes_of(text, offset), static_cast<utf8proc_ssize_t>(text.size() - offset), &code_point);
  return {static_cast<char32_t>(code_point), static_cast<std::size_t>(std::max<long>(size, 1))};
}

CodePoint decode_before(std::string_view text, std::size_t offset) {
  std::size_t begin = offset - 1;
  while (begin > 0 && is_continuation(text[begin])) --begin;
  return decode(text, begin);
}

void append(std::string& text, char32_t code_point) {
  utf8proc_uint8_t buffer[4];
  const utf8proc_ssize_t size =
      utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), buffer);
  text.append(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(size));
}

}  // namespace duizhao::text
