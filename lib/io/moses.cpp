// Moses: two files, a line of each for every unit.
#include <fmt/format.h>

#include "duizhao/text/messages.hpp"
#include "io/languages.hpp"
#include "io/line_file.hpp"
#include "io/sentences.hpp"

namespace duizhao {
namespace {

using io::Line;
using io::LineFile;

class MosesWriter : public UnitWriter {
 public:
  MosesWriter(ByteSink source, ByteSink target)
      : source_(std::move(source)), target_(std::move(target)) {}

  void write(const TranslationUnit& unit) override {
    source_(io::as_field(io::joined(unit.source, unit.source_language)) + '\n');
    target_(io::as_field(io::joined(unit.target, unit.target_language)) + '\n');
  }
  void finish() override {}

 private:
  ByteSink source_;
  ByteSink target_;
};

}  // namespace

UnitsRead read_moses(const NamedSource& source, const NamedSource& target,
                     const ReadUnitsOptions& options, const UnitSink& sink) {
  const LineFile sources(source.bytes, source.name);
  const LineFile targets(target.bytes, target.name);
  const std::size_t count = sources.lines().size();
  if (count != targets.lines().size()) {
    const bool fewer = targets.lines().size() < count;
    const LineFile& shorter = fewer ? targets : sources;
    throw Error(
        ErrorCode::format,
        {fewer ? target.name : source.name, shorter.lines().size() + 1, shorter.bytes().size()},
        fmt::format(fmt::runtime(translate("expected {} lines as in {}, found {}")),
                    std::max(count, targets.lines().size()), fewer ? source.name : target.name,
                    shorter.lines().size()));
  }
  io::Languages languages(options);
  io::Numbering source_numbers;
  io::Numbering target_numbers;
  UnitsRead read;
  for (std::size_t i = 0; i < count; ++i) {
    TranslationUnit unit;
    unit.source = source_numbers.split(std::string(sources.lines()[i].text), {});
    unit.target = target_numbers.split(std::string(targets.lines()[i].text), {});
    unit.place = sources.lines()[i].place;
    io::give(std::move(unit), languages, read, sink);
  }
  return read;
}

std::unique_ptr<UnitWriter> moses_writer(ByteSink source, ByteSink target) {
  return std::make_unique<MosesWriter>(std::move(source), std::move(target));
}

}  // namespace duizhao
