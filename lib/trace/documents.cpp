#include "duizhao/trace/documents.hpp"

namespace duizhao {

Documents::Documents(std::vector<SegmentedDocument> documents) {
  for (SegmentedDocument& document : documents) add(std::move(document));
}

Documents::Documents(std::vector<std::string> names, Reader read)
    : names_(std::move(names)),
      read_(std::move(read)),
      read_once_(names_.size()),
      documents_(names_.size()) {}

const SegmentedDocument& Documents::operator[](std::size_t index) const {
  if (index < read_once_.size()) {
    std::call_once(read_once_[index], [&] { documents_[index] = read_(index); });
  }
  return documents_[index];
}

void Documents::add(SegmentedDocument document) {
  names_.push_back(document.document().name());
  documents_.push_back(std::move(document));
}

}  // namespace duizhao
