#include "duizhao/io/beads.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "duizhao/bitext/locks.hpp"
#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"
#include "text/detect_encoding.hpp"
#include "text/display.hpp"
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
    bead.confidence = 1;
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
        at_ < line_.size() ? fmt::format("\"{}\"", text::printable(std::string(found_text())))
                           : translate("the end of the line");
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
  std::size_t begin = text::byte_order_mark(bytes).size;
  for (std::size_t number = 1; begin < bytes.size(); ++number) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    const std::string_view line = bytes.substr(begin, end - begin);
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) {
      visit(LineParser(line, begin, number, name), ErrorPlace{name, number, begin});
    }
    begin = end + 1;
  }
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

std::vector<PlacedBead> parse_placed_beads(std::string_view bytes, const std::string& name) {
  std::vector<PlacedBead> beads;
  for_each_line(bytes, name, [&](LineParser parser, const ErrorPlace& place) {
    beads.push_back({parser.parse(), place});
  });
  return beads;
}

std::vector<Bead> parse_beads(std::string_view bytes, const std::string& name) {
  std::vector<Bead> beads;
  for (PlacedBead& each : parse_placed_beads(bytes, name)) beads.push_back(std::move(each.bead));
  return beads;
}

std::vector<Lock> parse_locks(std::string_view bytes, const std::string& name) {
  std::vector<Lock> locks;
  for (PlacedBead& each : parse_placed_beads(bytes, name)) {
    locks.push_back(
        {std::move(each.bead.source), std::move(each.bead.target), std::move(each.place)});
  }
  return locks;
}

Alignment parse_alignment(std::string_view bytes, const std::string& name, SegmentedDocument source,
                          SegmentedDocument target) {
  return complete_alignment(std::move(source), std::move(target), parse_placed_beads(bytes, name));
}

Alignment complete_alignment(SegmentedDocument source, SegmentedDocument target,
                             std::vector<PlacedBead> given) {
  std::vector<bool> sources(source.size());
  std::vector<bool> targets(target.size());
  const auto take = [](std::vector<bool>& taken, const std::vector<std::size_t>& sentences,
                       const SegmentedDocument& document, const ErrorPlace& place) {
    for (const std::size_t sentence : sentences) {
      if (sentence >= taken.size()) {
        throw Error(ErrorCode::format, place,
                    fmt::format(fmt::runtime(translate("expected one of the {} sentences of {}, "
                                                       "found index {}")),
                                taken.size(), document.document().name(), sentence));
      }
      if (taken[sentence]) {
        throw Error(ErrorCode::format, place,
                    fmt::format(fmt::runtime(translate("expected each sentence once, found {} of "
                                                       "{} again")),
                                sentence, document.document().name()));
      }
      taken[sentence] = true;
    }
  };
  for (const auto& [bead, place] : given) {
    take(sources, bead.source, source, place);
    take(targets, bead.target, target, place);
  }
  std::vector<Bead> beads;
  std::size_t next_source = 0;
  std::size_t next_target = 0;
  const auto add_left = [&](std::size_t source_end, std::size_t target_end) {
    for (; next_source < source_end; ++next_source) {
      if (!sources[next_source]) beads.push_back({{next_source}, {}});
    }
    for (; next_target < target_end; ++next_target) {
      if (!targets[next_target]) beads.push_back({{}, {next_target}});
    }
  };
  for (auto& [bead, place] : given) {
    add_left(bead.source.empty() ? next_source : bead.source.front(),
             bead.target.empty() ? next_target : bead.target.front());
    beads.push_back(std::move(bead));
  }
  add_left(source.size(), target.size());
  return {std::move(source), std::move(target), std::move(beads)};
}

}  // namespace duizhao
