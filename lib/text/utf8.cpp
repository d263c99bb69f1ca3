#include "text/utf8.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>

#include "duizhao/text/messages.hpp"

namespace duizhao::text {
namespace {

const utf8proc_uint8_t* bytes_of(std::string_view text, std::size_t offset) {
  return reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + offset;
}

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// The number of bytes that a lead byte announces; 0 if it is none.
std::size_t announced_size(unsigned char lead) {
  if (lead < 0xC2 || lead > 0xF4) return 0;
  return lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
}

/// The bytes of the sequence at `offset` that are there.
std::size_t present_size(std::string_view bytes, std::size_t offset, std::size_t announced) {
  std::size_t present = 1;
  while (present < announced && offset + present < bytes.size() &&
         is_continuation(bytes[offset + present])) {
    ++present;
  }
  return present;
}

}  // namespace

std::optional<Utf8Fault> find_fault(std::string_view bytes) {
  std::size_t offset = 0;
  while (offset < bytes.size()) {
    const auto lead = static_cast<unsigned char>(bytes[offset]);
    if (lead < 0x80) {
      ++offset;
      continue;
    }
    utf8proc_int32_t code_point = 0;
    const utf8proc_ssize_t left = static_cast<utf8proc_ssize_t>(bytes.size() - offset);
    const utf8proc_ssize_t size = utf8proc_iterate(bytes_of(bytes, offset), left, &code_point);
    if (size <= 0) {
      const std::size_t announced = announced_size(lead);
      const std::size_t present = present_size(bytes, offset, announced);
      return Utf8Fault{offset, present < announced && offset + present == bytes.size()};
    }
    offset += static_cast<std::size_t>(size);
  }
  return std::nullopt;
}

std::string well_formed(std::string_view bytes) {
  std::string text;
  while (const auto fault = find_fault(bytes)) {
    text += bytes.substr(0, fault->byte);
    append(text, 0xFFFD);
    bytes.remove_prefix(fault->byte + 1);
  }
  return text.append(bytes);
}

std::string explain(std::string_view bytes, const Utf8Fault& fault) {
  const auto lead = static_cast<unsigned char>(bytes[fault.byte]);
  const std::size_t announced = announced_size(lead);
  if (announced == 0) {
    return fmt::format(fmt::runtime(translate("expected UTF-8, found byte 0x{:02X}")), lead);
  }
  const std::size_t present = present_size(bytes, fault.byte, announced);
  if (fault.cut_off) {
    return fmt::format(
        fmt::runtime(translate("expected a UTF-8 sequence of {} bytes, found the end "
                               "of the text after {}")),
        announced, present);
  }
  std::string found;
  for (const char byte : bytes.substr(fault.byte, std::min(present + 1, announced))) {
    found += fmt::format("{}{:02X}", found.empty() ? "" : " ", static_cast<unsigned char>(byte));
  }
  return fmt::format(fmt::runtime(translate("expected a UTF-8 sequence of {} bytes, found {}")),
                     announced, found);
}

std::size_t line_at(std::string_view bytes, std::size_t byte) {
  const auto end = bytes.begin() + static_cast<std::ptrdiff_t>(std::min(byte, bytes.size()));
  return 1 + static_cast<std::size_t>(std::count(bytes.begin(), end, '\n'));
}

CodePoint decode_long(std::string_view text, std::size_t offset) {
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
