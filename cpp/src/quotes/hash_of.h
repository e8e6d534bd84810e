#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

#include "model/hash.h"

namespace pullquote::quotes {

/// A word as a number that features can be made of; part of the model format.
[[nodiscard]] inline std::uint64_t hash_of(std::string_view word) {
  auto state = static_cast<std::uint64_t>(word.size());
  while (word.size() > 8) {
    std::uint64_t piece = 0;
    std::memcpy(&piece, word.data(), 8);
    state = model::mix(state, piece);
    word.remove_prefix(8);
  }
  std::uint64_t piece = 0;
  std::memcpy(&piece, word.data(), word.size());
  return model::mix(state, piece);
}

}  // namespace pullquote::quotes
