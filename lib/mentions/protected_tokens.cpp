#include "mentions/protected_tokens.hpp"

#include "text/ascii.hpp"

namespace duizhao::mentions {
namespace {

// In lower case: the text is folded before it is searched.
constexpr const char* kPattern = R"((?x)
    (?: https?:// | (?<![a-z0-9_.]) www\. ) [^\s<>"'`，。；：！？（）、“”‘’《》\u3000-\u303f\uff00-\uffef\u4e00-\u9fff]{1,400}
  | (?<![a-z0-9_.]) [a-z0-9._%+-]{1,64} @ [a-z0-9-]{1,63} (?: \. [a-z0-9-]{1,63} ){1,5}
  | </? [a-z] [a-z0-9]{0,15} (?: \s [^<>]{0,200} )? /? >
  | % (?: [0-9]{1,2} \$ )? [-+0]? [0-9]{0,3} (?: \. [0-9]{1,2} )? (?: ll? | h )? [sdiufxcg] (?![a-z0-9])
  | % \( [a-z_]{1,40} \) [sd]
  | \{\{ [^{}]{1,60} \}\}
  | \$? \{ [a-z0-9_.:]{0,40} \}
  | ` [^`]{1,100} `
  | (?<![a-z0-9_./-]) [a-z0-9_-]{1,60} (?: [./] [a-z0-9_-]{1,60} ){0,8} \. (?: txt | md | pdf | docx? | xlsx?
      | pptx? | csv | json | xml | ya?ml | html? | js | py | cpp | hpp | java | sh | exe | zip | gz | tar
      | png | jpe?g | gif | mp[34] | conf | ini | log | sql ) (?![a-z0-9_])
)";

/// Whether a text has a mark that tokens have: most have none, and searching takes longer.
bool may_have_tokens(std::string_view text) {
  constexpr std::string_view kMarks = "%{<`@";
  if (text.find_first_of(kMarks) != std::string_view::npos) return true;
  for (std::size_t at = text.find('.'); at != std::string_view::npos; at = text.find('.', at + 1)) {
    if (at + 1 < text.size() && text::is_ascii_letter(text[at + 1])) return true;
  }
  return text.find("://") != std::string_view::npos;
}

}  // namespace

ProtectedTokens::ProtectedTokens() : regex_(kPattern) {}

std::vector<ByteRange> ProtectedTokens::find(std::string_view text) const {
  std::vector<ByteRange> tokens;
  if (!may_have_tokens(text)) return tokens;
  for (const Match& match : regex_.find_all(text)) {
    ByteRange token = match.range;
    // What ends a sentence is no part of an address.
    constexpr std::string_view kEnds = ".,;:!?)";
    const std::string_view found = text.substr(token.begin, token.size());
    const bool address = found.find('/') != std::string_view::npos || found.starts_with("www.");
    while (address && token.size() > 1 &&
           kEnds.find(text[token.end - 1]) != std::string_view::npos) {
      --token.end;
    }
    tokens.push_back(token);
  }
  return tokens;
}

}  // namespace duizhao::mentions
