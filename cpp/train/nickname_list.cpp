#include "nickname_list.h"

#include <string>
#include <utility>

#include "features/nicknames.h"
#include "readers.h"
#include "text/unicode.h"

namespace pullquote::train {

std::vector<std::byte> build_nicknames(const std::filesystem::path& file) {
  std::vector<std::pair<std::string, std::uint32_t>> pairs;
  for (const auto& row : read_table(file, ',')) {
    pairs.emplace_back(features::Nicknames::key(text::to_lower(row.at("name1")), text::to_lower(row.at("name2"))), 1u);
  }
  return model::FlagTable::build(std::move(pairs));
}

}  // namespace pullquote::train
