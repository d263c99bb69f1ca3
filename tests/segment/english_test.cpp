#include <catch2/catch.hpp>

#include "segment/marked_text.hpp"

using test::check_cuts;

TEST_CASE("English sentences end before white space", "[segment][en]") {
  check_cuts("en", "He left.| She stayed.| Why?| Go!| Then");
  check_cuts("en", "OK.| Then go.");
  check_cuts("en", "That is All.| He left.");
  check_cuts("en", "He said No.| Then he left.");
  check_cuts("en", "It ended. | It began.");
}

TEST_CASE("Abbreviations do not end a sentence", "[segment][en]") {
  check_cuts("en", "Mr. Liang met Dr. Smith and Mrs. Jones.| They spoke.");
  check_cuts("en", "Tools, e.g. Rust, i.e. crates, help.| So do others.");
  check_cuts("en", "See Fig. 3 and No. 5 on p. 12.| Read on.");
  check_cuts("en", "On Jan. 20 it began.| On Feb. 2 it ended.");
  check_cuts("en", "The U.S. Navy and U.S. officials came.");
  check_cuts("en", "They live in the U.S.| They like it.");
  check_cuts("en", "He joined Apple Inc.| The firm grew.");
  check_cuts("en", "Apple Inc. CEO Tim Cook spoke.");
  check_cuts("en", "J. K. Rowling wrote it.| George W. Bush did not.");
  check_cuts("en", "She has a Ph.D. from Zhejiang.| He has none.");
  check_cuts("en", "It opens at 5 p.m. and shuts.| We left at 9 a.m.| The shop closed.");
  check_cuts("en", "So do I.| He went.");
  check_cuts("en", "Smith et al. 2020 found it.");
  check_cuts("en", "St. Louis is a city.");
}

TEST_CASE("Abbreviations end a sentence with another mark", "[segment][en]") {
  check_cuts("en", "I love the U.S.! |He left.");
  check_cuts("en", "Is it Acme Inc.? |She left.");
  check_cuts("en", "Tel. 555-1234 is his. |See vol. II and Fig. A for details. |No. |I will not.");
}

TEST_CASE("Times, titles and numbering letters end sentences as they should", "[segment][en]") {
  check_cuts("en", "They met at 5 p.m. |Reporters waited. |It opens at 5 p.m. Eastern.");
  check_cuts("en", "He moved to the U.S. |Mr. Liang stayed.");
  check_cuts("en", "He ate apples, etc. |Liang did not.");
  check_cuts("en", "It is written in C. |It runs fast. |Plan B. |Plan A had failed.");
  check_cuts("en", "See vol. 2, ed. by Lee. |Wm. Smith wrote it.");
}

TEST_CASE("A quotation that a clause introduced ends before a new sentence", "[segment][en]") {
  check_cuts("en", "He asked, “What is AGI?” |Nobody answered.");
  check_cuts("en", "He asked, “Who are you?” |Liang said nothing.");
  check_cuts("en", "“What is AGI?” |Everyone laughed.");
  check_cuts("en", "“We have no plan.” Liang said. |He paused.");
}

TEST_CASE("A footnote's number may have lost its superscript", "[segment][en]") {
  check_cuts("en", "It works.3 |It is good.12 |The end.4");
  check_cuts("en", "It costs 3.5 Dollars. |Fig.3 Shows it.");
}

TEST_CASE("Decimals, versions and addresses are not cut", "[segment][en]") {
  check_cuts("en", "It costs 3.5 dollars.| It released DeepSeek V2.| This model won.");
  check_cuts("en", "V2.5 beats V2.0 now.");
  check_cuts("en", "See a.b?c=1 for more.| Or http://x.org/a.html?b=c.| Then stop.");
  check_cuts("en", "Node.js and ASP.NET are names.| So is Yahoo! to some.");
  check_cuts("en", "Mail me@example.com.| Now.");
}

TEST_CASE("Ellipses end a sentence before a capital letter", "[segment][en]") {
  check_cuts("en", "Well… maybe.| Well…| Then he left.");
  check_cuts("en", "Well... maybe.| Well...| Then he left.");
  check_cuts("en", "He waited. . .| Then he left.");
  check_cuts("en", "He waited . . . then left.");
  check_cuts("en", "That's what drives us...| And we're just getting started.");
}

TEST_CASE("Sentences may begin small, with a digit, or without a space", "[segment][en]") {
  check_cuts("en", "Sales fell.| iPhone sales rose.");
  check_cuts("en", "It grew.| 10 people came.| 2024 was good.");
  check_cuts("en", "It ended.|Then it began.");
  check_cuts("en", "Did it end?|It did.");
}

TEST_CASE("Closing quotation marks stay, and reporting clauses go on", "[segment][en]") {
  check_cuts("en", "“We won.”| He smiled.");
  check_cuts("en", "\"We won.\"| He smiled.");
  check_cuts("en", "“Why?” he asked.| “Because.”");
  check_cuts("en", "“Why?” Liang asked.| “Because.”| “Really?” the man said.");
  check_cuts("en", "He said “No. Never.” and left.");
  check_cuts("en", "The book “Why? Because!” is good.");
  check_cuts("en", "He said, “No. |Never.”| Then he left.");
  check_cuts("en", "‘There must be a way.’| He left.");
  check_cuts("en", "\"It goes straight and comes back curly.”| Next.");
  check_cuts("en", "“Stop!”—he cried.");
  check_cuts("en", "He left (really!) and came (why?).| Then he sat.");
  check_cuts("en", "(He left.) |She stayed.");
  check_cuts("en", "It’s the students’ idea.| They’re right.");
}

TEST_CASE("Footnote marks belong to the sentence before", "[segment][en]") {
  check_cuts("en", "It closed the gap.[1] |Then it won.[3][7] |Done.");
  check_cuts("en", "“It grew.”[3][7]| Next.");
  check_cuts("en", "It closed the gap.[1]| then more.");
  check_cuts("en", "He remembers [Jim] Simons.| Yes.");
  check_cuts("en", "It closed the gap.¹ |Then it won.");
  check_cuts("en", "It grew. [12] |Then it won.[note 1] |It lost.[a] |The end.");
  check_cuts("zh", "它赢了。[3][7]|然后呢？");
}

TEST_CASE("Emphasis marks of plain text stay with the sentence", "[segment][en]") {
  check_cuts("en", "**It is so.**| Then more.| *Why?*| Because.");
}

TEST_CASE("A title in emphasis does not end a sentence", "[segment][en]") {
  check_cuts("en", "He wrote *Who Is He?* last year.| Then he left.");
}

TEST_CASE("Numbers of lists do not stand alone", "[segment][en]") {
  check_cuts("en", "1. First, he left.| Then he came.");
  check_cuts("en", "A. First choice");
}

TEST_CASE("Marks without words are no sentence", "[segment][en]") {
  check_cuts("en", "...");
  check_cuts("en", "?! What?");
  check_cuts("zh", "。。。");
  check_cuts("zh", "");
}

TEST_CASE("Other languages are cut by ICU", "[segment]") {
  check_cuts("fr", "Il est parti.| Elle est restée.");
  check_cuts("ja", "彼は行った。|彼女は残った。");
  check_cuts("ru", "Он ушёл.| Она осталась.");
}
