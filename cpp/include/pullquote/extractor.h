#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "pullquote/document.h"
#include "pullquote/error.h"
#include "pullquote/gazetteer.h"
#include "pullquote/verbs.h"

namespace pullquote {

/// A calendar day of the proleptic Gregorian calendar.
struct Date {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  friend bool operator==(const Date&, const Date&) = default;
};

/// Reads YYYY-MM-DD. Throws Error(kInvalidDate) where it is not a day of the calendar.
[[nodiscard]] Date parse_date(std::string_view text);

struct Options {
  std::optional<Date> published;  ///< the day that "Wednesday" and "last month" are counted from
  bool boilerplate = false;       ///< also give the entities and quotes of boilerplate
  bool quotes = true;             ///< find quotes, and the speakers without a name whom only a quote gives
  Gazetteer gazetteer;            ///< names that the caller knows; they win over what the model finds there
  Verbs verbs;                    ///< words that the caller knows to report speech
};

/// Finds who said what in news articles.
///
/// Thread safety: an Extractor is immutable; any number of threads may call `extract` on one at once. Copying is
/// cheap, copies share the model. Memory: nothing is kept between calls.
/// Failure: `extract` accepts any bytes. Each maximal invalid UTF-8 sequence counts as one code point, as does an
/// encoded surrogate. It throws only Error(kTextTooLong), above 2^31 - 1 bytes, and std::bad_alloc.
class Extractor {
 public:
  /// Maps the model file into memory. Throws Error(kModelNotFound, kModelCorrupt, kModelVersion).
  [[nodiscard]] static Extractor open(const std::filesystem::path& model);

  [[nodiscard]] Document extract(std::string_view utf8, const Options& options = {}) const;

 private:
  struct Impl;
  explicit Extractor(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}
  std::shared_ptr<const Impl> impl_;
};

}  // namespace pullquote
