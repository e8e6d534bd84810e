#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

// Readers for the files that training starts from. All throw std::runtime_error, naming the file, where one is missing
// or is not what it should be: a model made from half of the data would look like any other.

namespace pullquote::train {

/// Lines without their line ends, plain or gzip.
void each_line(const std::filesystem::path& file, const std::function<void(std::string_view)>& take);
[[nodiscard]] std::vector<std::string> read_lines(const std::filesystem::path& file);

/// A table with a header line; fields may stand in double quotes. Each row maps column names to fields.
using Row = std::map<std::string, std::string, std::less<>>;
[[nodiscard]] std::vector<Row> read_table(const std::filesystem::path& file, char separator);

/// The array of strings that a JSON object holds under a key.
[[nodiscard]] std::vector<std::string> read_json_strings(const std::filesystem::path& file, const std::string& key);

/// The string that each object of a JSON Lines file holds under a key.
void each_json_text(const std::filesystem::path& file, const std::string& key,
                    const std::function<void(std::string_view)>& take);

[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);

}  // namespace pullquote::train
