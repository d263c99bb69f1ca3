// Writes findings as JSON.
#include <map>
#include <variant>

#include "check/engine/messages.hpp"
#include "duizhao/io/results.hpp"
#include "io/json.hpp"

namespace duizhao {
namespace {

using io::Json;

Json place_json(const FindingPlace& place) {
  return {{"document", place.document},
          {"begin", place.range.begin},
          {"end", place.range.end},
          {"line", place.line},
          {"text", place.text}};
}

Json place_or_null(const std::optional<FindingPlace>& place) {
  return place ? place_json(*place) : Json(nullptr);
}

Json arguments_json(const std::vector<FindingArgument>& arguments) {
  Json list = Json::array();
  for (const FindingArgument& each : arguments) {
    if (const auto* factor = std::get_if<double>(&each)) {
      list.push_back(io::decimal(*factor, 2));
    } else {
      std::visit([&](const auto& value) { list.push_back(value); }, each);
    }
  }
  return list;
}

Json finding_json(const Finding& finding) {
  Json json = {{"rule", finding.rule},
               {"severity", name_of(finding.severity)},
               {"probability", io::decimal(finding.probability, 2)},
               {"kind", finding.kind},
               {"arguments", arguments_json(finding.arguments)},
               {"message", check::filled(check::template_of(finding), finding)},
               {"source", place_or_null(finding.source)},
               {"target", place_or_null(finding.target)}};
  if (finding.suggestion) json["suggestion"] = *finding.suggestion;
  if (!finding.evidence.empty()) {
    Json evidence = Json::array();
    for (const Evidence& each : finding.evidence) {
      Json one = place_json(each.place);
      one["kind"] = name_of(each.kind);
      evidence.push_back(std::move(one));
    }
    json["evidence"] = std::move(evidence);
  }
  json["bead"] = finding.bead;
  json["fingerprint"] = finding.fingerprint;
  return json;
}

Json summary_json(const std::vector<Finding>& findings, std::size_t beads) {
  std::map<std::string_view, std::size_t> rules;
  std::map<Severity, std::size_t> severities;
  for (const Finding& finding : findings) {
    ++rules[finding.rule];
    ++severities[finding.severity];
  }
  Json by_rule = Json::object();
  for (const RuleDescription& rule : duizhao::rules()) {
    if (rules.contains(rule.name)) by_rule[std::string(rule.name)] = rules[rule.name];
  }
  return {{"beads", beads},
          {"findings", findings.size()},
          {"high", severities[Severity::high]},
          {"medium", severities[Severity::medium]},
          {"low", severities[Severity::low]},
          {"rules", std::move(by_rule)}};
}

}  // namespace

std::string to_json(const std::vector<Finding>& findings,
                    const std::vector<Alignment>& translations) {
  Json list = Json::array();
  for (const Finding& finding : findings) list.push_back(finding_json(finding));
  Json documents = Json::array();
  std::size_t beads = 0;
  for (const Alignment& each : translations) {
    if (documents.empty()) documents.push_back(each.source().document().name());
    documents.push_back(each.target().document().name());
    beads += each.beads().size();
  }
  return io::indented({{"findings", std::move(list)},
                       {"documents", std::move(documents)},
                       {"summary", summary_json(findings, beads)}});
}

}  // namespace duizhao
