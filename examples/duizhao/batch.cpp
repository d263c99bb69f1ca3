#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <new>
#include <nlohmann/json.hpp>

#include "batch_tasks.hpp"
#include "commands.hpp"
#include "options.hpp"
#include "parallel.hpp"
#include "usage_errors.hpp"

namespace tool {
namespace {

using Json = nlohmann::ordered_json;
using Record = nlohmann::json;  // whatever its depth, it is moved, not copied, as it is read

/// A record that cannot be worked on.
struct WrongRecord : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The lines of standard input, without their ends; one at a time is held.
class InputLines {
 public:
  std::optional<std::string> next() {
    std::string line;
    while (true) {
      const std::size_t end = piece_.find('\n');
      line += piece_.substr(0, end);
      if (end != std::string_view::npos) {
        piece_.remove_prefix(end + 1);
        return line;
      }
      piece_ = source_();
      if (piece_.empty()) return line.empty() ? std::nullopt : std::optional(line);
    }
  }

 private:
  duizhao::ByteSource source_ = duizhao::file_source("-");
  std::string_view piece_;
};

/// Tasks by the options of records, each prepared once.
class Tasks {
 public:
  /// `defaults` are the options of all records, as the command line has them. Throws as
  /// BatchTask::prepare does for wrong ones.
  Tasks(std::string name, std::vector<std::string> defaults)
      : name_(std::move(name)), defaults_(std::move(defaults)) {
    with({});
  }

  /// The task with the options of a record: those of a command line, without names of commands.
  std::shared_ptr<const BatchTask> with(const std::vector<std::string>& options) {
    constexpr std::size_t kMost = 64;  // records seldom differ much
    const std::lock_guard lock(mutex_);
    if (const auto known = tasks_.find(options); known != tasks_.end()) return known->second;
    if (tasks_.size() >= kMost) tasks_.clear();
    return tasks_.emplace(options, prepared(options)).first->second;
  }

 private:
  std::shared_ptr<const BatchTask> prepared(const std::vector<std::string>& options) const {
    const std::shared_ptr<BatchTask> task = make_task(name_);
    CLI::App command;
    command.set_help_flag();
    command.allow_extras();
    task->add_to(command);
    // The second time only what is named again is changed.
    for (const std::vector<std::string>* given : {&defaults_, &options}) {
      for (const std::string& each : *given) {
        if (each != "-" && !each.ends_with("=-")) continue;
        throw CLI::ValidationError(
            name_, duizhao::translate("standard input holds the records, and no other file"));
      }
      std::vector<std::string> reversed(given->rbegin(), given->rend());
      if (!reversed.empty()) command.parse(reversed);
      if (command.remaining_size() == 0) continue;
      throw CLI::ValidationError(name_,
                                 fmt::format(fmt::runtime(duizhao::translate("no such option: {}")),
                                             command.remaining().front()));
    }
    task->prepare(lexicon_);
    return task;
  }

  std::string name_;
  std::vector<std::string> defaults_;
  duizhao::Lexicon lexicon_ = duizhao::Lexicon::load_default();
  std::mutex mutex_;
  std::map<std::vector<std::string>, std::shared_ptr<const BatchTask>> tasks_;
};

/// {"min-confidence": 0.5, "lines": true} as a command line has it.
std::vector<std::string> options_of(const Record& record) {
  std::vector<std::string> options;
  const auto given = record.find("options");
  if (given == record.end()) return options;
  if (!given->is_object()) throw WrongRecord(duizhao::translate("expected an object as options"));
  for (const auto& [key, value] : given->items()) {
    std::string name = "--" + key;
    std::ranges::replace(name, '_', '-');
    const auto add = [&, &key = key](const Record& each) {
      if (each.is_structured()) {
        throw WrongRecord(fmt::format(
            fmt::runtime(duizhao::translate("expected a text, a number or true as the option {}")),
            key));
      }
      if (each.is_boolean()) {
        if (each.get<bool>()) options.push_back(name);
      } else if (!each.is_null()) {
        options.push_back(name + "=" + (each.is_string() ? each.get<std::string>() : each.dump()));
      }
    };
    if (value.is_array()) {
      std::ranges::for_each(value, add);
    } else {
      add(value);
    }
  }
  return options;
}

/// A side of a record: {"source": text}, or {"source_file": path}.
RecordText text_of(const Record& record, const std::string& side) {
  const std::string file = side + "_file";
  const bool by_name = record.contains(file);
  const std::string& field = by_name ? file : side;
  if (by_name == record.contains(side) || !record[field].is_string()) {
    throw WrongRecord(fmt::format(
        fmt::runtime(duizhao::translate("expected a text as {}, or a path as {}")), side, file));
  }
  std::string value = record[field];
  if (!by_name) return {std::move(value), side};
  return {duizhao::read_file(value), value};
}

struct Batch {
  OutputOptions output;
  std::size_t jobs = 0;
  std::string what = "align";
  std::vector<std::string> options;  // of all records

  static Record parse(const std::string& line) {
    Record record;
    try {
      record = Record::parse(line);
    } catch (const Record::exception&) {
      throw WrongRecord(duizhao::translate("expected a JSON object"));
    }
    if (!record.is_object()) throw WrongRecord(duizhao::translate("expected a JSON object"));
    return record;
  }

  /// The answer to a record, or what is wrong with it.
  static Json answer(Tasks& tasks, const std::string& line, std::size_t number) {
    Json result = {{"id", nullptr}};
    std::string message;
    try {
      const Record record = parse(line);
      if (const auto id = record.find("id"); id != record.end()) {
        if (id->is_structured() || id->is_number_float()) {  // which would not come back as it was
          throw WrongRecord(duizhao::translate("expected a text or a whole number as id"));
        }
        result["id"] = Json(*id);
      }
      const auto task = tasks.with(options_of(record));
      RecordText source = text_of(record, "source");
      RecordText target;
      if (task->takes_target()) target = text_of(record, "target");
      result.update(task->answer(std::move(source), std::move(target)));
      return result;
    } catch (const CLI::ParseError& wrong) {
      message = usage_message(wrong);
    } catch (const std::bad_alloc&) {
      message = duizhao::translate("the memory does not suffice for texts of this size");
    } catch (const std::exception& error) {
      message = error.what();
    }
    result["error"] = {{"message", message}, {"line", number + 1}};
    return result;
  }

  int run() const {
    Tasks tasks(what, options);
    InputLines lines;
    std::optional<ResultFile> file;
    if (!output.path.empty() && output.path != "-") file.emplace(output.path);
    std::atomic<std::size_t> failures = 0;
    std::size_t records = 0;
    filter_lines(
        jobs,
        [&] {
          auto line = lines.next();
          records += line.has_value();
          return line;
        },
        [&](const std::string& line, std::size_t number) {
          const Json result = answer(tasks, line, number);
          failures += result.contains("error");
          return result.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
        },
        [&](std::string_view result) {
          if (file) return file->write(result);
          write_to_standard_output(result);
        });
    if (file) file->commit();
    if (failures > 0) {
      output.note(fmt::format(
          fmt::runtime(duizhao::translate("{} of {} record could not be worked on",
                                          "{} of {} records could not be worked on", records)),
          duizhao::format_number(failures.load()), duizhao::format_number(records)));
    }
    return 0;
  }
};

}  // namespace

void add_batch(CLI::App& tool, Action& chosen) {
  const auto batch = std::make_shared<Batch>();
  CLI::App& command =
      add_command(tool, "batch",
                  duizhao::translate(
                      "many texts: a record of JSON in, one out, a line each; the options of the "
                      "command that --do names are taken for every record"));
  command
      .add_option("--do", batch->what,
                  fmt::format(fmt::runtime(duizhao::translate("what is done with each record: {}; "
                                                              "the first is the default")),
                              fmt::join(batch_tasks(), ", ")))
      ->type_name("COMMAND")
      ->check(CLI::IsMember(batch_tasks()).description(""));
  batch->output.add_to(command, {"jsonl"});
  add_jobs(command, batch->jobs);
  command.allow_extras();
  add_examples(command,
               {"duizhao batch < pairs.jsonl > beads.jsonl",
                "duizhao batch --do check --rules number,name < pairs.jsonl > findings.jsonl",
                "echo '{\"id\":1,\"source\":\"你好。\",\"target\":\"Hello.\"}' | duizhao batch"});
  command.callback([batch, &command, &chosen] {
    batch->options = command.remaining();
    chosen = [batch] { return batch->run(); };
  });
}

}  // namespace tool
