#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "model/model_file.h"

namespace pullquote {

/// A model file with every section that an extractor reads, each as small as it can be: it answers nothing sensible,
/// and is small enough to be damaged in every way.
[[nodiscard]] model::ModelWriter small_model();

/// Makes the checksums, the size, the magic and the version fit what the bytes hold, as a hostile author would, whom no
/// checksum stops. Bytes that have no table that could be mended are left as they are.
void forge_checksums(std::span<std::byte> file);

/// Makes sections that say with which features they were learned say that it was with those of this build.
void forge_fingerprints(std::span<std::byte> file);

}  // namespace pullquote
