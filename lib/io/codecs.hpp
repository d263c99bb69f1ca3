// One reader and one writer for each format.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "duizhao/io/exchange.hpp"

namespace duizhao::io {

/// A file that is read, and what is to be done with it.
struct Input {
  const ByteSource& bytes;
  const std::string& name;
  const ReadUnitsOptions& options;
  const UnitSink& sink;
};

UnitsRead read_beads(const Input& input);
UnitsRead read_ladder(const Input& input);
UnitsRead read_hunalign(const Input& input);
UnitsRead read_intertext(const Input& input);
UnitsRead read_tmx(const Input& input);
UnitsRead read_xliff(const Input& input);
UnitsRead read_tsv(const Input& input);
UnitsRead read_csv(const Input& input);
UnitsRead read_xlsx(const Input& input);
UnitsRead read_jsonl(const Input& input);
UnitsRead read_po(const Input& input);

/// A memory as an alignment, whose documents are the file's bytes, and what it does not hold.
std::pair<Alignment, UnitsRead> read_tmx_documents(std::string bytes, const std::string& name,
                                                   const ReadUnitsOptions& options);

std::unique_ptr<UnitWriter> beads_writer(ByteSink sink);
std::unique_ptr<UnitWriter> ladder_writer(ByteSink sink);
std::unique_ptr<UnitWriter> hunalign_writer(ByteSink sink);
std::unique_ptr<UnitWriter> intertext_writer(ByteSink sink, const WriteUnitsOptions& options);
std::unique_ptr<UnitWriter> tmx_writer(ByteSink sink);
std::unique_ptr<UnitWriter> xliff_writer(ByteSink sink, const WriteUnitsOptions& options);
std::unique_ptr<UnitWriter> tsv_writer(ByteSink sink, const WriteUnitsOptions& options);
std::unique_ptr<UnitWriter> csv_writer(ByteSink sink, const WriteUnitsOptions& options);
/// Of srt or webvtt.
std::unique_ptr<UnitWriter> subtitle_writer(ByteSink sink, AlignmentFormat format);
std::unique_ptr<UnitWriter> jsonl_writer(ByteSink sink);

}  // namespace duizhao::io
