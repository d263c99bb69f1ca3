#include "duizhao/segment/srx.hpp"

#include <fmt/format.h>
#include <unicode/regex.h>

#include <algorithm>
#include <map>
#include <set>

#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"
#include "text/utf16.hpp"
#include "text/utf8.hpp"
#include "text/xml_reader.hpp"

namespace duizhao {
namespace {

using Pattern = std::unique_ptr<const icu::RegexPattern>;

constexpr int32_t kReach = 128;        // code units before a break
constexpr int32_t kMostTime = 10'000;  // of ICU's steps, about a millisecond each

struct Rule {
  bool is_break = true;
  std::string before_text;
  std::string after_text;
  ErrorPlace place;
  Pattern before;  // what ends at a position
  Pattern after;   // what begins there
  Pattern both;    // of rules that break: finds positions
};

struct LanguageMap {
  Pattern language;
  std::string rules;
  ErrorPlace place;
};

Pattern compile(const std::string& expression, const ErrorPlace& place, uint32_t flags = 0) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where;
  Pattern pattern(
      icu::RegexPattern::compile(icu::UnicodeString::fromUTF8(expression), flags, where, status));
  if (U_SUCCESS(status)) return pattern;
  throw Error(ErrorCode::format, place,
              fmt::format(fmt::runtime(translate("expected a regular expression of ICU, found "
                                                 "\"{}\": {}")),
                          expression, u_errorName(status)));
}

/// Matches one pattern in one text.
class Matcher {
 public:
  Matcher(const Rule& rule, const icu::RegexPattern& pattern, const icu::UnicodeString& text)
      : rule_(rule), matcher_(pattern.matcher(text, status_)) {
    matcher_->setTimeLimit(kMostTime, status_);
    matcher_->useTransparentBounds(true);  // \b looks beyond the region
    matcher_->useAnchoringBounds(true);    // \z is its end
    check();
  }

  bool begins_at(int32_t position) {
    matcher_->region(position, matcher_->input().length(), status_);
    const bool found = matcher_->lookingAt(status_);
    check();
    return found;
  }

  bool ends_at(int32_t position) {
    matcher_->region(std::max(0, position - kReach), position, status_);
    const bool found = matcher_->find(status_);
    check();
    return found;
  }

  /// The end of the next match that begins at `from` or behind it, and where it begins.
  bool find(int32_t from, int32_t& begin, int32_t& end) {
    matcher_->region(from, matcher_->input().length(), status_);
    const bool found = matcher_->find(status_);
    if (found) {
      begin = matcher_->start(status_);
      end = matcher_->end(status_);
    }
    check();
    return found;
  }

 private:
  void check() const {
    if (U_SUCCESS(status_)) return;
    throw Error(ErrorCode::content, rule_.place,
                fmt::format(fmt::runtime(translate("the rule cannot be matched: {}")),
                            u_errorName(status_)));
  }

  const Rule& rule_;
  UErrorCode status_ = U_ZERO_ERROR;
  std::unique_ptr<icu::RegexMatcher> matcher_;
};

class Handler : public text::XmlHandler {
 public:
  void begin(const text::XmlElement& element) override {
    if (!root_) {
      root_ = true;
      const bool known = element.space.empty() || element.space == "http://www.lisa.org/srx20";
      if (element.name != "srx" || !known) {
        fail(translate("expected the element srx of the namespace http://www.lisa.org/srx20"));
      }
    } else if (element.name == "header") {
      cascade = element.attribute("cascade") == "yes";
    } else if (element.name == "languagerule") {
      language_ = element.attribute("languagerulename").value_or("");
      rules[language_];
    } else if (element.name == "rule") {
      if (rule_) fail(translate("expected no rule inside a rule"));
      rule_.emplace();
      rule_->is_break = element.attribute("break").value_or("yes") != "no";
      rule_->place = place();
    } else if (element.name == "beforebreak" || element.name == "afterbreak") {
      part_ = element.name == "beforebreak" ? &Rule::before_text : &Rule::after_text;
    } else if (element.name == "languagemap") {
      const auto pattern = element.attribute("languagepattern");
      const auto named = element.attribute("languagerulename");
      if (!pattern || !named) {
        fail(translate("expected the attributes languagepattern and languagerulename"));
      }
      maps.push_back({compile(*pattern, place(), UREGEX_CASE_INSENSITIVE), *named, place()});
    }
  }

  void end(std::string_view tag) override {
    if (tag == "beforebreak" || tag == "afterbreak") part_ = nullptr;
    if (tag == "rule") finish_rule();
  }

  void characters(std::string_view text) override {
    if (rule_ && part_ != nullptr) (*rule_).*part_ += text;
  }

  bool cascade = false;
  std::map<std::string, std::vector<Rule>> rules;  // by the names of the language rules
  std::vector<LanguageMap> maps;

 private:
  void finish_rule() {
    Rule rule = std::move(*rule_);
    rule_.reset();
    rule.before = compile("(?:" + rule.before_text + ")\\z", rule.place);
    rule.after = compile(rule.after_text, rule.place);
    if (rule.is_break) {
      rule.both = compile("(?:" + rule.before_text + ")(?=" + rule.after_text + ")", rule.place);
    }
    rules[language_].push_back(std::move(rule));
  }

  bool root_ = false;
  std::string language_;
  std::optional<Rule> rule_;           // that is open
  std::string Rule::*part_ = nullptr;  // that text belongs to
};

}  // namespace

struct SrxRules::State {
  bool cascade;
  std::map<std::string, std::vector<Rule>> rules;
  std::vector<LanguageMap> maps;

  /// The rules for a language, in their order.
  std::vector<const Rule*> rules_for(const std::string& language) const {
    std::vector<const Rule*> list;
    const auto code = icu::UnicodeString::fromUTF8(language);
    for (const LanguageMap& map : maps) {
      UErrorCode status = U_ZERO_ERROR;
      const std::unique_ptr<icu::RegexMatcher> matcher(map.language->matcher(code, status));
      if (U_FAILURE(status) || !matcher->matches(status)) continue;
      for (const Rule& rule : rules.at(map.rules)) list.push_back(&rule);
      if (!cascade) break;
    }
    return list;
  }
};

SrxRules SrxRules::parse(std::string_view bytes, const std::string& name) {
  Handler handler;
  text::read_xml(memory_source(bytes), name, handler);
  for (const LanguageMap& map : handler.maps) {
    if (handler.rules.contains(map.rules)) continue;
    throw Error(ErrorCode::format, map.place,
                fmt::format(fmt::runtime(translate("expected the name of a languagerule, found "
                                                   "\"{}\"")),
                            map.rules));
  }
  return SrxRules(std::make_shared<const State>(
      State{handler.cascade, std::move(handler.rules), std::move(handler.maps)}));
}

std::vector<std::size_t> SrxRules::breaks(std::string_view text,
                                          const std::string& language) const {
  const text::Utf16 units(text);
  const icu::UnicodeString& all = units.text();
  struct Matchers {
    bool is_break;
    Matcher before;
    Matcher after;
  };
  std::vector<Matchers> rules;
  std::set<int32_t> candidates;
  for (const Rule* rule : state_->rules_for(language)) {
    rules.push_back({rule->is_break, {*rule, *rule->before, all}, {*rule, *rule->after, all}});
    if (!rule->is_break) continue;
    Matcher both(*rule, *rule->both, all);
    int32_t begin = 0;
    int32_t end = 0;
    for (int32_t from = 0; from < all.length() && both.find(from, begin, end);
         from = all.moveIndex32(begin, 1)) {
      if (end > 0 && end < all.length()) candidates.insert(end);
    }
  }
  std::vector<std::size_t> breaks;
  for (const int32_t position : candidates) {
    const auto first = std::ranges::find_if(rules, [&](Matchers& rule) {
      return rule.after.begins_at(position) && rule.before.ends_at(position);
    });
    if (first != rules.end() && first->is_break) breaks.push_back(units.byte(position));
  }
  return breaks;
}

}  // namespace duizhao
