#pragma once

#include <array>
#include <cstdint>
#include <string_view>

// The closed lists of English words that dates are written with. All take lower-cased words.

namespace pullquote::values {

/// 1 to 12 for "january", "jan", "sept"; 0 for anything else.
[[nodiscard]] int month_named(std::string_view word);
/// 1 (Monday) to 7 for "monday", "mon", "thurs", and -1 to -7 for "mondays"; 0 for anything else.
[[nodiscard]] int weekday_named(std::string_view word);
/// 1 (spring) to 4 (winter), as EDTF counts from 21 on; 0 for anything else.
[[nodiscard]] int season_named(std::string_view word);
/// 1990 for "nineties": the first year of that decade of the twentieth century; 0 for anything else.
[[nodiscard]] int decade_named(std::string_view word);
/// 1 to 90 for "one", "a", "twelve", "ninety", and -1 to -40 for "first", "fortieth"; 0 for anything else. "twenty-one"
/// is for the caller to add.
[[nodiscard]] int number_named(std::string_view word);
/// 1 to 21 for "ii", "xix"; 0 for anything else.
[[nodiscard]] int roman_number(std::string_view word);

enum class Period : std::uint8_t { kNone, kHour, kDay, kWeekend, kWeek, kMonth, kQuarter, kYear, kDecade, kCentury };
/// "week", "weeks".
[[nodiscard]] Period period_named(std::string_view word);

/// "morning", "nights", "noon".
[[nodiscard]] bool is_part_of_day(std::string_view word);

}  // namespace pullquote::values
