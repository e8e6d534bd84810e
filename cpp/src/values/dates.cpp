#include "dates.h"

#include <vector>

#include "date_parser.h"

// A mention is read in one of four ways, the first that reads all of it: as something that recurs ("every Friday"), as
// a count of periods ("two years ago", "the past five years", "24 hours"), or as one, two or more points in time.

namespace pullquote::values {

namespace {

constexpr std::size_t kMostPoints = 8;

struct Unit {
  std::string_view designator;  // of an ISO 8601 duration
  int factor;
};

// Nothing for periods that a duration does not count ("weekends").
std::optional<Unit> unit_of(Period period) {
  switch (period) {
    case Period::kHour:
      return Unit{"H", 1};
    case Period::kDay:
      return Unit{"D", 1};
    case Period::kWeek:
      return Unit{"W", 1};
    case Period::kMonth:
      return Unit{"M", 1};
    case Period::kQuarter:
      return Unit{"M", 3};
    case Period::kYear:
      return Unit{"Y", 1};
    case Period::kDecade:
      return Unit{"Y", 10};
    case Period::kCentury:
      return Unit{"Y", 100};
    default:
      return std::nullopt;
  }
}

std::string duration(long count, const Unit& unit) {
  return (unit.designator == "H" ? "PT" : "P") + std::to_string(count * unit.factor) + std::string(unit.designator);
}

std::optional<Day> moved(const std::optional<Day>& from, Period period, long count) {
  if (!from) return std::nullopt;
  switch (period) {
    case Period::kHour:
      return add_days(*from, count / 24);
    case Period::kDay:
      return add_days(*from, count);
    case Period::kWeek:
      return add_days(*from, count * 7);
    case Period::kMonth:
      return add_months(*from, count);
    case Period::kQuarter:
      return add_months(*from, count * 3);
    case Period::kYear:
      return add_months(*from, count * 12);
    case Period::kDecade:
      return add_months(*from, count * 120);
    case Period::kCentury:
      return add_months(*from, count * 1200);
    default:
      return std::nullopt;
  }
}

// As exact as the words: "two weeks ago" is a week, "a decade ago" a year.
DateType precision(Period period) {
  switch (period) {
    case Period::kWeek:
      return DateType::kWeek;
    case Period::kMonth:
    case Period::kQuarter:
      return DateType::kMonth;
    case Period::kYear:
    case Period::kDecade:
    case Period::kCentury:
      return DateType::kYear;
    default:
      return DateType::kDate;
  }
}

class DateReader {
 public:
  DateReader(const Lexemes& lexemes, const DateContext& context) : lexemes_(lexemes), context_(context) {}

  std::optional<DateValue> read() {
    // "May" of "last May", wherever the mention begins; "ago" after "two years".
    std::size_t first = lexemes_.first();
    std::size_t last = lexemes_.last();
    if (first > 0) {
      for (const std::string_view word : {"last", "next", "this", "past", "previous", "coming", "every", "each"}) {
        if (lexemes_.is(first - 1, word)) --first;
      }
    }
    if (lexemes_.is(last, "ago")) ++last;
    if (auto value = read(first, last)) return value;
    return first == lexemes_.first() ? std::nullopt : read(lexemes_.first(), last);
  }

 private:
  std::optional<DateValue> read(std::size_t first, std::size_t last) {
    first_ = first;
    last_ = last;
    if (auto value = recurring()) return value;
    if (auto value = counted()) return value;
    if (auto value = half_year()) return value;
    return points();
  }

  [[nodiscard]] DateParser parser() const { return {lexemes_, first_, last_, context_}; }

  // What may stand after a date without changing it.
  [[nodiscard]] static bool at_end(DateParser& parser) {
    while (!parser.done()) {
      const auto word = parser.text();
      if (word == "," || word == "." || word == ")" || word == "'" || word == "s" || word == "season" ||
          word == "period" || word == "fiscal" || word == "year" || is_part_of_day(word)) {
        parser.accept(word);
      } else {
        return false;
      }
    }
    return true;
  }

  [[nodiscard]] std::optional<DateValue> recurring() const {
    auto at = parser();
    const auto recurs = [&](std::string duration) -> std::optional<DateValue> {
      if (!at_end(at)) return std::nullopt;
      return DateValue{.type = DateType::kRecurring, .iso = "R/" + std::move(duration)};
    };
    static constexpr std::pair<std::string_view, std::string_view> kAdverbs[] = {
        {"daily", "P1D"},     {"nightly", "P1D"}, {"weekly", "P1W"},   {"fortnightly", "P2W"}, {"monthly", "P1M"},
        {"quarterly", "P3M"}, {"annual", "P1Y"},  {"annually", "P1Y"}, {"yearly", "P1Y"}};
    for (const auto& [word, length] : kAdverbs) {
      if (at.accept(word)) return recurs(std::string(length));
    }
    if (!at.accept("every") && !at.accept("each")) {
      at.skip_fillers();
      if (weekday_named(at.text()) >= 0) return std::nullopt;
      at.go_to(at.at() + 1);  // "Mondays"
      return recurs("P1W");
    }
    int count = 1;
    if (at.accept("other")) {
      count = 2;
    } else if (const auto number = at.count()) {
      count = *number;
    }
    const auto word = at.text();
    if (const auto unit = unit_of(period_named(word)); unit && count > 0) {
      at.accept(word);
      return recurs(duration(count, *unit));
    }
    const bool weekly = weekday_named(word) != 0 || period_named(word) == Period::kWeekend;
    if (!weekly && !is_part_of_day(word) && month_named(word) == 0 && season_named(word) == 0) return std::nullopt;
    at.accept(word);
    return recurs("P" + std::to_string(count) + (weekly ? "W" : is_part_of_day(word) ? "D" : "Y"));
  }

  // "two years ago", "the past five years", "the next 24 hours", "two years", "a 24-year-old".
  [[nodiscard]] std::optional<DateValue> counted() const {
    auto at = parser();
    at.skip_fillers();
    int side = 0;
    if (at.accept("past") || at.accept("last") || at.accept("previous")) side = -1;
    if (side == 0 && (at.accept("next") || at.accept("coming") || at.accept("following"))) side = 1;
    const auto count = at.count();
    if (!count || *count == 0) return std::nullopt;
    at.accept("-");
    const auto word = at.text();
    const auto period = period_named(word);
    const auto unit = unit_of(period);
    if (!unit) return std::nullopt;
    at.accept(word);
    if (side == 0 && at.accept("ago")) return at_end(at) ? std::optional(away(period, -*count)) : std::nullopt;
    if (side == 0 && at.accept("from")) {
      return at.accept("now") && at_end(at) ? std::optional(away(period, *count)) : std::nullopt;
    }
    if (at.accept("-")) at.accept("old");
    if (!at_end(at)) return std::nullopt;
    if (side == 0) return DateValue{.type = DateType::kDuration, .iso = duration(*count, *unit)};
    const auto other = moved(context_.anchor, period, static_cast<long>(side) * *count);
    if (!other) return DateValue{.type = DateType::kRange};
    const auto here = Point::of_day(DateType::kDate, *context_.anchor);
    const auto there = Point::of_day(DateType::kDate, *other);
    return side < 0 ? range_of(there, here) : range_of(here, there);
  }

  [[nodiscard]] DateValue away(Period period, long count) const {
    const auto day = moved(context_.anchor, period, count);
    return value_of(day ? Point::of_day(precision(period), *day) : Point::lost_one(precision(period)));
  }

  // "the first half of 2021", "H1 2021", "the last weekend": ranges that have a name.
  [[nodiscard]] std::optional<DateValue> half_year() const {
    auto at = parser();
    at.skip_fillers();
    int shift = 2;
    if (at.accept("this")) shift = 0;
    if (at.accept("last") || at.accept("past")) shift = -1;
    if (at.accept("next") || at.accept("coming")) shift = 1;
    if (at.accept("weekend")) {
      if (!at_end(at)) return std::nullopt;
      return weekend(shift);
    }
    if (shift != 2) return std::nullopt;
    int half = 0;
    if (at.text() == "h" && (at.number(1) == 1 || at.number(1) == 2)) {
      half = at.number(1);
      at.go_to(at.at() + 2);
    } else if (at.accept("first")) {
      half = 1;
    } else if (at.accept("second")) {
      half = 2;
    }
    if (half == 0 || (at.text() != "half" && !lexemes_.is(first_, "h"))) return std::nullopt;
    at.accept("half");
    const auto year = at.point(false);
    if (!year || year->type != DateType::kYear || !at_end(at)) return std::nullopt;
    return range_of({.type = DateType::kMonth, .year = year->year, .month = half == 1 ? 1 : 7},
                    {.type = DateType::kMonth, .year = year->year, .month = half == 1 ? 6 : 12});
  }

  [[nodiscard]] DateValue weekend(int shift) const {
    DateValue unsettled{.type = DateType::kRange};
    if (!context_.anchor) return unsettled;
    if (shift == 2) shift = context_.direction == Direction::kFuture ? 0 : -1;
    // A weekend belongs to the week that it ends; on one, it is "this weekend" and the last one is a week ago.
    const auto week = days_of_week(*context_.anchor);
    const auto saturday = week ? add_days(week->first, 5 + 7 * shift) : std::nullopt;
    const auto sunday = saturday ? add_days(*saturday, 1) : std::nullopt;
    if (!sunday) return unsettled;
    return range_of(Point::of_day(DateType::kDate, *saturday), Point::of_day(DateType::kDate, *sunday));
  }

  enum class Joint { kNone, kRange, kList };

  static Joint joint(DateParser& at, bool between) {
    for (const std::string_view word : {"-", "to", "until", "till", "through", "thru", "/"}) {
      if (at.accept(word)) return Joint::kRange;
    }
    for (const std::string_view word : {"and", "&", "or", ","}) {
      if (at.accept(word)) {
        if (word == ",") at.accept("and");
        return between ? Joint::kRange : Joint::kList;
      }
    }
    return Joint::kNone;
  }

  // "2009-10" and "2021/22" are two years as a rule; the second part of "2019-01" cannot be one.
  [[nodiscard]] static std::optional<Point> second_year(DateParser& at, const Point& first) {
    const int number = at.number();
    if (first.type != DateType::kYear || number < 0 || at.text().size() != 2) return std::nullopt;
    const int year = first.year - first.year % 100 + number + (first.year % 100 == 99 && number == 0 ? 100 : 0);
    if (year <= first.year) return std::nullopt;
    at.go_to(at.at() + 1);
    return Point{.type = DateType::kYear, .year = year};
  }

  [[nodiscard]] std::optional<DateValue> points() const {
    auto at = parser();
    const bool since = at.accept("since");
    const bool until = !since && (at.accept("until") || at.accept("till"));
    const bool between = at.accept("between");
    if (!between) at.accept("from");
    std::vector<Point> found;
    auto kind = Joint::kNone;
    while (found.size() < kMostPoints) {
      auto next = found.size() == 1 && kind == Joint::kRange ? second_year(at, found.front()) : std::nullopt;
      if (!next) next = at.point(true);
      if (!next) return std::nullopt;
      found.push_back(*next);
      const auto before = at.at();
      const auto joined = joint(at, between);
      if (joined == Joint::kNone || at.done() || (kind == Joint::kRange)) {
        at.go_to(before);
        break;
      }
      if (found.front().type == DateType::kYear && joined == Joint::kRange && found.size() == 1) {
        if (const auto month = iso_month_of(at, found.front())) {
          found.front() = *month;
          break;
        }
      }
      kind = joined;
    }
    if (!at_end(at)) return std::nullopt;
    if (!share_parts(found)) return std::nullopt;
    settle(found);
    if (found.size() == 1) return since || until ? open(found.front(), since) : value_of(found.front());
    return kind == Joint::kRange ? range_of(found.front(), found.back()) : list_of(found);
  }

  // "2019-01" where that is no pair of years.
  [[nodiscard]] static std::optional<Point> iso_month_of(DateParser& at, const Point& year) {
    const int number = at.number();
    if (at.text().size() != 2 || number < 1 || number > 12 || number > year.year % 100) return std::nullopt;
    at.go_to(at.at() + 1);
    return Point{.type = DateType::kMonth, .year = year.year, .month = number};
  }

  // "March 3-5", "2 and 12 May 2019", "January and December 2021": what one of them leaves out, another says.
  [[nodiscard]] static bool share_parts(std::vector<Point>& found) {
    for (std::size_t i = 1; i < found.size(); ++i) {
      if (found[i].type == DateType::kDate && found[i].month == 0 && !found[i].lost) {
        found[i].month = found[i - 1].month;
        if (found[i].year == 0) found[i].year = found[i - 1].year;
      }
    }
    for (std::size_t i = found.size(); i-- > 0;) {
      auto& point = found[i];
      if (point.lost) continue;
      if (point.type == DateType::kDate && point.month == 0) {
        if (i + 1 == found.size() || found[i + 1].month == 0) return false;
        point.month = found[i + 1].month;
      }
      const bool open = point.year == 0 && point.type != DateType::kYear;
      if (open && i + 1 < found.size() && found[i + 1].year != 0 && point.type == found[i + 1].type) {
        // "December to April 2020" begins the year before.
        point.year = found[i + 1].year - (found[i + 1].month < point.month ? 1 : 0);
      }
    }
    return true;
  }

  void settle(std::vector<Point>& found) const {
    found.front() = settle_year(found.front(), context_);
    for (std::size_t i = 1; i < found.size(); ++i) found[i] = settle_year_after(found[i], found[i - 1]);
  }

  [[nodiscard]] static DateValue open(const Point& point, bool since) {
    auto value = value_of(point);
    value.type = DateType::kRange;
    if (value.iso.empty()) return value;
    value.iso = since ? value.iso + "/.." : "../" + value.iso;
    (since ? value.end : value.start).clear();
    return value;
  }

  [[nodiscard]] static DateValue list_of(const std::vector<Point>& found) {
    DateValue value{.type = DateType::kList};
    std::string all;
    for (const auto& point : found) {
      const auto one = value_of(point);
      if (one.iso.empty()) return value;
      all += (all.empty() ? "{" : ",") + one.iso;
      if (!one.start.empty() && (value.start.empty() || one.start < value.start)) value.start = one.start;
      if (one.end > value.end) value.end = one.end;
    }
    value.iso = all + "}";
    return value;
  }

  const Lexemes& lexemes_;
  const DateContext& context_;
  std::size_t first_ = 0;
  std::size_t last_ = 0;
};

}  // namespace

std::optional<DateValue> read_date(const Lexemes& lexemes, const DateContext& context) {
  return DateReader(lexemes, context).read();
}

std::optional<Day> find_full_day(const Lexemes& lexemes) {
  const DateContext nothing;
  for (std::size_t i = 0; i < lexemes.size(); ++i) {
    DateParser parser(lexemes, i, lexemes.size(), nothing);
    const auto point = parser.point(false);
    if (!point || point->type != DateType::kDate) continue;
    if (const auto found = days(*point)) return found->first;
  }
  return std::nullopt;
}

}  // namespace pullquote::values
