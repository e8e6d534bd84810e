#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "model/flag_table.h"

namespace pullquote::features {

/// First names that are one ("bill", "william").
class Nicknames {
 public:
  Nicknames() = default;
  explicit Nicknames(model::FlagTable table) : table_(table) {}

  /// Of lower-cased words without accents.
  [[nodiscard]] bool are_one(std::string_view x, std::string_view y) const { return table_.find(key(x, y)) != 0; }

  /// The key of a pair, whatever its order.
  [[nodiscard]] static std::string key(std::string_view x, std::string_view y) {
    if (y < x) std::swap(x, y);
    return std::string(x) + ' ' + std::string(y);
  }

 private:
  model::FlagTable table_;
};

}  // namespace pullquote::features
