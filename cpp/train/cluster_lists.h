#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "features/clusters.h"

namespace pullquote::train {

/// Reads word clusters (`path<TAB>word<TAB>count` a line) for features::Clusters::build. Left out are words that tokens
/// never are (with hyphens inside), numbers, and words that occurred once. The treebank's signs for quotation marks,
/// brackets and dashes become those that texts have. Throws std::runtime_error, naming the file.
[[nodiscard]] std::vector<std::pair<std::string, features::ClusterPath>> read_clusters(
    const std::filesystem::path& file);

}  // namespace pullquote::train
