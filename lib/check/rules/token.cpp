// Placeholders, tags, addresses, names of files and code that a translation changes or loses.
#include <array>
#include <map>

#include "check/engine/rule.hpp"
#include "duizhao/text/messages.hpp"
#include "text/ascii.hpp"

namespace duizhao::check {
namespace {

/// The tokens of one text that the other lacks: as often as it lacks them.
std::vector<ByteRange> lacking(const Side& own, const std::vector<ByteRange>& tokens,
                               const Side& other, const std::vector<ByteRange>& others) {
  std::map<std::string_view, std::size_t> there;
  for (const ByteRange each : others) ++there[other.at(each)];
  std::vector<ByteRange> rest;
  for (const ByteRange each : tokens) {
    std::size_t& left = there[own.at(each)];
    if (left == 0) rest.push_back(each);
    if (left > 0) --left;
  }
  return rest;
}

/// A placeholder without the number of its argument: {} of {0}, %s of %1$s. Others as they are.
std::string without_number(std::string_view token) {
  const bool braces = token.starts_with('{');
  const std::size_t begin = 1;
  std::size_t end = begin;
  while (end < token.size() && text::is_ascii_digit(token[end])) ++end;
  const bool numbered =
      end > begin && (braces ? token.substr(end) == "}"
                             : token.starts_with('%') && token.substr(end).starts_with('$'));
  if (!numbered) return std::string(token);
  return std::string(token.substr(0, begin)).append(token.substr(braces ? end : end + 1));
}

/// Takes out what stands for each other though it is written otherwise: languages put arguments in
/// another order, and number them for it.
void take_numbered(const Side& source, std::vector<ByteRange>& missing, const Side& target,
                   std::vector<ByteRange>& extra) {
  // By placeholder without a number: how many of the target have none, and how many have one.
  std::map<std::string, std::array<std::size_t, 2>> there;
  std::map<std::string, std::array<std::size_t, 2>> taken;
  const auto kind_of = [](std::string_view token, const std::string& plain) {
    return static_cast<std::size_t>(token != plain);
  };
  for (const ByteRange each : extra) {
    const std::string plain = without_number(target.at(each));
    ++there[plain][kind_of(target.at(each), plain)];
  }
  const auto take = [](std::size_t& left) { return left > 0 && left-- > 0; };
  std::erase_if(missing, [&](ByteRange each) {
    const std::string plain = without_number(source.at(each));
    const std::size_t other = 1 - kind_of(source.at(each), plain);
    if (!take(there[plain][other])) return false;
    ++taken[plain][other];
    return true;
  });
  std::erase_if(extra, [&](ByteRange each) {
    const std::string plain = without_number(target.at(each));
    return take(taken[plain][kind_of(target.at(each), plain)]);
  });
}

void check(const Context& context, Reporter& reporter) {
  for (std::size_t t = 0; t < context.translations.size(); ++t) {
    for (const CheckedBead& pair : context.translations[t].pairs()) {
      if (pair.source.blank() || pair.target.blank()) continue;
      const auto source = context.tools.tokens.find(pair.source.text);
      const auto target = context.tools.tokens.find(pair.target.text);
      auto missing = lacking(pair.source, source, pair.target, target);
      auto extra = lacking(pair.target, target, pair.source, source);
      take_numbered(pair.source, missing, pair.target, extra);
      if (missing.size() == 1 && extra.size() == 1) {
        const std::string wanted(pair.source.at(missing[0]));
        reporter.add(t, pair, Message{"changed", {wanted, pair.target.at(extra[0])}},
                     {missing[0], extra[0], wanted, {}, {}});
        continue;
      }
      for (const ByteRange each : missing) {
        reporter.add(t, pair, Message{"missing", {pair.source.at(each)}},
                     Reporter::Details::on(&CheckedBead::source, each));
      }
      for (const ByteRange each : extra) {
        reporter.add(t, pair, Message{"extra", {pair.target.at(each)}},
                     Reporter::Details::on(&CheckedBead::target, each));
      }
    }
  }
}

}  // namespace

Rule token_rule() {
  return {
      {"token",
       translatable("a placeholder, tag, address or file name that is lost or changed"),
       translatable("Placeholders (%s, {0}, {name}, ${x}), tags, web and e-mail addresses, names "
                    "of files and code between backticks must stand on both sides, equally "
                    "often, in any order. {} may become {0}, and %s %1$s."),
       {},
       {{false, {"{} 位于 {}。"}, {"{1} holds {0}."}, translatable("numbered arguments")},
        {true, {"已删除 %d 个文件。"}, {"Deleted the files."}, translatable("a number is lost")},
        {true, {"你好，{name}！"}, {"Hello, {nmae}!"}, translatable("a slip")},
        {false,
         {"请写信给 desk@harbour.example。"},
         {"Write to desk@harbour.example."},
         translatable("kept")},
        {false, {"涨了5%。"}, {"It rose by 5%."}, translatable("a share is no placeholder")}},
       {translatable("Names of files with endings that are not known."),
        translatable("Tags that were nested otherwise.")},
       {{"changed", translatable("\"{}\" became \"{}\"")},
        {"missing", translatable("\"{}\" is missing in the translation")},
        {"extra", translatable("\"{}\" is not in the source")}}},
      check};
}

}  // namespace duizhao::check
