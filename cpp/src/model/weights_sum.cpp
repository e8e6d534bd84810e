#include <algorithm>
#include <array>
#include <bit>

#include "avx2.h"
#include "model/multiply_high.h"
#include "model/weights.h"
#include "weights_bucket.h"

// Sums of rows. Nearly branch-free, so that the processor has many look-ups in the air: buckets are fetched before the
// first is read, and rows before the first is added.

namespace pullquote::model {

namespace {

using Table = Weights::Table;

constexpr std::size_t kMostRows = 128;  // 16 bits are sure to hold the sum of so many

// Features and rows whose tags say that they belong to them.
struct Found {
  std::array<const std::int8_t*, kMostRows> rows;
  std::array<std::uint64_t, kMostRows> features;
};

void prefetch([[maybe_unused]] const void* at) {
#if defined(__GNUC__)
  __builtin_prefetch(at);
#endif
}

// The row of a slot, fetched; the first row, which is at hand, where the feature is unknown.
const std::int8_t* row(const Table& table, std::uint64_t home, std::size_t place, bool known) {
  const auto mask = std::size_t{0} - static_cast<std::size_t>(known);
  const auto* const found = table.rows + ((home * kSlots + place) * (table.width + 1) & mask);
  prefetch(found);
  return found;
}

// Without a branch on whether its home knows the feature, which nobody could guess.
bool is_displaced(bool unknown, const std::byte* bucket, std::uint64_t feature) {
  return (static_cast<unsigned>(unknown) & filter_of(bucket) >> filter_bit(feature)) != 0;
}

std::size_t find_elsewhere(const Table& table, std::uint64_t feature, const std::int8_t*& found) {
  const auto slot = table.find(feature);
  if (slot == Table::kNowhere) return 0;
  found = table.rows + slot * (table.width + 1);
  return 1;
}

// Puts the row of a feature behind those that were found and counts it, where it has one, in its home or beyond.
inline void take(const Table& table, std::uint64_t feature, std::uint64_t home, std::size_t place, bool known,
                 Found& found, std::size_t& count) {
  const auto* const bucket = table.buckets + home * kLine;
  found.rows[count] = row(table, home, place, known);
  found.features[count] = feature;
  count += known ? 1 : 0;
  if (is_displaced(!known, bucket, feature)) [[unlikely]]
    count += find_elsewhere(table, feature, found.rows[count]);
}

struct Portable {
  // The rows of those features that have one.
  static std::size_t find(const Table& table, std::span<const std::uint64_t> features, Found& found) {
    std::size_t count = 0;
    for (const auto feature : features) {
      const auto home = multiply_high(feature, table.count);
      const auto* const bucket = table.buckets + home * kLine;
      const auto matches = match(bucket, tag_of(feature));
      const auto place = static_cast<std::size_t>(std::countr_zero(matches | 1u << kSlots));
      take(table, feature, home, place, matches != 0, found, count);
    }
    return count;
  }

  // The sums of kParts times 8 neighbouring weights.
  template <std::size_t kParts>
  static void sum(std::span<const std::int8_t* const> rows, std::size_t first, std::int16_t* sums) {
#if defined(__SSE2__)
    // Compilers must assume that a store of 16 bits changes the bytes read next, so they would not do this themselves.
    __m128i parts[kParts];  // std::array would drop its alignment
    for (auto& part : parts) part = _mm_setzero_si128();
    for (const auto* row : rows) {
      for (std::size_t i = 0; i < kParts; ++i) {
        const auto weights = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(row + first + 8 * i));
        // Each byte into the upper half of a 16-bit lane, then down again with its sign.
        parts[i] = _mm_add_epi16(parts[i], _mm_srai_epi16(_mm_unpacklo_epi8(weights, weights), 8));
      }
    }
    for (std::size_t i = 0; i < kParts; ++i) _mm_storeu_si128(reinterpret_cast<__m128i*>(sums + 8 * i), parts[i]);
#else
    std::fill_n(sums, 8 * kParts, std::int16_t{0});
    for (const auto* row : rows) {
      for (std::size_t k = 0; k < 8 * kParts; ++k) sums[k] = static_cast<std::int16_t>(sums[k] + row[first + k]);
    }
#endif
  }
};

#if defined(PULLQUOTE_AVX2)
struct Avx2 {
  PULLQUOTE_AVX2 static std::size_t find(const Table& table, std::span<const std::uint64_t> features, Found& found) {
    constexpr std::uint64_t kAllTags = (std::uint64_t{1} << 2 * kSlots) - 1;  // two bits each
    std::size_t count = 0;
    for (const auto feature : features) {
      const auto home = multiply_high(feature, table.count);
      const auto* const bucket = table.buckets + home * kLine;
      const auto* const tags = reinterpret_cast<const __m256i*>(bucket);
      const auto wanted = _mm256_set1_epi16(static_cast<short>(tag_of(feature)));
      const auto low = _mm256_movemask_epi8(_mm256_cmpeq_epi16(_mm256_loadu_si256(tags), wanted));
      const auto high = _mm256_movemask_epi8(_mm256_cmpeq_epi16(_mm256_loadu_si256(tags + 1), wanted));
      const auto matches =
          (static_cast<std::uint64_t>(static_cast<unsigned>(high)) << 32 | static_cast<unsigned>(low)) & kAllTags;
      const auto place = static_cast<std::size_t>(std::countr_zero(matches | ~kAllTags)) / 2;
      take(table, feature, home, place, matches != 0, found, count);
    }
    return count;
  }

  template <std::size_t kParts>
  PULLQUOTE_AVX2 static void sum(std::span<const std::int8_t* const> rows, std::size_t first, std::int16_t* sums) {
    constexpr std::size_t kPairs = kParts / 2;
    __m256i pairs[kPairs + 1];
    for (auto& pair : pairs) pair = _mm256_setzero_si256();
    auto last = _mm_setzero_si128();
    for (const auto* row : rows) {
      for (std::size_t i = 0; i < kPairs; ++i) {
        const auto weights = _mm_loadu_si128(reinterpret_cast<const __m128i*>(row + first + 16 * i));
        pairs[i] = _mm256_add_epi16(pairs[i], _mm256_cvtepi8_epi16(weights));
      }
      if constexpr (kParts % 2 != 0) {
        const auto weights = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(row + first + 16 * kPairs));
        last = _mm_add_epi16(last, _mm_cvtepi8_epi16(weights));
      }
    }
    for (std::size_t i = 0; i < kPairs; ++i) {
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums + 16 * i), pairs[i]);
    }
    if constexpr (kParts % 2 != 0) _mm_storeu_si128(reinterpret_cast<__m128i*>(sums + 16 * kPairs), last);
  }
};
#endif

template <class Machine>
void add_rows(std::span<const std::int8_t* const> rows, std::span<std::int32_t> scores) {
  constexpr std::size_t kMost = 32;
  std::array<std::int16_t, kMost> sums;
  for (std::size_t first = 0; first < scores.size(); first += kMost) {
    const auto used = std::min(kMost, scores.size() - first);
    if (used <= 8) {
      Machine::template sum<1>(rows, first, sums.data());
    } else if (used <= 16) {
      Machine::template sum<2>(rows, first, sums.data());
    } else if (used <= 24) {
      Machine::template sum<3>(rows, first, sums.data());
    } else {
      Machine::template sum<4>(rows, first, sums.data());
    }
    for (std::size_t label = 0; label < used; ++label) scores[first + label] += sums[label];
  }
}

// Once the rows are at hand: puts right what only shares a tag with a feature.
std::size_t checked(const Table& table, Found& found, std::size_t count) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < count; ++i) {
    found.rows[kept] = found.rows[i];
    if (found.rows[i][table.width] == check_of(found.features[i])) [[likely]] {
      ++kept;
    } else {
      kept += find_elsewhere(table, found.features[i], found.rows[kept]);
    }
  }
  return kept;
}

template <class Machine>
void add_all(const Table& table, std::span<const std::uint64_t> features, std::span<std::int32_t> scores) {
  Found found;  // filled as far as it is read
  while (!features.empty() && table.count != 0) {
    const auto chunk = features.first(std::min(kMostRows, features.size()));
    features = features.subspan(chunk.size());
    const auto count = checked(table, found, Machine::find(table, chunk, found));
    add_rows<Machine>({found.rows.data(), count}, scores.first(table.width));
  }
}

}  // namespace

void Weights::fetch(std::span<const std::uint64_t> features) const {
  for (const auto feature : features) prefetch(table_.buckets + multiply_high(feature, table_.count) * kLine);
}

void Weights::add_fetched(std::span<const std::uint64_t> features, std::span<std::int32_t> scores) const {
#if defined(PULLQUOTE_AVX2)
  if (has_avx2()) return add_all<Avx2>(table_, features, scores);
#endif
  add_portably(features, scores);
}

void Weights::add_portably(std::span<const std::uint64_t> features, std::span<std::int32_t> scores) const {
  add_all<Portable>(table_, features, scores);
}

}  // namespace pullquote::model
