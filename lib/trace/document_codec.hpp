// Documents as bytes, for saved indexes.
#pragma once

#include <string>
#include <string_view>

#include "duizhao/segment/segmenter.hpp"

namespace duizhao::trace {

/// A document and its sentences as CBOR (RFC 8949). Linear.
std::string encode(const SegmentedDocument& document);

/// The document that was encoded. Throws Error (content, decoding) for bytes that are none. Linear.
SegmentedDocument decode(std::string_view bytes);

}  // namespace duizhao::trace
