// ICU's rule engine over UTF-8.
#pragma once

#include <unicode/brkiter.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/text/byte_range.hpp"
#include "segment/boundaries.hpp"
#include "text/utext_view.hpp"

namespace duizhao::segment {

/// Finds stops by the rules of data/segmentation/stops.rules. Not thread-safe: one for each thread.
class StopFinder {
 public:
  StopFinder();
  StopFinder(const StopFinder& other);

  /// The runs of stops of a text, in order. Valid until the next call.
  const Stops& find(std::string_view text);

 private:
  std::unique_ptr<icu::BreakIterator> breaks_;
  text::UTextView view_;
  Stops stops_;
};

/// What lies between breaks, bytes of the text in order, without the white space around it.
std::vector<ByteRange> between(std::string_view text, std::vector<std::size_t> breaks);

/// Sentences by ICU's own rules for a language, without the white space around them.
std::vector<ByteRange> icu_sentences(std::string_view text, const std::string& language);

/// Finds words by ICU's rules and dictionaries (UAX 29). Not thread-safe: one for each thread.
class WordFinder {
 public:
  explicit WordFinder(const std::string& language);

  /// Runs that hold letters, numbers or ideographs, in order.
  std::vector<ByteRange> find(std::string_view text);

 private:
  std::unique_ptr<icu::BreakIterator> breaks_;
  text::UTextView view_;
};

}  // namespace duizhao::segment
