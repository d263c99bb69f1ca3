#include <memory>
#include <nlohmann/json.hpp>

#include "commands.hpp"
#include "options.hpp"

namespace tool {
namespace {

struct Lookup {
  OutputOptions output;
  std::vector<std::string> words;
  std::size_t limit = 20;

  struct Found {
    std::string word;
    bool chinese;
    bool known;
    std::vector<duizhao::Translation> translations;
  };

  static bool is_chinese(const std::string& word) {
    return duizhao::parse_document(word, {}, {.format = duizhao::InputFormat::lines}).language() ==
           "zh";
  }

  Found look_up(const std::string& word, const duizhao::Lexicon& lexicon) const {
    if (!is_chinese(word)) {
      auto translations = lexicon.chinese_for(word, limit);
      return {word, false, !translations.empty(), std::move(translations)};
    }
    return {word, true, lexicon.contains(word), lexicon.english_for(word, limit)};
  }

  /// Words that are no headwords are followed by those that they are made of.
  std::vector<Found> look_up_all(const duizhao::Lexicon& lexicon) const {
    std::vector<Found> all;
    for (const std::string& word : words) {
      all.push_back(look_up(word, lexicon));
      if (!all.back().chinese || all.back().known) continue;
      const auto parts = lexicon.chinese_words(word);
      if (parts.size() < 2) continue;
      for (const std::string& part : parts) all.push_back(look_up(part, lexicon));
    }
    return all;
  }

  std::string render(const std::vector<Found>& all) const {
    if (output.format == "text") {
      std::string text;
      for (const Found& found : all) {
        if (!text.empty()) text += '\n';
        std::string head = found.word;
        if (!found.known) {
          head += ' ';
          head += found.translations.empty()
                      ? duizhao::translate("(not in the lexicon)")
                      : duizhao::translate("(not in the lexicon; by its characters)");
        }
        text += duizhao::text_report(head, found.translations);
      }
      return text;
    }
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const Found& found : all) {
      nlohmann::ordered_json translations = nlohmann::ordered_json::array();
      for (const auto& [word, probability] : found.translations) {
        translations.push_back({{"word", word}, {"probability", probability}});
      }
      list.push_back({{"word", found.word},
                      {"language", found.chinese ? "zh" : "en"},
                      {"known", found.known},
                      {"translations", translations}});
    }
    return list.dump(2) + '\n';
  }

  int run() const {
    output.write(render(look_up_all(duizhao::Lexicon::load_default())));
    return 0;
  }
};

}  // namespace

void add_lexicon(CLI::App& tool, Action& chosen) {
  const auto lookup = std::make_shared<Lookup>();
  CLI::App& lexicon =
      add_command(tool, "lexicon", duizhao::translate("see what the lexicon knows"));
  lexicon.require_subcommand(1);
  CLI::App& command = add_command(
      lexicon, "lookup", duizhao::translate("the translations of Chinese or English words"));
  command.add_option("word", lookup->words, duizhao::translate("Chinese or English words"))
      ->required()
      ->type_name("WORD");
  command
      .add_option("--limit", lookup->limit,
                  duizhao::translate("translations of a word at the most"))
      ->type_name("N")
      ->check(CLI::Range(std::size_t{1}, std::size_t{1'000'000}).description(""));
  lookup->output.add_to(command, {"text", "json"});
  add_examples(command, {"duizhao lexicon lookup 贡献者", "duizhao lexicon lookup contributor"});
  command.callback([lookup, &chosen] { chosen = [lookup] { return lookup->run(); }; });
}

}  // namespace tool
