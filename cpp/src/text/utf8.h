#pragma once

#include <cstdint>
#include <string>
#include <string_view>

// UTF-8 as it arrives, valid or not. Private to this stage.

namespace pullquote::text {

inline constexpr char32_t kReplacement = 0xFFFD;

/// One code point of the caller's text. What cannot be read (a maximal invalid subpart, in Unicode's recommended
/// practice, or a surrogate that Python passed through) is U+FFFD and not valid.
struct Unit {
  char32_t code_point;
  std::uint8_t length;  // bytes
  bool valid;
};

/// Reads the unit at `at`, which must be inside `bytes`.
[[nodiscard]] Unit read_unit(std::string_view bytes, std::size_t at);

/// Writes a scalar value as UTF-8 and says how many bytes it took.
std::uint8_t encode(char32_t c, char (&out)[4]);

}  // namespace pullquote::text
