#include "features/clusters.h"

#include <algorithm>
#include <map>
#include <optional>
#include <stdexcept>

#include "model/bytes.h"
#include "model/flag_table.h"
#include "pullquote/error.h"

// Linear probing from a home that the upper half of the hash gives; the lower half gives the 22 bits that are compared.
// Slots run past the last home instead of wrapping round, and the distance from home is bounded.
//
//   u32 paths, u32 homes, the paths (u32 each), then homes + kReach slots (u32: 22 bits of hash, 10 bits of path number
//   from 1 on; 0: empty)

namespace pullquote::features {

namespace {

constexpr std::size_t kHeaderSize = 8;
constexpr std::size_t kReach = 64;  // slots that a look-up tries at most
constexpr std::uint32_t kNumberMask = Clusters::kMostPaths;

std::size_t home_of(std::uint64_t hash, std::uint32_t homes) {
  return static_cast<std::size_t>(((hash >> 32) * homes) >> 32);
}

std::uint32_t slot_for(std::uint64_t hash, std::uint32_t number) {
  return (static_cast<std::uint32_t>(hash) & ~kNumberMask) | number;
}

using Entry = std::pair<std::uint64_t, std::uint32_t>;  // hash, number of the path

std::optional<std::vector<std::uint32_t>> lay_out(const std::vector<Entry>& entries, std::uint32_t homes) {
  std::vector<std::uint32_t> slots(homes + kReach);
  for (const auto& [hash, number] : entries) {
    const auto home = home_of(hash, homes);
    auto at = home;
    while (at < home + kReach && slots[at] != 0) ++at;
    if (at == home + kReach) return std::nullopt;
    slots[at] = slot_for(hash, number);
  }
  return slots;
}

}  // namespace

Clusters::Clusters(std::span<const std::byte> bytes, std::string_view name) {
  const auto require = [&](bool fine, const char* what) {
    if (!fine) throw Error(ErrorCode::kModelCorrupt, what, std::string(name), "build or install the model again");
  };
  require(bytes.size() >= kHeaderSize, "the table of word clusters is cut short");
  const std::size_t paths = model::load<std::uint32_t>(bytes, 0);
  homes_ = model::load<std::uint32_t>(bytes, 4);
  require(paths <= kMostPaths && bytes.size() == kHeaderSize + 4 * (paths + homes_ + kReach),
          "the table of word clusters does not have the size it states");
  paths_ = bytes.subspan(kHeaderSize, 4 * paths);
  slots_ = bytes.subspan(kHeaderSize + 4 * paths);
}

ClusterPath Clusters::find(std::string_view word) const {
  if (homes_ == 0) return 0;
  const auto hash = model::hash64(word);
  const auto home = home_of(hash, homes_);
  for (auto at = home; at < home + kReach; ++at) {
    const auto slot = model::load<std::uint32_t>(slots_, 4 * at);
    if (slot == 0) return 0;
    const std::size_t number = slot & kNumberMask;
    if (number == 0 || number * 4 > paths_.size()) continue;  // a damaged file
    if (slot == slot_for(hash, slot & kNumberMask)) return model::load<std::uint32_t>(paths_, 4 * (number - 1));
  }
  return 0;
}

std::vector<std::byte> Clusters::build(const std::vector<std::pair<std::string, ClusterPath>>& entries) {
  std::map<ClusterPath, std::uint32_t> numbers;
  std::map<std::uint64_t, ClusterPath> words;  // ordered, so that the bytes do not depend on the order of entries
  for (const auto& [word, path] : entries) {
    if (path == 0) throw std::invalid_argument("no path for the word " + word);
    numbers[path] = 0;
    words[model::hash64(word)] = path;
  }
  if (numbers.size() > kMostPaths) throw std::invalid_argument("more word clusters than the table can number");
  std::uint32_t last = 0;
  for (auto& [path, number] : numbers) number = ++last;
  std::vector<Entry> numbered;
  numbered.reserve(words.size());
  for (const auto& [hash, path] : words) numbered.emplace_back(hash, numbers[path]);

  auto homes = static_cast<std::uint32_t>(words.size() * 5 / 4 + 1);
  auto slots = lay_out(numbered, homes);
  while (!slots) {
    homes += homes / 4 + 1;
    slots = lay_out(numbered, homes);
  }
  std::vector<std::byte> bytes(kHeaderSize + 4 * (numbers.size() + slots->size()));
  model::store(std::span(bytes), 0, static_cast<std::uint32_t>(numbers.size()));
  model::store(std::span(bytes), 4, homes);
  std::size_t at = kHeaderSize;
  for (const auto& [path, number] : numbers) {
    model::store(std::span(bytes), at, path);
    at += 4;
  }
  for (const auto slot : *slots) {
    model::store(std::span(bytes), at, slot);
    at += 4;
  }
  return bytes;
}

}  // namespace pullquote::features
