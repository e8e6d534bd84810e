#include "model/sparse_weights.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <string>

#include "model/bytes.h"
#include "multiply_high.h"
#include "pullquote/error.h"
#include "tag_group.h"

// Groups of eight slots as in weights.cpp, each of half a cache line. The cells of a group's features lie one after the
// other, so that a group needs the place of the first one and how many each feature has.
//
//   u32 width, u32 scale (bits of a float), u64 homes, u64 features, u64 cells
//   (homes + kReachGroups) groups: 8 tags of u16 (0: empty), 8 counts of u8, u32 first cell, u32 zero
//   cells: u8 label, i8 weight

namespace pullquote::model {

namespace {

constexpr std::size_t kHeaderSize = 32;
constexpr std::size_t kGroupSize = 32;
constexpr std::size_t kCountsAt = 16;
constexpr std::size_t kFirstAt = 24;
constexpr std::size_t kCellSize = 2;

using Quantised = std::pair<std::uint64_t, std::vector<std::pair<std::uint8_t, std::int8_t>>>;

std::vector<Quantised> quantise(const std::vector<SparseWeights::Row>& rows, float scale) {
  std::vector<Quantised> out;
  for (const auto& [feature, weights] : rows) {
    Quantised small{feature, {}};
    for (std::size_t label = 0; label < weights.size(); ++label) {
      const auto weight = static_cast<std::int8_t>(std::lround(weights[label] / scale));
      if (weight != 0) small.second.emplace_back(static_cast<std::uint8_t>(label), weight);
    }
    // A count has to fit its byte; the last of 256 weights is no loss that shows.
    if (small.second.size() > 255) small.second.resize(255);
    if (!small.second.empty()) out.push_back(std::move(small));
  }
  std::sort(out.begin(), out.end());
  return out;
}

// For each group the rows that it holds, or nothing where one would be beyond reach.
std::optional<std::vector<std::vector<const Quantised*>>> assign(const std::vector<Quantised>& rows,
                                                                 std::uint64_t homes) {
  std::vector<std::vector<const Quantised*>> groups(homes + kReachGroups);
  for (const auto& row : rows) {
    const auto home = multiply_high(row.first, homes);
    auto group = home;
    while (group < home + kReachGroups && groups[group].size() == kGroup) ++group;
    if (group == home + kReachGroups) return std::nullopt;
    groups[group].push_back(&row);
  }
  return groups;
}

// Sum of the counts before a slot. Bytes are widened to 16 bits, since the sum may pass 255.
std::size_t cells_before(std::uint64_t counts, unsigned slot) {
  const auto before = slot == 0 ? 0 : counts << (64 - 8 * slot);
  const auto pairs = (before & 0x00FF00FF00FF00FF) + ((before >> 8) & 0x00FF00FF00FF00FF);
  return static_cast<std::size_t>((pairs * 0x0001000100010001) >> 48);
}

}  // namespace

SparseWeights::SparseWeights(std::span<const std::byte> bytes, std::string_view name) {
  const auto require = [&](bool fine, const char* what) {
    if (!fine) throw Error(ErrorCode::kModelCorrupt, what, std::string(name), "build or install the model again");
  };
  require(bytes.size() >= kHeaderSize, "the table of weights is cut short");
  width_ = load<std::uint32_t>(bytes, 0);
  scale_ = std::bit_cast<float>(load<std::uint32_t>(bytes, 4));
  homes_ = load<std::uint64_t>(bytes, 8);
  size_ = load<std::uint64_t>(bytes, 16);
  const auto cells = load<std::uint64_t>(bytes, 24);
  require(width_ >= 1 && width_ <= kMaxWidth, "the table of weights has an impossible number of labels");
  require(std::isfinite(scale_) && scale_ > 0, "the table of weights has no scale");
  // Compared by division: a product of stated numbers may overflow.
  const auto rest = bytes.size() - kHeaderSize;
  require(cells <= rest / kCellSize && (rest - cells * kCellSize) % kGroupSize == 0,
          "the table of weights is cut short");
  const auto groups = (rest - cells * kCellSize) / kGroupSize;
  require(homes_ >= 1 && groups >= kReachGroups && homes_ == groups - kReachGroups && size_ <= groups * kGroup,
          "the table of weights does not have the size it states");
  groups_ = bytes.subspan(kHeaderSize, groups * kGroupSize);
  cells_ = bytes.subspan(kHeaderSize + groups * kGroupSize);
  for (std::size_t at = 0; at < groups_.size(); at += kGroupSize) {
    const auto counts = load<std::uint64_t>(groups_, at + kCountsAt);
    const auto all = cells_before(counts, kGroup - 1) + (counts >> 56);
    require(load<std::uint32_t>(groups_, at + kFirstAt) + all <= cells, "the table of weights points outside itself");
  }
  for (std::size_t at = 0; at < cells_.size(); at += kCellSize) {
    require(std::to_integer<std::size_t>(cells_[at]) < width_, "the table of weights has a label beyond its last");
  }
}

std::span<const std::byte> SparseWeights::find(std::uint64_t feature) const {
  if (homes_ == 0) return {};
  const auto tag = tag_of(feature);
  const auto home = static_cast<std::size_t>(multiply_high(feature, homes_));
  for (auto group = home; group < home + kReachGroups; ++group) {
    const auto* const at = groups_.data() + group * kGroupSize;
    const auto matches = match(at, tag);
    if (matches.bits != 0) {
      const auto slot = static_cast<unsigned>(std::countr_zero(matches.bits));
      const auto counts = load<std::uint64_t>({at, kGroupSize}, kCountsAt);
      const auto first = load<std::uint32_t>({at, kGroupSize}, kFirstAt) + cells_before(counts, slot);
      return cells_.subspan(first * kCellSize, ((counts >> (8 * slot)) & 0xFF) * kCellSize);
    }
    if (matches.free) return {};
  }
  return {};
}

void SparseWeights::add(std::span<const std::uint64_t> features, std::span<std::int32_t> scores) const {
  constexpr std::size_t kAtOnce = 64;  // features whose cells are fetched while others are looked up
  std::array<std::span<const std::byte>, kAtOnce> found;
  for (std::size_t begin = 0; begin < features.size(); begin += kAtOnce) {
    std::size_t count = 0;
    for (const auto feature : features.subspan(begin, std::min(kAtOnce, features.size() - begin))) {
      const auto cells = find(feature);
      if (cells.empty()) continue;
#if defined(__GNUC__)
      __builtin_prefetch(cells.data());
#endif
      found[count++] = cells;
    }
    for (std::size_t i = 0; i < count; ++i) {
      const auto cells = found[i];
      for (std::size_t at = 0; at < cells.size(); at += kCellSize) {
        scores[std::to_integer<std::size_t>(cells[at])] += static_cast<std::int8_t>(cells[at + 1]);
      }
    }
  }
}

std::vector<std::byte> SparseWeights::build(std::size_t width, const std::vector<Row>& rows) {
  float largest = 0;
  for (const auto& [feature, weights] : rows) {
    for (const auto weight : weights) largest = std::max(largest, std::abs(weight));
  }
  const float scale = largest > 0 ? largest / std::numeric_limits<std::int8_t>::max() : 1.0F;
  const auto small = quantise(rows, scale);
  // 7 of 8 slots full to begin with; the odd set that clusters beyond reach gets more room.
  auto homes = small.size() / 7 + 1;
  auto groups = assign(small, homes);
  while (!groups) {
    homes += homes / 8 + 1;
    groups = assign(small, homes);
  }
  std::size_t cells = 0;
  for (const auto& row : small) cells += row.second.size();
  std::vector<std::byte> bytes(kHeaderSize + groups->size() * kGroupSize + cells * kCellSize);
  const std::span<std::byte> out(bytes);
  store<std::uint32_t>(out, 0, static_cast<std::uint32_t>(width));
  store<std::uint32_t>(out, 4, std::bit_cast<std::uint32_t>(scale));
  store<std::uint64_t>(out, 8, homes);
  store<std::uint64_t>(out, 16, small.size());
  store<std::uint64_t>(out, 24, cells);
  auto at = kHeaderSize;
  std::uint32_t cell = 0;
  const auto cells_at = kHeaderSize + groups->size() * kGroupSize;
  for (const auto& group : *groups) {
    store<std::uint32_t>(out, at + kFirstAt, cell);
    for (std::size_t slot = 0; slot < group.size(); ++slot) {
      store<std::uint16_t>(out, at + 2 * slot, tag_of(group[slot]->first));
      bytes[at + kCountsAt + slot] = static_cast<std::byte>(group[slot]->second.size());
      for (const auto& [label, weight] : group[slot]->second) {
        bytes[cells_at + cell * kCellSize] = static_cast<std::byte>(label);
        bytes[cells_at + cell * kCellSize + 1] = static_cast<std::byte>(weight);
        ++cell;
      }
    }
    at += kGroupSize;
  }
  return bytes;
}

}  // namespace pullquote::model
