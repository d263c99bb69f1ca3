// Makes sentences of findings: the templates of their rules, translated and filled.
#include <array>

#include "check/engine/messages.hpp"
#include "duizhao/report/text.hpp"
#include "duizhao/text/messages.hpp"

namespace duizhao {

std::string message_of(const Finding& finding) {
  const std::string_view pattern = check::template_of(finding);
  return pattern.empty() ? std::string() : check::filled(translate(pattern), finding);
}

std::string message_of(EvidenceKind kind) {
  constexpr std::array<std::string_view, 7> kNotes = {
      translatable("the usual rendering"),
      translatable("the other form"),
      translatable("the other term"),
      translatable("source there"),
      translatable("translation there"),
      translatable("the other translation has the same finding"),
      translatable("the other translation does not")};
  return translate(kNotes.at(static_cast<std::size_t>(kind)));
}

std::string message_of(Loss loss) {
  constexpr std::array<std::string_view, 9> kNames = {translatable("sentences"),
                                                      translatable("ends of sentences"),
                                                      translatable("order"),
                                                      translatable("scores"),
                                                      translatable("confidences"),
                                                      translatable("locks"),
                                                      translatable("places in the documents"),
                                                      translatable("notes"),
                                                      translatable("inline codes")};
  return translate(kNames.at(static_cast<std::size_t>(loss)));
}

}  // namespace duizhao
