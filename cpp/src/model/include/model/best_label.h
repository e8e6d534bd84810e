#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace pullquote::model {

/// The label with the highest score among the first kLabels, the lowest of equals. Two scans that compilers can do
/// eight scores at a time, where looking for the place and the score at once goes one by one.
template <std::size_t kLabels, std::size_t kWidth>
[[nodiscard]] std::size_t best_label(const std::array<std::int16_t, kWidth>& scores) {
  static_assert(0 < kLabels && kLabels <= kWidth);
  std::int16_t most = scores[0];
  for (std::size_t label = 1; label < kLabels; ++label) most = std::max(most, scores[label]);
  std::size_t best = 0;
  while (scores[best] != most) ++best;
  return best;
}

}  // namespace pullquote::model
