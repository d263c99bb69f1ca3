#include "io/line_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "duizhao/text/messages.hpp"
#include "text/detect_encoding.hpp"
#include "text/display.hpp"
#include "text/encoding.hpp"

namespace duizhao::io {
namespace {

class LineWriter : public UnitWriter {
 public:
  LineWriter(ByteSink sink, std::function<std::string(const TranslationUnit&)> line)
      : sink_(std::move(sink)), line_(std::move(line)) {}

  void write(const TranslationUnit& unit) override { sink_(line_(unit)); }
  void finish() override {}

 private:
  ByteSink sink_;
  std::function<std::string(const TranslationUnit&)> line_;
};

template <typename Number>
Number parse(std::string_view field, const Line& line, const char* expected) {
  Number number{};
  const auto [end, failure] = std::from_chars(field.data(), field.data() + field.size(), number);
  if (failure == std::errc() && end == field.data() + field.size()) return number;
  constexpr std::size_t kShown = 20;  // bytes
  fail(line, field,
       fmt::format(fmt::runtime(translate("expected {}, found \"{}\"")), translate(expected),
                   text::printable(std::string(field.substr(0, kShown)))));
}

}  // namespace

LineFile::LineFile(const ByteSource& bytes, const std::string& name)
    : bytes_(text::to_utf8(read_all(bytes), "auto", name)) {
  const std::string_view all = bytes_;
  std::size_t begin = text::byte_order_mark(all).size;
  for (std::size_t number = 1; begin < all.size(); ++number) {
    const std::size_t feed = std::min(all.find('\n', begin), all.size());
    std::string_view text = all.substr(begin, feed - begin);
    if (text.ends_with('\r')) text.remove_suffix(1);
    lines_.push_back({text, {name, number, begin}});
    begin = feed + 1;
  }
}

std::string as_field(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text;
}

double parse_number(std::string_view field, const Line& line) {
  const auto number = parse<double>(field, line, "a number");
  if (!std::isfinite(number)) fail(line, field, translate("expected a finite number"));
  return number;
}

std::size_t parse_index(std::string_view field, const Line& line) {
  return parse<std::size_t>(field, line, "a sentence index");
}

std::unique_ptr<UnitWriter> line_writer(ByteSink sink,
                                        std::function<std::string(const TranslationUnit&)> line) {
  return std::make_unique<LineWriter>(std::move(sink), std::move(line));
}

void fail(const Line& line, std::string_view at, const std::string& expectation) {
  ErrorPlace place = line.place;
  if (place.byte) *place.byte += static_cast<std::size_t>(at.data() - line.text.data());
  throw Error(ErrorCode::format, std::move(place), expectation);
}

}  // namespace duizhao::io
