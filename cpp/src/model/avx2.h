#pragma once

// Wider registers where the processor has them, which is found out at run time: a program for plain x86-64 holds both
// forms, and they give the same sums.

#if defined(__x86_64__) && defined(__SSE2__) && defined(__GNUC__)
#include <immintrin.h>
#define PULLQUOTE_AVX2 __attribute__((target("avx2,bmi,bmi2")))
#endif

// On functions that are compiled into those marked PULLQUOTE_AVX2 and into plain ones: only what is inlined is compiled
// anew.
#if defined(__GNUC__)
#define PULLQUOTE_INLINE inline __attribute__((always_inline))
#else
#define PULLQUOTE_INLINE inline
#endif

namespace pullquote::model {

/// Whether functions that are marked PULLQUOTE_AVX2 run here.
[[nodiscard]] inline bool has_avx2() {
#if defined(PULLQUOTE_AVX2)
  static const bool has =
      __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2");
  return has;
#else
  return false;
#endif
}

}  // namespace pullquote::model
