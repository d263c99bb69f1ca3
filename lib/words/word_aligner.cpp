#include "duizhao/words/word_aligner.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"
#include "text/embedded.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"
#include "words/alone_features.hpp"
#include "words/cut.hpp"
#include "words/differences.hpp"
#include "words/facts_pool.hpp"
#include "words/link_model.hpp"
#include "words/pair_features.hpp"
#include "words/terms.hpp"
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

bool is_chinese(const std::string& language) { return language == "zh"; }

void require_languages(const std::string& source, const std::string& target) {
  if (WordAligner::knows(source, target)) return;
  throw Error(ErrorCode::content, {},
              fmt::format(fmt::runtime(translate("words are linked between zh and en and inside a "
                                                 "language, not between {} and {}")),
                          source, target));
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

std::vector<double> alone_of(const LinkModel& model, const std::vector<const WordFacts*>& rows,
                             const std::vector<const WordFacts*>& columns,
                             const Grid<float>& probabilities) {
  std::vector<double> alone(rows.size());
  const words::AloneFeatures features(rows, columns, probabilities);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!is_content(rows[i]->kind)) continue;
    alone[i] = columns.empty() ? 1 : model.alone(features.of(i));
  }
  return alone;
}

}  // namespace

struct WordAligner::State {
  Lexicon lexicon;
  bool chinese_source;
  bool chinese_target;
  mutable words::FactsPool pool;

  std::vector<words::TermLemmas> terms = {};  // Chinese first

  State(Lexicon given, const std::string& source, const std::string& target,
        const std::vector<Term>& glossary)
      : lexicon(std::move(given)),
        chinese_source(is_chinese(source)),
        chinese_target(is_chinese(target)),
        pool(is_chinese(target) || target == "en" ? lexicon.tables() : nullptr,
             is_chinese(target) ? "en" : target) {
    require_languages(source, target);
    if (chinese_source != chinese_target) add_terms(glossary);
  }

  /// Which side of a term is Chinese its script tells.
  void add_terms(const std::vector<Term>& glossary) {
    auto facts = pool.take();
    for (const Term& term : glossary) {
      if (term.forbidden) continue;
      const bool chinese_first = text::has_han(term.source) || !text::has_han(term.target);
      words::TermLemmas lemmas;
      const lexicon::Tables* tables = lexicon.tables();
      for (const auto* word :
           chinese(*facts, cut(chinese_first ? term.source : term.target, true, tables))) {
        lemmas.source.push_back(word->lemma);
      }
      for (const auto* word :
           english(*facts, cut(chinese_first ? term.target : term.source, false, tables))) {
        lemmas.target.push_back(word->lemma);
      }
      terms.push_back(std::move(lemmas));
    }
    pool.give_back(std::move(facts));
  }

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
    const std::vector<const WordFacts*> rows(source.begin(), source.end());
    const std::vector<const WordFacts*> columns(target.begin(), target.end());
    alignment.source_alone = alone_of(model, rows, columns, p);
    alignment.target_alone = alone_of(model, columns, rows, words::transposed(p));
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
  auto known = pool.take();
  words::Facts& facts = *known;
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
    Grid<float> p = words::link_probabilities(features, model.stages);
    words::apply_terms(terms, {zh.begin(), zh.end()}, {en.begin(), en.end()}, p);
    if (chinese_source) {
      fill(alignment, model, p, zh, en, min_probability);
    } else {
      fill(alignment, model, words::transposed(p), en, zh, min_probability);
    }
  }
  pool.give_back(std::move(known));
  return alignment;
}

WordAligner::WordAligner(Lexicon lexicon, const std::string& source_language,
                         const std::string& target_language, const std::vector<Term>& glossary)
    : state_(std::make_shared<const State>(std::move(lexicon), source_language, target_language,
                                           glossary)) {}

bool WordAligner::knows(const std::string& source_language, const std::string& target_language) {
  const auto has_lexicon = [](const std::string& language) {
    return language == "zh" || language == "en";
  };
  return source_language == target_language ||
         (has_lexicon(source_language) && has_lexicon(target_language));
}

WordAlignment WordAligner::align(std::string_view source, std::string_view target,
                                 double min_probability) const {
  const lexicon::Tables* tables = state_->lexicon.tables();
  return state_->align(cut(source, state_->chinese_source, tables),
                       cut(target, state_->chinese_target, tables), min_probability);
}

std::optional<WordAlignment> WordAligner::align_if_short(std::string_view source,
                                                         std::string_view target,
                                                         double min_probability) const {
  const lexicon::Tables* tables = state_->lexicon.tables();
  auto own = cut(source, state_->chinese_source, tables);
  auto other = cut(target, state_->chinese_target, tables);
  if (std::max(own.size(), other.size()) > kMostTokens) return std::nullopt;
  return state_->align(std::move(own), std::move(other), min_probability);
}

WordAlignment WordAligner::align(const std::vector<std::string>& source,
                                 const std::vector<std::string>& target,
                                 double min_probability) const {
  return state_->align(joined(source), joined(target), min_probability);
}

}  // namespace duizhao
