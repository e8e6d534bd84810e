#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Which sections a model file is put together from. Sections take minutes to make and depend on different data, so each
// can be made anew on its own while the others stay byte for byte.

namespace pullquote::train {

/// Sections that are there already, by name.
using Sections = std::map<std::string, std::vector<std::byte>, std::less<>>;

/// A section that the tool can make, from data and from sections that come before it.
struct Section {
  std::string name;
  std::function<std::vector<std::byte>(const Sections&)> make;
};

struct Recipe {
  std::vector<std::string> only;                                     // sections to make anew; all of them where empty
  std::vector<std::pair<std::string, std::filesystem::path>> taken;  // sections to copy from other model files
  std::vector<std::string> fitting;  // learned sections that are said to fit the features of this build
  std::filesystem::path out;
};

/// "lexicon,names" as two names. Throws std::invalid_argument where one is not among the sections that can be made.
[[nodiscard]] std::vector<std::string> section_names(std::string_view list, const std::vector<Section>& sections);

/// Makes and copies what the recipe says; unless it says nothing of any section, those that it does not speak of stay
/// as they are in the file at `out`. A section that no one makes any more goes when all are made anew. Returns the
/// bytes of the file, which is written.
std::size_t make_model(const Recipe& recipe, const std::vector<Section>& sections);

}  // namespace pullquote::train
