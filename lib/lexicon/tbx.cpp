#include "lexicon/tbx.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"
#include "text/utf8.hpp"
#include "text/xml_reader.hpp"

namespace duizhao::lexicon {
namespace {

/// A term of an entry.
struct Named {
  std::string text;
  bool deprecated = false;
  std::size_t byte = 0;
};

/// The terms of one language of an entry.
struct Language {
  std::string tag;
  std::vector<Named> terms;
};

/// Collects terms while the file is read. TBX-Basic calls an entry termEntry and its parts langSet
/// and tig, the standard of 2019 conceptEntry, langSec and termSec.
class Handler : public text::XmlHandler {
 public:
  Handler(std::string_view bytes, const std::string& name) : bytes_(bytes), name_(name) {}

  void begin(const text::XmlElement& element) override {
    if (!root_) root_ = element.name;
    text_.clear();
    if (element.name == "termEntry" || element.name == "conceptEntry") {
      languages_.clear();
    } else if (element.name == "langSet" || element.name == "langSec") {
      languages_.push_back({element.attribute("xml:lang").value_or(""), {}});
    } else if (element.name == "term" && !languages_.empty()) {
      languages_.back().terms.push_back({{}, false, element.byte});
    } else if (element.name == "termNote") {
      status_ = element.attribute("type") == "administrativeStatus";
    }
  }

  void end(std::string_view name) override {
    const bool has_term = !languages_.empty() && !languages_.back().terms.empty();
    if (name == "term" && has_term) {
      languages_.back().terms.back().text = trimmed(text_);
    } else if ((name == "termNote" && status_) || name == "administrativeStatus") {
      const bool deprecated = text_.find("deprecated") != std::string::npos ||
                              text_.find("superseded") != std::string::npos;
      if (deprecated && has_term) languages_.back().terms.back().deprecated = true;
    } else if (name == "termEntry" || name == "conceptEntry") {
      take_entry();
    }
    text_.clear();
  }

  void characters(std::string_view text) override { text_ += text; }

  std::vector<Term> finish() {
    const bool known = root_ == "martif" || root_ == "tbx" || root_ == "TBX";
    if (!known) {
      throw Error(ErrorCode::format, {name_, 1, 0},
                  translate("expected a glossary in TBX: the element tbx or martif"));
    }
    return std::move(terms_);
  }

 private:
  static std::string trimmed(std::string_view text) {
    constexpr std::string_view kSpace = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(kSpace) - first + 1));
  }

  void take_entry() {
    auto languages = std::exchange(languages_, {});  // an entry around this one has its own
    std::erase_if(languages, [](const Language& each) { return each.terms.empty(); });
    if (languages.size() < 2) return;  // a term of one language says nothing about another
    for (const Language& language : languages) {
      for (const Named& term : language.terms) {
        if (term.text.empty()) fail(term.byte);
      }
    }
    for (const Named& target : languages[1].terms) {
      for (const Named& source : languages[0].terms) {
        if (source.deprecated) continue;
        terms_.push_back({source.text,
                          target.text,
                          {name_, text::line_at(bytes_, target.byte), target.byte},
                          target.deprecated});
      }
    }
  }

  [[noreturn]] void fail(std::size_t at) const {
    throw Error(ErrorCode::format, {name_, text::line_at(bytes_, at), at},
                translate("expected a term, found an empty element"));
  }

  std::string_view bytes_;
  const std::string& name_;
  std::optional<std::string> root_;
  std::vector<Language> languages_;
  std::vector<Term> terms_;
  std::string text_;
  bool status_ = false;
};

}  // namespace

std::vector<Term> parse_tbx(std::string_view bytes, const std::string& name) {
  Handler handler(bytes, name);
  text::read_xml(bytes, name, handler);
  return handler.finish();
}

}  // namespace duizhao::lexicon
