#include "text/encoding.hpp"

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include <algorithm>
#include <boost/locale/encoding.hpp>
#include <memory>

#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"
#include "text/detect_encoding.hpp"
#include "text/utf8.hpp"

namespace duizhao::text {
namespace {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter open_converter(const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(encoding.c_str(), &status), &ucnv_close);
  if (U_FAILURE(status)) converter.reset();
  return converter;
}

/// ICU's own name for an encoding, so that names can be compared.
std::string canonical_name(const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter = open_converter(encoding);
  const char* name = converter ? ucnv_getName(converter.get(), &status) : nullptr;
  return name != nullptr && U_SUCCESS(status) ? name : encoding;
}

std::string no_such_encoding(const std::string& encoding) {
  return fmt::format(fmt::runtime(translate("expected the name of an encoding, found \"{}\"")),
                     encoding);
}

[[noreturn]] void fail(std::string_view bytes, std::size_t byte, const std::string& expectation,
                       const std::string& name) {
  throw Error(ErrorCode::decoding, {name, line_at(bytes, byte), byte}, expectation);
}

/// Code points that ICU's tables of East Asian encodings give to bytes without a character.
bool stands_for_nothing(char16_t unit) { return unit >= 0xF8F0 && unit <= 0xF8FF; }

/// Where `bytes` cease to be text in an encoding. Boost.Locale only says that they do.
std::size_t fault_offset(std::string_view bytes, const std::string& encoding) {
  const Converter converter = open_converter(encoding);
  UErrorCode status = U_ZERO_ERROR;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  const char* source = bytes.data();
  const char* const source_end = source + bytes.size();
  constexpr std::size_t kUnits = 4096;
  char16_t units[kUnits];
  int32_t offsets[kUnits];  // of each unit's bytes, from where the call began
  do {
    status = U_ZERO_ERROR;
    const auto begin = static_cast<std::size_t>(source - bytes.data());
    char16_t* target = units;
    ucnv_toUnicode(converter.get(), &target, units + kUnits, &source, source_end, offsets, true,
                   &status);
    const char16_t* const nothing = std::find_if(units, target, stands_for_nothing);
    if (nothing != target) return begin + static_cast<std::size_t>(offsets[nothing - units]);
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  char invalid[16];
  int8_t length = sizeof(invalid);
  UErrorCode ignored = U_ZERO_ERROR;
  ucnv_getInvalidChars(converter.get(), invalid, &length, &ignored);
  const auto consumed = static_cast<std::size_t>(source - bytes.data());
  return consumed - std::min(consumed, static_cast<std::size_t>(std::max<int8_t>(length, 0)));
}

[[noreturn]] void fail_conversion(std::string_view bytes, const std::string& encoding,
                                  const std::string& name) {
  const std::size_t byte = fault_offset(bytes, encoding);
  std::string found;
  for (const char each : bytes.substr(byte, 4)) {
    found += fmt::format("{}{:02X}", found.empty() ? "" : " ", static_cast<unsigned char>(each));
  }
  fail(bytes, byte,
       fmt::format(fmt::runtime(translate("expected {}, found {}")), encoding,
                   found.empty() ? translate("the end of the text") : found),
       name);
}

std::string convert(std::string_view bytes, const std::string& encoding, const std::string& name) {
  try {
    std::string utf8 = boost::locale::conv::to_utf<char>(bytes.data(), bytes.data() + bytes.size(),
                                                         encoding, boost::locale::conv::stop);
    for (std::size_t at = utf8.find("\xEF\xA3"); at != std::string::npos;
         at = utf8.find("\xEF\xA3", at + 1)) {
      const bool nothing = stands_for_nothing(static_cast<char16_t>(decode(utf8, at).value));
      if (nothing && encoding.find("UTF") == std::string::npos) {
        fail_conversion(bytes, encoding, name);
      }
    }
    return utf8;
  } catch (const boost::locale::conv::conversion_error&) {
    fail_conversion(bytes, encoding, name);
  } catch (const boost::locale::conv::invalid_charset_error&) {
    throw Error(ErrorCode::content, {name, {}, {}}, no_such_encoding(encoding));
  }
}

/// The byte order that a mark gives to plain "UTF-16" or "UTF-32"; big-endian without one.
std::string with_byte_order(const std::string& encoding, const ByteOrderMark& mark) {
  const bool unordered = encoding == "UTF-16" || encoding == "UTF-32";
  if (!unordered) return encoding;
  return mark.encoding.starts_with(encoding) ? mark.encoding : encoding + "BE";
}

[[noreturn]] void fail_contradiction(std::string_view bytes, const std::string& expected,
                                     const std::string& found, const std::string& name) {
  fail(bytes, 0, fmt::format(fmt::runtime(translate("expected {}, found {}")), expected, found),
       name);
}

/// Whether bytes that are said to be in another encoding are UTF-8 beyond doubt.
bool is_plainly_utf8(std::string_view bytes) {
  constexpr std::size_t kTelling = 3;  // sequences of several bytes; fewer may be chance
  const Utf8Count utf8 = count_utf8(bytes);
  return utf8.faults == 0 && utf8.well_formed >= kTelling;
}

std::string checked_utf8(std::string bytes, const std::string& name) {
  if (const auto fault = find_fault(bytes)) fail(bytes, fault->byte, explain(bytes, *fault), name);
  return bytes;
}

}  // namespace

std::optional<std::string> from_utf8(std::string_view utf8, const std::string& encoding) {
  try {
    return boost::locale::conv::from_utf<char>(utf8.data(), utf8.data() + utf8.size(), encoding,
                                               boost::locale::conv::stop);
  } catch (const boost::locale::conv::conversion_error&) {
    return std::nullopt;
  }
}

bool knows_encoding(const std::string& encoding) {
  return encoding == "auto" || open_converter(encoding) != nullptr;
}

std::string to_utf8(std::string bytes, const std::string& encoding, const std::string& name) {
  const ByteOrderMark mark = byte_order_mark(bytes);
  if (encoding == "auto") {
    const std::string found = mark.size > 0 ? mark.encoding : detect_encoding(bytes);
    return found == "UTF-8" ? checked_utf8(std::move(bytes), name) : convert(bytes, found, name);
  }
  if (!knows_encoding(encoding)) {
    throw Error(ErrorCode::content, {name, {}, {}}, no_such_encoding(encoding));
  }
  const std::string named = with_byte_order(canonical_name(encoding), mark);
  if (mark.size > 0 && mark.encoding != named) {
    fail_contradiction(bytes, named, mark.encoding, name);
  }
  if (named == "UTF-8") return checked_utf8(std::move(bytes), name);
  if (is_plainly_utf8(bytes)) fail_contradiction(bytes, named, "UTF-8", name);
  return convert(bytes, named, name);
}

}  // namespace duizhao::text
