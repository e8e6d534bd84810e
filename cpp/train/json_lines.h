#pragma once

#include <filesystem>
#include <functional>
#include <nlohmann/json_fwd.hpp>

namespace pullquote::train {

/// The objects of a JSON Lines file with the numbers of their lines, from 1; empty lines are passed over. What goes
/// wrong with one, in `take` too, becomes a std::runtime_error that names the file and the line.
void each_json_line(const std::filesystem::path& file,
                    const std::function<void(const nlohmann::json&, std::size_t)>& take);

}  // namespace pullquote::train
