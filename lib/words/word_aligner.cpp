#include "duizhao/words/word_aligner.hpp"

#include <fmt/format.h>

#include <utility>

#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"
#include "text/embedded.hpp"
#include "text/utf8.hpp"
#include "words/cut.hpp"
#include "words/differences.hpp"
#include "words/link_model.hpp"
#include "words/pair_features.hpp"
#include "words/word_facts.hpp"

namespace duizhao {
namespace {

using words::ChineseFacts;
using words::EnglishFacts;
using words::Grid;
using words::LinkModel;
using words::WordFacts;

const LinkModel& bilingual_model() {
  static const LinkModel model = LinkModel::parse(
      text::kWordLinksChinese, words::bilingual_feature_names(), words::kBilingualGroups);
  return model;
}

const LinkModel& monolingual_model() {
  static const LinkModel model = LinkModel::parse(
      text::kWordLinksEnglish, words::monolingual_feature_names(), words::kMonolingualGroups);
  return model;
}

bool is_chinese(const std::string& language) {
  if (language == "zh") return true;
  if (language == "en") return false;
  throw Error(
      ErrorCode::content, {},
      fmt::format(fmt::runtime(translate("words are linked in zh and en, not in {}")), language));
}

void require_utf8(std::string_view text) {
  if (const auto fault = text::find_fault(text)) {
    throw Error(ErrorCode::decoding, {{}, {}, fault->byte}, text::explain(text, *fault));
  }
}

std::vector<WordToken> cut(std::string_view text, bool chinese, const lexicon::Tables* tables) {
  require_utf8(text);
  std::vector<WordToken> tokens;
  for (const ByteRange range : words::cut_words(text, chinese, tables)) {
    tokens.push_back({range, std::string(text.substr(range.begin, range.size()))});
  }
  return tokens;
}

std::vector<WordToken> joined(const std::vector<std::string>& texts) {
  std::vector<WordToken> tokens;
  std::size_t at = 0;
  for (const std::string& text : texts) {
    require_utf8(text);
    tokens.push_back({{at, at + text.size()}, text});
    at += text.size() + 1;
  }
  return tokens;
}

void require_short(const std::vector<WordToken>& tokens) {
  if (tokens.size() <= WordAligner::kMostTokens) return;
  throw Error(ErrorCode::content, {},
              fmt::format(fmt::runtime(translate("{} words in one text, where {} can be linked")),
                          format_number(tokens.size()), format_number(WordAligner::kMostTokens)));
}

std::vector<double> alone_of(const LinkModel& model, const std::vector<const WordFacts*>& facts,
                             const Grid<float>& probabilities) {
  std::vector<double> alone(facts.size());
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (!is_content(facts[i]->kind)) continue;
    alone[i] = probabilities.columns() == 0
                   ? 1
                   : model.alone(words::alone_features(facts, i, probabilities));
  }
  return alone;
}

}  // namespace

struct WordAligner::State {
  Lexicon lexicon;
  bool chinese_source;
  bool chinese_target;
  mentions::Numerals numerals = {};

  WordAlignment align(std::vector<WordToken> source, std::vector<WordToken> target,
                      double min_probability) const;

  /// Words as the features know them.
  std::vector<const ChineseFacts*> chinese(words::Facts& facts,
                                           const std::vector<WordToken>& tokens) const {
    std::vector<const ChineseFacts*> list;
    for (const WordToken& token : tokens) {
      list.push_back(&facts.chinese(words::normal_form(token.text, lexicon.tables())));
    }
    return list;
  }
  std::vector<const EnglishFacts*> english(words::Facts& facts,
                                           const std::vector<WordToken>& tokens) const {
    std::vector<const EnglishFacts*> list;
    for (const WordToken& token : tokens) {
      list.push_back(&facts.english(words::normal_form(token.text, nullptr)));
    }
    return list;
  }

  template <typename Source, typename Target>
  static void fill(WordAlignment& alignment, const LinkModel& model, const Grid<float>& p,
                   const std::vector<const Source*>& source,
                   const std::vector<const Target*>& target, double min_probability) {
    for (std::size_t i = 0; i < p.rows(); ++i) {
      for (std::size_t j = 0; j < p.columns(); ++j) {
        if (p(i, j) >= min_probability) alignment.links.push_back({i, j, p(i, j)});
      }
    }
    alignment.phrases = words::phrases_of(alignment.links, source.size(), target.size());
    alignment.source_alone = alone_of(model, {source.begin(), source.end()}, p);
    alignment.target_alone = alone_of(model, {target.begin(), target.end()}, words::transposed(p));
  }

  template <typename Words>
  static void link_alike(WordAlignment& alignment, const std::vector<const Words*>& source,
                         const std::vector<const Words*>& target, const lexicon::Tables* tables,
                         double min_probability) {
    const LinkModel& model = monolingual_model();
    const auto features = words::monolingual_features(source, target, model.habits, tables);
    fill(alignment, model, words::link_probabilities(features, model.stages), source, target,
         min_probability);
    alignment.differences = words::differences_of(alignment, source, target, tables);
  }
};

WordAlignment WordAligner::State::align(std::vector<WordToken> source,
                                        std::vector<WordToken> target,
                                        double min_probability) const {
  require_short(source);
  require_short(target);
  WordAlignment alignment{std::move(source), std::move(target), {}, {}, {}, {}, {}};
  words::Facts facts(lexicon.tables(), numerals);
  if (chinese_source && chinese_target) {
    link_alike(alignment, chinese(facts, alignment.source), chinese(facts, alignment.target),
               lexicon.tables(), min_probability);
  } else if (!chinese_source && !chinese_target) {
    link_alike(alignment, english(facts, alignment.source), english(facts, alignment.target),
               lexicon.tables(), min_probability);
  } else {
    const LinkModel& model = bilingual_model();
    const auto zh = chinese(facts, chinese_source ? alignment.source : alignment.target);
    const auto en = english(facts, chinese_source ? alignment.target : alignment.source);
    const auto features = words::bilingual_features(zh, en, model.habits);
    const Grid<float> p = words::link_probabilities(features, model.stages);
    if (chinese_source) {
      fill(alignment, model, p, zh, en, min_probability);
    } else {
      fill(alignment, model, words::transposed(p), en, zh, min_probability);
    }
  }
  return alignment;
}

WordAligner::WordAligner(Lexicon lexicon, const std::string& source_language,
                         const std::string& target_language)
    : state_(std::make_unique<const State>(std::move(lexicon), is_chinese(source_language),
                                           is_chinese(target_language))) {}

WordAligner::~WordAligner() = default;
WordAligner::WordAligner(WordAligner&&) noexcept = default;
WordAligner& WordAligner::operator=(WordAligner&&) noexcept = default;

WordAlignment WordAligner::align(std::string_view source, std::string_view target,
                                 double min_probability) const {
  const lexicon::Tables* tables = state_->lexicon.tables();
  return state_->align(cut(source, state_->chinese_source, tables),
                       cut(target, state_->chinese_target, tables), min_probability);
}

WordAlignment WordAligner::align(const std::vector<std::string>& source,
                                 const std::vector<std::string>& target,
                                 double min_probability) const {
  return state_->align(joined(source), joined(target), min_probability);
}

}  // namespace duizhao
