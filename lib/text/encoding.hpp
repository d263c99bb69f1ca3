// Legacy encodings at the door: bytes of a file become UTF-8 once.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace duizhao::text {

/// The text of `bytes` as UTF-8; a byte-order mark stays as U+FEFF.
///
/// `encoding` is "auto" or a name that ICU knows. "auto" goes by the byte-order mark, then takes
/// well-formed UTF-8, then UTF-16 without a mark, GB18030, Big5, or another multi-byte encoding
/// that ICU is sure of. Bytes that are UTF-8 but for a few are UTF-8 with a fault, not another
/// encoding.
///
/// Throws Error (decoding) with the line and the byte in the file, also where a mark or well-formed
/// UTF-8 contradict the name, and Error (content) for a name that nobody knows. `name` is the
/// file's name in messages. Linear.
std::string to_utf8(std::string bytes, const std::string& encoding, const std::string& name);

/// The bytes of UTF-8 text in another encoding; nothing where the encoding lacks a character.
std::optional<std::string> from_utf8(std::string_view utf8, const std::string& encoding);

/// Whether ICU knows an encoding by this name; "auto" counts.
bool knows_encoding(const std::string& encoding);

}  // namespace duizhao::text
