// hunalign's ladders: each rung is where a bead begins on both sides, and its score.
//
// The last rung is where both texts end. hunalign promises it and leaves it out: where the last
// rung is not the end of the documents, another bead follows it.
#include <fmt/format.h>

#include <algorithm>

#include "duizhao/text/messages.hpp"
#include "io/line_file.hpp"
#include "io/linked_documents.hpp"
#include "text/split.hpp"

namespace duizhao::io {
namespace {

struct Rung {
  std::size_t source = 0;
  std::size_t target = 0;
  double score = 1;
  ErrorPlace place;
};

std::vector<Rung> rungs_of(const LineFile& file) {
  std::vector<Rung> rungs;
  for (const Line& line : file.lines()) {
    if (line.text.find_first_not_of(" \t") == std::string_view::npos) continue;
    const auto fields = text::split(line.text, '\t');
    constexpr std::size_t kMost = 3;
    if (fields.size() < 2 || fields.size() > kMost) {
      fail(line, line.text, translate("expected a source index, a target index and a score"));
    }
    Rung rung{parse_index(fields[0], line), parse_index(fields[1], line), 1, line.place};
    if (fields.size() == kMost) rung.score = parse_number(fields[2], line);
    const Rung last = rungs.empty() ? Rung{} : rungs.back();
    if (rung.source < last.source || rung.target < last.target) {
      fail(line, line.text, translate("expected a rung that is not below the last one"));
    }
    rungs.push_back(std::move(rung));
  }
  return rungs;
}

std::vector<std::size_t> indices(std::size_t begin, std::size_t end) {
  std::vector<std::size_t> list;
  for (std::size_t index = begin; index < end; ++index) list.push_back(index);
  return list;
}

/// Rungs may be far apart in files that are not what they seem: no more than the file can mean.
constexpr std::size_t kMostInABead = 1'000'000;

class Writer : public UnitWriter {
 public:
  explicit Writer(ByteSink sink) : sink_(std::move(sink)) {}

  void write(const TranslationUnit& unit) override {
    sink_(fmt::format("{}\t{}\t{:.4f}\n", source_, target_, unit.confidence));
    advance(source_, unit.source, unit.place);
    advance(target_, unit.target, unit.place);
  }
  void finish() override { sink_(fmt::format("{}\t{}\t0\n", source_, target_)); }

 private:
  static void advance(std::size_t& next, const std::vector<UnitSentence>& sentences,
                      const ErrorPlace& place) {
    for (const UnitSentence& each : sentences) {
      if (each.index != next) {
        throw Error(ErrorCode::content, place,
                    fmt::format(fmt::runtime(translate("expected sentence {}, found {}: a ladder "
                                                       "holds all sentences in their order")),
                                next, each.index));
      }
      ++next;
    }
  }

  ByteSink sink_;
  std::size_t source_ = 0;
  std::size_t target_ = 0;
};

}  // namespace

UnitsRead read_ladder(const Input& input) {
  const LineFile file(input.bytes, input.name);
  std::vector<Rung> rungs = rungs_of(file);
  const bool has_documents = input.options.source != nullptr && input.options.target != nullptr;
  if (has_documents && !rungs.empty()) {
    const Rung end{input.options.source->size(), input.options.target->size(), 0,
                   rungs.back().place};
    if (rungs.back().source < end.source || rungs.back().target < end.target) rungs.push_back(end);
  }
  std::vector<PlacedBead> beads;
  for (std::size_t k = 0; k + 1 < rungs.size(); ++k) {
    const Rung& rung = rungs[k];
    const Rung& next = rungs[k + 1];
    const std::size_t size = next.source - rung.source + next.target - rung.target;
    if (size > kMostInABead) {
      throw Error(ErrorCode::format, next.place,
                  fmt::format(fmt::runtime(translate("expected at most {} sentences in a bead, "
                                                     "found {}")),
                              kMostInABead, size));
    }
    if (size == 0) continue;
    Bead bead{indices(rung.source, next.source), indices(rung.target, next.target)};
    bead.confidence = std::clamp(rung.score, 0.0, 1.0);
    beads.push_back({std::move(bead), rung.place});
  }
  return give_beads(input, std::move(beads));
}

std::unique_ptr<UnitWriter> ladder_writer(ByteSink sink) {
  return std::make_unique<Writer>(std::move(sink));
}

}  // namespace duizhao::io
