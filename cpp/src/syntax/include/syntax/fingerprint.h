#pragma once

#include <cstdint>

#include "features/sample.h"

namespace pullquote::syntax {

/// What the features of the tagger and the parser give on a sample, under tags and trees that are made up.
[[nodiscard]] std::uint64_t fingerprint(const features::Sample& sample);
/// That of this build's features, which a section must have been learned with.
[[nodiscard]] std::uint64_t fingerprint();

}  // namespace pullquote::syntax
