#pragma once

#include <cstdint>
#include <string>
#include <string_view>

// Codes of capital letters as numbers, five bits a letter.

namespace pullquote::values {

[[nodiscard]] constexpr std::uint32_t pack_letters(std::string_view letters) {
  std::uint32_t packed = 0;
  for (const char c : letters) packed = packed << 5 | static_cast<std::uint32_t>(c - 'A');
  return packed;
}

/// Empty where one of the numbers is no letter.
[[nodiscard]] inline std::string unpack_letters(std::uint32_t packed, unsigned count) {
  std::string letters(count, 'A');
  while (count > 0) {
    const auto letter = packed & 31;
    if (letter > 'Z' - 'A') return {};
    letters[--count] = static_cast<char>('A' + letter);
    packed >>= 5;
  }
  return letters;
}

}  // namespace pullquote::values
