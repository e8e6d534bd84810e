#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lexemes.h"

namespace pullquote::values {

/// A number of the text, kept in decimal digits so that "4.35" million is 4350000 and nothing beside it.
struct Amount {
  std::string digits;      // "4.35"
  int zeros = 0;           // of the words after it: 6 for "million"; -2 for hundredths
  bool magnitude = false;  // such words were there

  [[nodiscard]] std::optional<double> value() const;
};

/// 6 for "million", "mn", "m"; 7 for "crore"; 0 for anything else.
[[nodiscard]] int zeros_of(std::string_view word);

/// Reads one amount: "1,000.50", "9 999", "1.2bn", "two hundred thousand", "half a million", "a million". `at` moves
/// past it, and stays where there is none.
[[nodiscard]] std::optional<Amount> read_amount(const Lexemes& lexemes, std::size_t& at, std::size_t last);

}  // namespace pullquote::values
