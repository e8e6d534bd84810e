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

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// Groups of eight slots, after Swiss tables (Abseil) with wider tags and no deletion. A feature belongs to the group
// that its hash falls on, or, where that is full, to the next one with room, kReach groups on at most. The top bit of a
// group's first tag says that some feature had to go on from there; a look-up stops where it is not set, so that nearly
// all of them read one group however full the table is. Row s belongs to slot s.
//
//   u32 width, u32 scale (bits of a float), u64 groups, u64 rows, u64 zero
//   (groups + kReach) * 8 tags of 15 bits in u16 (0: empty), then as many rows of `width` i8, then kBlock zero bytes

namespace pullquote::model {

namespace {

constexpr std::size_t kHeaderSize = 32;
constexpr std::size_t kGroup = 8;           // slots
constexpr std::size_t kReach = 16;          // groups that a look-up tries at most
constexpr std::size_t kBlock = 16;          // weights added at a time; may read past the row, never past the table
constexpr std::size_t kUntilWidened = 128;  // rows whose sum 16 bits are sure to hold: 128 * 128 < 2^15

constexpr std::uint16_t kTagMask = 0x7FFF;
constexpr std::uint16_t kGoesOn = 0x8000;

std::uint16_t tag_of(std::uint64_t feature) {
  const auto tag = static_cast<std::uint16_t>(feature & kTagMask);
  return tag == 0 ? std::uint16_t{1} : tag;
}

// One bit for each tag of a group that is the one looked for.
unsigned match(const std::byte* group, std::uint16_t tag) {
#if defined(__SSE2__)
  const __m128i tags = _mm_loadu_si128(reinterpret_cast<const __m128i*>(group));
  const __m128i masked = _mm_and_si128(tags, _mm_set1_epi16(kTagMask));
  const __m128i equal = _mm_cmpeq_epi16(masked, _mm_set1_epi16(static_cast<short>(tag)));
  return static_cast<unsigned>(_mm_movemask_epi8(_mm_packs_epi16(equal, _mm_setzero_si128())));
#else
  unsigned bits = 0;
  for (unsigned i = 0; i < kGroup; ++i) {
    if ((load<std::uint16_t>({group + 2 * i, 2}, 0) & kTagMask) == tag) bits |= 1u << i;
  }
  return bits;
#endif
}

bool goes_on(const std::byte* group) { return (load<std::uint16_t>({group, 2}, 0) & kGoesOn) != 0; }

using BlockSums = std::array<std::int16_t, kBlock>;

// The sums of kBlock neighbouring weights over the rows.
BlockSums sum_block(std::span<const std::int8_t* const> rows, std::size_t first) {
  BlockSums sums{};
#if defined(__SSE2__)
  // Compilers must assume that a store of 16 bits changes the bytes read next, so they would not do this on their own.
  __m128i low = _mm_setzero_si128(), high = _mm_setzero_si128();
  for (const auto* row : rows) {
    const __m128i weights = _mm_loadu_si128(reinterpret_cast<const __m128i*>(row + first));
    const __m128i sign = _mm_cmpgt_epi8(_mm_setzero_si128(), weights);
    low = _mm_add_epi16(low, _mm_unpacklo_epi8(weights, sign));
    high = _mm_add_epi16(high, _mm_unpackhi_epi8(weights, sign));
  }
  _mm_storeu_si128(reinterpret_cast<__m128i*>(sums.data()), low);
  _mm_storeu_si128(reinterpret_cast<__m128i*>(sums.data() + kBlock / 2), high);
#else
  for (const auto* row : rows) {
    for (std::size_t k = 0; k < kBlock; ++k) sums[k] = static_cast<std::int16_t>(sums[k] + row[first + k]);
  }
#endif
  return sums;
}

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
                                              std::uint64_t groups) {
  const auto slots = (groups + kReach) * kGroup;
  std::vector<std::byte> bytes(kHeaderSize + slots * (2 + width) + kBlock);
  store<std::uint32_t>(bytes, 0, static_cast<std::uint32_t>(width));
  store<std::uint32_t>(bytes, 4, std::bit_cast<std::uint32_t>(scale));
  store<std::uint64_t>(bytes, 8, groups);
  store<std::uint64_t>(bytes, 16, rows.size());
  std::vector<std::uint8_t> used(groups + kReach);
  for (const auto& [feature, weights] : rows) {
    const auto home = multiply_high(feature, groups);
    auto group = home;
    while (group < home + kReach && used[group] == kGroup) ++group;
    if (group == home + kReach) return std::nullopt;
    for (auto full = home; full < group; ++full) {
      const auto first = kHeaderSize + 2 * full * kGroup;
      store<std::uint16_t>(bytes, first, load<std::uint16_t>(bytes, first) | kGoesOn);
    }
    const auto slot = group * kGroup + used[group]++;
    store<std::uint16_t>(bytes, kHeaderSize + 2 * slot, tag_of(feature));
    std::memcpy(bytes.data() + kHeaderSize + 2 * slots + slot * width, weights.data(), width);
  }
  return bytes;
}

}  // namespace

Weights::Weights(std::span<const std::byte> bytes, std::string_view name) {
  const auto require = [&](bool fine, const char* what) {
    if (!fine) throw Error(ErrorCode::kModelCorrupt, what, std::string(name), "build or install the model again");
  };
  require(bytes.size() >= kHeaderSize, "the table of weights is cut short");
  width_ = load<std::uint32_t>(bytes, 0);
  scale_ = std::bit_cast<float>(load<std::uint32_t>(bytes, 4));
  groups_ = load<std::uint64_t>(bytes, 8);
  size_ = load<std::uint64_t>(bytes, 16);
  require(width_ >= 1 && width_ <= kMaxWidth, "the table of weights has rows of an impossible width");
  require(std::isfinite(scale_) && scale_ > 0, "the table of weights has no scale");
  // Compared by division: a product of stated numbers may overflow.
  require(bytes.size() >= kHeaderSize + kBlock && groups_ >= 1, "the table of weights is cut short");
  const auto rest = bytes.size() - kHeaderSize - kBlock;
  const auto slots = rest / (2 + width_);
  require(rest % (2 + width_) == 0 && slots % kGroup == 0 && slots / kGroup >= kReach &&
              groups_ == slots / kGroup - kReach && size_ <= slots,
          "the table of weights does not have the size it states");
  number_ = next_model_number();
  tags_ = bytes.subspan(kHeaderSize, 2 * slots);
  rows_ = reinterpret_cast<const std::int8_t*>(bytes.data() + kHeaderSize + 2 * slots);
}

const std::int8_t* Weights::find(std::uint64_t feature) const {
  if (groups_ == 0) return nullptr;
  const auto tag = tag_of(feature);
  const auto home = multiply_high(feature, groups_);
  for (auto group = home; group < home + kReach; ++group) {
    const auto* const tags = tags_.data() + group * 2 * kGroup;
    if (const auto matches = match(tags, tag); matches != 0) {
      const auto slot = group * kGroup + static_cast<std::size_t>(std::countr_zero(matches));
      return rows_ + slot * width_;
    }
    if (!goes_on(tags)) return nullptr;
  }
  return nullptr;
}

void Weights::add(std::span<const std::uint64_t> features, std::span<std::int32_t> scores) const {
  constexpr std::size_t kAhead = 8;  // tags being fetched while others are looked at
  std::array<const std::int8_t*, kUntilWidened> found;
  for (std::size_t begin = 0; begin < features.size(); begin += kUntilWidened) {
    const auto chunk = features.subspan(begin, std::min(kUntilWidened, features.size() - begin));
    std::size_t count = 0;
    for (std::size_t i = 0; i < chunk.size(); ++i) {
#if defined(__GNUC__)
      // The tags of a large table do not all lie in the nearest cache.
      if (i + kAhead < chunk.size()) {
        __builtin_prefetch(tags_.data() + multiply_high(chunk[i + kAhead], groups_) * 2 * kGroup);
      }
#endif
      if (const auto* row = find(chunk[i])) {
        found[count++] = row;
#if defined(__GNUC__)
        __builtin_prefetch(row);
#endif
      }
    }
    for (std::size_t block = 0; block * kBlock < width_; ++block) {
      const auto sums = sum_block({found.data(), count}, block * kBlock);
      const auto used = std::min(kBlock, width_ - block * kBlock);
      for (std::size_t label = 0; label < used; ++label) scores[block * kBlock + label] += sums[label];
    }
  }
}

std::vector<std::byte> Weights::build(std::size_t width, const std::vector<Row>& rows) {
  float largest = 0;
  for (const auto& [feature, weights] : rows) {
    for (const auto weight : weights) largest = std::max(largest, std::abs(weight));
  }
  const float scale = largest > 0 ? largest / std::numeric_limits<std::int8_t>::max() : 1.0F;
  const auto small = quantise(rows, scale);
  // 7 of 8 slots full to begin with; the odd set that clusters beyond reach gets more room.
  auto groups = small.size() / 7 + 1;
  while (true) {
    if (auto bytes = lay_out(small, width, scale, groups)) return *std::move(bytes);
    groups += groups / 8 + 1;
  }
}

}  // namespace pullquote::model
