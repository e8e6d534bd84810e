#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Brown clusters (Brown et al., "Class-based n-gram models of natural language", 1992): words that stand in the same
// surroundings share a leaf of a binary tree, and the first bits of the way to a leaf name a coarser class.
//
// A path is a number: its bits behind a leading 1, so that "0" and "00" differ; 0 is no path. The table keeps 22 bits
// of a word's hash and 10 of a path's number, so that about one unknown word in a million takes another's path.

namespace pullquote::features {

using ClusterPath = std::uint32_t;

class Clusters {
 public:
  Clusters() = default;
  /// Reads the bytes that `build` made and keeps a view of them. Throws Error(kModelCorrupt), naming `name`.
  explicit Clusters(std::span<const std::byte> bytes, std::string_view name = "clusters");

  /// The path of a word as it is spelled, case included; 0 where it is unknown. Constant time.
  [[nodiscard]] ClusterPath find(std::string_view word) const;
  /// The same for a word that may be unknown as it is spelled and known in lower case.
  [[nodiscard]] ClusterPath find(std::string_view word, std::string_view lower) const {
    const auto path = find(word);
    return path != 0 || word == lower ? path : find(lower);
  }

  /// The class that the first `bits` bits of the way name; the path itself where it is no longer than that.
  [[nodiscard]] static constexpr ClusterPath prefix(ClusterPath path, int bits) {
    const int beyond = std::bit_width(path) - 1 - bits;
    return beyond > 0 ? path >> beyond : path;
  }

  static constexpr std::size_t kMostPaths = (1u << 10) - 1;
  /// Throws std::invalid_argument where there are more than kMostPaths different paths, or a path of 0. Of two entries
  /// for one word the later one counts.
  [[nodiscard]] static std::vector<std::byte> build(const std::vector<std::pair<std::string, ClusterPath>>& entries);

 private:
  std::span<const std::byte> paths_;
  std::span<const std::byte> slots_;
  std::uint32_t homes_ = 0;
};

}  // namespace pullquote::features
