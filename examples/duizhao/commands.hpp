// The commands of the tool. Each adds itself to the command line; its work begins when it is
// parsed.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>

namespace tool {

/// What the chosen command does; gives the exit code.
using Action = std::function<int()>;

void add_segment(CLI::App& tool, Action& chosen);
void add_align(CLI::App& tool, Action& chosen);
void add_variants(CLI::App& tool, Action& chosen);
void add_trace(CLI::App& tool, Action& chosen);
void add_check(CLI::App& tool, Action& chosen);
void add_score(CLI::App& tool, Action& chosen);
void add_eval(CLI::App& tool, Action& chosen);
void add_completion(CLI::App& tool, Action& chosen);
void add_convert(CLI::App& tool, Action& chosen);
void add_lexicon(CLI::App& tool, Action& chosen);
void add_manual(CLI::App& tool, Action& chosen);

}  // namespace tool
