#include "duizhao/check/baseline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "check/engine/messages.hpp"
#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"
#include "text/parse_json.hpp"
#include "text/utf8.hpp"

namespace duizhao {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;

std::string text_of(const std::optional<FindingPlace>& place) { return place ? place->text : ""; }

[[noreturn]] void fail(std::string_view bytes, std::size_t byte, const std::string& name,
                       const std::string& expectation) {
  byte = std::min(byte, bytes.size());
  throw Error(ErrorCode::format, {name, text::line_at(bytes, byte), byte}, expectation);
}

}  // namespace

Baseline::Baseline(const std::vector<Finding>& findings) {
  for (const Finding& finding : findings) {
    Entry& entry = entries_[finding.fingerprint];
    entry.rule = finding.rule;
    entry.source = text_of(finding.source);
    entry.target = text_of(finding.target);
    entry.message = check::filled(check::template_of(finding), finding);
    ++entry.count;
  }
}

Baseline Baseline::parse(std::string_view bytes, const std::string& name) {
  if (const auto fault = text::find_fault(bytes)) {
    throw Error(ErrorCode::decoding, {name, text::line_at(bytes, fault->byte), fault->byte},
                text::explain(bytes, *fault));
  }
  const Json json =
      text::parse_json(bytes, {name, 1, 0}, translate("expected a baseline of findings in JSON"));
  const bool right = json.is_object() && json.contains("version") && json["version"] == kVersion &&
                     json.contains("findings") && json["findings"].is_array();
  if (!right) {
    fail(bytes, 0, name,
         translate("expected a baseline of findings: {\"version\":1,\"findings\":[…]}"));
  }
  Baseline baseline;
  std::size_t at = 0;
  for (const Json& each : json["findings"]) {
    const bool known =
        each.is_object() && each.contains("fingerprint") && each["fingerprint"].is_string();
    const std::string fingerprint = known ? each["fingerprint"].get<std::string>() : "";
    const Json count = known ? each.value("count", Json(1)) : Json();
    if (!known || !count.is_number_unsigned()) {
      fail(bytes, bytes.find('{', at), name,
           fmt::format(fmt::runtime(translate("expected a fingerprint and a count in finding {}")),
                       baseline.entries_.size() + 1));
    }
    const auto text = [&](const char* field) {
      return each.contains(field) && each[field].is_string() ? each[field].get<std::string>()
                                                             : std::string();
    };
    at = std::min(bytes.find(fingerprint, at), bytes.size());
    Entry& entry = baseline.entries_[fingerprint];
    entry = {text("rule"), text("source"), text("target"), text("message"),
             entry.count + count.get<std::size_t>()};
  }
  return baseline;
}

std::string Baseline::to_json() const {
  std::string lines = fmt::format("{{\"version\":{},\"findings\":[", kVersion);
  bool first = true;
  for (const auto& [fingerprint, entry] : entries_) {
    const Json json = {{"fingerprint", fingerprint}, {"rule", entry.rule},
                       {"source", entry.source},     {"target", entry.target},
                       {"message", entry.message},   {"count", entry.count}};
    lines += first ? "\n" : ",\n";
    lines += json.dump(-1, ' ', false, Json::error_handler_t::replace);
    first = false;
  }
  return lines + "\n]}\n";
}

std::vector<Finding> Baseline::remove_from(std::vector<Finding> findings) const {
  std::map<std::string, std::size_t> seen;
  std::erase_if(findings, [&](const Finding& finding) {
    const auto entry = entries_.find(finding.fingerprint);
    return entry != entries_.end() && ++seen[finding.fingerprint] <= entry->second.count;
  });
  return findings;
}

std::size_t Baseline::size() const {
  return std::accumulate(
      entries_.begin(), entries_.end(), std::size_t{0},
      [](std::size_t sum, const auto& entry) { return sum + entry.second.count; });
}

}  // namespace duizhao
