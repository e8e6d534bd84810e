#include "model/flag_table.h"

#include <algorithm>
#include <map>
#include <optional>
#include <stdexcept>

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
// Many keys have the same flags. So a slot keeps 48 bits of the hash and, in the 16 bits that are left, the number of
// its flags among all that occur.
//
//   u64 homes, u64 entries, u64 kinds of flags, the kinds (u32 each, ascending; one of 0 more where their number is
//   odd), then homes + kReach slots: u64, upper 48 bits of the hash and number of the flags from 1 on (0: empty)

namespace pullquote::model {

namespace {

constexpr std::size_t kHeaderSize = 24;
constexpr std::size_t kSlotSize = 8;
constexpr std::size_t kReach = 128;  // slots that a look-up tries at most
constexpr std::uint64_t kNumberMask = 0xffff;

using Entry = std::pair<std::uint64_t, std::uint32_t>;

std::size_t kinds_size(std::size_t kinds) { return (kinds + kinds % 2) * 4; }

std::vector<Entry> unite(const std::vector<std::pair<std::string, std::uint32_t>>& entries) {
  std::vector<Entry> hashed;
  hashed.reserve(entries.size());
  for (const auto& [key, flags] : entries) {
    if (flags != 0) hashed.emplace_back(hash64(key) & ~kNumberMask, flags);
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

// Entries hold numbers of flags here.
std::optional<std::vector<std::uint64_t>> lay_out(const std::vector<Entry>& entries, std::uint64_t homes) {
  std::vector<std::uint64_t> slots(homes + kReach);
  std::uint64_t free = 0;
  for (const auto& [hash, number] : entries) {
    const auto home = multiply_high(hash, homes);
    const auto slot = std::max(free, home);
    if (slot - home >= kReach) return std::nullopt;
    slots[slot] = hash | number;
    free = slot + 1;
  }
  return slots;
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
  const auto kinds = load<std::uint64_t>(bytes, 16);
  require(kinds <= kNumberMask && kinds_size(kinds) <= bytes.size() - kHeaderSize, "the table of names is cut short");
  kinds_ = bytes.subspan(kHeaderSize, 4 * static_cast<std::size_t>(kinds));
  slots_ = bytes.subspan(kHeaderSize + kinds_size(kinds));
  require(slots_.size() % kSlotSize == 0 && slots_.size() / kSlotSize >= kReach &&
              homes_ == slots_.size() / kSlotSize - kReach,
          "the table of names does not have the size it states");
  std::optional<std::uint64_t> last;
  for (std::size_t slot = 0; slot * kSlotSize < slots_.size(); ++slot) {
    const auto found = load<std::uint64_t>(slots_, slot * kSlotSize);
    if (found == 0) continue;
    const auto number = found & kNumberMask;
    require(number != 0 && number <= kinds, "the table of names has an entry without flags");
    const auto hash = found & ~kNumberMask;
    const auto home = multiply_high(hash, homes_);
    require(home <= slot && slot - home < kReach && (!last || *last < hash), "the table of names is out of order");
    last = hash;
    ++size_;
  }
  require(load<std::uint64_t>(bytes, 8) == size_, "the table of names does not hold the entries it states");
}

std::uint32_t FlagTable::find_hash(std::uint64_t hash) const {
  if (homes_ == 0) return 0;
  const auto wanted = hash & ~kNumberMask;
  const auto home = static_cast<std::size_t>(multiply_high(wanted, homes_)) * kSlotSize;
  for (std::size_t at = home; at < home + kReach * kSlotSize; at += kSlotSize) {
    const auto found = load<std::uint64_t>(slots_, at);
    if (found <= wanted) {
      if (found == 0) return 0;
      continue;
    }
    const auto number = found - wanted;
    return number > kNumberMask ? 0 : load<std::uint32_t>(kinds_, 4 * static_cast<std::size_t>(number - 1));
  }
  return 0;
}

std::vector<std::byte> FlagTable::build(std::vector<std::pair<std::string, std::uint32_t>> entries) {
  auto united = unite(entries);
  std::map<std::uint32_t, std::uint32_t> numbers;
  for (const auto& [hash, flags] : united) numbers[flags] = 0;
  if (numbers.size() > kNumberMask) throw std::invalid_argument("more kinds of flags than the table can number");
  std::uint32_t last = 0;
  for (auto& [flags, number] : numbers) number = ++last;
  for (auto& [hash, flags] : united) flags = numbers[flags];

  // 0.9 full to begin with; the odd set that clusters beyond reach gets more room.
  auto homes = united.size() * 10 / 9 + 1;
  auto slots = lay_out(united, homes);
  while (!slots) {
    homes += homes / 4 + 1;
    slots = lay_out(united, homes);
  }
  std::vector<std::byte> bytes(kHeaderSize + kinds_size(numbers.size()) + slots->size() * kSlotSize);
  store<std::uint64_t>(bytes, 0, homes);
  store<std::uint64_t>(bytes, 8, united.size());
  store<std::uint64_t>(bytes, 16, numbers.size());
  auto at = kHeaderSize;
  for (const auto& [flags, number] : numbers) {
    store<std::uint32_t>(bytes, at, flags);
    at += 4;
  }
  at = kHeaderSize + kinds_size(numbers.size());
  for (const auto slot : *slots) {
    store<std::uint64_t>(bytes, at, slot);
    at += kSlotSize;
  }
  return bytes;
}

}  // namespace pullquote::model
