#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// A read-only set of strings with 32 flags each, kept as an open-addressing table of 64-bit hashes so that it can be used
// straight from a mapped file: no start-up cost, one cache line a look-up. Strings themselves are not kept; two that
// share a hash share their flags (about one chance in 10^13 a look-up at 10^5 entries).

namespace pullquote::model {

/// 64-bit hash (FNV-1a with a final avalanche) that file and program share; part of the format.
[[nodiscard]] std::uint64_t hash64(std::string_view bytes);

class FlagTable {
 public:
  FlagTable() = default;
  /// Reads the bytes that `build` made and keeps a view of them. Throws Error(kModelCorrupt), naming `name`.
  explicit FlagTable(std::span<const std::byte> bytes, std::string_view name = "flag table");

  /// The flags of a key; 0 where it is absent.
  [[nodiscard]] std::uint32_t find(std::string_view key) const { return find_hash(hash64(key)); }
  [[nodiscard]] std::uint32_t find_hash(std::uint64_t hash) const;
  [[nodiscard]] std::size_t size() const { return size_; }

  /// Flags of equal keys are or-ed together. Deterministic whatever the order of entries.
  [[nodiscard]] static std::vector<std::byte> build(std::vector<std::pair<std::string, std::uint32_t>> entries);

 private:
  std::span<const std::byte> slots_;
  std::size_t mask_ = 0;
  std::size_t size_ = 0;
};

}  // namespace pullquote::model
