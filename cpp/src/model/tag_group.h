#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "model/bytes.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// Eight 16-bit tags that are compared at once, after Swiss tables (Abseil) with wider tags and no deletion.

namespace pullquote::model {

inline constexpr std::size_t kGroup = 8;         // slots
inline constexpr std::size_t kReachGroups = 16;  // groups that a look-up tries at most

/// Never 0, which marks an empty slot.
inline std::uint16_t tag_of(std::uint64_t feature) {
  const auto tag = static_cast<std::uint16_t>(feature);
  return tag == 0 ? std::uint16_t{1} : tag;
}

/// One bit for each tag of a group that is the one looked for, and whether a slot is free.
struct Matches {
  unsigned bits;
  bool free;
};

inline Matches match(const std::byte* group, std::uint16_t tag) {
#if defined(__SSE2__)
  const __m128i tags = _mm_loadu_si128(reinterpret_cast<const __m128i*>(group));
  const __m128i equal = _mm_cmpeq_epi16(tags, _mm_set1_epi16(static_cast<short>(tag)));
  const __m128i empty = _mm_cmpeq_epi16(tags, _mm_setzero_si128());
  const auto both = static_cast<unsigned>(_mm_movemask_epi8(_mm_packs_epi16(equal, empty)));
  return {both & 0xFF, both > 0xFF};
#else
  Matches matches{0, false};
  for (unsigned i = 0; i < kGroup; ++i) {
    const auto found = load<std::uint16_t>({group + 2 * i, 2}, 0);
    if (found == tag) matches.bits |= 1u << i;
    if (found == 0) matches.free = true;
  }
  return matches;
#endif
}

}  // namespace pullquote::model
