// Books: EPUB 2 and 3 (W3C, ISO/IEC 23736).
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <vector>

#include "document/packed.hpp"
#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"
#include "text/ascii.hpp"
#include "text/xml_reader.hpp"

namespace duizhao::document {
namespace {

/// %20 and the like decoded; what follows # is left out.
std::string decoded_path(std::string_view path) {
  path = path.substr(0, path.find('#'));
  const auto value = [](char c) {
    const char lower = text::ascii_lower(c);
    return text::is_ascii_digit(c) ? c - '0' : lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  };
  std::string decoded;
  for (std::size_t k = 0; k < path.size(); ++k) {
    const bool escape =
        path[k] == '%' && k + 2 < path.size() && value(path[k + 1]) >= 0 && value(path[k + 2]) >= 0;
    decoded += escape ? static_cast<char>(16 * value(path[k + 1]) + value(path[k + 2])) : path[k];
    if (escape) k += 2;
  }
  return decoded;
}

/// Where the package document lies: META-INF/container.xml.
class Container : public text::XmlHandler {
 public:
  void begin(const text::XmlElement& element) override {
    if (element.name == "rootfile" && path.empty()) {
      path = element.attribute("full-path").value_or("");
    }
  }

  std::string path;
};

/// What is encrypted: META-INF/encryption.xml. Fonts often are.
class Encryption : public text::XmlHandler {
 public:
  void begin(const text::XmlElement& element) override {
    if (element.name == "CipherReference") {
      if (const auto path = element.attribute("URI")) paths.insert(decoded_path(*path));
    }
  }

  std::set<std::string> paths;
};

/// The package document: what there is, and in which order it is read.
class Package : public text::XmlHandler {
 public:
  void begin(const text::XmlElement& element) override {
    if (element.name == "item") {
      const std::string type = element.attribute("media-type").value_or("");
      const std::string properties = element.attribute("properties").value_or("");
      const bool is_page = type == "application/xhtml+xml" || type == "text/html";
      const bool is_contents = properties.find("nav") != std::string::npos;
      if (is_page && !is_contents) {
        pages_[element.attribute("id").value_or("")] = element.attribute("href").value_or("");
      }
    } else if (element.name == "itemref") {
      const auto page = pages_.find(element.attribute("idref").value_or(""));
      if (page != pages_.end()) spine.push_back(page->second);
    }
  }

  std::vector<std::string> spine;  // paths, as the package has them

 private:
  std::map<std::string, std::string> pages_;  // by id
};

/// A path as seen from the folder of another; `..` goes up.
std::string resolved(const std::string& from, const std::string& path) {
  std::vector<std::string> parts;
  const auto add = [&](std::string_view names) {
    for (std::size_t at = 0; at < names.size();) {
      const std::size_t end = std::min(names.find('/', at), names.size());
      const std::string_view part = names.substr(at, end - at);
      if (part == "..") {
        if (!parts.empty()) parts.pop_back();
      } else if (!part.empty() && part != ".") {
        parts.emplace_back(part);
      }
      at = end + 1;
    }
  };
  const std::size_t folder = from.rfind('/');
  if (folder != std::string::npos) add(std::string_view(from).substr(0, folder));
  add(path);
  return fmt::format("{}", fmt::join(parts, "/"));
}

/// XHTML as HTML has it: an empty element that may have content, <a id="x"/>, has an end tag.
std::string as_html(std::string_view xhtml) {
  constexpr std::array<std::string_view, 14> kVoid = {"area",  "base",   "br",    "col",  "embed",
                                                      "hr",    "img",    "input", "link", "meta",
                                                      "param", "source", "track", "wbr"};
  std::string html;
  html.reserve(xhtml.size());
  std::size_t copied = 0;
  for (std::size_t at = xhtml.find("/>"); at != std::string_view::npos;
       at = xhtml.find("/>", at + 2)) {
    constexpr std::size_t kLongestTag = 4096;
    const std::size_t from = std::max(copied, at - std::min(at, kLongestTag));
    const std::size_t found = xhtml.substr(from, at - from).rfind('<');
    if (found == std::string_view::npos) continue;
    const std::size_t open = from + found;
    std::size_t end = open + 1;
    while (end < at && (text::is_ascii_name(xhtml[end]) || xhtml[end] == ':')) ++end;
    const std::string name = text::ascii_lower(xhtml.substr(open + 1, end - open - 1));
    // Between them the tag may not have ended already.
    if (xhtml.substr(end, at - end).find('>') != std::string_view::npos) continue;
    if (name.empty() || std::ranges::find(kVoid, name) != kVoid.end()) continue;
    html += xhtml.substr(copied, at - copied);
    html += "></" + name + '>';
    copied = at + 2;
  }
  html += xhtml.substr(copied);
  return html;
}

template <typename Handler>
Handler read_part(const text::Archive& archive, const std::string& path) {
  Handler handler;
  text::read_xml(archive.read_text(path), archive.name_of(path), handler);
  return handler;
}

}  // namespace

PackedText read_epub(const text::Archive& archive, const std::string& name) {
  const auto fail = [&](const std::string& expectation) {
    throw Error(ErrorCode::format, {name, {}, {}}, expectation);
  };
  const std::string root = read_part<Container>(archive, "META-INF/container.xml").path;
  if (root.empty()) fail(translate("expected the path of the book's package document"));
  std::set<std::string> encrypted;
  const std::string encryption = "META-INF/encryption.xml";
  if (archive.contains(encryption)) {
    encrypted = read_part<Encryption>(archive, encryption).paths;
  }
  PackedText book;
  for (const std::string& each : read_part<Package>(archive, root).spine) {
    const std::string path = resolved(root, decoded_path(each));
    if (encrypted.contains(path)) {
      fail(fmt::format(fmt::runtime(translate("expected a book without copy protection, {} is "
                                              "encrypted")),
                       path));
    }
    const std::string page = as_html(archive.read_text(path));
    append(book, page, read_html(page, 0, archive.name_of(path), HtmlPart::whole));
  }
  if (book.bytes.empty()) fail(translate("expected pages in the spine of the book"));
  return book;
}

}  // namespace duizhao::document
