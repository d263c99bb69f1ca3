#include "report/html/page.hpp"

#include <fmt/format.h>

#include <boost/archive/iterators/base64_from_binary.hpp>
#include <boost/archive/iterators/transform_width.hpp>
#include <charconv>

#include "duizhao/text/messages.hpp"
#include "text/display.hpp"
#include "text/embedded.hpp"
#include "text/xml_text.hpp"

namespace duizhao::report {
namespace {

/// The source of a content security policy for a file whose SHA-256 is known in hexadecimal.
std::string csp_source(std::string_view sha256) {
  std::string bytes;
  for (std::size_t at = 0; at < sha256.size(); at += 2) {
    unsigned value = 0;
    std::from_chars(sha256.data() + at, sha256.data() + at + 2, value, 16);
    bytes += static_cast<char>(value);
  }
  using namespace boost::archive::iterators;
  using Base64 = base64_from_binary<transform_width<std::string::const_iterator, 6, 8>>;
  std::string base64(Base64(bytes.cbegin()), Base64(bytes.cend()));
  base64.append((4 - base64.size() % 4) % 4, '=');
  return "'sha256-" + base64 + "'";
}

}  // namespace

std::string html(std::string_view text) { return text::escaped_for_xml(text::printable(text)); }

const std::string& language_of(const SegmentedDocument& document,
                               const std::vector<std::size_t>& sentences) {
  return sentences.empty() ? document.document().language()
                           : document.block(sentences.front()).language;
}

std::string paragraph(std::string_view language, std::string_view content) {
  return fmt::format("<p class=\"text\" lang=\"{}\" dir=\"auto\">{}</p>\n", html(language),
                     content);
}

std::string provenance(const Document& document) {
  const DocumentMetadata& known = document.metadata();
  std::string text;
  for (const std::string& part : {known.outlet, format_date(known.date)}) {
    if (!part.empty()) text += (text.empty() ? "" : ", ") + part;
  }
  return text.empty() ? "" : "<span>" + html(text) + "</span>";
}

std::string speaker(std::string_view name) {
  return name.empty() ? "" : "<bdi class=\"speaker\">" + html(name) + "</bdi>";
}

std::string line_label(std::size_t line) {
  return fmt::format(fmt::runtime(message("line {}")), line);
}

std::string message(std::string_view english) { return html(translate(english)); }

std::string_view level_of(double confidence) {
  constexpr double kSure = 0.9;
  constexpr double kLikely = 0.5;
  return confidence >= kSure ? "sure" : confidence >= kLikely ? "likely" : "doubtful";
}

Page::Page(std::string kind, const Names& names, std::string summary)
    : kind_(std::move(kind)), names_(names.list()), summary_(std::move(summary)) {}

void Page::add_search() {
  controls_ += fmt::format("<label>{} <input type=\"search\" data-filter=\"text\"></label>\n",
                           message("Search"));
}

void Page::add_choice(const std::string& key, const char* label,
                      const std::vector<std::pair<std::string, std::string>>& choices) {
  add_select(fmt::format("data-filter=\"{}\"", key), label, choices);
}

void Page::add_choice_of_notes(const std::string& key, const char* label,
                               const std::vector<std::pair<std::string, std::string>>& choices) {
  add_select(fmt::format("data-filter=\"{}\" data-of=\"note\"", key), label, choices);
}

void Page::add_select(const std::string& attributes, const char* label,
                      const std::vector<std::pair<std::string, std::string>>& choices) {
  controls_ += fmt::format("<label>{} <select {}><option value=\"\">{}</option>", message(label),
                           attributes, message("all"));
  for (const auto& [value, shown] : choices) {
    controls_ += fmt::format("<option value=\"{}\">{}</option>", html(value), html(shown));
  }
  controls_ += "</select></label>\n";
}

void Page::add_confidence() {
  controls_ += fmt::format(
      "<label>{} <input type=\"range\" min=\"0\" max=\"1\" step=\"0.01\" value=\"1\" "
      "data-filter=\"confidence\"><output class=\"value\">1.00</output></label>\n",
      message("Confidence at most"));
}

void Page::add_jump(const char* label) {
  controls_ += fmt::format("<button type=\"button\" data-jump>{}</button>\n", message(label));
  jump_ = translate(label);
}

std::string Page::help() const {
  std::vector<std::string> keys = {translate("/ search"), translate("Escape leaves the search"),
                                   translate("j and k next and previous")};
  if (!jump_.empty()) keys.push_back("n " + jump_);
  if (has_words_) keys.push_back(translate("arrows from word to word"));
  return fmt::format("{}", fmt::join(keys, translate(", ")));
}

std::string Page::finish() const {
  // What catalogues say here is the code of their language, such as zh-CN.
  const std::string language = translate("language code");
  const std::string tag = language == "language code" ? "en" : language;
  std::string nothing =
      fmt::format("<p class=\"nothing\" hidden>{}</p>\n", message("Nothing passes the filters."));
  if (main_.find("class=\"item") == std::string::npos) {
    nothing += fmt::format("<p class=\"empty\">{}</p>\n", message("Nothing was found."));
  }
  return fmt::format(
      fmt::runtime(text::kPageFrame), fmt::arg("language", html(tag)),
      fmt::arg("style_source", csp_source(DUIZHAO_PAGE_STYLE_SHA256)),
      fmt::arg("script_source", csp_source(DUIZHAO_PAGE_SCRIPT_SHA256)),
      fmt::arg("title", html(kind_ + ": " + names_)), fmt::arg("style", text::kPageStyle),
      fmt::arg("kind", html(kind_)), fmt::arg("names", html(names_)),
      fmt::arg("summary", html(summary_)), fmt::arg("filters", message("Filters")),
      fmt::arg("controls", controls_), fmt::arg("count_label", message("{} of {} shown")),
      fmt::arg("keys_label", message("Keys")), fmt::arg("help", html(help())),
      fmt::arg("main", main_), fmt::arg("nothing", nothing), fmt::arg("script", text::kPageScript));
}

}  // namespace duizhao::report
