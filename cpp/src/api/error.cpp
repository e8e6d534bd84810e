#include "pullquote/error.h"

#include <utility>

namespace pullquote {

namespace {

std::string message(const std::string& what, const std::string& where, const std::string& hint) {
  std::string text = what;
  if (!where.empty()) text += " (" + where + ")";
  if (!hint.empty()) text += ": " + hint;
  return text;
}

}  // namespace

std::string_view error_name(ErrorCode code) {
  switch (code) {
    case ErrorCode::kTextTooLong:
      return "text-too-long";
    case ErrorCode::kInvalidDate:
      return "invalid-date";
    case ErrorCode::kInvalidName:
      return "invalid-name";
    case ErrorCode::kInvalidPattern:
      return "invalid-pattern";
    case ErrorCode::kModelNotFound:
      return "model-not-found";
    case ErrorCode::kModelCorrupt:
      return "model-corrupt";
    case ErrorCode::kModelVersion:
      return "model-version";
  }
  return "unknown";
}

Error::Error(ErrorCode code, std::string what, std::string where, std::string hint)
    : std::runtime_error(message(what, where, hint)),
      code_(code),
      problem_(std::move(what)),
      where_(std::move(where)),
      hint_(std::move(hint)) {}

}  // namespace pullquote
