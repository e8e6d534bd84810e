#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

#include "model/hash.h"

namespace pullquote::syntax {

/// The features of one decision, in the order of their templates. Each is one hash of its template's number, up to two
/// hashes, and one number into which small values are packed.
class FeatureList {
 public:
  static constexpr std::size_t kMost = 128;

  /// Features of different decisions start from different numbers.
  explicit FeatureList(std::uint64_t decision) : first_(decision << 56) {}

  void clear() {
    size_ = 0;
    start(0);
  }
  /// The templates that follow are those of a group, counted from its start.
  void start(std::uint64_t group) { template_ = first_ + (group << 48); }
  /// The templates that follow are the first group's from that one on; they count from 1.
  void from(std::uint64_t number) { template_ = first_ + (number - 1) * kStep; }
  void add(std::uint64_t packed) { put(0, packed); }
  void add(std::uint64_t hash, std::uint64_t packed) { put(hash, packed); }
  void add(std::uint64_t hash, std::uint64_t other, std::uint64_t packed) {
    // Turned, so that a pair of equal words is not the same as every other such pair.
    put(hash ^ std::rotl(other, 29), packed);
  }
  [[nodiscard]] std::span<const std::uint64_t> all() const { return {features_.data(), size_}; }

 private:
  void put(std::uint64_t hash, std::uint64_t packed) {
    template_ += kStep;
    features_[size_++] = model::mix(hash + template_, packed);
  }

  static constexpr std::uint64_t kStep = 0x9FB21C651E98DF25;

  std::array<std::uint64_t, kMost> features_;
  std::size_t size_ = 0;
  std::uint64_t template_ = 0;
  std::uint64_t first_ = 0;
};

/// Values of so many bits, one after the other, in one number.
template <int kBits, typename... Values>
[[nodiscard]] constexpr std::uint64_t pack(Values... values) {
  static_assert(kBits * sizeof...(Values) <= 64);
  std::uint64_t packed = 0;
  ((packed = (packed << kBits) | static_cast<std::uint64_t>(values)), ...);
  return packed;
}

}  // namespace pullquote::syntax
