// What `batch` does with a record: the work of a command on texts in memory.
#pragma once

#include <CLI/CLI.hpp>
#include <duizhao/duizhao.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace tool {

/// One side of a record.
struct RecordText {
  std::string bytes;
  std::string name;  ///< in results and messages: its path, or that of its field
};

/// The work of a command with some options. Immutable once it is prepared, and shared by threads.
class BatchTask {
 public:
  virtual ~BatchTask() = default;

  /// Whether a record has a target, too.
  virtual bool takes_target() const { return true; }

  virtual void add_to(CLI::App& command) = 0;

  /// Reads the files that the options name, and makes what all records share. Throws duizhao::Error
  /// and CLI::ValidationError.
  virtual void prepare(const duizhao::Lexicon& lexicon) = 0;

  /// The fields of the answer. Throws duizhao::Error.
  virtual nlohmann::ordered_json answer(RecordText source, RecordText target) const = 0;
};

/// The names that make_task knows.
const std::vector<std::string>& batch_tasks();

std::unique_ptr<BatchTask> make_task(const std::string& name);

}  // namespace tool
