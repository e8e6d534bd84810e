#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "model/bytes.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// Buckets of one cache line: 31 tags, and a filter of the features that found no room there and went on to one of the
// next buckets. A look-up compares all tags at once and goes on only where the filter may hold its feature, which few
// do, so that the processor guesses right that it ends here. Row s belongs to slot s. Its last byte holds more of the
// feature: by tags alone, one unknown feature in 2,500 would pass for a known one.

namespace pullquote::model {

inline constexpr std::size_t kLine = 64;
inline constexpr std::size_t kSlots = 31;
inline constexpr std::size_t kReach = 16;   // buckets that a look-up tries at most
inline constexpr std::size_t kBeyond = 32;  // bytes that may be read past the last row
inline constexpr std::size_t kRowsAt = 16;  // where the table states how many rows it has

inline std::uint16_t tag_of(std::uint64_t feature) {
  const auto tag = static_cast<std::uint16_t>(feature);
  return static_cast<std::uint16_t>(tag + (tag == 0 ? 1 : 0));
}

/// The last byte of a feature's row, from bits that neither its tag nor, in a table of few buckets, its place depends
/// on.
inline std::int8_t check_of(std::uint64_t feature) { return static_cast<std::int8_t>(feature >> 24); }

/// One bit for each tag of a bucket that is the one looked for.
inline unsigned match(const std::byte* bucket, std::uint16_t tag) {
#if defined(__SSE2__)
  const auto wanted = _mm_set1_epi16(static_cast<short>(tag));
  const auto* const tags = reinterpret_cast<const __m128i*>(bucket);
  const auto equal = [&](int part) { return _mm_cmpeq_epi16(_mm_loadu_si128(tags + part), wanted); };
  const auto low = static_cast<unsigned>(_mm_movemask_epi8(_mm_packs_epi16(equal(0), equal(1))));
  const auto high = static_cast<unsigned>(_mm_movemask_epi8(_mm_packs_epi16(equal(2), equal(3))));
  return (low | high << 16) & ((1u << kSlots) - 1);
#else
  unsigned bits = 0;
  for (unsigned i = 0; i < kSlots; ++i) {
    if (load<std::uint16_t>({bucket + 2 * i, 2}, 0) == tag) bits |= 1u << i;
  }
  return bits;
#endif
}

/// Which bit of a bucket's filter tells of a feature that went on.
inline unsigned filter_bit(std::uint64_t feature) { return static_cast<unsigned>(feature >> 16) & 15; }

inline unsigned filter_of(const std::byte* bucket) { return load<std::uint16_t>({bucket + 2 * kSlots, 2}, 0); }

/// A free slot for a feature whose home is this bucket: its tag is put there, and the full buckets passed over are
/// marked. Nothing where there is none within reach.
inline std::optional<std::size_t> take_slot(std::byte* buckets, std::size_t home, std::uint64_t feature) {
  for (auto number = home; number < home + kReach; ++number) {
    const auto free = match(buckets + number * kLine, 0);
    if (free == 0) continue;
    const auto slot = static_cast<std::size_t>(std::countr_zero(free));
    store<std::uint16_t>({buckets + number * kLine, kLine}, 2 * slot, tag_of(feature));
    for (auto full = home; full < number; ++full) {
      const auto bits = filter_of(buckets + full * kLine) | 1u << filter_bit(feature);
      store<std::uint16_t>({buckets + full * kLine, kLine}, 2 * kSlots, static_cast<std::uint16_t>(bits));
    }
    return number * kSlots + slot;
  }
  return std::nullopt;
}

inline bool goes_on(const std::byte* bucket, std::uint64_t feature) {
  return (filter_of(bucket) >> filter_bit(feature) & 1) != 0;
}

}  // namespace pullquote::model
