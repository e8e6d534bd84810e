#include <chrono>

#include "pullquote/extractor.h"

namespace pullquote {

namespace {

// The digits of text[first, first + count) as a number; nothing where one of them is no ASCII digit.
std::optional<int> digits(std::string_view text, std::size_t first, std::size_t count) {
  int value = 0;
  for (const char c : text.substr(first, count)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

Date parse_date(std::string_view text) {
  if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
    const auto year = digits(text, 0, 4);
    const auto month = digits(text, 5, 2);
    const auto day = digits(text, 8, 2);
    if (year && month && day && *year > 0) {
      const Date date{*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day)};
      const std::chrono::year_month_day calendar{std::chrono::year(date.year), std::chrono::month(date.month),
                                                 std::chrono::day(date.day)};
      if (calendar.ok()) return date;
    }
  }
  constexpr std::size_t kShown = 40;
  throw Error(ErrorCode::kInvalidDate, "not a day of the calendar: \"" + std::string(text.substr(0, kShown)) + "\"", "",
              "write the day as YYYY-MM-DD, for example 2019-01-25");
}

}  // namespace pullquote
