#pragma once

#include <cstdint>

#include "features/sample.h"

namespace pullquote::entities {

/// What the features of the model of mentions give on a sample, its gate's and both chains', under tags that are made
/// up.
[[nodiscard]] std::uint64_t fingerprint(const features::Sample& sample);
/// That of this build's features, which a section must have been learned with.
[[nodiscard]] std::uint64_t fingerprint();

}  // namespace pullquote::entities
