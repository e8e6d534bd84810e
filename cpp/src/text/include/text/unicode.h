#pragma once

#include <cstdint>
#include <string>
#include <string_view>

// What the other stages ask about characters. ICU answers behind it and is included nowhere else.

namespace pullquote::text {

struct Decoded {
  char32_t code_point;
  std::uint32_t length;  // bytes
};

/// Reads the code point that starts at `at`, which must be inside valid UTF-8.
[[nodiscard]] Decoded decode(std::string_view utf8, std::size_t at);

[[nodiscard]] bool is_letter(char32_t c);       // L*, and marks that follow letters
[[nodiscard]] bool is_digit(char32_t c);        // Nd
[[nodiscard]] bool is_upper(char32_t c);        // Lu, Lt
[[nodiscard]] bool is_lower(char32_t c);        // Ll
[[nodiscard]] bool is_punctuation(char32_t c);  // P*
[[nodiscard]] bool is_currency(char32_t c);     // Sc

/// Simple (one to one) lower-casing of valid UTF-8, by Unicode's default mapping, whatever the locale.
[[nodiscard]] std::string to_lower(std::string_view utf8);
/// The same, without a new allocation where `out` has room.
void to_lower(std::string_view utf8, std::string& out);

}  // namespace pullquote::text
