// ICU's view of UTF-8 that stays where it is.
#pragma once

#include <unicode/utext.h>

#include <string_view>

namespace duizhao::text {

/// A UText over one text after the other, closed at the end of its scope.
class UTextView {
 public:
  UTextView() = default;
  explicit UTextView(std::string_view text) { show(text); }
  UTextView(const UTextView&) = delete;
  UTextView& operator=(const UTextView&) = delete;
  ~UTextView() { utext_close(&view_); }

  /// Looks at `text`, which must stay alive. A failure to do so shows where the view is used.
  UText* show(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    return utext_openUTF8(&view_, text.data(), static_cast<int64_t>(text.size()), &status);
  }

  UText* get() { return &view_; }

 private:
  UText view_ = UTEXT_INITIALIZER;
};

}  // namespace duizhao::text
