#pragma once

#include <optional>
#include <string_view>

#include "date_point.h"
#include "lexemes.h"
#include "words_of_time.h"

namespace pullquote::values {

/// Reads points in time from lexemes, left to right. Each method moves on past what it read, and stays where it read
/// nothing.
class DateParser {
 public:
  DateParser(const Lexemes& lexemes, std::size_t first, std::size_t last, const DateContext& context)
      : lexemes_(lexemes), at_(first), last_(last), context_(context) {}

  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] bool done() const { return at_ >= last_; }
  void go_to(std::size_t at) { at_ = at; }
  [[nodiscard]] std::string_view text(std::size_t offset = 0) const {
    return at_ + offset < last_ ? lexemes_.text(at_ + offset) : std::string_view();
  }
  [[nodiscard]] int number(std::size_t offset = 0) const {
    return at_ + offset < last_ ? lexemes_.number(at_ + offset) : -1;
  }
  [[nodiscard]] bool joined(std::size_t offset) const { return !lexemes_.space_before(at_ + offset); }
  /// Moves past the word if it is next.
  bool accept(std::string_view word);
  /// "the", "of", "early", "about", commas and the like, which change nothing here.
  void skip_fillers();

  /// A day, week, month …; a day may lack its year, and a bare number of a day its month too (where `bare_day`).
  [[nodiscard]] std::optional<Point> point(bool bare_day);
  /// "two", "24", "twenty-one", "a".
  [[nodiscard]] std::optional<int> count();
  /// "3rd", "third", "twenty-first", and a bare "3".
  [[nodiscard]] std::optional<int> ordinal();

 private:
  [[nodiscard]] std::optional<Point> named_day();
  [[nodiscard]] std::optional<Point> relative();
  [[nodiscard]] std::optional<Point> this_or_other(int shift);
  [[nodiscard]] std::optional<Point> shifted(Period period, int shift) const;
  [[nodiscard]] std::optional<Point> weekday(int number, int shift, bool relative) const;
  [[nodiscard]] std::optional<Point> numeric();
  [[nodiscard]] std::optional<Point> quarter();
  [[nodiscard]] std::optional<Point> decade_or_century();
  [[nodiscard]] std::optional<Point> year();
  [[nodiscard]] std::optional<Point> month_first();
  [[nodiscard]] std::optional<Point> day_first(bool bare_day);
  [[nodiscard]] std::optional<Point> holiday();
  [[nodiscard]] std::optional<Point> calendar_point(bool bare_day);
  [[nodiscard]] std::optional<int> day_of_month();
  [[nodiscard]] int plain_year(std::size_t offset) const;
  void take_year(Point& point);
  void skip_time();

  const Lexemes& lexemes_;
  std::size_t at_;
  std::size_t last_;
  const DateContext& context_;
};

}  // namespace pullquote::values
