// Paragraphs that hold a text and its translation.
#pragma once

#include "duizhao/document/document.hpp"

namespace duizhao::document {

/// Cuts the blocks of a bilingual text where its languages change, so that each is in one of them:
/// `中文。English.` on a line, a wrapped paragraph of a line in Chinese and one in English, a
/// heading `标题 Title`. A text counts as such if most of its paragraphs with whole sentences of
/// both scripts hold stretches of them in turn, about as long as translations of each other are;
/// others keep their blocks. Linear.
void part_languages(Document::Parts& parts);

}  // namespace duizhao::document
