#pragma once

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

// Little-endian numbers in bytes of any alignment, whatever the machine's own order.

namespace pullquote::model {

template <std::unsigned_integral Number>
[[nodiscard]] constexpr Number swap_bytes(Number value) {
  Number swapped = 0;
  for (std::size_t i = 0; i < sizeof(Number); ++i) {
    swapped = static_cast<Number>((swapped << 8) | (value & 0xFF));
    value = static_cast<Number>(value >> 8);
  }
  return swapped;
}

/// The caller has checked that the bytes from `at` on are there.
template <std::unsigned_integral Number>
[[nodiscard]] inline Number load(std::span<const std::byte> bytes, std::size_t at) {
  Number value;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  if constexpr (std::endian::native == std::endian::big) value = swap_bytes(value);
  return value;
}

template <std::unsigned_integral Number>
inline void store(std::span<std::byte> bytes, std::size_t at, Number value) {
  if constexpr (std::endian::native == std::endian::big) value = swap_bytes(value);
  std::memcpy(bytes.data() + at, &value, sizeof value);
}

}  // namespace pullquote::model
