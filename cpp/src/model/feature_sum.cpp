#include <algorithm>
#include <array>
#include <bit>

#include "avx2.h"
#include "model/bytes.h"
#include "model/feature_table.h"

// The sums of the feature tables. All look-ups come first, then all additions, so that none waits for another.

namespace pullquote::model {

namespace {

using Values = std::array<std::uint16_t, kMostFeatures>;

void find_all(const FeatureTable& table, std::span<const std::uint64_t> features, Values& values) {
  for (std::size_t i = 0; i < features.size(); ++i) values[i] = table.find(features[i]);
}

// Each value holds two points of 8 bits.
std::array<std::int32_t, 2> sum_pairs(Values& values, std::size_t count) {
  std::array<std::int32_t, 2> sums{};
#if defined(__SSE2__)
  for (auto i = count; i % 8 != 0; ++i) values[i] = 0;
  auto low = _mm_setzero_si128(), high = low;
  for (std::size_t i = 0; i < count; i += 8) {
    const auto eight = _mm_loadu_si128(reinterpret_cast<const __m128i*>(values.data() + i));
    low = _mm_add_epi16(low, _mm_srai_epi16(_mm_slli_epi16(eight, 8), 8));
    high = _mm_add_epi16(high, _mm_srai_epi16(eight, 8));
  }
  // Eight sums of 16 bits to four of 32, then to one.
  const auto total = [](__m128i parts) {
    const auto four = _mm_madd_epi16(parts, _mm_set1_epi16(1));
    const auto two = _mm_add_epi32(four, _mm_shuffle_epi32(four, 0x4E));
    return _mm_cvtsi128_si32(_mm_add_epi32(two, _mm_shuffle_epi32(two, 0xB1)));
  };
  sums = {total(low), total(high)};
#else
  for (std::size_t i = 0; i < count; ++i) {
    sums[0] += static_cast<std::int8_t>(values[i] & 0xFF);
    sums[1] += static_cast<std::int8_t>(values[i] >> 8);
  }
#endif
  return sums;
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

#if defined(PULLQUOTE_AVX2)
// What FeatureTable::find does.
PULLQUOTE_AVX2 inline std::uint16_t find_avx2(const FeatureTable& table, std::uint64_t feature) {
  const auto* const bucket = table.bucket_of(feature);
  const auto wanted = _mm256_set1_epi16(static_cast<short>(FeatureTable::tag_of(feature)));
  const auto tags = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bucket));
  const auto found = static_cast<unsigned>(_mm256_movemask_epi8(_mm256_cmpeq_epi16(tags, wanted)));
  // Two bits a slot, as it has two bytes. With no match, the value of slot 0 is masked away, without a branch that
  // nobody could guess.
  const auto at = static_cast<std::size_t>(std::countr_zero(found)) % 32;
  const unsigned mask = 0 - static_cast<unsigned>(found != 0);
  return static_cast<std::uint16_t>(load<std::uint16_t>({bucket + 32 + at, 2}, 0) & mask);
}

PULLQUOTE_AVX2 void find_all_avx2(const FeatureTable& table, std::span<const std::uint64_t> features, Values& values) {
  for (std::size_t i = 0; i < features.size(); ++i) values[i] = find_avx2(table, features[i]);
}

PULLQUOTE_AVX2 void sum_rows_avx2(std::span<const std::byte* const> rows, RowTable::Scores& scores) {
  auto a = _mm256_setzero_si256(), b = a, c = a;
  for (const auto* row : rows) {
    const auto* const points = reinterpret_cast<const __m128i*>(row);
    a = _mm256_add_epi16(a, _mm256_cvtepi8_epi16(_mm_loadu_si128(points)));
    b = _mm256_add_epi16(b, _mm256_cvtepi8_epi16(_mm_loadu_si128(points + 1)));
    c = _mm256_add_epi16(c, _mm256_cvtepi8_epi16(_mm_loadu_si128(points + 2)));
  }
  auto* const out = reinterpret_cast<__m256i*>(scores.data());
  _mm256_storeu_si256(out, a);
  _mm256_storeu_si256(out + 1, b);
  _mm256_storeu_si256(out + 2, c);
}
#endif

void sum_rows(std::span<const std::byte* const> rows, RowTable::Scores& scores) {
#if defined(__SSE2__)
  auto a = _mm_setzero_si128(), b = a, c = a, d = a, e = a, f = a;
  for (const auto* row : rows) {
    add_points(row, a, b);
    add_points(row + 16, c, d);
    add_points(row + 32, e, f);
  }
  auto* out = reinterpret_cast<__m128i*>(scores.data());
  for (const auto sums : {a, b, c, d, e, f}) _mm_storeu_si128(out++, sums);
#else
  scores = {};
  for (const auto* row : rows) {
    for (std::size_t label = 0; label < RowTable::kWidth; ++label) {
      scores[label] = static_cast<std::int16_t>(scores[label] + static_cast<std::int8_t>(row[label]));
    }
  }
#endif
}

}  // namespace

template <class FindAll>
std::array<std::int32_t, 2> PairTable::sum_by(std::span<const std::uint64_t> features, const FindAll& find) const {
  features = features.first(std::min(features.size(), kMostFeatures));
  for (const auto feature : features) table_.prefetch(feature);
  Values values;
  find(table_, features, values);
  return sum_pairs(values, features.size());
}

std::array<std::int32_t, 2> PairTable::sum(std::span<const std::uint64_t> features) const {
#if defined(PULLQUOTE_AVX2)
  if (has_avx2()) return sum_by(features, find_all_avx2);
#endif
  return sum_portably(features);
}

std::array<std::int32_t, 2> PairTable::sum_portably(std::span<const std::uint64_t> features) const {
  return sum_by(features, find_all);
}

template <class FindAll, class SumRows>
RowTable::Scores RowTable::sum_by(std::span<const std::uint64_t> features, const FindAll& find,
                                  const SumRows& add) const {
  features = features.first(std::min(features.size(), kMostFeatures));
  for (const auto feature : features) table_.prefetch(feature);
  Values numbers;
  find(table_, features, numbers);
  std::array<const std::byte*, kMostFeatures> rows;
  std::size_t count = 0;
  for (std::size_t i = 0; i < features.size(); ++i) {
    rows[count] = row(numbers[i]);
#if defined(__GNUC__)
    __builtin_prefetch(rows[count]);
#endif
    count += numbers[i] != 0 ? 1 : 0;
  }
  Scores scores;
  add(std::span<const std::byte* const>(rows.data(), count), scores);
  return scores;
}

RowTable::Scores RowTable::sum(std::span<const std::uint64_t> features) const {
#if defined(PULLQUOTE_AVX2)
  if (has_avx2()) return sum_by(features, find_all_avx2, sum_rows_avx2);
#endif
  return sum_portably(features);
}

RowTable::Scores RowTable::sum_portably(std::span<const std::uint64_t> features) const {
  return sum_by(features, find_all, sum_rows);
}

}  // namespace pullquote::model
