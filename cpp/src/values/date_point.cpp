#include "date_point.h"

#include <algorithm>

namespace pullquote::values {

namespace {

constexpr int kEdtfSpring = 21;   // EDTF writes seasons as months 21 to 24 …
constexpr int kEdtfQuarter = 33;  // … and quarters as 33 to 36

bool has_no_year(const Point& point) {
  if (point.lost || point.year != 0) return false;
  return point.type == DateType::kDate || point.type == DateType::kMonth || point.type == DateType::kSeason ||
         point.type == DateType::kQuarter;
}

// The days that decide which year is nearest; seasons as the northern half of the world has them, since it writes most
// of the news and only the year hangs on it.
std::optional<Days> rough_days(const Point& point) {
  if (point.type != DateType::kSeason) return days(point);
  const auto first = days_of_month(point.year, point.part * 3);
  if (!first) return std::nullopt;
  const auto last = add_days(first->first, 89);
  return last ? std::optional(Days{first->first, *last}) : std::nullopt;
}

}  // namespace

Point Point::of_day(DateType type, Day day) {
  const auto date = calendar(day);
  Point point{.type = type,
              .year = static_cast<int>(date.year()),
              .month = static_cast<int>(static_cast<unsigned>(date.month())),
              .day = static_cast<int>(static_cast<unsigned>(date.day()))};
  switch (type) {
    case DateType::kMonth:
      point.day = 0;
      break;
    case DateType::kQuarter:
      point.part = (point.month - 1) / 3 + 1;
      point.month = point.day = 0;
      break;
    case DateType::kDecade:
      point.year -= point.year % 10;
      point.month = point.day = 0;
      break;
    case DateType::kCentury:
      point.year -= point.year % 100;
      point.month = point.day = 0;
      break;
    case DateType::kYear:
      point.month = point.day = 0;
      break;
    default:
      break;
  }
  return point;
}

Point settle_year(Point point, const DateContext& context) {
  if (!has_no_year(point)) return point;
  if (!context.anchor) return Point::lost_one(point.type);
  const int now = static_cast<int>(calendar(*context.anchor).year());
  std::optional<Point> best;
  long best_distance = 0;
  for (int year = now - 4; year <= now + 4; ++year) {  // four: the 29th of February
    auto candidate = point;
    candidate.year = year;
    const auto span = rough_days(candidate);
    if (!span) continue;
    // Where the anchor lies inside, or a day off (it is still yesterday elsewhere), it is both past and future.
    const long after = (span->first - *context.anchor).count();  // > 0: all of it is to come
    const long before = (*context.anchor - span->last).count();  // > 0: all of it is over
    if (context.direction == Direction::kPast && after > 1) continue;
    if (context.direction == Direction::kFuture && before > 0) continue;
    const long distance = std::max({after, before, 0L});
    if (!best || distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best.value_or(Point::lost_one(point.type));
}

Point settle_year_after(Point point, const Point& earlier) {
  if (!has_no_year(point)) return point;
  const auto start = rough_days(earlier);
  if (earlier.lost || !start) return Point::lost_one(point.type);
  for (int year = earlier.year; year <= earlier.year + 4; ++year) {
    point.year = year;
    if (const auto span = rough_days(point); span && span->last >= start->first) return point;
  }
  return Point::lost_one(point.type);
}

std::string iso(const Point& point) {
  if (point.lost) return {};
  switch (point.type) {
    case DateType::kSeason:
      return point.year < kFirstYear || point.year > kLastYear ? std::string()
                                                               : iso_month(point.year, kEdtfSpring - 1 + point.part);
    default:
      break;
  }
  if (!days(point)) return {};
  switch (point.type) {
    case DateType::kDate:
      return iso_day(days(point)->first);
    case DateType::kWeek:
      return iso_week(days(point)->first);
    case DateType::kMonth:
      return iso_month(point.year, point.month);
    case DateType::kQuarter:
      return iso_month(point.year, kEdtfQuarter - 1 + point.part);
    case DateType::kDecade:
      return iso_year(point.year).substr(0, 3) + "X";
    case DateType::kCentury:
      return iso_year(point.year).substr(0, 2) + "XX";
    default:
      return iso_year(point.year);
  }
}

std::optional<Days> days(const Point& point) {
  if (point.lost) return std::nullopt;
  switch (point.type) {
    case DateType::kDate: {
      const auto day = make_day(point.year, point.month, point.day);
      return day ? std::optional(Days{*day, *day}) : std::nullopt;
    }
    case DateType::kWeek: {
      const auto day = make_day(point.year, point.month, point.day);
      return day ? days_of_week(*day) : std::nullopt;
    }
    case DateType::kMonth:
      return days_of_month(point.year, point.month);
    case DateType::kQuarter: {
      const auto first = days_of_month(point.year, point.part * 3 - 2);
      const auto last = days_of_month(point.year, point.part * 3);
      return first && last ? std::optional(Days{first->first, last->last}) : std::nullopt;
    }
    case DateType::kYear:
      return days_of_years(point.year, point.year);
    case DateType::kDecade:
      return days_of_years(point.year, point.year + 9);
    case DateType::kCentury:
      return days_of_years(point.year, point.year + 99);
    default:
      return std::nullopt;
  }
}

DateValue value_of(const Point& point) {
  DateValue value{.type = point.type, .iso = iso(point)};
  if (const auto span = days(point)) {
    value.start = iso_day(span->first);
    value.end = iso_day(span->last);
  }
  return value;
}

DateValue range_of(const Point& first, const Point& last) {
  DateValue value{.type = DateType::kRange};
  const auto start = value_of(first);
  const auto end = value_of(last);
  if (start.iso.empty() || end.iso.empty() || (!start.start.empty() && !end.end.empty() && start.start > end.end)) {
    return value;
  }
  value.iso = start.iso + "/" + end.iso;
  value.start = start.start;
  value.end = end.end;
  return value;
}

}  // namespace pullquote::values
