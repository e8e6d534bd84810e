#pragma once

#include <bit>
#include <cstdint>

namespace pullquote::model {

/// Joins a value to the hash of what came before it: one multiplication and one shift. The order of values matters; a
/// feature starts from the number of its template, so that equal words under different templates are different
/// features. Part of the model format: training and use must agree on it.
[[nodiscard]] constexpr std::uint64_t mix(std::uint64_t state, std::uint64_t value) {
  std::uint64_t hash = (std::rotl(state, 23) + value) * 0x9e3779b97f4a7c15;
  hash ^= hash >> 32;
  // Without the addition a zero state and a zero value would stay zero for ever.
  return hash * 0xd6e8feb86659fd93 + 0x632be59bd9b4e019;
}

}  // namespace pullquote::model
