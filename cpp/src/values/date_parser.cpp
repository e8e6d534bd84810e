#include "date_parser.h"

#include <algorithm>
#include <array>

namespace pullquote::values {

namespace {

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_ordinal_end(std::string_view word) { return word == "st" || word == "nd" || word == "rd" || word == "th"; }

// A year of two digits is the one nearest to the article's own; without one, of the century from 1950 on.
int full_year(int two_digits, const std::optional<Day>& anchor) {
  const int now = anchor ? static_cast<int>(calendar(*anchor).year()) : 2000;
  int year = now - now % 100 + two_digits;
  if (year > now + 49) year -= 100;
  if (year < now - 50) year += 100;
  return year;
}

}  // namespace

bool DateParser::accept(std::string_view word) {
  if (text() != word) return false;
  ++at_;
  return true;
}

void DateParser::skip_fillers() {
  constexpr auto kFillers = std::to_array<std::string_view>(
      {"the", "of", "in", "on",   "at",     "early",     "late", "mid", "about", "around", "circa", "-",
       ",",   ".",  "(",  "year", "fiscal", "financial", "fy",   "a",   "d",     "during", "'",     "as"});
  const auto start = at_;
  while (!done() && holds(kFillers, text())) ++at_;
  // "a", "d" and "year" are fillers only as "A.D." and "the year 2017".
  if (at_ > start && (lexemes_.is(at_ - 1, "a") || (lexemes_.is(at_ - 1, "year") && number() < 0))) --at_;
}

std::optional<int> DateParser::count() {
  if (const int digits = number(); digits >= 0) {
    ++at_;
    return digits;
  }
  int value = number_named(text());
  if (value <= 0) return std::nullopt;
  ++at_;
  const std::size_t hyphen = text() == "-" ? 1 : 0;
  const int unit = number_named(text(hyphen));
  if (value >= 20 && unit > 0 && unit < 10 && text(hyphen) != "a" && text(hyphen) != "an") {
    value += unit;
    at_ += hyphen + 1;
  }
  return value;
}

std::optional<int> DateParser::ordinal() {
  if (const int digits = number(); digits >= 0) {
    ++at_;
    if (is_ordinal_end(text())) ++at_;
    return digits;
  }
  if (const int whole = number_named(text()); whole < 0) {
    ++at_;
    return -whole;
  }
  const int tens = number_named(text());
  const std::size_t hyphen = text(1) == "-" ? 1 : 0;
  const int unit = -number_named(text(1 + hyphen));
  if (tens < 20 || unit < 1 || unit > 9) return std::nullopt;
  at_ += 2 + hyphen;
  return tens + unit;
}

// "3 p.m.", "10:30 a.m. on": the hour of a day does not change the day.
void DateParser::skip_time() {
  const auto start = at_;
  if (number() < 0 || number() > 24) return;
  ++at_;
  if ((text() == ":" || text() == ".") && number(1) >= 0 && number(1) < 60) at_ += 2;
  if ((text() == "a" || text() == "p") && (text(1) == "." || text(1) == "m")) {
    while (text() == "a" || text() == "p" || text() == "m" || text() == ".") ++at_;
  } else if (text() == "am" || text() == "pm") {
    ++at_;
  } else if (text() == "o" && text(1) == "'") {
    at_ += 3;
  } else {
    at_ = start;
    return;
  }
  accept(",");
  accept("on");
}

std::optional<Point> DateParser::point(bool bare_day) {
  skip_fillers();
  skip_time();
  while (is_part_of_day(text()) && (text(1) == "of" || text(1) == "on")) at_ += 2;
  skip_fillers();
  std::optional<Point> found = named_day();
  if (!found) found = relative();
  if (!found) found = calendar_point(bare_day);
  if (!found) return std::nullopt;
  if (is_part_of_day(text())) ++at_;
  if (text() == "'" && text(1) == "s") at_ += 2;
  if (text() == "." && !done() && at_ + 1 == last_) ++at_;
  return found;
}

std::optional<Point> DateParser::calendar_point(bool bare_day) {
  if (auto found = numeric()) return found;
  if (auto found = quarter()) return found;
  if (auto found = decade_or_century()) return found;
  if (auto found = month_first()) return found;
  if (auto found = holiday()) return found;
  if (auto found = day_first(false)) return found;
  if (const int season = season_named(text()); season != 0) {
    ++at_;
    accept("of");
    Point point{.type = DateType::kSeason, .part = season};
    take_year(point);
    return point;
  }
  if (auto found = year()) return found;
  return bare_day ? day_first(true) : std::nullopt;
}

// "today", "last Friday", "next month", "Friday": they need the day of the article.
std::optional<Point> DateParser::relative() {
  const auto word = text();
  const auto day = [&](long shift) {
    ++at_;
    const auto moved = context_.anchor ? add_days(*context_.anchor, shift) : std::nullopt;
    return moved ? Point::of_day(DateType::kDate, *moved) : Point::lost_one(DateType::kDate);
  };
  if (word == "today" || word == "tonight") return day(0);
  if (word == "yesterday") return day(-1);
  if (word == "tomorrow") return day(1);
  if (word == "this" || word == "current") return this_or_other(0);
  if (word == "last" || word == "past" || word == "previous") return this_or_other(-1);
  if (word == "next" || word == "coming" || word == "upcoming" || word == "following") return this_or_other(1);
  return std::nullopt;
}

std::optional<Point> DateParser::this_or_other(int shift) {
  const auto start = at_++;
  const auto word = text();
  if (is_part_of_day(word)) {  // "this morning", "last night"
    ++at_;
    return shifted(Period::kDay, shift);
  }
  if (const auto period = period_named(word);
      period != Period::kNone && period != Period::kHour && !word.ends_with('s')) {
    ++at_;
    return shifted(period, shift);
  }
  if (const int number = weekday_named(word); number > 0) {
    ++at_;
    return weekday(number, shift, true);
  }
  const int month = month_named(word);
  const int season = season_named(word);
  if (month != 0 || season != 0) {
    ++at_;
    accept(".");
    const Point point{.type = month != 0 ? DateType::kMonth : DateType::kSeason, .month = month, .part = season};
    if (!context_.anchor) return Point::lost_one(point.type);
    // "last May", said in May, is a year ago; "this May" is that of the year.
    auto context = context_;
    if (shift != 0) {
      const auto moved = add_days(*context_.anchor, shift * (month != 0 ? 31 : 92));
      if (!moved) return Point::lost_one(point.type);
      context.anchor = moved;
      context.direction = shift < 0 ? Direction::kPast : Direction::kFuture;
    }
    return settle_year(point, context);
  }
  at_ = start;
  return std::nullopt;
}

std::optional<Point> DateParser::shifted(Period period, int shift) const {
  const auto anchor = context_.anchor;
  const auto make = [&](DateType type, std::optional<Day> day) {
    return anchor && day ? Point::of_day(type, *day) : Point::lost_one(type);
  };
  const auto days = [&](long count) { return anchor ? add_days(*anchor, shift * count) : std::nullopt; };
  const auto months = [&](long count) {
    return anchor ? add_months(Day(calendar(*anchor).year() / calendar(*anchor).month() / 1), shift * count)
                  : std::nullopt;
  };
  switch (period) {
    case Period::kDay:
      return make(DateType::kDate, days(1));
    case Period::kWeek:
      return make(DateType::kWeek, days(7));
    case Period::kMonth:
      return make(DateType::kMonth, months(1));
    case Period::kQuarter:
      return make(DateType::kQuarter, months(3));
    case Period::kYear:
      return make(DateType::kYear, months(12));
    case Period::kDecade:
      return make(DateType::kDecade, months(120));
    case Period::kCentury:
      return make(DateType::kCentury, months(1200));
    default:
      return std::nullopt;
  }
}

// A weekday alone is the last one (in news "on Friday" is past), the day itself included, unless the verbs look ahead.
// "last Friday" and "next Friday" leave the day itself out.
std::optional<Point> DateParser::weekday(int number, int shift, bool relative) const {
  if (!context_.anchor) return Point::lost_one(DateType::kDate);
  const int today = static_cast<int>(std::chrono::weekday(*context_.anchor).iso_encoding());
  const int ahead = (number - today + 7) % 7;
  long move = ahead;
  if (relative && shift != 0) {
    move = shift < 0 ? (ahead == 0 ? -7 : ahead - 7) : (ahead == 0 ? 7 : ahead);
  } else if (relative ? context_.direction == Direction::kPast : context_.direction != Direction::kFuture) {
    move = ahead == 0 ? 0 : ahead - 7;
  }
  const auto day = add_days(*context_.anchor, move);
  return day ? Point::of_day(DateType::kDate, *day) : Point::lost_one(DateType::kDate);
}

// "Friday", "Friday night", "Friday, July 5", "Sunday the 25th of March": a date after the weekday says more than it
// does.
std::optional<Point> DateParser::named_day() {
  const int number = weekday_named(text());
  if (number <= 0) return std::nullopt;
  ++at_;
  accept(".");
  if (is_part_of_day(text())) ++at_;
  const auto after = at_;
  accept(",");
  if (text() == "(") ++at_;
  accept("the");
  if (!done()) {
    auto date = numeric();
    if (!date) date = month_first();
    if (!date) date = day_first(false);
    if (date && date->type == DateType::kDate) {
      accept(")");
      return date;
    }
  }
  at_ = after;
  return weekday(number, 0, false);
}

int DateParser::plain_year(std::size_t offset) const {
  const int value = number(offset);
  return text(offset).size() == 4 && value >= 1000 && value < 3000 ? value : 0;
}

// "2019", ", 2019", "of 2019" after a day or month; also "'19".
void DateParser::take_year(Point& point) {
  std::size_t offset = 0;
  while (text(offset) == "," || text(offset) == "of" || text(offset) == "." || text(offset) == "(") ++offset;
  if (text(offset) == "'" && text(offset + 1).size() == 2 && number(offset + 1) >= 0) {
    point.year = full_year(number(offset + 1), context_.anchor);
    at_ += offset + 2;
  } else if (const int year = plain_year(offset); year != 0 && text(offset + 1) != "s") {
    point.year = year;
    at_ += offset + 1;
  }
}

std::optional<int> DateParser::day_of_month() {
  const int value = number();
  if (value >= 1 && value <= 31 && text().size() <= 2) {
    ++at_;
    if (is_ordinal_end(text())) ++at_;
    return value;
  }
  return std::nullopt;
}

// "Jan. 4", "August 2017", "July 25, 2022", "March".
std::optional<Point> DateParser::month_first() {
  const int month = month_named(text());
  if (month == 0) return std::nullopt;
  ++at_;
  Point point{.type = DateType::kMonth, .month = month};
  const auto after = at_;
  while (text() == "." || text() == "," || text() == "the" || text() == "-") ++at_;
  const bool two_digit_year = text() == "'";
  const auto day = two_digit_year ? std::nullopt : day_of_month();
  if (day) {
    point.type = DateType::kDate;
    point.day = *day;
  } else {
    at_ = after;
    accept(".");
  }
  take_year(point);
  return point;
}

// "4 January 2019", "25th of July", "99th day of November", and a bare "4" where the month follows at another place.
std::optional<Point> DateParser::day_first(bool bare_day) {
  const auto start = at_;
  auto day = day_of_month();
  if (!day) return std::nullopt;
  const auto after = at_;
  accept("day");
  accept("of");
  accept("-");
  if (const int month = month_named(text()); month != 0) {
    ++at_;
    accept(".");
    Point point{.type = DateType::kDate, .month = month, .day = *day};
    take_year(point);
    return point;
  }
  at_ = bare_day ? after : start;
  if (!bare_day) return std::nullopt;
  Point point{.type = DateType::kDate, .day = *day};
  take_year(point);
  return point;
}

// "2022-07-25", "27.08.2022", "4/6/22".
std::optional<Point> DateParser::numeric() {
  const auto mark = text(1);
  if (number() < 0 || (mark != "/" && mark != "-" && mark != ".") || text(3) != mark || number(2) < 0 ||
      number(4) < 0 || !joined(1) || !joined(2) || !joined(3) || !joined(4)) {
    return std::nullopt;
  }
  const std::array<int, 3> n = {number(), number(2), number(4)};
  const std::array<std::size_t, 3> size = {text().size(), text(2).size(), text(4).size()};
  if (size[1] > 2) return std::nullopt;
  Point point{.type = DateType::kDate};
  if (size[0] == 4 && size[2] <= 2) {
    point = {.type = DateType::kDate, .year = n[0], .month = n[1], .day = n[2]};
  } else if (size[0] <= 2 && (size[2] == 4 || size[2] == 2)) {
    point.year = size[2] == 4 ? n[2] : full_year(n[2], context_.anchor);
    bool month_first = n[1] > 12;
    if (n[0] <= 12 && n[1] <= 12 && n[0] != n[1] && mark != ".") {
      if (!context_.month_first) point.lost = true;
      month_first = context_.month_first.value_or(false);
    }
    point.month = month_first ? n[0] : n[1];
    point.day = month_first ? n[1] : n[0];
  } else {
    return std::nullopt;
  }
  if (!point.lost && !days(point)) return std::nullopt;
  at_ += 5;
  return point;
}

// "Q3 2021", "3Q2021", "the third quarter of 2021".
std::optional<Point> DateParser::quarter() {
  const auto start = at_;
  int part = 0;
  if (text() == "q" && number(1) >= 1 && number(1) <= 4) {
    part = number(1);
    at_ += 2;
  } else if (number() >= 1 && number() <= 4 && text(1) == "q") {
    part = number();
    at_ += 2;
  } else {
    const auto which = ordinal();
    if (which && *which >= 1 && *which <= 4) {
      accept("-");
      if (accept("quarter")) part = *which;
    }
  }
  if (part == 0) {
    at_ = start;
    return std::nullopt;
  }
  Point point{.type = DateType::kQuarter, .part = part};
  take_year(point);
  return point;
}

// "the 1990s", "the '90s", "the nineties", "the 19th century", "the XIX century".
std::optional<Point> DateParser::decade_or_century() {
  if (const int year = decade_named(text()); year != 0) {
    ++at_;
    return Point{.type = DateType::kDecade, .year = year};
  }
  const auto digits = text();
  const std::size_t apostrophe = text(1) == "'" ? 1 : 0;
  if (number() >= 0 && number() % 10 == 0 && text(1 + apostrophe) == "s" && joined(1) && joined(1 + apostrophe)) {
    const int value = number();
    if (digits.size() != 4 && digits.size() != 2) return std::nullopt;
    at_ += 2 + apostrophe;
    if (digits.size() == 2) return Point{.type = DateType::kDecade, .year = value < 20 ? 2000 + value : 1900 + value};
    // "the 1800s" are a century, "the 2000s" a decade as a rule.
    return Point{.type = value % 100 == 0 && value < 1900 ? DateType::kCentury : DateType::kDecade, .year = value};
  }
  const auto start = at_;
  int century = roman_number(text());
  if (century != 0) {
    ++at_;
  } else {
    century = ordinal().value_or(0);
  }
  accept("-");
  if (century >= 2 && century <= 30 && accept("century")) {
    return Point{.type = DateType::kCentury, .year = (century - 1) * 100};
  }
  at_ = start;
  return std::nullopt;
}

std::optional<Point> DateParser::year() {
  const int year = plain_year(0);
  if (year == 0) return std::nullopt;
  ++at_;
  return Point{.type = DateType::kYear, .year = year};
}

// The feasts that stand on one day of the calendar.
std::optional<Point> DateParser::holiday() {
  Point point{.type = DateType::kDate};
  if (text() == "christmas") {
    ++at_;
    const bool eve = accept("eve");
    if (!eve) accept("day");
    point.month = 12;
    point.day = eve ? 24 : 25;
  } else if (text() == "new" && text(1) == "year" && text(2) == "'" && text(3) == "s" &&
             (text(4) == "day" || text(4) == "eve")) {
    const bool eve = text(4) == "eve";
    at_ += 5;
    point.month = eve ? 12 : 1;
    point.day = eve ? 31 : 1;
  } else if (text() == "halloween") {
    ++at_;
    point.month = 10;
    point.day = 31;
  } else {
    return std::nullopt;
  }
  take_year(point);
  return point;
}

}  // namespace pullquote::values
