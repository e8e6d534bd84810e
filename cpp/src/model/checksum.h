#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

#include "model/bytes.h"

namespace pullquote::model {

/// Four lanes of 8 bytes, each a chain of xor, multiplication by an odd number and rotation. Every step is one to one,
/// so a change to a single word always changes the sum; four independent chains keep the multiplier busy (several GB a
/// second).
[[nodiscard]] inline std::uint64_t checksum(std::span<const std::byte> bytes) {
  constexpr std::uint64_t kMultiplier = 0x9e3779b97f4a7c15;
  constexpr std::size_t kLanes = 4;
  const auto step = [](std::uint64_t sum, std::uint64_t word) { return std::rotl((sum ^ word) * kMultiplier, 29); };
  std::array<std::uint64_t, kLanes> lanes = {1, 2, 3, 4};
  std::size_t at = 0;
  for (; bytes.size() - at >= 8 * kLanes; at += 8 * kLanes) {
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      lanes[lane] = step(lanes[lane], load<std::uint64_t>(bytes, at + 8 * lane));
    }
  }
  std::uint64_t sum = step(kMultiplier, bytes.size());
  for (; bytes.size() - at >= 8; at += 8) sum = step(sum, load<std::uint64_t>(bytes, at));
  for (; at < bytes.size(); ++at) sum = step(sum, std::to_integer<std::uint64_t>(bytes[at]));
  for (const auto lane : lanes) sum = step(sum, lane);
  return sum ^ (sum >> 32);
}

}  // namespace pullquote::model
