#include "text/xml_reader.hpp"

#include <expat.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <exception>
#include <limits>
#include <memory>
#include <new>
#include <utility>

#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"
#include "text/ascii.hpp"
#include "text/detect_encoding.hpp"
#include "text/encoding.hpp"

namespace duizhao::text {
namespace {

/// What Expat finds wrong; it comes in English.
[[maybe_unused]] constexpr const char* kExpatMessages[] = {
    translatable("out of memory"),
    translatable("syntax error"),
    translatable("no element found"),
    translatable("not well-formed (invalid token)"),
    translatable("unclosed token"),
    translatable("partial character"),
    translatable("mismatched tag"),
    translatable("duplicate attribute"),
    translatable("junk after document element"),
    translatable("illegal parameter entity reference"),
    translatable("undefined entity"),
    translatable("recursive entity reference"),
    translatable("asynchronous entity"),
    translatable("reference to invalid character number"),
    translatable("reference to binary entity"),
    translatable("reference to external entity in attribute"),
    translatable("XML or text declaration not at start of entity"),
    translatable("unknown encoding"),
    translatable("encoding specified in XML declaration is incorrect"),
    translatable("unclosed CDATA section"),
    translatable("unbound prefix"),
    translatable("must not undeclare prefix"),
    translatable("XML declaration not well-formed"),
    translatable("text declaration not well-formed"),
    translatable("illegal character(s) in public id"),
    translatable("reserved prefix (xml) must not be undeclared or bound to another namespace name"),
    translatable("limit on input amplification factor (from DTD and entities) breached")};

constexpr std::size_t kDeepest = 256;
constexpr std::size_t kLargestToken = 16'777'216;  // bytes of a tag, a comment or the like

constexpr char kSeparator = '\n';  // of a namespace and a name: in neither

// Expat 2.9 counts in 64 bits everywhere.
#if XML_MAJOR_VERSION > 2 || XML_MINOR_VERSION >= 9
std::int64_t byte_index(XML_Parser parser) { return XML_GetCurrentByteIndex64(parser); }
std::int64_t byte_count(XML_Parser parser) { return XML_GetCurrentByteCount64(parser); }
std::size_t line_number(XML_Parser parser) { return XML_GetCurrentLineNumber64(parser); }
#else
std::int64_t byte_index(XML_Parser parser) { return XML_GetCurrentByteIndex(parser); }
std::int64_t byte_count(XML_Parser parser) { return XML_GetCurrentByteCount(parser); }
std::size_t line_number(XML_Parser parser) { return XML_GetCurrentLineNumber(parser); }
#endif

/// The namespace of a name as Expat gives it, and the name.
std::pair<std::string_view, std::string_view> split(std::string_view name) {
  const std::size_t end = name.rfind(kSeparator);
  if (end == std::string_view::npos) return {{}, name};
  return {name.substr(0, end), name.substr(end + 1)};
}

constexpr std::string_view kXmlSpace = "http://www.w3.org/XML/1998/namespace";

std::string attribute_name(std::string_view name) {
  const auto [space, local] = split(name);
  return (space == kXmlSpace ? "xml:" : "") + std::string(local);
}

/// The encoding that an XML declaration names; empty for none, and for those that Expat knows.
std::string declared_encoding(std::string_view bytes) {
  if (!bytes.starts_with("<?xml")) return {};
  const std::string_view declaration = bytes.substr(0, bytes.find("?>"));
  const std::size_t name = declaration.find("encoding");
  const std::size_t begin = declaration.find_first_of("\"'", std::min(name, declaration.size()));
  if (begin == std::string_view::npos) return {};
  const std::size_t end = declaration.find(declaration[begin], begin + 1);
  if (end == std::string_view::npos) return {};
  std::string encoding = ascii_lower(declaration.substr(begin + 1, end - begin - 1));
  for (const std::string_view known : {"utf-8", "utf-16", "iso-8859-1", "us-ascii"}) {
    if (encoding == known) return {};
  }
  return encoding;
}

/// Hands Expat's events on. Exceptions must not pass through C: they wait until Expat has stopped.
class Reader {
 public:
  /// `encoding` null: as the document says.
  Reader(const char* encoding, const std::string& name, XmlHandler& handler)
      : name_(name),
        handler_(handler),
        parser_(XML_ParserCreateNS(encoding, kSeparator), &XML_ParserFree) {
    if (!parser_) throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(
        parser_.get(),
        [](void* self, const char* tag, const char** attributes) {
          static_cast<Reader*>(self)->guard([&](Reader& r) { r.begin(tag, attributes); });
        },
        [](void* self, const char* tag) {
          static_cast<Reader*>(self)->guard([&](Reader& r) { r.end(tag); });
        });
    // Expat would leave both out in silence.
    XML_SetExternalEntityRefHandler(
        parser_.get(), [](XML_Parser, const char*, const char*, const char*, const char*) {
          return static_cast<int>(XML_STATUS_ERROR);
        });
    XML_SetSkippedEntityHandler(parser_.get(), [](void* self, const char* entity, int) {
      static_cast<Reader*>(self)->guard([&](Reader& r) { r.fail(fmt::format("&{};", entity)); });
    });
    XML_SetDefaultHandlerExpand(parser_.get(), [](void* self, const char* text, int size) {
      static_cast<Reader*>(self)->guard([&](Reader& r) {
        if (r.handler_.record != nullptr) {
          r.handler_.record->append(text, static_cast<std::size_t>(size));
        }
      });
    });
    XML_SetCharacterDataHandler(parser_.get(), [](void* self, const char* text, int size) {
      static_cast<Reader*>(self)->guard([&](Reader& r) {
        r.characters({text, static_cast<std::size_t>(size)});
      });
    });
  }

  /// `offset` bytes stand before what the source gives.
  void run(const ByteSource& source, std::size_t offset) {
    offset_ = offset;
    handler_.place = [this] { return error_place(); };
    constexpr std::size_t kMost = std::numeric_limits<int>::max() / 2;
    bool last = false;
    while (!last) {
      std::string_view rest = source();
      last = rest.empty();
      do {
        const std::string_view part = rest.substr(0, kMost);
        rest.remove_prefix(part.size());
        const auto status =
            XML_Parse(parser_.get(), part.data(), static_cast<int>(part.size()), last ? 1 : 0);
        if (failure_) std::rethrow_exception(failure_);
        if (status == XML_STATUS_ERROR)
          fail(translate(XML_ErrorString(XML_GetErrorCode(parser_.get()))));
        // Expat keeps a token until its end comes, and looks for it from the beginning each time.
        given_ += part.size();
        if (offset_ + given_ > place() + kLargestToken) fail(translate("a tag that never ends"));
      } while (!rest.empty());
    }
  }

 private:
  template <typename Work>
  void guard(const Work& work) noexcept {
    if (failure_) return;
    try {
      work(*this);
    } catch (...) {
      failure_ = std::current_exception();
      XML_StopParser(parser_.get(), XML_FALSE);
    }
  }

  std::size_t place() const {
    const auto index = byte_index(parser_.get());
    return offset_ + (index < 0 ? 0 : static_cast<std::size_t>(index));
  }

  std::size_t size() const {
    return static_cast<std::size_t>(std::max<std::int64_t>(0, byte_count(parser_.get())));
  }

  ErrorPlace error_place() const { return {name_, line_number(parser_.get()), place()}; }

  void begin(std::string_view tag, const char** attributes) {
    if (++depth_ > kDeepest) fail(translate("elements are nested too deeply"));
    const auto [space, name] = split(tag);
    XmlElement element{std::string(name), std::string(space), {}, false, place(), place() + size()};
    for (; *attributes != nullptr; attributes += 2) {
      element.attributes.emplace_back(attribute_name(attributes[0]), attributes[1]);
      const std::string_view own = split(attributes[0]).first;
      element.has_foreign_attributes |= !own.empty() && own != kXmlSpace;
    }
    handler_.byte = place();
    handler_.size = size();
    hand_on([&] { handler_.begin(element); });
  }

  void end(std::string_view name) {
    --depth_;
    handler_.byte = place();
    handler_.size = size();
    hand_on([&] { handler_.end(split(name).second); });
  }

  void characters(std::string_view text) {
    handler_.byte = place();
    handler_.size = size();
    hand_on([&] { handler_.characters(text); });
  }

  /// What the handler records before and after a piece, it records of the piece.
  template <typename Work>
  void hand_on(const Work& work) {
    const std::string* const recorded = handler_.record;
    work();
    if (recorded != nullptr && recorded == handler_.record) XML_DefaultCurrent(parser_.get());
  }

  [[noreturn]] void fail(const std::string& found) const {
    throw Error(ErrorCode::format, error_place(),
                fmt::format(fmt::runtime(translate("expected well-formed XML: {}")), found));
  }

  const std::string& name_;
  XmlHandler& handler_;
  std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser_;
  std::exception_ptr failure_;
  std::size_t offset_ = 0;
  std::size_t given_ = 0;  // bytes so far
  std::size_t depth_ = 0;
};

}  // namespace

std::optional<std::string> XmlElement::attribute(std::string_view wanted) const {
  const auto found = std::ranges::find(
      attributes, wanted, [](const auto& each) { return std::string_view(each.first); });
  return found == attributes.end() ? std::nullopt : std::optional(found->second);
}

void read_xml(std::string_view bytes, const std::string& name, XmlHandler& handler) {
  const std::size_t mark = byte_order_mark(bytes).size;
  Reader("UTF-8", name, handler).run(memory_source(bytes.substr(mark)), mark);
}

void read_xml(const ByteSource& source, const std::string& name, XmlHandler& handler) {
  constexpr std::size_t kDeclaration = 200;  // bytes; declarations are shorter
  std::string begin;
  std::string_view piece;
  do {
    piece = source();
    begin += piece;
  } while (!piece.empty() && begin.size() < kDeclaration);
  const std::string encoding = declared_encoding(begin);
  if (!encoding.empty()) {
    std::string bytes = begin + (piece.empty() ? std::string() : read_all(source));
    return read_xml(to_utf8(std::move(bytes), encoding, name), name, handler);
  }
  bool begun = false;
  Reader(nullptr, name, handler)
      .run([&]() -> std::string_view { return std::exchange(begun, true) ? source() : begin; }, 0);
}

}  // namespace duizhao::text
