#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "pullquote/extractor.h"

// Days, weeks and months of the proleptic Gregorian calendar, years 1 to 9999 and no others: a step outside gives
// nothing.

namespace pullquote::values {

using Day = std::chrono::sys_days;

inline constexpr int kFirstYear = 1;
inline constexpr int kLastYear = 9999;

/// A stretch of days, the last one included.
struct Days {
  Day first;
  Day last;
};

[[nodiscard]] std::optional<Day> make_day(int year, int month, int day);
[[nodiscard]] std::optional<Day> to_day(const Date& date);
[[nodiscard]] std::chrono::year_month_day calendar(Day day);

[[nodiscard]] std::optional<Day> add_days(Day day, long days);
/// The same day of another month, or the last one that this month has.
[[nodiscard]] std::optional<Day> add_months(Day day, long months);

[[nodiscard]] std::optional<Days> days_of_month(int year, int month);
[[nodiscard]] std::optional<Days> days_of_years(int first, int last);
/// Monday to Sunday.
[[nodiscard]] std::optional<Days> days_of_week(Day day);

/// "2019-01-23", "2019-W04", "0987" and "0987-06".
[[nodiscard]] std::string iso_day(Day day);
[[nodiscard]] std::string iso_week(Day day);
[[nodiscard]] std::string iso_year(int year);
[[nodiscard]] std::string iso_month(int year, int month);

}  // namespace pullquote::values
