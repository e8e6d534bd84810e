#pragma once

#include <optional>

#include "date_point.h"
#include "lexemes.h"

namespace pullquote::values {

/// What the mention says of time, or nothing where it is no date that is known here ("Ramadan", "that fateful day").
[[nodiscard]] std::optional<DateValue> read_date(const Lexemes& lexemes, const DateContext& context);

/// The one full day (with its year) that stands somewhere in the lexemes: for datelines and bylines.
[[nodiscard]] std::optional<Day> find_full_day(const Lexemes& lexemes);

}  // namespace pullquote::values
