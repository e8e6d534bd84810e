#include "calendar.h"

#include <array>
#include <cstdio>

namespace pullquote::values {

namespace {

using std::chrono::days;
using std::chrono::months;

// No date of an article is further away than this; more would overflow what <chrono> can count.
constexpr long kMostDays = 366L * kLastYear;
constexpr long kMostMonths = 12L * kLastYear;

std::optional<Day> within(std::chrono::year_month_day date) {
  const int year = static_cast<int>(date.year());
  if (!date.ok() || year < kFirstYear || year > kLastYear) return std::nullopt;
  return Day(date);
}

template <class... Numbers>
std::string format(const char* form, Numbers... numbers) {
  std::array<char, 48> out{};
  const int size = std::snprintf(out.data(), out.size(), form, numbers...);
  return {out.data(), static_cast<std::size_t>(size)};
}

int year_of(Day day) { return static_cast<int>(calendar(day).year()); }

}  // namespace

std::chrono::year_month_day calendar(Day day) { return std::chrono::year_month_day(day); }

std::optional<Day> make_day(int year, int month, int day) {
  if (year < kFirstYear || year > kLastYear || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  return within({std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                 std::chrono::day(static_cast<unsigned>(day))});
}

std::optional<Day> to_day(const Date& date) {
  return make_day(date.year, static_cast<int>(date.month), static_cast<int>(date.day));
}

std::optional<Day> add_days(Day day, long count) {
  if (count > kMostDays || count < -kMostDays) return std::nullopt;
  return within(calendar(day + days(count)));
}

std::optional<Day> add_months(Day day, long count) {
  if (count > kMostMonths || count < -kMostMonths) return std::nullopt;
  const auto moved = calendar(day) + months(count);
  if (moved.ok()) return within(moved);
  return within(std::chrono::year_month_day(moved.year() / moved.month() / std::chrono::last));
}

std::optional<Days> days_of_month(int year, int month) {
  const auto first = make_day(year, month, 1);
  if (!first) return std::nullopt;
  const auto date = calendar(*first);
  return Days{*first, Day(date.year() / date.month() / std::chrono::last)};
}

std::optional<Days> days_of_years(int first, int last) {
  const auto start = make_day(first, 1, 1);
  const auto end = make_day(last, 12, 31);
  if (!start || !end) return std::nullopt;
  return Days{*start, *end};
}

std::optional<Days> days_of_week(Day day) {
  const long since_monday = static_cast<long>(std::chrono::weekday(day).iso_encoding()) - 1;
  const auto first = add_days(day, -since_monday);
  const auto last = add_days(day, 6 - since_monday);
  if (!first || !last) return std::nullopt;
  return Days{*first, *last};
}

std::string iso_day(Day day) {
  const auto date = calendar(day);
  return format("%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()));
}

// The week belongs to the year that its Thursday lies in.
std::string iso_week(Day day) {
  const auto thursday = day + days(4 - static_cast<int>(std::chrono::weekday(day).iso_encoding()));
  const Day new_year(calendar(thursday).year() / std::chrono::January / 1);
  return format("%04d-W%02d", year_of(thursday), static_cast<int>((thursday - new_year).count()) / 7 + 1);
}

std::string iso_year(int year) { return format("%04d", year); }

std::string iso_month(int year, int month) { return format("%04d-%02d", year, month); }

}  // namespace pullquote::values
