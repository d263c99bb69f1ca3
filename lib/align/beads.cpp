#include "duizhao/beads.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <set>

#include "duizhao/error.hpp"
#include "duizhao/locks.hpp"
#include "duizhao/messages.hpp"
#include "text/utf8.hpp"

namespace duizhao {
namespace {

/// Reads one line of a beads file.
class LineParser {
 public:
  LineParser(std::string_view line, std::size_t begin, std::size_t number, const std::string& name)
      : line_(line), begin_(begin), number_(number), name_(name) {}

  Bead parse() {
    Bead bead;
    bead.source = indices();
    expect(':');
    bead.target = indices();
    skip_space();
    if (at_ < line_.size()) {
      expect(':');
      skip_space();
      const auto [end, failure] =
          std::from_chars(line_.data() + at_, line_.data() + line_.size(), bead.confidence);
      if (failure != std::errc() || !std::isfinite(bead.confidence)) fail(translate("a number"));
      at_ = static_cast<std::size_t>(end - line_.data());
      skip_space();
      if (at_ < line_.size()) fail(translate("the end of the line"));
    }
    return bead;
  }

 private:
  void skip_space() {
    while (at_ < line_.size() && (line_[at_] == ' ' || line_[at_] == '\t' || line_[at_] == '\r')) {
      ++at_;
    }
  }

  void expect(char mark) {
    skip_space();
    if (at_ == line_.size() || line_[at_] != mark) fail(fmt::format("\"{}\"", mark));
    ++at_;
  }

  std::vector<std::size_t> indices() {
    std::vector<std::size_t> list;
    expect('[');
    skip_space();
    while (at_ < line_.size() && line_[at_] != ']') {
      if (!list.empty()) expect(',');
      skip_space();
      std::size_t index = 0;
      const auto [end, failure] =
          std::from_chars(line_.data() + at_, line_.data() + line_.size(), index);
      if (failure != std::errc()) fail(translate("a sentence index"));
      at_ = static_cast<std::size_t>(end - line_.data());
      if (!list.empty() && index <= list.back()) fail(translate("ascending sentence indices"));
      list.push_back(index);
      skip_space();
    }
    expect(']');
    return list;
  }

  /// What stands at the fault: up to 20 bytes, cut before a character that begins beyond them.
  std::string_view found_text() const {
    std::size_t size = std::min<std::size_t>(20, line_.size() - at_);
    while (at_ + size < line_.size() &&
           (static_cast<unsigned char>(line_[at_ + size]) & 0xC0) == 0x80) {
      --size;
    }
    return line_.substr(at_, size);
  }

  [[noreturn]] void fail(const std::string& expected) const {
    const std::string found =
        at_ < line_.size() ? fmt::format("\"{}\"", found_text()) : translate("the end of the line");
    throw Error(ErrorCode::format, {name_, number_, begin_ + at_},
                fmt::format(fmt::runtime(translate("expected {} as in \"[0, 1]:[2]\", found {}")),
                            expected, found));
  }

  std::string_view line_;
  std::size_t begin_;   // of the line, in the file
  std::size_t number_;  // of the line
  const std::string& name_;
  std::size_t at_ = 0;
};

/// visit(parser, place) for each line that is not blank.
template <typename Visit>
void for_each_line(std::string_view bytes, const std::string& name, const Visit& visit) {
  if (const auto fault = text::find_fault(bytes)) {
    throw Error(ErrorCode::decoding, {name, text::line_at(bytes, fault->byte), fault->byte},
                text::explain(bytes, *fault));
  }
  std::size_t begin = 0;
  for (std::size_t number = 1; begin < bytes.size(); ++number) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    const std::string_view line = bytes.substr(begin, end - begin);
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) {
      visit(LineParser(line, begin, number, name), ErrorPlace{name, number, begin});
    }
    begin = end + 1;
  }
}

double ratio(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

Accuracy accuracy(double precision, double recall) {
  const double sum = precision + recall;
  return {precision, recall, sum > 0 ? 2 * precision * recall / sum : 0};
}

}  // namespace

std::string to_beads(const std::vector<Bead>& beads) {
  std::string lines;
  for (const Bead& bead : beads) {
    lines += fmt::format("[{}]:[{}]:{:.4f}\n", fmt::join(bead.source, ", "),
                         fmt::join(bead.target, ", "), bead.confidence);
  }
  return lines;
}

std::vector<Bead> parse_beads(std::string_view bytes, const std::string& name) {
  std::vector<Bead> beads;
  for_each_line(bytes, name,
                [&](LineParser parser, const ErrorPlace&) { beads.push_back(parser.parse()); });
  return beads;
}

std::vector<Lock> parse_locks(std::string_view bytes, const std::string& name) {
  std::vector<Lock> locks;
  for_each_line(bytes, name, [&](LineParser parser, const ErrorPlace& place) {
    Bead bead = parser.parse();
    locks.push_back({std::move(bead.source), std::move(bead.target), place});
  });
  return locks;
}

Evaluator::Count Evaluator::count(const std::vector<Links>& reference,
                                  const std::vector<Links>& judged) {
  const std::set<Links> right(reference.begin(), reference.end());
  // A pair is linked if some bead of the reference holds both of its sentences.
  std::map<std::size_t, std::vector<std::size_t>> by_source, by_target;
  std::size_t number = 0;
  for (const auto& [source, target] : right) {
    for (const std::size_t i : source) by_source[i].push_back(number);
    for (const std::size_t j : target) by_target[j].push_back(number);
    ++number;
  }
  const auto touched = [](const auto& by_sentence, const std::vector<std::size_t>& sentences) {
    std::set<std::size_t> beads;
    for (const std::size_t sentence : sentences) {
      const auto found = by_sentence.find(sentence);
      if (found != by_sentence.end()) beads.insert(found->second.begin(), found->second.end());
    }
    return beads;
  };
  Count count;
  for (const auto& bead : std::set<Links>(judged.begin(), judged.end())) {
    const bool strict = right.contains(bead);
    const auto by_its_source = touched(by_source, bead.first);
    const auto by_its_target = touched(by_target, bead.second);
    const bool lax =
        strict || std::any_of(by_its_source.begin(), by_its_source.end(),
                              [&](std::size_t k) { return by_its_target.contains(k); });
    ++count.all;
    count.strict += strict;
    count.lax += lax;
  }
  return count;
}

void Evaluator::add(const std::vector<Bead>& gold, const std::vector<Bead>& test) {
  const auto links_of = [](const std::vector<Bead>& beads, bool with_null) {
    std::vector<Links> links;
    for (const Bead& bead : beads) {
      const bool empty = bead.source.empty() && bead.target.empty();
      const bool null = bead.source.empty() || bead.target.empty();
      if (!empty && (with_null || !null)) links.emplace_back(bead.source, bead.target);
    }
    return links;
  };
  const auto gold_links = links_of(gold, true);
  const auto test_links = links_of(test, true);
  const Count precision = count(gold_links, test_links);
  const Count recall = count(links_of(test, false), links_of(gold, false));
  const auto add_up = [](Count& sum, const Count& count) {
    sum.strict += count.strict;
    sum.lax += count.lax;
    sum.all += count.all;
  };
  add_up(precision_, precision);
  add_up(recall_, recall);
  const std::set<Links> right(gold_links.begin(), gold_links.end());
  for (const auto& bead : right) ++types_[{bead.first.size(), bead.second.size()}].gold;
  for (const auto& bead : std::set<Links>(test_links.begin(), test_links.end())) {
    TypeCount& type = types_[{bead.first.size(), bead.second.size()}];
    ++type.test;
    type.correct += right.contains(bead);
  }
}

Evaluation Evaluator::result() const {
  return {accuracy(ratio(precision_.strict, precision_.all), ratio(recall_.strict, recall_.all)),
          accuracy(ratio(precision_.lax, precision_.all), ratio(recall_.lax, recall_.all)), types_};
}

}  // namespace duizhao
