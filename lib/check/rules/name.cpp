// Persons, companies and places that are rendered wrongly, or in more than one way.
#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "check/engine/rule.hpp"
#include "check/evidence/capitals.hpp"
#include "check/evidence/known_names.hpp"
#include "check/evidence/misread_names.hpp"
#include "compare/places.hpp"
#include "duizhao/text/messages.hpp"
#include "lexicon/words.hpp"
#include "text/ascii.hpp"
#include "text/fold.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::check {
namespace {

/// A Chinese proper name that the lexicon knows, in a pair.
struct KnownName {
  std::size_t word;
  std::vector<std::string> stems;  // of its likeliest renderings
  std::vector<std::string> forms;  // the same as words
};

/// Everything that the rule knows of one pair.
struct Names {
  std::vector<Capital> capitals;
  std::vector<std::pair<RomanName, ByteRange>> located;  // names in pinyin, and their characters
  std::vector<RomanName> strangers;                      // those without characters
};

/// What is remembered of a Chinese name over all pairs.
struct Form {
  std::string text;
  Spot spot;
};

class Check {
 public:
  Check(const Context& context, Reporter& reporter)
      : context_(context), reporter_(reporter), known_(context.tools.lexicon) {}

  void run() {
    for (std::size_t t = 0; t < context_.translations.size(); ++t) {
      if (!context_.translations[t].bilingual()) continue;
      for (std::size_t p = 0; p < context_.translations[t].pairs().size(); ++p) look(t, p);
    }
    for (const auto& [name, forms] : forms_) compare(name, forms);
    for (std::size_t t = 0; t < context_.translations.size(); ++t) {
      if (!context_.translations[t].bilingual()) continue;
      for (std::size_t p = 0; p < context_.translations[t].pairs().size(); ++p) look_again(t, p);
    }
  }

 private:
  void look(std::size_t t, std::size_t p) {
    const CheckedTranslation& translation = context_.translations[t];
    const CheckedBead& pair = translation.pairs()[p];
    const Side& zh = pair.*translation.chinese();
    const Side& en = pair.*translation.english();
    if (zh.words.empty() || en.words.empty()) return;
    Names names;
    names.capitals = capitals_of(en);
    if (names.capitals.empty()) return;
    for (const Capital& capital : names.capitals) uses_[capital.text].push_back({t, p});
    for (auto& [name, place] : roman_names(zh, en)) {
      if (!place) {
        names.strangers.push_back(std::move(name));
      } else {
        explain(names, en, name.range);
        names.located.emplace_back(std::move(name), *place);
      }
    }
    remember(t, p, names);
    explain_by_words(translation, pair, names);
    check_latin(t, pair, names);
    const auto told = check_known(t, pair, names);
    check_spelling(t, pair, names);
    check_linked(t, pair, told);
  }

  static void explain(Names& names, const Side& en, ByteRange range) {
    for (Capital& capital : names.capitals) {
      if (en.words[capital.word].range.overlaps(range)) capital.explained = true;
    }
  }

  /// Capitalised words that some Chinese word stands for, or that stand in the Chinese. Of proper
  /// names only their likeliest renderings count: their characters (州) are in many names.
  void explain_by_words(const CheckedTranslation& translation, const CheckedBead& pair,
                        Names& names) const {
    constexpr double kExplained = 0.12;
    const Side& zh = pair.*translation.chinese();
    std::vector<double> support((pair.*translation.english()).words.size());
    for (const words::Link& link : translation.links(pair)) {
      const std::string& text = zh.words[link.chinese].text();
      if (!known_.renderings_of(text).empty()) continue;
      support[link.english] = std::max(support[link.english], link.strength);
    }
    const std::string folded = text::fold_case(zh.text);
    const auto known = known_names(translation, pair);
    for (Capital& capital : names.capitals) {
      const bool there = folded.find(text::fold_case(capital.text)) != std::string::npos;
      const std::string& stem = (pair.*translation.english()).words[capital.word].text();
      const bool named = std::ranges::any_of(known, [&](const KnownName& name) {
        return std::ranges::any_of(name.stems,
                                   [&](const std::string& each) { return are_kin(each, stem); });
      });
      if (support[capital.word] >= kExplained || there || named) capital.explained = true;
    }
  }

  /// Names in pinyin, and the first place of their characters. Of a pair with more different ones
  /// than anybody reads only the first are looked for; each costs the length of the text.
  std::vector<std::pair<RomanName, std::optional<ByteRange>>> roman_names(const Side& zh,
                                                                          const Side& en) const {
    constexpr std::size_t kMost = 100;
    std::map<std::string_view, std::optional<ByteRange>> known;
    std::vector<std::pair<RomanName, std::optional<ByteRange>>> found;
    for (RomanName& name : context_.tools.names.find(en.text)) {
      const auto [place, is_new] = known.try_emplace(en.at(name.range));
      if (is_new && known.size() > kMost) break;
      if (is_new) {
        const auto places = context_.tools.names.locate(name, zh.text);
        if (!places.empty()) place->second = places.front();
      }
      found.emplace_back(std::move(name), place->second);
    }
    return found;
  }

  void remember(std::size_t t, std::size_t p, const Names& names) {
    const CheckedTranslation& translation = context_.translations[t];
    const CheckedBead& pair = translation.pairs()[p];
    const Side& zh = pair.*translation.chinese();
    const Side& en = pair.*translation.english();
    for (const auto& [name, place] : names.located) {
      constexpr std::size_t kHan = 3;  // bytes
      const std::string_view characters = zh.at(place);
      if (characters.size() < 2 * kHan || is_transliterated(characters)) continue;
      forms_[std::string(characters)].push_back(
          {std::string(en.at(name.range)), {t, p, translation.english(), name.range}});
    }
  }

  /// Whether a Chinese name is written by its sounds, so that pinyin is not how it is rendered:
  /// 迈克, 安吉拉.
  static bool is_transliterated(std::string_view name) {
    std::size_t all = 0;
    std::size_t sounds = 0;
    for (std::size_t at = 0; at < name.size(); ++all) {
      const std::size_t size = text::decode(name, at).size;
      sounds += compare::is_transliteration(name.substr(at, size)) ? 1 : 0;
      at += size;
    }
    return 2 * sounds >= all;
  }

  void add(std::size_t t, const CheckedBead& pair, Message message,
           std::optional<ByteRange> chinese, std::optional<ByteRange> english,
           std::vector<FindingSign> signs, std::optional<std::string> suggestion = {},
           std::vector<std::pair<Spot, EvidenceKind>> evidence = {}) {
    const CheckedTranslation& translation = context_.translations[t];
    const bool from_chinese = translation.chinese() == &CheckedBead::source;
    if (!from_chinese) suggestion.reset();  // it is English, for the source
    reporter_.add(t, pair, std::move(message),
                  {from_chinese ? chinese : english, from_chinese ? english : chinese,
                   std::move(suggestion), std::move(evidence), std::move(signs)});
  }

  /// One name, different forms: Liang Wenfeng and Wenfeng Liang.
  void compare(const std::string& name, const std::vector<Form>& forms) {
    const auto plain = [](const std::string& form) {
      std::string folded = text::fold_case(form);
      for (std::size_t at = folded.find("’"); at != std::string::npos; at = folded.find("’")) {
        folded.replace(at, std::string_view("’").size(), "'");
      }
      return folded;
    };
    std::map<std::string, std::size_t> counts;
    for (const Form& form : forms) ++counts[plain(form.text)];
    if (counts.size() < 2) return;
    const Form* usual = &forms.front();
    for (const Form& form : forms) {
      if (counts[plain(form.text)] > counts[plain(usual->text)]) usual = &form;
    }
    for (const Form& form : forms) {
      if (plain(form.text) == plain(usual->text)) continue;
      const CheckedBead& pair =
          context_.translations[form.spot.translation].pairs()[form.spot.pair];
      add(form.spot.translation, pair, Message{"varies", {name, form.text, usual->text}}, {},
          form.spot.range, {{"pinyin", 1}}, usual->text, {{usual->spot, EvidenceKind::other_form}});
    }
  }

  /// Latin names of the Chinese text that the English spells otherwise.
  void check_latin(std::size_t t, const CheckedBead& pair, Names& names) {
    const CheckedTranslation& translation = context_.translations[t];
    const Side& zh = pair.*translation.chinese();
    const Side& en = pair.*translation.english();
    std::string joined;  // English without spaces and hyphens: Open AI
    for (const char c : text::fold_case(en.text)) {
      if (c != ' ' && c != '-') joined += c;
    }
    for (const words::Word& word : zh.words) {
      const char32_t first = text::decode(zh.text, word.range.begin).value;
      if (!text::is_upper(first) && !(first < 0x80 && text::is_lower(first))) continue;
      const std::string text(zh.at(word.range));
      const bool has_capital = std::ranges::any_of(text, text::is_ascii_upper);
      if (text.size() < 3 || !has_capital || first >= 0x80) continue;
      if (joined.find(text::fold_case(text)) != std::string::npos) {
        check_case(t, pair, names, word, text);
        continue;
      }
      for (Capital& capital : names.capitals) {
        if (capital.explained || !is_slip(text, capital.text)) continue;
        add(t, pair, Message{"changed", {text, capital.text}}, word.range,
            en.words[capital.word].range, {{"latin", 1}}, text);
        capital.explained = true;
        break;
      }
    }
  }

  /// DeepSeek and Deepseek.
  void check_case(std::size_t t, const CheckedBead& pair, const Names& names,
                  const words::Word& word, const std::string& text) {
    const Side& en = pair.*context_.translations[t].english();
    for (const Capital& capital : names.capitals) {
      const bool other =
          text::fold_case(capital.text) == text::fold_case(text) && capital.text != text;
      if (!other || en.text.find(text) != std::string::npos) continue;
      const bool shouting =
          std::ranges::none_of(capital.text, [](char c) { return c >= 'a' && c <= 'z'; });
      if (shouting) continue;
      add(t, pair, Message{"written", {text, capital.text}}, word.range,
          en.words[capital.word].range, {}, text);
    }
  }

  /// The proper names of a pair that the lexicon knows.
  std::vector<KnownName> known_names(const CheckedTranslation& translation,
                                     const CheckedBead& pair) const {
    constexpr double kShare = 0.34;  // of the likeliest rendering
    std::vector<KnownName> known;
    const Side& zh = pair.*translation.chinese();
    for (std::size_t w = 0; w < zh.words.size(); ++w) {
      const std::string& text = zh.words[w].text();
      const auto renderings = known_.renderings_of(text);
      if (renderings.empty()) continue;
      KnownName name{w, {}, {}};
      for (const auto& [form, stem, probability] : renderings) {
        if (probability < kShare * renderings.front().probability) continue;
        name.stems.push_back(stem);
        name.forms.push_back(form);
      }
      known.push_back(std::move(name));
    }
    return known;
  }

  /// A name that the lexicon knows, where the English has a slip of it.
  /// Gives the places in the English.
  std::vector<ByteRange> check_known(std::size_t t, const CheckedBead& pair, Names& names) {
    std::vector<ByteRange> told;
    const CheckedTranslation& translation = context_.translations[t];
    const Side& zh = pair.*translation.chinese();
    const Side& en = pair.*translation.english();
    for (const KnownName& name : known_names(translation, pair)) {
      const bool rendered = std::ranges::any_of(en.words, [&](const words::Word& word) {
        const std::string& stem = word.text();
        return std::ranges::any_of(name.stems, [&](const std::string& known) {
          return stem == known || are_kin(stem, known);
        });
      });
      const bool in_pinyin = std::ranges::any_of(names.located, [&](const auto& located) {
        return located.second.overlaps(zh.words[name.word].range);
      });
      const auto& all = known_.renderings_of(zh.words[name.word].text());
      const bool otherwise = std::ranges::any_of(names.capitals, [&](const Capital& capital) {
        const std::string stem = known_.stem(capital.text);
        return std::ranges::any_of(
            all, [&](const NameRendering& each) { return are_kin(each.stem, stem); });
      });
      if (rendered || in_pinyin || otherwise) continue;
      for (Capital& capital : names.capitals) {
        const bool slip =
            !capital.explained && std::ranges::any_of(name.forms, [&](const std::string& form) {
              return is_slip(form, capital.text);
            });
        if (!slip) continue;
        add(t, pair, Message{"changed", {zh.at(zh.words[name.word].range), capital.text}},
            zh.words[name.word].range, en.words[capital.word].range, {{"slip", 1}},
            suggestion(name, zh.at(zh.words[name.word].range), capital.text));
        told.push_back(en.words[capital.word].range);
        capital.explained = true;
        break;
      }
    }
    return told;
  }

  /// An English name that the Chinese has no word of, as the links of the pair tell.
  void check_linked(std::size_t t, const CheckedBead& pair, const std::vector<ByteRange>& told) {
    const CheckedTranslation& translation = context_.translations[t];
    const Side& zh = pair.*translation.chinese();
    const Side& en = pair.*translation.english();
    for (const compare::RenderingDifference& each : translation.differences(pair)) {
      if (each.kind != VariationKind::name || !each.english) continue;
      const bool again =
          std::ranges::any_of(told, [&](ByteRange range) { return range.overlaps(*each.english); });
      if (again) continue;
      std::vector<FindingSign> signs = signs_of(each);
      if (each.chinese) {
        add(t, pair, Message{"changed", {zh.at(*each.chinese), en.at(*each.english)}}, each.chinese,
            each.english, std::move(signs), usual_form(zh.at(*each.chinese)));
      } else {
        add(t, pair, Message{"unknown", {en.at(*each.english)}}, {}, each.english,
            std::move(signs));
      }
    }
  }

  /// What a known name mostly is in English.
  std::optional<std::string> usual_form(std::string_view chinese) const {
    constexpr double kMostly = 0.5;
    const auto& renderings = known_.renderings_of(std::string(chinese));
    if (renderings.empty() || renderings.front().probability < kMostly) return std::nullopt;
    return capitalised(renderings.front().form);
  }

  /// What should stand there, where that is sure: the form that was misspelt, or the pinyin.
  std::optional<std::string> suggestion(const KnownName& name, std::string_view chinese,
                                        const std::string& misspelt) const {
    for (const std::string& each : name.forms) {
      const std::string form = capitalised(each);
      if (is_slip(each, misspelt) || context_.tools.names.renders(form, chinese)) return form;
    }
    return std::nullopt;
  }

  static std::string capitalised(std::string word) {
    if (!word.empty() && word.front() >= 'a' && word.front() <= 'z') word.front() -= 'a' - 'A';
    return word;
  }

  /// Names in pinyin that are read nearly as some characters are: all syllables but one.
  void check_spelling(std::size_t t, const CheckedBead& pair, Names& names) {
    const CheckedTranslation& translation = context_.translations[t];
    const Side& zh = pair.*translation.chinese();
    const Side& en = pair.*translation.english();
    std::vector<ByteRange> taken;
    for (const auto& [name, place] : names.located) taken.push_back(place);
    std::set<std::string_view> told;  // a name is told once in a pair
    for (const RomanName& name : names.strangers) {
      if (!told.insert(en.at(name.range)).second) continue;
      const auto place =
          misread_.find(translation, zh, name, std::string(en.at(name.range)), taken);
      if (!place || is_transliterated(zh.at(*place))) continue;
      add(t, pair, Message{"misread", {en.at(name.range), zh.at(*place)}}, *place, name.range, {});
    }
  }

  /// Names that other pairs have taught: characters that are there, without their usual form.
  void look_again(std::size_t t, std::size_t p) {
    const CheckedTranslation& translation = context_.translations[t];
    const CheckedBead& pair = translation.pairs()[p];
    const Side& zh = pair.*translation.chinese();
    const Side& en = pair.*translation.english();
    for (const auto& [name, forms] : forms_) {
      const std::size_t at = zh.text.find(name);
      if (at == std::string::npos || en.words.empty()) continue;
      const bool here = std::ranges::any_of(forms, [&](const Form& form) {
        return form.spot.translation == t && form.spot.pair == p;
      });
      if (here) continue;
      check_other_form(t, pair, name, {at, at + name.size()}, forms.front());
    }
  }

  /// The capitalised words inside sentences that nothing in the Chinese stands for.
  std::vector<Capital> strangers(const CheckedTranslation& translation,
                                 const CheckedBead& pair) const {
    const Side& zh = pair.*translation.chinese();
    const Side& en = pair.*translation.english();
    Names names;
    names.capitals = capitals_of(en);
    for (const auto& [name, place] : roman_names(zh, en)) {
      if (place) explain(names, en, name.range);
    }
    explain_by_words(translation, pair, names);
    std::erase_if(names.capitals,
                  [](const Capital& capital) { return capital.explained || capital.initial; });
    return std::move(names.capitals);
  }

  /// The surname with another given name beside it, or a slip of a part of the name.
  void check_other_form(std::size_t t, const CheckedBead& pair, const std::string& name,
                        ByteRange place, const Form& form) {
    const Side& en = pair.*context_.translations[t].english();
    std::set<std::string> parts;
    for (const lexicon::Word& word : lexicon::plain_words(form.text)) parts.insert(word.text);
    const auto capitals = capitals_of(en);
    const bool whole_part = std::ranges::any_of(capitals, [&](const Capital& capital) {
      return parts.contains(text::fold_case(capital.text));
    });
    if (!whole_part) {
      auto others = strangers(context_.translations[t], pair);
      // What is used where the name is not must be something else.
      std::erase_if(others, [&](const Capital& capital) {
        return std::ranges::any_of(uses_[capital.text], [&](const auto& use) {
          const CheckedTranslation& there = context_.translations[use.first];
          return (there.pairs()[use.second].*there.chinese()).text.find(name) == std::string::npos;
        });
      });
      if (!others.empty()) {
        const ByteRange range = en.words[others.front().word].range;
        add(t, pair, Message{"varies", {name, en.at(range), form.text}}, place, range,
            {{"pinyin", 0}}, form.text, {{form.spot, EvidenceKind::other_form}});
        return;
      }
    }
    for (std::size_t k = 0; k < capitals.size(); ++k) {
      const bool part = parts.contains(text::fold_case(capitals[k].text));
      const bool slip = !part && std::ranges::any_of(parts, [&](const std::string& each) {
        return is_slip(each, capitals[k].text);
      });
      const bool next =
          part && k + 1 < capitals.size() && capitals[k + 1].word == capitals[k].word + 1 &&
          en.words[capitals[k + 1].word].range.begin == en.words[capitals[k].word].range.end + 1 &&
          !parts.contains(text::fold_case(capitals[k + 1].text));
      if (!slip && !next) continue;
      if (slip && whole_part) continue;
      const ByteRange range{en.words[capitals[k].word].range.begin,
                            en.words[capitals[next ? k + 1 : k].word].range.end};
      add(t, pair, Message{"varies", {name, en.at(range), form.text}}, place, range,
          {{"pinyin", slip ? 0.0 : 1.0}}, form.text, {{form.spot, EvidenceKind::other_form}});
      return;
    }
  }

  const Context& context_;
  Reporter& reporter_;
  KnownNames known_;
  MisreadNames misread_{context_.tools.names, known_};
  std::map<std::string, std::vector<std::pair<std::size_t, std::size_t>>> uses_;  // of capitals
  std::map<std::string, std::vector<Form>> forms_;  // by Chinese characters
};

void check(const Context& context, Reporter& reporter) { Check(context, reporter).run(); }

}  // namespace

Rule name_rule() {
  return {
      {"name",
       translatable("a person, company or place that is rendered wrongly, or in more than one way"),
       translatable("Names in pinyin are read against the characters of the source, in either "
                    "order: one syllable that is read otherwise is a slip, and so are two orders "
                    "or spellings of one name. Names that the lexicon knows must not become other "
                    "names or be misspelt, Latin names of the source must be spelt as there. A "
                    "surname alone, or a pronoun, stands for the whole name."),
       {},
       {{true,
         {"梁文锋没有回答。"},
         {"Liang Wenfang did not answer."},
         translatable("another syllable")},
        {true,
         {"梁文锋走了。", "梁文锋又回来了。"},
         {"Liang Wenfeng left.", "Wenfeng Liang came back."},
         translatable("two orders")},
        {true, {"他在上海工作。"}, {"He works in Beijing."}, translatable("another city")},
        {false, {"梁文锋走了。"}, {"Liang left."}, translatable("a surname")}},
       {translatable("Names that neither pinyin nor the lexicon knows, in a single sentence.")},
       {{"varies", translatable("{} is \"{}\" here, elsewhere \"{}\"")},
        {"changed", translatable("\"{}\" became \"{}\"")},
        {"unknown", translatable("\"{}\" has no name in the source")},
        {"written", translatable("\"{}\" is written \"{}\"")},
        {"misread", translatable("\"{}\" is not how \"{}\" is read")}}},
      check};
}

}  // namespace duizhao::check
