#include "io/coded_text.hpp"

namespace duizhao::io {

UnitMarkup markup_of(AlignmentFormat format, const std::string& space, const CodedText& source,
                     const CodedText& target, UnitsRead& read) {
  const std::size_t codes = source.codes + target.codes;
  if (source.foreign || target.foreign) {
    read.codes += codes;
  } else if (codes > 0) {
    return {format, space, source.markup, target.markup};
  }
  return {format, space, {}, {}};
}

const UnitMarkup* codes_for(const TranslationUnit& unit, AlignmentFormat format) {
  const bool coded = unit.markup && unit.markup->format == format &&
                     (!unit.markup->source.empty() || !unit.markup->target.empty());
  return coded ? &*unit.markup : nullptr;
}

}  // namespace duizhao::io
