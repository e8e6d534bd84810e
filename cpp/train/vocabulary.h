#pragma once

#include <cstdint>
#include <vector>

#include "crf_trainer.h"

namespace pullquote::train {

/// The number of a feature that is not in the vocabulary.
inline constexpr std::uint32_t kLeftOut = 0xffffffff;

/// Features as numbers from 0 on, for those seen often enough.
struct Vocabulary {
  std::vector<std::uint64_t> features;              // ascending
  std::vector<std::vector<std::uint32_t>> numbers;  // of each sequence, kLeftOut included
};

/// Numbers the features that are seen at least `min_count` times.
[[nodiscard]] Vocabulary number_features(const std::vector<CrfSequence>& sequences, std::uint32_t min_count);

}  // namespace pullquote::train
