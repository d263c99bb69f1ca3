// Units that are read can be written and read again. The first byte chooses the format.
#include <duizhao/io/exchange.hpp>
#include <duizhao/text/error.hpp>

#include "fuzz.hpp"
#include "text/utf8.hpp"

namespace {

std::vector<duizhao::TranslationUnit> read(duizhao::AlignmentFormat format,
                                           std::string_view bytes) {
  std::vector<duizhao::TranslationUnit> units;
  duizhao::read_units(format, duizhao::memory_source(bytes), "input", {},
                      [&](duizhao::TranslationUnit unit) { units.push_back(std::move(unit)); });
  return units;
}

std::string write(duizhao::AlignmentFormat format,
                  const std::vector<duizhao::TranslationUnit>& units) {
  std::string bytes;
  const auto writer = duizhao::unit_writer(format, [&](std::string_view piece) { bytes += piece; });
  for (const duizhao::TranslationUnit& unit : units) writer->write(unit);
  writer->finish();
  return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using duizhao::AlignmentFormat;
  const std::string_view bytes = fuzz::text(data, size);
  if (bytes.empty()) return 0;
  const auto& formats = duizhao::alignment_formats();
  const AlignmentFormat format =
      formats[static_cast<unsigned char>(bytes.front()) % formats.size()];
  if (format == AlignmentFormat::moses) return 0;  // has two files
  try {
    const auto units = read(format, bytes.substr(1));
    const auto& traits = duizhao::traits_of(format);
    if (!traits.written || !traits.read) return 0;
    const auto again = read(format, write(format, units));
    fuzz::require(units.size() == again.size());
    for (std::size_t k = 0; k < units.size(); ++k) {
      fuzz::require(units[k].source.size() == again[k].source.size() &&
                    units[k].target.size() == again[k].target.size());
    }
  } catch (const duizhao::Error& error) {
    // Of other encodings, bytes are counted in the text as UTF-8.
    const bool as_it_lies = !duizhao::text::find_fault(bytes.substr(1));
    fuzz::require(!as_it_lies || error.place().byte.value_or(0) <= size);
  }
  return 0;
}
