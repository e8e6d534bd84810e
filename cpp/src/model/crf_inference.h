#pragma once

#include <cstddef>
#include <cstdint>

#include "model/crf.h"

// Numbers that the tables of a chain and the algorithms which read them agree on.

namespace pullquote::model {

// Decoding takes the best of all steps into a label by one comparison of numbers that hold a score and, below it, the
// label that the step comes from, so that of equal scores the lower label wins. Scores stay far from the ends of what
// is left for them: none is held lower than kNever, and each token starts from the best of the last.
inline constexpr std::int32_t kNever = -(1 << 23);
inline constexpr int kLabelBits = 6;
inline constexpr std::int32_t kLabelMask = (1 << kLabelBits) - 1;
static_assert(Crf::kMaxLabels == std::size_t{1} << kLabelBits);

// How wide rows of so many labels are: one of the widths that both algorithms are compiled for.
inline std::size_t width_of(std::size_t labels) { return labels <= 4 ? 4 : labels <= 8 ? 8 : labels <= 20 ? 20 : 64; }

}  // namespace pullquote::model
