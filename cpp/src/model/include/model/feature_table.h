#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "model/bytes.h"
#include "model/multiply_high.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// Linear models that ask about a hundred features a word, used straight from a mapped file.
//
// Features lie in buckets of one cache line: sixteen tags, which are compared all at once, then sixteen values. A
// look-up is one multiplication, one cache line and no branch, so that many overlap. (model::Weights keeps every
// feature, and pays with two cache lines one after the other and a branch that the processor cannot guess.) The price
// is that a full bucket turns features away: those that matter least. An unknown feature passes for a known one about
// once in 4,000 look-ups.

namespace pullquote::model {

/// A 16-bit value under each hashed feature.
class FeatureTable {
 public:
  FeatureTable() = default;
  /// Keeps a view of the bytes that `build` made. Throws Error(kModelCorrupt), naming `name`.
  explicit FeatureTable(std::span<const std::byte> bytes, std::string_view name = "feature table");

  /// The value of a feature; 0 where it is unknown.
  [[nodiscard]] std::uint16_t find(std::uint64_t feature) const {
    const auto* const bucket = bucket_of(feature);
    const auto found = matches(bucket, tag_of(feature));
    // With no match, the value of slot 0 is masked away.
    const auto slot = static_cast<std::size_t>(std::countr_zero(found | 1u << kSlots)) % kSlots;
    const auto value = load<std::uint16_t>({bucket + 2 * (kSlots + slot), 2}, 0);
    return static_cast<std::uint16_t>(value & (found == 0 ? 0u : 0xFFFFu));
  }
  void prefetch(std::uint64_t feature) const {
#if defined(__GNUC__)
    __builtin_prefetch(bucket_of(feature));
#endif
  }

  /// Sixteen tags of 16 bits, then the values of the features that have them.
  [[nodiscard]] const std::byte* bucket_of(std::uint64_t feature) const {
    return buckets_ + multiply_high(feature, count_) * kBucket;
  }
  /// Never 0, which marks an empty slot.
  [[nodiscard]] static std::uint16_t tag_of(std::uint64_t feature) { return static_cast<std::uint16_t>(feature | 1u); }

  using Entry = std::pair<std::uint64_t, std::uint16_t>;
  /// The bytes for features, those that matter most first, each given once.
  [[nodiscard]] static std::vector<std::byte> build(const std::vector<Entry>& entries);

 private:
  static constexpr std::size_t kSlots = 16;
  static constexpr std::size_t kBucket = 4 * kSlots;

  // One bit for each slot with that tag.
  static unsigned matches(const std::byte* bucket, std::uint16_t tag) {
#if defined(__SSE2__)
    const auto wanted = _mm_set1_epi16(static_cast<short>(tag));
    const auto* const tags = reinterpret_cast<const __m128i*>(bucket);
    const auto low = _mm_cmpeq_epi16(_mm_loadu_si128(tags), wanted);
    const auto high = _mm_cmpeq_epi16(_mm_loadu_si128(tags + 1), wanted);
    return static_cast<unsigned>(_mm_movemask_epi8(_mm_packs_epi16(low, high)));
#else
    unsigned found = 0;
    for (std::size_t slot = 0; slot < kSlots; ++slot) {
      found |= static_cast<unsigned>(load<std::uint16_t>({bucket + 2 * slot, 2}, 0) == tag) << slot;
    }
    return found;
#endif
  }

  alignas(64) static constexpr std::array<std::byte, kBucket> kNothing{};
  const std::byte* buckets_ = kNothing.data();
  std::uint64_t count_ = 1;
};

/// 128 of the largest points at most fit 16 bits, and no decision asks about more features.
inline constexpr std::size_t kMostFeatures = 128;

/// For decisions between three: under each feature the points of the second and of the third choice beyond the first's.
class PairTable {
 public:
  PairTable() = default;
  explicit PairTable(std::span<const std::byte> bytes, std::string_view name = "feature table");

  /// See next_model_number.
  [[nodiscard]] std::uint64_t number() const { return number_; }
  /// At most kMostFeatures features.
  [[nodiscard]] std::array<std::int32_t, 2> sum(std::span<const std::uint64_t> features) const;
  /// The same without what only some processors have.
  [[nodiscard]] std::array<std::int32_t, 2> sum_portably(std::span<const std::uint64_t> features) const;

  using Row = std::pair<std::uint64_t, std::array<float, 2>>;
  /// Quantised to 8 bits with one scale for all. Those that matter most first.
  [[nodiscard]] static std::vector<std::byte> build(const std::vector<Row>& rows);

 private:
  template <class FindAll>
  [[nodiscard]] std::array<std::int32_t, 2> sum_by(std::span<const std::uint64_t> features, const FindAll& find) const;

  FeatureTable table_;
  std::uint64_t number_ = 0;
};

/// For choices among up to 48 labels: under each feature the number of a row of points.
class RowTable {
 public:
  static constexpr std::size_t kWidth = 48;
  static constexpr std::size_t kMostRows = 0xFFFF;
  using Scores = std::array<std::int16_t, kWidth>;

  RowTable() = default;
  explicit RowTable(std::span<const std::byte> bytes, std::string_view name = "feature table");

  /// See next_model_number.
  [[nodiscard]] std::uint64_t number() const { return number_; }
  /// The points of every label; at most kMostFeatures features.
  [[nodiscard]] Scores sum(std::span<const std::uint64_t> features) const;
  /// The same without what only some processors have.
  [[nodiscard]] Scores sum_portably(std::span<const std::uint64_t> features) const;

  using Row = std::pair<std::uint64_t, std::vector<float>>;
  /// Quantised to 8 bits with one scale for all. At most kMostRows rows of at most kWidth points, those that matter
  /// most first.
  [[nodiscard]] static std::vector<std::byte> build(const std::vector<Row>& rows);

 private:
  template <class FindAll, class SumRows>
  [[nodiscard]] Scores sum_by(std::span<const std::uint64_t> features, const FindAll& find, const SumRows& add) const;
  // The row of that number; a damaged file may hold any number.
  [[nodiscard]] const std::byte* row(std::size_t number) const {
    return rows_ + (number < count_ ? number : 0) * kWidth;
  }

  alignas(64) static constexpr std::array<std::byte, kWidth> kNothing{};
  FeatureTable table_;
  const std::byte* rows_ = kNothing.data();  // the row at 0 has no points
  std::size_t count_ = 1;
  std::uint64_t number_ = 0;
};

}  // namespace pullquote::model
