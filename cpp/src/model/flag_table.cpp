#include "model/flag_table.h"

#include <algorithm>
#include <optional>

#include "model/bytes.h"
#include "model/multiply_high.h"
#include "pullquote/error.h"

// Linear probing over slots that ascend by hash (Amble and Knuth, "Ordered hash tables", 1974). A hash's home is
// hash * homes / 2^64, which grows with the hash; so entries put down in ascending order, each in the first free slot
// from its home on, lie in ascending order as a whole. Two things follow. The bytes depend on the set of entries alone,
// and a look-up for an absent key ends at the first larger hash as well as at a gap. Slots run past the last home
// instead of wrapping round, and the distance from home is bounded, so that a look-up takes constant time whatever the
// file holds.
//
//   u64 homes, u64 entries, then homes + kReach slots of 12 bytes: u64 hash, u32 flags (0: empty)

namespace pullquote::model {

namespace {

constexpr std::size_t kHeaderSize = 16;
constexpr std::size_t kSlotSize = 12;
constexpr std::size_t kReach = 128;  // slots that a look-up tries at most

using Entry = std::pair<std::uint64_t, std::uint32_t>;

std::vector<Entry> unite(const std::vector<std::pair<std::string, std::uint32_t>>& entries) {
  std::vector<Entry> hashed;
  hashed.reserve(entries.size());
  for (const auto& [key, flags] : entries) {
    if (flags != 0) hashed.emplace_back(hash64(key), flags);
  }
  std::sort(hashed.begin(), hashed.end());
  std::vector<Entry> united;
  for (const auto& [hash, flags] : hashed) {
    if (!united.empty() && united.back().first == hash) {
      united.back().second |= flags;
    } else {
      united.emplace_back(hash, flags);
    }
  }
  return united;
}

std::optional<std::vector<std::byte>> lay_out(const std::vector<Entry>& entries, std::uint64_t homes) {
  std::vector<std::byte> bytes(kHeaderSize + (homes + kReach) * kSlotSize);
  store<std::uint64_t>(bytes, 0, homes);
  store<std::uint64_t>(bytes, 8, entries.size());
  std::uint64_t free = 0;
  for (const auto& [hash, flags] : entries) {
    const auto home = multiply_high(hash, homes);
    const auto slot = std::max(free, home);
    if (slot - home >= kReach) return std::nullopt;
    store<std::uint64_t>(bytes, kHeaderSize + slot * kSlotSize, hash);
    store<std::uint32_t>(bytes, kHeaderSize + slot * kSlotSize + 8, flags);
    free = slot + 1;
  }
  return bytes;
}

}  // namespace

std::uint64_t hash64(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
  hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
  return hash ^ (hash >> 33);
}

FlagTable::FlagTable(std::span<const std::byte> bytes, std::string_view name) {
  const auto require = [&](bool fine, const char* what) {
    if (!fine) throw Error(ErrorCode::kModelCorrupt, what, std::string(name), "build or install the model again");
  };
  require(bytes.size() >= kHeaderSize, "the table of names is cut short");
  homes_ = load<std::uint64_t>(bytes, 0);
  slots_ = bytes.subspan(kHeaderSize);
  require(slots_.size() % kSlotSize == 0 && slots_.size() / kSlotSize >= kReach &&
              homes_ == slots_.size() / kSlotSize - kReach,
          "the table of names does not have the size it states");
  std::optional<std::uint64_t> last;
  for (std::size_t slot = 0; slot * kSlotSize < slots_.size(); ++slot) {
    if (load<std::uint32_t>(slots_, slot * kSlotSize + 8) == 0) continue;
    const auto hash = load<std::uint64_t>(slots_, slot * kSlotSize);
    const auto home = multiply_high(hash, homes_);
    require(home <= slot && slot - home < kReach && (!last || *last < hash), "the table of names is out of order");
    last = hash;
    ++size_;
  }
  require(load<std::uint64_t>(bytes, 8) == size_, "the table of names does not hold the entries it states");
}

std::uint32_t FlagTable::find_hash(std::uint64_t hash) const {
  if (homes_ == 0) return 0;
  const auto home = static_cast<std::size_t>(multiply_high(hash, homes_)) * kSlotSize;
  for (std::size_t at = home; at < home + kReach * kSlotSize; at += kSlotSize) {
    const auto flags = load<std::uint32_t>(slots_, at + 8);
    const auto found = load<std::uint64_t>(slots_, at);
    if (flags == 0 || found > hash) return 0;
    if (found == hash) return flags;
  }
  return 0;
}

std::vector<std::byte> FlagTable::build(std::vector<std::pair<std::string, std::uint32_t>> entries) {
  const auto united = unite(entries);
  // 0.8 full to begin with; the odd set that clusters beyond reach gets more room.
  auto homes = united.size() * 5 / 4 + 1;
  while (true) {
    if (auto bytes = lay_out(united, homes)) return *std::move(bytes);
    homes += homes / 4 + 1;
  }
}

}  // namespace pullquote::model
