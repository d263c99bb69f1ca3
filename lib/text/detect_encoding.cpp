// ICU's detector errs on short Chinese texts, so Chinese is told apart by what is typical of its
// encodings.
//
// In GB18030 and its forerunners the common characters lie in rows B0–D7, and nearly all second
// bytes at A1 and above; in Big5 they lie in rows A4–C6, and two in five second bytes are below 7F.
// Simplified or traditional, a few characters tell. UTF-16 shows itself by common characters in one
// byte order and none in the other.
#include "text/detect_encoding.hpp"

#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::text {
namespace {

constexpr std::size_t kSample = 1 << 16;  // bytes that are looked at

unsigned char at(std::string_view bytes, std::size_t offset) {
  return static_cast<unsigned char>(bytes[offset]);
}

/// What double-byte characters look like in an encoding.
struct DoubleByte {
  unsigned char first_common;  // the rows of common characters
  unsigned char last_common;
  double low_second;  // the probability of a second byte below 7F
};

constexpr DoubleByte kGb{0xB0, 0xD7, 0.02};
constexpr DoubleByte kBig5{0xA4, 0xC6, 0.42};

/// How likely bytes are in a double-byte encoding: a log-likelihood per character, or nothing for
/// bytes that cannot be in it or hold too few common characters.
double double_byte_fit(std::string_view bytes, const DoubleByte& encoding, bool four_bytes) {
  constexpr double kImpossible = -1e9;
  constexpr double kLeastCommon = 0.6;
  constexpr double kLeastNeighbours = 0.3;
  double fit = 0;
  double characters = 0;
  double common = 0;
  double all = 0;
  double neighbours = 0;  // characters right behind another: accented letters stand alone
  std::size_t last_end = bytes.size();
  for (std::size_t k = 0; k < bytes.size(); ++k) {
    const unsigned char lead = at(bytes, k);
    if (lead < 0x80) continue;
    if (lead == 0x80 || lead == 0xFF) return kImpossible;
    if (k + 1 == bytes.size()) break;  // the sample's end
    const unsigned char second = at(bytes, k + 1);
    if (four_bytes && second >= 0x30 && second <= 0x39) {
      k += 3;
      continue;
    }
    if (second < 0x40 || second == 0x7F || second == 0xFF) return kImpossible;
    const bool low = second < 0x7F;
    fit += std::log(low ? encoding.low_second : 1 - encoding.low_second);
    common += lead >= encoding.first_common && lead <= encoding.last_common;
    // Punctuation lies in rows A1 and A2 (A3 in GB) of both.
    neighbours += k == last_end;
    last_end = k + 2;
    all += 1;
    characters += lead < 0xA1 || lead > 0xA3;
    ++k;
  }
  if (neighbours < kLeastNeighbours * all) return kImpossible;
  if (common == 0 || common < kLeastCommon * characters) return kImpossible;
  return fit + 0.5 * characters * std::log(common / characters);
}

/// The share of 16-bit units that are common in Chinese or English text. ASCII in the wrong byte
/// order looks like ideographs that end in 00; of these only U+4E00 (one) is common.
double utf16_fit(std::string_view bytes, bool big_endian) {
  if (bytes.size() < 2 || bytes.size() % 2 != 0) return 0;
  std::size_t usual = 0;
  for (std::size_t k = 0; k + 1 < bytes.size(); k += 2) {
    const unsigned unit = big_endian ? at(bytes, k) * 256U + at(bytes, k + 1)
                                     : at(bytes, k + 1) * 256U + at(bytes, k);
    const bool ascii = (unit >= 0x20 && unit < 0x7F) || (unit >= '\t' && unit <= '\r');
    const bool han = unit >= 0x4E00 && unit < 0xA000 && (unit % 256 != 0 || unit == 0x4E00);
    const bool mark = (unit >= 0x2010 && unit < 0x2030) || (unit >= 0x3000 && unit < 0x3020) ||
                      (unit >= 0xFF00 && unit < 0xFF60);
    usual += ascii || han || mark;
  }
  return static_cast<double>(usual) / static_cast<double>(bytes.size() / 2);
}

/// UTF-16 in one byte order, if that explains the bytes and the other does not; else empty.
std::string utf16_order(std::string_view bytes) {
  constexpr double kUsual = 0.9;
  constexpr double kMostAscii = 0.7;  // of the bytes: pairs of ASCII letters look like ideographs
  constexpr double kClearer = 0.2;
  const auto ascii = static_cast<double>(
      std::count_if(bytes.begin(), bytes.end(), [](char c) { return c >= ' ' && c <= '~'; }));
  if (ascii > kMostAscii * static_cast<double>(bytes.size())) return {};
  const double little = utf16_fit(bytes, false);
  const double big = utf16_fit(bytes, true);
  if (little >= kUsual && little - big >= kClearer) return "UTF-16LE";
  if (big >= kUsual && big - little >= kClearer) return "UTF-16BE";
  return {};
}

/// ICU's best guess, if it is a multi-byte encoding and ICU is sure; else empty.
std::string icu_guess(std::string_view bytes) {
  constexpr int kLeastConfidence = 60;
  constexpr std::array kMultiByte = {"Shift_JIS",   "EUC-JP",      "EUC-KR",
                                     "ISO-2022-JP", "ISO-2022-KR", "ISO-2022-CN"};
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                            &ucsdet_close);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<int32_t>(bytes.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return {};
  const std::string name = ucsdet_getName(match, &status);
  const bool sure = ucsdet_getConfidence(match, &status) >= kLeastConfidence;
  const bool known = std::find(kMultiByte.begin(), kMultiByte.end(), name) != kMultiByte.end();
  return U_SUCCESS(status) && sure && known ? name : "";
}

}  // namespace

ByteOrderMark byte_order_mark(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with(kByteOrderMark)) return {"UTF-8", kByteOrderMark.size()};
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return {"UTF-32LE", 4};
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return {"UTF-32BE", 4};
  if (bytes.starts_with("\xFF\xFE")) return {"UTF-16LE", 2};
  if (bytes.starts_with("\xFE\xFF")) return {"UTF-16BE", 2};
  return {};
}

Utf8Count count_utf8(std::string_view bytes) {
  Utf8Count count;
  std::size_t begin = 0;
  while (begin < bytes.size()) {
    const auto fault = find_fault(bytes.substr(begin));
    const std::size_t end = fault ? begin + fault->byte : bytes.size();
    for (std::size_t k = begin; k < end; ++k) count.well_formed += at(bytes, k) >= 0xC0;
    if (!fault) break;
    ++count.faults;
    begin = end + 1;
    while (begin < bytes.size() && (at(bytes, begin) & 0xC0) == 0x80) ++begin;
  }
  return count;
}

std::string detect_encoding(std::string_view bytes) {
  bytes = bytes.substr(0, kSample);
  if (bytes.size() == kSample) bytes.remove_suffix(bytes.size() % 2);

  const Utf8Count utf8 = count_utf8(bytes);
  // English in UTF-16 is well-formed UTF-8 too, every second byte of it zero.
  constexpr std::size_t kNulShare = 5;
  const auto nuls = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\0'));
  if (utf8.faults == 0 && nuls * kNulShare < bytes.size()) return "UTF-8";
  if (const std::string utf16 = utf16_order(bytes); !utf16.empty()) return utf16;
  // A few faults in much UTF-8, or one at the end, are faults.
  const bool cut_off = utf8.faults == 1 && find_fault(bytes)->cut_off;
  if (utf8.faults == 0 || utf8.well_formed > 2 * utf8.faults || cut_off) return "UTF-8";
  const double gb = double_byte_fit(bytes, kGb, true);
  const double big5 = double_byte_fit(bytes, kBig5, false);
  constexpr double kPossible = -1e8;
  if (std::max(gb, big5) > kPossible) return gb >= big5 ? "GB18030" : "Big5";
  const std::string guess = icu_guess(bytes);
  return guess.empty() ? "UTF-8" : guess;
}

}  // namespace duizhao::text
