#include "support/random_text.hpp"

#include <array>

namespace test {
namespace {

constexpr std::array<std::string_view, 74> kPieces = {"中",
                                                      "文",
                                                      "他说",
                                                      "我们",
                                                      "the",
                                                      "He",
                                                      "said",
                                                      "Liang",
                                                      "V2",
                                                      "3.5",
                                                      "U.S.",
                                                      "e.g.",
                                                      "Mr.",
                                                      "No.",
                                                      "。",
                                                      "！",
                                                      "？",
                                                      "……",
                                                      "…",
                                                      "...",
                                                      ".",
                                                      "!",
                                                      "?",
                                                      ";",
                                                      "；",
                                                      "，",
                                                      ",",
                                                      "“",
                                                      "”",
                                                      "‘",
                                                      "’",
                                                      "\"",
                                                      "'",
                                                      "「",
                                                      "」",
                                                      "『",
                                                      "』",
                                                      "《",
                                                      "》",
                                                      "（",
                                                      "）",
                                                      "(",
                                                      ")",
                                                      "[3]",
                                                      "[",
                                                      "]",
                                                      " ",
                                                      "  ",
                                                      "\n",
                                                      "\n\n",
                                                      "\t",
                                                      "\r\n",
                                                      "　",
                                                      "\xC2\xA0",
                                                      "—",
                                                      "**",
                                                      "*",
                                                      "_",
                                                      "# ",
                                                      "- ",
                                                      "> ",
                                                      "1. ",
                                                      "http://a.b?c=1",
                                                      "&amp;",
                                                      "<b>",
                                                      "</p>",
                                                      "<!--",
                                                      "-->",
                                                      "`",
                                                      "|",
                                                      "\xF0\x9F\x98\x80",
                                                      "e\xCC\x81",
                                                      "：",
                                                      ":"};

}  // namespace

std::string RandomText::operator()(std::size_t most) {
  std::uniform_int_distribution<std::size_t> length(0, most);
  std::uniform_int_distribution<std::size_t> piece(0, kPieces.size() - 1);
  std::string text;
  for (std::size_t left = length(random_); left > 0; --left) text += kPieces[piece(random_)];
  return text;
}

}  // namespace test
