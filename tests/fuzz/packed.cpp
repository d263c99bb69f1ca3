// A part of a book, a document of Word or a workbook, which the first byte chooses, in an archive
// that is whole otherwise; or the bytes of an archive.
#include <duizhao/io/exchange.hpp>
#include <vector>

#include "fuzz.hpp"
#include "text/archive.hpp"

namespace {

using Entries = std::vector<duizhao::text::ArchiveEntry>;

const Entries& whole() {
  static const Entries kEntries = {
      {"META-INF/container.xml", "<container><rootfile full-path=\"a.opf\"/></container>"},
      {"a.opf",
       "<package><item id=\"a\" href=\"a.xhtml\" media-type=\"text/html\"/><itemref idref=\"a\"/>"
       "</package>"},
      {"a.xhtml", "<html><body><p>One.<a id=\"b\"/> Two.</p></body></html>"},
      {"META-INF/encryption.xml", "<encryption/>"},
      {"word/document.xml", "<document><p><r><t>One.</t></r></p></document>"},
      {"word/styles.xml", "<styles/>"},
      {"word/footnotes.xml", "<footnotes/>"},
      {"xl/workbook.xml", "<workbook><sheet id=\"a\"/></workbook>"},
      {"xl/_rels/workbook.xml.rels", "<Relationship Id=\"a\" Target=\"a.xml\"/>"},
      {"xl/sharedStrings.xml", "<sst><si><t>zh</t></si></sst>"},
      {"xl/a.xml", "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row></sheetData>"}};
  return kEntries;
}

/// Those of one kind of archive: the parts of the others would tell it wrongly.
std::string archive_with(std::size_t replaced, const std::string& bytes) {
  Entries entries;
  const auto folder = [](std::size_t k) { return k < 4 ? 0 : k < 7 ? 1 : 2; };
  for (std::size_t k = 0; k < whole().size(); ++k) {
    if (folder(k) != folder(replaced)) continue;
    entries.push_back(whole()[k]);
    if (k == replaced) entries.back().bytes = bytes;
  }
  return duizhao::text::pack(entries);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string rest(fuzz::text(data + 1, size - 1));
  const std::size_t choice = data[0] % (whole().size() + 1);
  const std::string bytes = choice == whole().size() ? rest : archive_with(choice, rest);
  try {
    fuzz::require_order(duizhao::parse_document(bytes, "input"));
  } catch (const duizhao::Error&) {
  }
  try {
    duizhao::read_aligned(duizhao::AlignmentFormat::xlsx, duizhao::memory_source(bytes), "input");
  } catch (const duizhao::Error&) {
  }
  return 0;
}
