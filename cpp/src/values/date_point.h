#pragma once

#include <optional>
#include <string>

#include "calendar.h"
#include "pullquote/document.h"
#include "tense.h"

namespace pullquote::values {

/// What a date is read against.
struct DateContext {
  std::optional<Day> anchor;  // the day of the article
  Direction direction = Direction::kUnknown;
  std::optional<bool> month_first;  // how the article's country writes 4/6/2022; nothing where it is not known
};

/// A day, week, month … on the calendar, of which words may have said only a part: 0 is what they leave open. Never a
/// range or a length of time.
struct Point {
  DateType type = DateType::kDate;
  int year = 0;  // first year of a decade or century
  int month = 0;
  int day = 0;
  int part = 0;       // number of a quarter or season
  bool lost = false;  // cannot be settled: what it is relative to is not known

  [[nodiscard]] static Point lost_one(DateType type) { return {.type = type, .lost = true}; }
  [[nodiscard]] static Point of_day(DateType type, Day day);
};

/// The year that a day, month, season or quarter without one means: the nearest, or the last or next one where the
/// verbs say so. The point unchanged where nothing is open.
[[nodiscard]] Point settle_year(Point point, const DateContext& context);
/// The same for the second end of a range or list: the first such day or month from the other one on.
[[nodiscard]] Point settle_year_after(Point point, const Point& earlier);

/// Empty where a part is open or no calendar has it.
[[nodiscard]] std::string iso(const Point& point);
/// Nothing where it has no `iso`, and for a season: the two halves of the world have them at other times.
[[nodiscard]] std::optional<Days> days(const Point& point);

/// The value of a point.
[[nodiscard]] DateValue value_of(const Point& point);
/// The value of a range or list, whose ends are settled.
[[nodiscard]] DateValue range_of(const Point& first, const Point& last);

}  // namespace pullquote::values
