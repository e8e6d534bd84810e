#include "model/feature_table.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

#include "model/window_cache.h"
#include "pullquote/error.h"

// FeatureTable: u64 buckets, zeros up to 64 bytes; then the buckets: 16 tags of u16 (0: empty), 16 values of u16
// PairTable: a FeatureTable whose values are two i8
// RowTable: u64 rows, zeros up to 64 bytes; the rows of 48 i8, zeros up to a multiple of 64 bytes; then a FeatureTable
// of
//   their numbers

namespace pullquote::model {

namespace {

constexpr std::size_t kHeaderSize = 64;

constexpr std::size_t aligned(std::size_t size) { return (size + 63) / 64 * 64; }

std::byte quantised(float weight, float largest) {
  if (!(largest > 0)) return std::byte{0};
  return static_cast<std::byte>(static_cast<std::int8_t>(std::lround(weight / largest * 127)));
}

void require(bool fine, std::string_view name) {
  if (fine) return;
  throw Error(ErrorCode::kModelCorrupt, "the table of features does not have the size it states", std::string(name),
              "build or install the model again");
}

}  // namespace

FeatureTable::FeatureTable(std::span<const std::byte> bytes, std::string_view name) {
  require(bytes.size() >= kHeaderSize + kBucket && (bytes.size() - kHeaderSize) % kBucket == 0, name);
  count_ = load<std::uint64_t>(bytes, 0);
  require(count_ == (bytes.size() - kHeaderSize) / kBucket, name);
  buckets_ = bytes.data() + kHeaderSize;
}

std::vector<std::byte> FeatureTable::build(const std::vector<Entry>& entries) {
  // Three quarters full: buckets then turn away about two features in a hundred.
  const auto count = entries.size() * 4 / (3 * kSlots) + 1;
  std::vector<std::byte> bytes(kHeaderSize + count * kBucket);
  store<std::uint64_t>(bytes, 0, count);
  std::vector<std::uint8_t> used(count);
  for (const auto& [feature, value] : entries) {
    const auto bucket = multiply_high(feature, count);
    if (used[bucket] == kSlots) continue;
    const auto at = kHeaderSize + bucket * kBucket + 2u * used[bucket]++;
    store<std::uint16_t>(bytes, at, tag_of(feature));
    store<std::uint16_t>(bytes, at + 2 * kSlots, value);
  }
  return bytes;
}

PairTable::PairTable(std::span<const std::byte> bytes, std::string_view name)
    : table_(bytes, name), number_(next_model_number()) {}

std::vector<std::byte> PairTable::build(const std::vector<Row>& rows) {
  float largest = 0;
  for (const auto& [feature, points] : rows) largest = std::max({largest, std::abs(points[0]), std::abs(points[1])});
  std::vector<FeatureTable::Entry> entries;
  entries.reserve(rows.size());
  for (const auto& [feature, points] : rows) {
    const auto low = std::to_integer<unsigned>(quantised(points[0], largest));
    const auto high = std::to_integer<unsigned>(quantised(points[1], largest));
    const auto value = static_cast<std::uint16_t>(low | high << 8);
    if (value != 0) entries.emplace_back(feature, value);
  }
  return FeatureTable::build(entries);
}

RowTable::RowTable(std::span<const std::byte> bytes, std::string_view name) {
  require(bytes.size() >= kHeaderSize, name);
  const auto count = load<std::uint64_t>(bytes, 0);
  require(count >= 1 && count <= kMostRows + 1, name);
  count_ = static_cast<std::size_t>(count);
  const auto size = aligned(kHeaderSize + count_ * kWidth);
  require(bytes.size() >= size, name);
  rows_ = bytes.data() + kHeaderSize;
  table_ = FeatureTable(bytes.subspan(size), name);
  number_ = next_model_number();
}

std::vector<std::byte> RowTable::build(const std::vector<Row>& rows) {
  if (rows.size() > kMostRows) throw std::invalid_argument("more rows than the table can number");
  float largest = 0;
  for (const auto& [feature, points] : rows) {
    if (points.size() > kWidth) throw std::invalid_argument("a row of more labels than the table is wide");
    for (const auto point : points) largest = std::max(largest, std::abs(point));
  }
  std::vector<FeatureTable::Entry> entries;
  std::vector<std::byte> bytes(aligned(kHeaderSize + (rows.size() + 1) * kWidth));
  store<std::uint64_t>(bytes, 0, rows.size() + 1);
  for (std::size_t row = 1; row <= rows.size(); ++row) {
    const auto& [feature, points] = rows[row - 1];
    entries.emplace_back(feature, static_cast<std::uint16_t>(row));
    for (std::size_t label = 0; label < points.size(); ++label) {
      bytes[kHeaderSize + row * kWidth + label] = quantised(points[label], largest);
    }
  }
  const auto table = FeatureTable::build(entries);
  bytes.insert(bytes.end(), table.begin(), table.end());
  return bytes;
}

}  // namespace pullquote::model
