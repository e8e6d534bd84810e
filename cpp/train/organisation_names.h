#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace pullquote::train {

/// The name without what stands in brackets behind it: "Schwedt (Oder)".
[[nodiscard]] std::string before_bracket(const std::string& name);

/// Companies, newspapers and federal agencies: lists short enough that each name can be trusted.
[[nodiscard]] std::vector<std::string> listed_organisations(const std::filesystem::path& lexicons);

/// Titles of an encyclopaedia's pages on organisations, and government agencies of the world: long lists with much in
/// them that names no organisation, or none that the news writes about.
[[nodiscard]] std::vector<std::string> catalogued_organisations(const std::filesystem::path& lexicons);

}  // namespace pullquote::train
