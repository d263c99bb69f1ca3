#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>

#include "commands.hpp"
#include "options.hpp"

namespace tool {
namespace {

namespace fs = std::filesystem;

struct Eval {
  OutputOptions output;
  std::string gold;
  std::string test;
  double least = 0;

  static std::vector<duizhao::Bead> read(const fs::path& path) {
    return duizhao::parse_beads(read_bytes(path.string()), path.string());
  }

  /// Pairs of files: the two given, or those of the gold folder with their namesakes in the test
  /// folder.
  std::vector<std::pair<fs::path, fs::path>> pairs() const {
    if (!fs::is_directory(gold)) return {{gold, test}};
    std::set<fs::path> names;
    std::error_code failure;
    for (const auto& entry : fs::directory_iterator(gold, failure)) {
      if (entry.is_regular_file()) names.insert(entry.path().filename());
    }
    if (failure) {
      throw duizhao::Error(duizhao::ErrorCode::io, {gold, {}, {}},
                           duizhao::translate("expected a folder that can be read"));
    }
    std::vector<std::pair<fs::path, fs::path>> pairs;
    for (const fs::path& name : names) pairs.emplace_back(gold / name, test / name);
    if (pairs.empty()) {
      throw duizhao::Error(duizhao::ErrorCode::content, {gold, {}, {}},
                           duizhao::translate("expected files in the folder, found none"));
    }
    return pairs;
  }

  static nlohmann::ordered_json json(const duizhao::Accuracy& accuracy) {
    return {{"precision", accuracy.precision}, {"recall", accuracy.recall}, {"f1", accuracy.f1}};
  }

  std::string render(const duizhao::Evaluation& evaluation, std::size_t files) const {
    if (output.format == "text") return duizhao::text_report(evaluation);
    nlohmann::ordered_json types = nlohmann::ordered_json::array();
    for (const auto& [type, count] : evaluation.types) {
      types.push_back({{"source", type.first},
                       {"target", type.second},
                       {"gold", count.gold},
                       {"test", count.test},
                       {"correct", count.correct}});
    }
    nlohmann::ordered_json confusions = nlohmann::ordered_json::array();
    for (const duizhao::Confusion& confusion : evaluation.confusions) {
      confusions.push_back(
          {{"gold", confusion.gold}, {"test", confusion.test}, {"count", confusion.count}});
    }
    const nlohmann::ordered_json result = {{"strict", json(evaluation.strict)},
                                           {"lax", json(evaluation.lax)},
                                           {"types", types},
                                           {"confusions", confusions},
                                           {"files", files}};
    return result.dump(2) + '\n';
  }

  int run() const {
    duizhao::Evaluator evaluator;
    const auto files = pairs();
    for (const auto& [gold_file, test_file] : files) {
      evaluator.add(read(gold_file), read(test_file));
    }
    const duizhao::Evaluation evaluation = evaluator.result();
    output.write(render(evaluation, files.size()));
    return evaluation.strict.f1 < least ? 1 : 0;
  }
};

}  // namespace

void add_eval(CLI::App& tool, Action& chosen) {
  const auto eval = std::make_shared<Eval>();
  CLI::App& command =
      add_command(tool, "eval", duizhao::translate("score beads against gold beads"));
  command.add_option("gold", eval->gold, duizhao::translate("a beads file, or a folder of them"))
      ->required()
      ->type_name("GOLD");
  command
      .add_option(
          "test", eval->test,
          duizhao::translate("the beads to score, or a folder with files of the same names"))
      ->required()
      ->type_name("TEST");
  command
      .add_option("--fail-below", eval->least,
                  duizhao::translate("exit with 1 if strict F1 is below this"))
      ->type_name("F1")
      ->check(is_probability());
  eval->output.add_to(command, {"text", "json"});
  add_examples(command, {"duizhao eval gold.beads alignment.beads",
                         "duizhao eval --fail-below 0.9 gold/ aligned/"});
  command.callback([eval, &chosen] {
    check_standard_input({eval->gold, eval->test});
    chosen = [eval] { return eval->run(); };
  });
}

}  // namespace tool
