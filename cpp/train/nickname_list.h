#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

namespace pullquote::train {

/// The bytes of a section for features::Nicknames from a table with the columns name1 and name2. Throws
/// std::runtime_error, naming the file, where it is missing or malformed.
[[nodiscard]] std::vector<std::byte> build_nicknames(const std::filesystem::path& file);

}  // namespace pullquote::train
