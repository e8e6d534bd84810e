#include "model/weights.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <string>

#include "model/bytes.h"
#include "model/multiply_high.h"
#include "model/window_cache.h"
#include "pullquote/error.h"
#include "weights_bucket.h"

//   u32 width, u32 scale (bits of a float), u64 buckets, u64 rows, u64 kLayout, zeros up to 64 bytes
//   buckets + kReach times: 31 tags of u16 (0: empty), u16 filter
//   31 rows of `width` i8 and one to check the feature by for each of them, then kBeyond zero bytes

namespace pullquote::model {

namespace {

constexpr std::size_t kHeaderSize = 64;
constexpr std::uint64_t kLayout = 2;
constexpr std::size_t kFilled = 27;  // slots of a bucket, on average

using Quantised = std::pair<std::uint64_t, std::vector<std::int8_t>>;

std::vector<Quantised> quantise(const std::vector<Weights::Row>& rows, float scale) {
  std::vector<Quantised> out;
  for (const auto& [feature, weights] : rows) {
    std::vector<std::int8_t> small;
    small.reserve(weights.size());
    for (const auto weight : weights) small.push_back(static_cast<std::int8_t>(std::lround(weight / scale)));
    if (std::any_of(small.begin(), small.end(), [](std::int8_t w) { return w != 0; })) {
      out.emplace_back(feature, std::move(small));
    }
  }
  // Ascending hashes fill the groups in order, so the bytes depend on the set of rows alone.
  std::sort(out.begin(), out.end());
  return out;
}

std::optional<std::vector<std::byte>> lay_out(const std::vector<Quantised>& rows, std::size_t width, float scale,
                                              std::uint64_t buckets) {
  const auto all = buckets + kReach;
  std::vector<std::byte> bytes(kHeaderSize + all * (kLine + kSlots * (width + 1)) + kBeyond);
  store<std::uint32_t>(bytes, 0, static_cast<std::uint32_t>(width));
  store<std::uint32_t>(bytes, 4, std::bit_cast<std::uint32_t>(scale));
  store<std::uint64_t>(bytes, 8, buckets);
  store<std::uint64_t>(bytes, kRowsAt, rows.size());
  store<std::uint64_t>(bytes, 24, kLayout);
  for (const auto& [feature, weights] : rows) {
    const auto slot = take_slot(bytes.data() + kHeaderSize, multiply_high(feature, buckets), feature);
    if (!slot) return std::nullopt;
    const auto row = kHeaderSize + all * kLine + *slot * (width + 1);
    std::memcpy(bytes.data() + row, weights.data(), width);
    bytes[row + width] = static_cast<std::byte>(check_of(feature));
  }
  return bytes;
}

}  // namespace

Weights::Weights(std::span<const std::byte> bytes, std::string_view name) {
  const auto require = [&](bool fine, const char* what) {
    if (!fine) throw Error(ErrorCode::kModelCorrupt, what, std::string(name), "build or install the model again");
  };
  require(bytes.size() >= kHeaderSize, "the table of weights is cut short");
  table_.width = load<std::uint32_t>(bytes, 0);
  scale_ = std::bit_cast<float>(load<std::uint32_t>(bytes, 4));
  table_.count = load<std::uint64_t>(bytes, 8);
  size_ = load<std::uint64_t>(bytes, kRowsAt);
  require(load<std::uint64_t>(bytes, 24) == kLayout, "the table of weights has the layout of another version");
  require(table_.width >= 1 && table_.width <= kMaxWidth, "the table of weights has rows of an impossible width");
  require(std::isfinite(scale_) && scale_ > 0, "the table of weights has no scale");
  // Compared by division: a product of stated numbers may overflow.
  require(bytes.size() >= kHeaderSize + kBeyond && table_.count >= 1, "the table of weights is cut short");
  const auto rest = bytes.size() - kHeaderSize - kBeyond, one = kLine + kSlots * (table_.width + 1), all = rest / one;
  require(rest % one == 0 && all >= kReach && table_.count == all - kReach && size_ <= all * kSlots,
          "the table of weights does not have the size it states");
  number_ = next_model_number();
  table_.buckets = bytes.data() + kHeaderSize;
  table_.rows = reinterpret_cast<const std::int8_t*>(table_.buckets + all * kLine);
}

std::size_t Weights::Table::find(std::uint64_t feature) const {
  if (count == 0) return kNowhere;
  const auto home = multiply_high(feature, count);
  for (auto number = home; number < home + kReach; ++number) {
    const auto* const bucket = buckets + number * kLine;
    for (auto found = match(bucket, tag_of(feature)); found != 0; found &= found - 1) {
      const auto slot = number * kSlots + static_cast<std::size_t>(std::countr_zero(found));
      if (rows[slot * (width + 1) + width] == check_of(feature)) return slot;
    }
    if (!goes_on(bucket, feature)) break;
  }
  return kNowhere;
}

std::vector<std::byte> Weights::build(std::size_t width, const std::vector<Row>& rows) {
  float largest = 0;
  for (const auto& [feature, weights] : rows) {
    for (const auto weight : weights) largest = std::max(largest, std::abs(weight));
  }
  const float scale = largest > 0 ? largest / std::numeric_limits<std::int8_t>::max() : 1.0F;
  const auto small = quantise(rows, scale);
  // The odd set that clusters beyond reach gets more room.
  auto buckets = small.size() / kFilled + 1;
  while (true) {
    if (auto bytes = lay_out(small, width, scale, buckets)) return *std::move(bytes);
    buckets += buckets / 8 + 1;
  }
}

}  // namespace pullquote::model
