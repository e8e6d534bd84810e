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

#if defined(__SSE2__)
// Adds 16 points to two times 8 sums.
void add_points(const std::byte* points, __m128i& low, __m128i& high) {
  const auto row = _mm_loadu_si128(reinterpret_cast<const __m128i*>(points));
  // Each byte into the upper half of a 16-bit lane, then down again with its sign.
  low = _mm_add_epi16(low, _mm_srai_epi16(_mm_unpacklo_epi8(row, row), 8));
  high = _mm_add_epi16(high, _mm_srai_epi16(_mm_unpackhi_epi8(row, row), 8));
}
#endif

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

std::array<std::int32_t, 2> PairTable::sum(std::span<const std::uint64_t> features) const {
  for (const auto feature : features) table_.prefetch(feature);
  std::array<std::int32_t, 2> sums{};
  for (const auto feature : features) {
    const auto value = table_.find(feature);
    sums[0] += static_cast<std::int8_t>(value & 0xFF);
    sums[1] += static_cast<std::int8_t>(value >> 8);
  }
  return sums;
}

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

RowTable::Scores RowTable::sum(std::span<const std::uint64_t> features) const {
  for (const auto feature : features) table_.prefetch(feature);
  std::array<const std::byte*, kMostFeatures> rows;
  const auto count = std::min(features.size(), kMostFeatures);
  for (std::size_t i = 0; i < count; ++i) {
    // A damaged file may hold any number.
    const std::size_t row = table_.find(features[i]);
    rows[i] = rows_ + (row < count_ ? row : 0) * kWidth;
#if defined(__GNUC__)
    __builtin_prefetch(rows[i]);
#endif
  }
  alignas(16) Scores scores{};
#if defined(__SSE2__)
  auto a = _mm_setzero_si128(), b = a, c = a, d = a, e = a, f = a;
  for (std::size_t i = 0; i < count; ++i) {
    add_points(rows[i], a, b);
    add_points(rows[i] + 16, c, d);
    add_points(rows[i] + 32, e, f);
  }
  auto* out = reinterpret_cast<__m128i*>(scores.data());
  for (const auto sums : {a, b, c, d, e, f}) _mm_storeu_si128(out++, sums);
#else
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t label = 0; label < kWidth; ++label) {
      scores[label] = static_cast<std::int16_t>(scores[label] + static_cast<std::int8_t>(rows[i][label]));
    }
  }
#endif
  return scores;
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
