#include "moses.hpp"

namespace tool {
namespace {

/// zh of zh-TW.
std::string suffix_of(const std::string& language) {
  return language.substr(0, language.find_first_of("-_"));
}

}  // namespace

MosesFiles::MosesFiles(std::string prefix, std::string source_language, std::string target_language)
    : prefix_(std::move(prefix)),
      source_language_(std::move(source_language)),
      target_language_(std::move(target_language)) {}

void MosesFiles::write(const duizhao::TranslationUnit& unit) {
  if (writer_) return writer_->write(unit);
  const auto learn = [](std::string& language, const std::string& own) {
    if (language == "auto" && !own.empty()) language = suffix_of(own);
  };
  learn(source_language_, unit.source_language);
  learn(target_language_, unit.target_language);
  waiting_.push_back(unit);
  if (source_language_ != "auto" && target_language_ != "auto") open();
}

void MosesFiles::open() {
  if (source_language_ == "auto") source_language_ = "zh";
  if (target_language_ == "auto") target_language_ = "en";
  if (source_language_ == target_language_) {
    throw CLI::ValidationError(
        "--target-language",
        duizhao::translate("both texts are in one language: name two for the files of Moses"));
  }
  source_ = std::make_unique<ResultFile>(prefix_ + '.' + source_language_);
  target_ = std::make_unique<ResultFile>(prefix_ + '.' + target_language_);
  writer_ = duizhao::moses_writer([this](std::string_view bytes) { source_->write(bytes); },
                                  [this](std::string_view bytes) { target_->write(bytes); });
  for (const duizhao::TranslationUnit& unit : waiting_) writer_->write(unit);
  waiting_.clear();
}

void MosesFiles::commit() {
  if (!writer_) open();
  writer_->finish();
  source_->commit();
  target_->commit();
}

}  // namespace tool
