#pragma once

#include <cstdint>

#include "features/sample.h"

namespace pullquote::quotes {

/// What the features of the three models of attributions give on a sample, under mentions, trees and answers that are
/// made up.
struct Fingerprints {
  std::uint64_t parts = 0;
  std::uint64_t links = 0;
  std::uint64_t acceptance = 0;
};
[[nodiscard]] Fingerprints fingerprints(const features::Sample& sample);
/// Those of this build's features, which the sections must have been learned with.
[[nodiscard]] const Fingerprints& fingerprints();

}  // namespace pullquote::quotes
