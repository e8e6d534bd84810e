#pragma once

#include <compare>
#include <cstdint>

namespace pullquote {

/// A half-open range of the caller's text, counted in Unicode code points.
struct Span {
  std::uint32_t start = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - start; }
  [[nodiscard]] constexpr bool contains(Span other) const { return start <= other.start && other.end <= end; }
  [[nodiscard]] constexpr bool overlaps(Span other) const { return start < other.end && other.start < end; }
  friend constexpr auto operator<=>(Span, Span) = default;
};

}  // namespace pullquote
