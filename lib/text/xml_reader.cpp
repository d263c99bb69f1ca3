#include "text/xml_reader.hpp"

#include <expat.h>
#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <limits>
#include <memory>
#include <new>

#include "duizhao/error.hpp"
#include "duizhao/messages.hpp"
#include "text/detect_encoding.hpp"
#include "text/utf8.hpp"

namespace duizhao::text {
namespace {

constexpr std::size_t kDeepest = 256;

std::string_view local_name(std::string_view name) {
  if (name.starts_with("xml:")) return name;
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Hands Expat's events on. Exceptions must not pass through C: they wait until Expat has stopped.
class Reader {
 public:
  Reader(std::string_view bytes, const std::string& name, XmlHandler& handler)
      : bytes_(bytes),
        name_(name),
        handler_(handler),
        parser_(XML_ParserCreate("UTF-8"), &XML_ParserFree) {
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
    XML_SetCharacterDataHandler(parser_.get(), [](void* self, const char* text, int size) {
      static_cast<Reader*>(self)->guard([&](Reader& r) {
        r.characters({text, static_cast<std::size_t>(size)});
      });
    });
  }

  void run() {
    offset_ = byte_order_mark(bytes_).size;
    std::string_view rest = bytes_.substr(offset_);
    constexpr std::size_t kMost = std::numeric_limits<int>::max() / 2;
    bool last = false;
    while (!last) {
      const std::string_view part = rest.substr(0, kMost);
      rest.remove_prefix(part.size());
      last = rest.empty();
      const auto status =
          XML_Parse(parser_.get(), part.data(), static_cast<int>(part.size()), last ? 1 : 0);
      if (failure_) std::rethrow_exception(failure_);
      if (status == XML_STATUS_ERROR) {
        fail(XML_ErrorString(XML_GetErrorCode(parser_.get())));
      }
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
    const XML_Index index = XML_GetCurrentByteIndex(parser_.get());
    return offset_ + (index < 0 ? 0 : static_cast<std::size_t>(index));
  }

  std::size_t size() const {
    return static_cast<std::size_t>(std::max(0, XML_GetCurrentByteCount(parser_.get())));
  }

  void begin(std::string_view name, const char** attributes) {
    if (++depth_ > kDeepest) fail(translate("elements are nested too deeply"));
    XmlElement element{std::string(local_name(name)), {}, place(), place() + size()};
    for (; *attributes != nullptr; attributes += 2) {
      element.attributes.emplace_back(local_name(attributes[0]), attributes[1]);
    }
    handler_.byte = place();
    handler_.size = size();
    handler_.begin(element);
  }

  void end(std::string_view name) {
    --depth_;
    handler_.byte = place();
    handler_.size = size();
    handler_.end(local_name(name));
  }

  void characters(std::string_view text) {
    handler_.byte = place();
    handler_.size = size();
    handler_.characters(text);
  }

  [[noreturn]] void fail(const std::string& found) const {
    const std::size_t byte = std::min(place(), bytes_.size());
    throw Error(ErrorCode::format, {name_, line_at(bytes_, byte), byte},
                fmt::format(fmt::runtime(translate("expected well-formed XML: {}")), found));
  }

  std::string_view bytes_;
  const std::string& name_;
  XmlHandler& handler_;
  std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser_;
  std::exception_ptr failure_;
  std::size_t offset_ = 0;
  std::size_t depth_ = 0;
};

}  // namespace

std::optional<std::string> XmlElement::attribute(std::string_view wanted) const {
  const auto found = std::ranges::find(
      attributes, wanted, [](const auto& each) { return std::string_view(each.first); });
  return found == attributes.end() ? std::nullopt : std::optional(found->second);
}

void read_xml(std::string_view bytes, const std::string& name, XmlHandler& handler) {
  Reader(bytes, name, handler).run();
}

}  // namespace duizhao::text
