// Learns which candidate passage a quote renders.
//
// usage: train-tracing FOLDER[*WEIGHT]…
//
// A FOLDER holds two folders of texts, a/ and b/, files of the same names, a sentence a line; the
// lines correspond. Of one with a weight only a/ is traced in b/: quotes of an article, beside the
// passages that they render, on lines of their own. Every third file is left out of the documents,
// so that its sentences render nothing. Lines of one side, first halves of them, a few words, and
// lines with a foreign one behind them are traced in the documents of the other, and English ones
// in their own; lines also in the first eight lines of single files. The ranking
// (lib/trace/ranking.hpp) is fitted as a logistic regression to all folders but one, in turn, and
// scored on that; then to all. Prints by folder and kind of quote how many were given their passage
// with a probability of half or more, and the rows of data/models/tracing.tsv.
#include <fmt/format.h>

#include <algorithm>
#include <duizhao/lexicon/lexicon.hpp>
#include <duizhao/segment/segmenter.hpp>
#include <duizhao/text/error.hpp>
#include <exception>
#include <filesystem>
#include <iostream>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "lexicon/gloss_columns.hpp"
#include "network_fitting.hpp"
#include "read_lines.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"
#include "trace/passage_index.hpp"
#include "trace/passage_search.hpp"
#include "trace/ranking.hpp"
#include "trace/relation.hpp"

namespace training {
namespace {

using namespace duizhao;
namespace fs = std::filesystem;
using trace::kRankFeatures;
using trace::Languages;

constexpr std::size_t kQuotes = 260;  // of a kind
constexpr std::size_t kRanked = 10;   // candidates of a quote

using Lines = std::vector<std::string>;

/// Files of one side, in the order of their names.
using Side = std::vector<Lines>;

Side read_side(const fs::path& folder) {
  std::set<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) files.insert(entry.path());
  Side side;
  for (const fs::path& file : files) side.push_back(read_lines(file));
  return side;
}

std::string language_of(const Side& side) {
  text::ScriptCount letters;
  for (const Lines& lines : side) {
    for (const std::string& line : lines) letters.add(line);
  }
  return letters.language();
}

struct Case {
  std::string kind;
  std::string quote;
  std::size_t document = 0;  // where its passage is
  std::size_t line = 0;
};

bool is_left_out(std::size_t file) { return file % 3 == 0; }

std::string half_of(const std::string& line, bool chinese) {
  std::size_t middle = line.size() / 2;
  if (chinese) {
    while (middle > 0 && (static_cast<unsigned char>(line[middle]) & 0xC0) == 0x80) --middle;
  } else {
    middle = std::min(line.find(' ', middle), line.size());
  }
  return line.substr(0, middle);
}

/// A few words that stand together, or as many characters of Chinese as make them.
std::string fragment_of(const std::string& line, bool chinese, std::mt19937& random) {
  const auto pick = [&](std::size_t least, std::size_t most) {
    return least + random() % (most - least + 1);
  };
  std::vector<std::size_t> begins;  // of words or characters
  for (std::size_t at = 0; at < line.size(); ++at) {
    const bool begins_character = (static_cast<unsigned char>(line[at]) & 0xC0) != 0x80;
    if (chinese ? begins_character : at == 0 || line[at - 1] == ' ') begins.push_back(at);
  }
  const std::size_t wanted = chinese ? pick(6, 14) : pick(3, 7);
  if (begins.size() <= wanted + 1) return {};
  const std::size_t first = pick(0, begins.size() - wanted - 1);
  std::string fragment = line.substr(begins[first], begins[first + wanted] - begins[first]);
  while (!fragment.empty() && fragment.back() == ' ') fragment.pop_back();
  return fragment;
}

/// Quotes of middling length, drawn by chance, and parts of them.
std::vector<Case> cases_of(const Side& side, bool chinese) {
  constexpr std::size_t kLeast = 40, kMost = 400, kLeastHalved = 80;  // bytes
  std::vector<Case> kept, left_out;
  for (std::size_t file = 0; file < side.size(); ++file) {
    for (std::size_t line = 0; line < side[file].size(); ++line) {
      const std::string& text = side[file][line];
      if (text.size() < kLeast || text.size() > kMost) continue;
      (is_left_out(file) ? left_out : kept).push_back({"", text, file, line});
    }
  }
  std::mt19937 random(5);
  std::shuffle(kept.begin(), kept.end(), random);
  std::shuffle(left_out.begin(), left_out.end(), random);
  std::vector<Case> cases;
  for (std::size_t k = 0; k < std::min(kQuotes, kept.size()); ++k) {
    cases.push_back(kept[k]);
    cases.back().kind = "whole";
  }
  for (std::size_t k = kQuotes; k < std::min(2 * kQuotes, kept.size()); ++k) {
    if (kept[k].quote.size() < kLeastHalved) continue;
    cases.push_back(kept[k]);
    cases.back().kind = "half";
    cases.back().quote = half_of(kept[k].quote, chinese);
  }
  for (std::size_t k = 0; k < std::min(kQuotes, left_out.size()); ++k) {
    cases.push_back(left_out[k]);
    cases.back().kind = "made up";
  }
  for (std::size_t k = 2 * kQuotes; k < std::min(3 * kQuotes, kept.size()); ++k) {
    if (left_out.empty()) break;
    cases.push_back(kept[k]);
    cases.back().kind = "added";
    cases.back().quote += (chinese ? "" : " ") + left_out[k % left_out.size()].quote;
  }
  const auto add_fragments = [&](const std::vector<Case>& pool, const char* kind) {
    for (std::size_t k = 0; k < std::min(kQuotes, pool.size()); ++k) {
      Case fragment = pool[pool.size() - 1 - k];
      fragment.kind = kind;
      fragment.quote = fragment_of(fragment.quote, chinese, random);
      if (!fragment.quote.empty()) cases.push_back(std::move(fragment));
    }
  };
  add_fragments(kept, "fragment");
  add_fragments(left_out, "made up few");
  return cases;
}

/// A candidate of a quote.
struct Row {
  trace::RankFeatures features;
  bool right = false;
};

struct Traced {
  std::string kind;
  float weight = 1;
  std::vector<Row> rows;
};

/// The documents of one side, indexed as the tracer does.
class Documents {
 public:
  Documents(const Lexicon& lexicon, const Side& side, bool chinese)
      : lexicon_(lexicon),
        columns_(lexicon.tables()),
        weights_(lexicon.tables()),
        chinese_(true, lexicon.tables()),
        english_(false, lexicon.tables()),
        is_chinese_(chinese),
        linker_(lexicon, weights_, chinese_.vocabulary(), english_.vocabulary()) {
    for (std::size_t file = 0; file < side.size(); ++file) {
      const Lines none;
      documents_.push_back(SegmentedDocument::from_sentences(is_left_out(file) ? none : side[file],
                                                             chinese ? "zh" : "en"));
      index().add(static_cast<std::uint32_t>(file), documents_.back());
    }
  }

  Traced trace(const Case& wanted, bool chinese_quote) const {
    const trace::PassageIndex& places = is_chinese_ ? chinese_ : english_;
    const auto& queries = chinese_quote ? chinese_.vocabulary() : english_.vocabulary();
    trace::Relation relation(lexicon_.tables(), columns_, weights_, queries, places.vocabulary(),
                             wanted.quote);
    auto candidates = trace::search_passages(places, relation, {0, 0}, 2);
    if (candidates.size() > kRanked) candidates.resize(kRanked);
    std::vector<trace::CandidateEvidence> evidence;
    Traced traced{wanted.kind, 1, {}};
    for (const trace::Candidate& candidate : candidates) {
      std::string passage;
      bool right = false;
      for (std::size_t s = candidate.begin; s < candidate.end; ++s) {
        const auto& place = places.place(s);
        passage += (passage.empty() || is_chinese_ ? "" : " ") +
                   documents_[place.document].text(place.sentence);
        right = right || (!wanted.kind.starts_with("made up") &&
                          place.document == wanted.document && place.sentence == wanted.line);
      }
      const auto words = linker_.link(wanted.quote, chinese_quote ? "zh" : "en", passage,
                                      is_chinese_ ? "zh" : "en");
      evidence.push_back({candidate.odds, words ? support_of(*words) : trace::WordSupport()});
      traced.rows.push_back({{}, right});
    }
    const auto features = trace::rank_features(evidence);
    for (std::size_t k = 0; k < features.size(); ++k) traced.rows[k].features = features[k];
    return traced;
  }

 private:
  trace::PassageIndex& index() { return is_chinese_ ? chinese_ : english_; }

  const Lexicon& lexicon_;
  lexicon::GlossColumns columns_;
  lexicon::WordWeights weights_;
  trace::PassageIndex chinese_;
  trace::PassageIndex english_;
  bool is_chinese_;
  trace::QuoteLinker linker_;
  std::vector<SegmentedDocument> documents_;
};

Languages languages_of(bool chinese_quote, bool chinese_documents) {
  if (chinese_quote == chinese_documents) return Languages::same;
  return chinese_quote ? Languages::chinese_quote : Languages::english_quote;
}

/// By languages and folder.
using Collected = std::map<Languages, std::map<std::string, std::vector<Traced>>>;

/// Lines in documents of a few lines, where anything leads over the rest.
void collect_small(const Lexicon& lexicon, const Side* sides, const bool* chinese,
                   std::size_t quotes, std::size_t documents, std::vector<Traced>& list) {
  constexpr std::size_t kLines = 8;
  constexpr std::size_t kDocuments = 20;
  constexpr std::size_t kEach = 8;  // quotes
  const std::vector<Case> cases = cases_of(sides[quotes], chinese[quotes]);
  std::vector<Case> made_up;
  std::ranges::copy_if(cases, std::back_inserter(made_up),
                       [](const Case& each) { return each.kind == "made up"; });
  std::size_t next = 0;
  std::size_t count = 0;
  for (std::size_t file = 0; file < sides[documents].size() && count < kDocuments; ++file) {
    if (is_left_out(file) || sides[documents][file].size() < kLines) continue;
    ++count;
    Side one(sides[documents].size());
    one[file].assign(sides[documents][file].begin(),
                     sides[documents][file].begin() + static_cast<std::ptrdiff_t>(kLines));
    const Documents indexed(lexicon, one, chinese[documents]);
    for (std::size_t line = 0; line < std::min(kLines, sides[quotes][file].size()); ++line) {
      if (sides[quotes][file][line].empty()) continue;
      list.push_back(
          indexed.trace({"small", sides[quotes][file][line], file, line}, chinese[quotes]));
    }
    for (std::size_t k = 0; k < kEach && !made_up.empty(); ++k) {
      Case each = made_up[next++ % made_up.size()];
      each.kind = "made up small";
      list.push_back(indexed.trace(each, chinese[quotes]));
    }
  }
}

void collect(const Lexicon& lexicon, const std::string& name, Collected& collected) {
  const std::size_t star = name.rfind('*');
  const fs::path folder = name.substr(0, star);
  const float weight = star == std::string::npos ? 1 : std::stof(name.substr(star + 1));
  const Side sides[] = {read_side(folder / "a"), read_side(folder / "b")};
  const bool chinese[] = {language_of(sides[0]) == "zh", language_of(sides[1]) == "zh"};
  for (const std::size_t documents : {0, 1}) {
    const Documents indexed(lexicon, sides[documents], chinese[documents]);
    for (const std::size_t quotes : {0, 1}) {
      if (quotes == documents && chinese[quotes]) continue;  // their words are all equal
      if (weight != 1 && !(quotes == 0 && documents == 1)) continue;
      auto& list =
          collected[languages_of(chinese[quotes], chinese[documents])][folder.filename().string()];
      for (const Case& each : cases_of(sides[quotes], chinese[quotes])) {
        list.push_back(indexed.trace(each, chinese[quotes]));
        list.back().weight = weight;
      }
      if (weight == 1) collect_small(lexicon, sides, chinese, quotes, documents, list);
    }
  }
}

Fitted fit_to(const std::map<std::string, std::vector<Traced>>& folders,
              const std::string& without) {
  Examples examples;
  examples.inputs = kRankFeatures;
  for (const auto& [name, list] : folders) {
    if (name == without) continue;
    for (const Traced& traced : list) {
      for (const Row& row : traced.rows) {
        const std::vector<float> values(row.features.begin(), row.features.end());
        examples.add(values, row.right ? 1 : 0, traced.weight);
      }
    }
  }
  return fit(examples, {});
}

void report(const std::string& name, const std::vector<Traced>& list, const Fitted& fitted) {
  const auto network = fitted.network();
  struct Count {
    std::size_t all = 0, found = 0, attested = 0, wrong = 0;
  };
  std::map<std::string, Count> counts;
  for (const Traced& traced : list) {
    Count& count = counts[traced.kind];
    ++count.all;
    const Row* best = nullptr;
    double most = -1;
    for (const Row& row : traced.rows) {
      const std::vector<float> values(row.features.begin(), row.features.end());
      const double probability = network(values);
      if (probability <= most) continue;
      most = probability;
      best = &row;
    }
    if (best == nullptr) continue;
    count.found += best->right;
    count.attested += best->right && most >= .5;
    count.wrong += !best->right && most >= .5;
  }
  for (const auto& [kind, count] : counts) {
    const auto share = [&](std::size_t part) {
      return static_cast<double>(part) / static_cast<double>(count.all);
    };
    std::cout << fmt::format("#   {:10} {:13} {:4} first {:.2f} at half {:.2f} wrong {:.2f}\n",
                             name, kind, count.all, share(count.found), share(count.attested),
                             share(count.wrong));
  }
}

int run(const std::vector<std::string>& folders) {
  const Lexicon lexicon = Lexicon::load_default();
  Collected collected;
  for (const std::string& folder : folders) collect(lexicon, folder, collected);
  for (const auto& [languages, by_folder] : collected) {
    std::cout << "[" << trace::section_of(languages) << "]\n";
    for (const auto& [name, list] : by_folder) report(name, list, fit_to(by_folder, name));
    std::cout << fit_to(by_folder, "").rows(trace::kRankNames);
  }
  return 0;
}

}  // namespace
}  // namespace training

int main(int argc, char** argv) {
  try {
    if (argc < 2) {
      std::cerr << "usage: train-tracing FOLDER[*WEIGHT]…\n";
      return 2;
    }
    return training::run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    std::cerr << "train-tracing: " << error.what() << '\n';
    return 3;
  }
}
