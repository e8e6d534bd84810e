#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// A read-only set of strings with 32 flags each, kept as an open-addressing table of hashes so that it can be
// used straight from a mapped file: nothing is built at start-up, and a look-up touches one cache line as a rule.
// Strings themselves are not kept; a string that is not in the set takes the flags of one that is where 48 bits of
// their hashes are equal (about one chance in 3 * 10^9 a look-up at 10^5 entries).

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
  /// Different keys.
  [[nodiscard]] std::size_t size() const { return size_; }

  /// Flags of equal keys are or-ed together; a key without any flag is left out. The order of entries does not matter.
  /// Throws std::invalid_argument where there are more than 65,535 different flags.
  [[nodiscard]] static std::vector<std::byte> build(std::vector<std::pair<std::string, std::uint32_t>> entries);

 private:
  std::span<const std::byte> kinds_;
  std::span<const std::byte> slots_;
  std::uint64_t homes_ = 0;
  std::size_t size_ = 0;
};

}  // namespace pullquote::model
