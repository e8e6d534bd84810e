#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "values/currencies.h"
#include "values/places.h"

// The sections that values are read with: which country a name stands for, and which currency a word.

namespace pullquote::train {

/// Names by the public list of countries, `lexicons` / "countries.tsv"; the project's own list overrides it. A name
/// that the list gives to two countries, and the project to none, is left out.
[[nodiscard]] std::vector<std::pair<std::string, values::Place>> read_places(const std::filesystem::path& lexicons,
                                                                             const std::filesystem::path& own);

[[nodiscard]] std::vector<std::byte> build_places(const std::vector<std::pair<std::string, values::Place>>& places);

/// The section of currencies from the project's list.
[[nodiscard]] std::vector<std::byte> build_currencies(const std::filesystem::path& own);

}  // namespace pullquote::train
