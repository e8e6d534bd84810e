#include "json_lines.h"

#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

#include "readers.h"

namespace pullquote::train {

void each_json_line(const std::filesystem::path& file,
                    const std::function<void(const nlohmann::json&, std::size_t)>& take) {
  std::size_t number = 0;
  each_line(file, [&](std::string_view line) {
    ++number;
    if (line.empty()) return;
    try {
      take(nlohmann::json::parse(line), number);
    } catch (const std::exception& error) {
      throw std::runtime_error(file.string() + ", line " + std::to_string(number) + ": " + error.what());
    }
  });
}

}  // namespace pullquote::train
