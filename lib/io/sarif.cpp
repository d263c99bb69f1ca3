// Writes findings in the Static Analysis Results Interchange Format (SARIF 2.1.0, OASIS).
#include <fmt/format.h>

#include <algorithm>
#include <variant>

#include "check/engine/messages.hpp"
#include "duizhao/io/results.hpp"
#include "duizhao/text/version.hpp"
#include "io/json.hpp"
#include "text/ascii.hpp"

namespace duizhao {
namespace {

using io::Json;

const char* level_of(Severity severity) {
  switch (severity) {
    case Severity::high:
      return "error";
    case Severity::medium:
      return "warning";
    case Severity::low:
      return "note";
  }
  return "none";
}

/// A path as a relative URI reference (RFC 3986).
std::string uri_of(std::string_view path) {
  constexpr std::string_view kPlain = "-._~/";
  std::string uri;
  for (const char c : path) {
    const bool plain = text::is_ascii_letter(c) || text::is_ascii_digit(c) ||
                       kPlain.find(c) != std::string_view::npos;
    uri += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return uri;
}

Json location(const FindingPlace& place, std::string_view note = {}) {
  Json json = {{"physicalLocation",
                {{"artifactLocation", {{"uri", uri_of(place.document)}}},
                 {"region",
                  {{"startLine", place.line},
                   {"byteOffset", place.range.begin},
                   {"byteLength", place.range.size()},
                   {"snippet", {{"text", place.text}}}}}}}};
  if (!note.empty()) json["message"] = {{"id", note}, {"text", note}};
  return json;
}

/// A template of ours in the syntax of SARIF (§3.11.5): {0}, {1} for {} and {:.1f}.
std::string placeholders(std::string_view pattern) {
  std::string text;
  std::size_t places = 0;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    if (pattern[at] != '{') {
      text += pattern[at];
      continue;
    }
    text += fmt::format("{{{}}}", places++);
    at = pattern.find('}', at);
  }
  return text;
}

/// The arguments as SARIF has them: texts.
Json argument_texts(const Finding& finding) {
  Json texts = Json::array();
  for (const FindingArgument& each : finding.arguments) {
    if (const auto* factor = std::get_if<double>(&each)) {
      texts.push_back(fmt::format("{:.1f}", *factor));
    } else {
      std::visit([&](const auto& value) { texts.push_back(fmt::format("{}", value)); }, each);
    }
  }
  return texts;
}

Json rule_json(const RuleDescription& rule) {
  Json messages = Json::object();
  for (const RuleMessage& each : rule.messages) {
    messages[std::string(each.kind)] = {{"text", placeholders(each.text)}};
  }
  return {{"id", rule.name},
          {"shortDescription", {{"text", rule.summary}}},
          {"fullDescription", {{"text", rule.details}}},
          {"help", {{"text", rule.details}, {"markdown", rule.details}}},
          {"messageStrings", std::move(messages)}};
}

Json result_json(const Finding& finding) {
  const auto& rules = duizhao::rules();
  const auto rule = std::ranges::find(rules, finding.rule, &RuleDescription::name);
  Json json = {{"ruleId", finding.rule},
               {"ruleIndex", rule - rules.begin()},
               {"level", level_of(finding.severity)},
               {"message",
                {{"id", finding.kind},
                 {"arguments", argument_texts(finding)},
                 {"text", check::filled(check::template_of(finding), finding)}}}};
  const auto& here = finding.target ? finding.target : finding.source;
  if (here) json["locations"] = Json::array({location(*here)});
  Json related = Json::array();
  if (finding.target && finding.source) {
    related.push_back(location(*finding.source, "source"));
  }
  for (const Evidence& each : finding.evidence)
    related.push_back(location(each.place, name_of(each.kind)));
  if (!related.empty()) json["relatedLocations"] = std::move(related);
  json["partialFingerprints"] = {{"duizhao/v1", finding.fingerprint}};
  if (finding.suggestion) json["properties"] = {{"suggestion", *finding.suggestion}};
  return json;
}

}  // namespace

std::string to_sarif(const std::vector<Finding>& findings) {
  Json rules = Json::array();
  for (const RuleDescription& rule : duizhao::rules()) rules.push_back(rule_json(rule));
  Json results = Json::array();
  for (const Finding& finding : findings) results.push_back(result_json(finding));
  return io::indented({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                       {"version", "2.1.0"},
                       {"runs", Json::array({{{"tool",
                                               {{"driver",
                                                 {{"name", "duizhao"},
                                                  {"semanticVersion", std::string(version())},
                                                  {"rules", std::move(rules)}}}}},
                                              {"columnKind", "unicodeCodePoints"},
                                              {"results", std::move(results)}}})}});
}

}  // namespace duizhao
