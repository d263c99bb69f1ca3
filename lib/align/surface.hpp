// What sentences look like: their quotation marks, clauses and final marks.
#pragma once

#include <string>
#include <vector>

namespace duizhao::align {

/// One sentence, as its text shows it.
struct Surface {
  bool opens_quotation = false;   ///< it begins with a quotation mark
  bool closes_quotation = false;  ///< it ends with one
  bool inside_quotation = false;  ///< a quotation is open after it
  bool asks = false;              ///< there is a question mark among the marks that end it
  std::size_t utterances = 0;     ///< quotations that begin in it
  std::size_t clauses = 0;        ///< runs of marks between clauses and of words that join them
};

/// The surface of each sentence of a text, in order. Whether a straight mark opens or closes is
/// told by the space about it; single marks are quotation marks where the text uses them more than
/// double ones.
std::vector<Surface> surfaces(const std::vector<std::string>& sentences,
                              const std::string& language);

}  // namespace duizhao::align
