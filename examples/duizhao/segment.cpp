#include <memory>
#include <utility>

#include "commands.hpp"
#include "options.hpp"
#include "parallel.hpp"
#include "settings.hpp"

namespace tool {
namespace {

struct Segment {
  InputOptions input;
  OutputOptions output;
  std::size_t jobs = 0;
  SegmentSettings settings;
  std::vector<std::string> files;

  std::string render(const std::string& path, const duizhao::SegmentedDocument& document) const {
    if (output.format == "jsonl") return duizhao::to_jsonl(document);
    const std::string head = files.size() > 1 ? "== " + path + "\n\n" : "";
    return head + duizhao::text_report(document, output.layout());
  }

  int run() {
    settings.load();
    const duizhao::Segmenter segmenter(settings.options);
    Progress progress(output.progress(), duizhao::translate("segmenting"), size_of(files),
                      WorkUnit::bytes);
    const auto parts = parallel_map(files.size(), jobs, [&](std::size_t i) {
      const Share share(progress, size_of(files[i]));
      const duizhao::SegmentedDocument document =
          segmenter.segment(input.read(files[i], settings.language));
      return std::pair(document.document(), render(files[i], document));
    });
    std::string result;
    for (const auto& [document, part] : parts) {
      if (!result.empty() && output.format == "text") result += '\n';
      result += part;
    }
    output.write(result);
    for (const auto& [document, part] : parts) output.note_faults(document);
    return 0;
  }
};

}  // namespace

void add_segment(CLI::App& tool, Action& chosen) {
  const auto segment = std::make_shared<Segment>();
  CLI::App& command = add_command(tool, "segment",
                                  duizhao::translate("cut texts into blocks, turns and sentences"));
  command.add_option("file", segment->files, duizhao::translate("texts; - is standard input"))
      ->required()
      ->type_name("FILE");
  segment->settings.add_to(command);
  segment->input.add_to(command);
  segment->output.add_to(command, {"text", "jsonl"});
  add_jobs(command, segment->jobs);
  add_examples(command, {"duizhao segment interview.md", "duizhao segment --format jsonl *.txt",
                         "cat interview.txt | duizhao segment -"});
  command.callback([segment, &chosen] {
    std::vector<std::string> inputs = segment->files;
    inputs.push_back(segment->settings.srx);
    check_standard_input(inputs);
    chosen = [segment] { return segment->run(); };
  });
}

}  // namespace tool
