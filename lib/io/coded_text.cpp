#include "io/coded_text.hpp"

namespace duizhao::io {

namespace {

/// Whether an element is named with a prefix, which another file need not know.
bool has_prefix(std::string_view markup) {
  for (std::size_t at = markup.find('<'); at != std::string_view::npos;
       at = markup.find('<', at + 1)) {
    const std::size_t end =
        markup.find_first_of(":/> \t\r\n", at + (markup.substr(at).starts_with("</") ? 2 : 1));
    if (end != std::string_view::npos && markup[end] == ':') return true;
  }
  return false;
}

}  // namespace

UnitMarkup markup_of(AlignmentFormat format, const std::string& space, const CodedText& source,
                     const CodedText& target, UnitsRead& read) {
  const std::size_t codes = source.codes + target.codes;
  const bool foreign = source.foreign || target.foreign ||
                       (codes > 0 && (has_prefix(source.markup) || has_prefix(target.markup)));
  if (foreign) {
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
