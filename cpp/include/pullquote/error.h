#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace pullquote {

/// What went wrong, for callers that branch on it. `error_name` gives each its stable name.
enum class ErrorCode {
  kTextTooLong,     ///< the article has more bytes than 32-bit offsets can name
  kInvalidDate,     ///< a date is not a calendar day written YYYY-MM-DD
  kInvalidName,     ///< a name of a gazetteer has no word, or too many
  kInvalidPattern,  ///< a pattern of a gazetteer is no regular expression that can be used
  kModelNotFound,   ///< the model file does not exist or cannot be read
  kModelCorrupt,    ///< the model file is truncated, altered or not a model at all
  kModelVersion,    ///< the model file was made for another version of the format or with other features
};

/// The stable name of a code, such as "model-corrupt".
[[nodiscard]] std::string_view error_name(ErrorCode code);

/// The one exception that the library throws. It says what is wrong, where, and what to do about it.
/// Extraction itself never throws because of what a text contains.
class Error : public std::runtime_error {
 public:
  Error(ErrorCode code, std::string what, std::string where, std::string hint);

  [[nodiscard]] ErrorCode code() const { return code_; }
  /// What is wrong, alone: `what()` joins it with the place and the hint.
  [[nodiscard]] const std::string& problem() const { return problem_; }
  /// The place: a file, an offset, an argument. May be empty.
  [[nodiscard]] const std::string& where() const { return where_; }
  /// What the caller can do. May be empty.
  [[nodiscard]] const std::string& hint() const { return hint_; }

 private:
  ErrorCode code_;
  std::string problem_;
  std::string where_;
  std::string hint_;
};

}  // namespace pullquote
