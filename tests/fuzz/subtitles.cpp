// Subtitles of the format that the first byte chooses: cues lie in order inside the text, and every
// block that meets one has a time.
#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using duizhao::InputFormat;
  if (size == 0) return 0;
  constexpr InputFormat kFormats[] = {InputFormat::srt, InputFormat::webvtt, InputFormat::ass};
  try {
    const auto document =
        duizhao::parse_document(std::string(fuzz::text(data + 1, size - 1)), "input",
                                {.format = kFormats[data[0] % 3], .encoding = "utf-8"});
    fuzz::require_order(document);
    for (const duizhao::Cue& cue : document.cues()) {
      const auto time = document.time_of(cue.range);
      fuzz::require(time && time->begin == cue.begin && time->end == cue.end);
    }
  } catch (const duizhao::Error& error) {
    fuzz::require(error.place().byte.value_or(0) <= size);
  }
  return 0;
}
