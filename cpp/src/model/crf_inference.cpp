#include "crf_inference.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>
#include <type_traits>

#include "avx2.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// Sums of floats go in an order that is written down here, and no product is fused with a sum, so that every width and
// processor gives the same bits. Decoding is of whole numbers, and compiled for plain processors and for AVX2.

namespace pullquote::model {

namespace {

constexpr float kNothing = 1e-30F;

template <std::size_t kWidth>
using Scores = std::array<std::int32_t, kWidth>;

// The larger of `best` and of `from` and a step, label by label.
template <bool kWide, std::size_t kWidth>
PULLQUOTE_INLINE void take_better(std::int32_t from, const std::int32_t* steps, Scores<kWidth>& best) {
#if defined(__SSE2__)
  // Plain x86-64 knows no maximum of four whole numbers, so compilers would go label by label.
  if constexpr (!kWide) {
    const auto base = _mm_set1_epi32(from);
    for (std::size_t to = 0; to < kWidth; to += 4) {
      auto* const at = reinterpret_cast<__m128i*>(best.data() + to);
      const auto reached = _mm_add_epi32(base, _mm_loadu_si128(reinterpret_cast<const __m128i*>(steps + to)));
      const auto old = _mm_loadu_si128(at);
      const auto better = _mm_cmpgt_epi32(reached, old);
      _mm_storeu_si128(at, _mm_or_si128(_mm_and_si128(better, reached), _mm_andnot_si128(better, old)));
    }
    return;
  }
#endif
  for (std::size_t to = 0; to < kWidth; ++to) best[to] = std::max(best[to], from + steps[to]);
}

// Four floats in a register, on all processors that have such.
#if defined(__GNUC__)
using Four = float __attribute__((vector_size(16)));
#else
struct Four {
  float values[4];
  float operator[](std::size_t i) const { return values[i]; }
  float& operator[](std::size_t i) { return values[i]; }
};
Four operator*(Four a, Four b) { return {{a[0] * b[0], a[1] * b[1], a[2] * b[2], a[3] * b[3]}}; }
Four operator+(Four a, Four b) { return {{a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]}}; }
#endif

Four all_four(float value) { return Four{value, value, value, value}; }

/// One float a label.
template <std::size_t kWidth>
struct Row {
  static constexpr std::size_t kParts = kWidth / 4;
  Four parts[kParts];  // std::array would drop what the type says of its alignment

  static Row from(const float* values) {
    Row row;
    std::memcpy(row.parts, values, sizeof row.parts);
    return row;
  }
  void store(float* values) const { std::memcpy(values, parts, sizeof parts); }
  void multiply(const Row& other) {
    for (std::size_t i = 0; i < kParts; ++i) parts[i] = parts[i] * other.parts[i];
  }
  void add(float weight, const float* values) {
    const auto weights = all_four(weight);
    const auto other = from(values);
    for (std::size_t i = 0; i < kParts; ++i) parts[i] = parts[i] + weights * other.parts[i];
  }
  void scale_to_one(std::size_t labels) {
    auto sums = parts[0];
    for (std::size_t i = 1; i < kParts; ++i) sums = sums + parts[i];
    const auto sum = (sums[0] + sums[2]) + (sums[1] + sums[3]);
    if (sum > kNothing) [[likely]] {
      const auto share = all_four(1 / sum);
      for (auto& part : parts) part = part * share;
    } else {
      // Nothing the grammar allows has any weight left: all labels are as good.
      std::array<float, kWidth> values{};
      std::fill_n(values.begin(), labels, 1 / static_cast<float>(labels));
      *this = from(values.data());
    }
  }
};

/// Forgets what is so small that sums with it would be slow.
float weight_of(float value) { return value < kNothing ? 0 : value; }

}  // namespace

struct Crf::Inference {
  using Emissions = std::span<const std::int32_t>;
  using Labels = std::vector<std::uint8_t>;
  using Marginals = std::vector<float>;

  // The exponentiated score of a label so far below the best one.
  static float power(const Crf& crf, std::int32_t below) {
    const auto place = static_cast<std::size_t>(below);
    return place < crf.powers_.size() ? crf.powers_[place]
                                      : std::exp(-static_cast<float>(below) * crf.weights_.scale());
  }

  template <bool kWide, std::size_t kWidth>
  PULLQUOTE_INLINE static void decode(const Crf& crf, Emissions emissions, Labels& out) {
    const auto count = crf.labels();
    std::vector<std::uint8_t> came_from(out.size() * kWidth);
    Scores<kWidth> scores, reached;
    scores.fill(kNever);
    const auto* edge = crf.steps_.data() + count * kWidth;
    for (std::size_t to = 0; to < count; ++to) {
      scores[to] = std::max(kNever, (edge[to] >> kLabelBits) + emissions[to]);
    }
    for (std::size_t token = 1; token < out.size(); ++token) {
      const auto best = *std::max_element(scores.begin(), scores.end());
      reached.fill(std::numeric_limits<std::int32_t>::min());
      for (std::size_t from = 0; from < count; ++from) {
        const auto score = std::max(kNever, scores[from] - best) * (1 << kLabelBits);
        take_better<kWide, kWidth>(score, crf.steps_.data() + from * kWidth, reached);
      }
      const auto* emission = emissions.data() + token * count;
      auto* back = came_from.data() + token * kWidth;
      for (std::size_t to = 0; to < count; ++to) {
        scores[to] = std::max(kNever, (reached[to] >> kLabelBits) + emission[to]);
      }
      for (std::size_t to = 0; to < kWidth; ++to) {
        back[to] = static_cast<std::uint8_t>(kLabelMask - (reached[to] & kLabelMask));
      }
    }
    std::size_t best = 0;
    for (std::size_t label = 0; label < count; ++label) {
      scores[label] += crf.last_steps_[label];
      if (scores[label] > scores[best]) best = label;
    }
    for (auto token = out.size(); token-- > 0;) {
      out[token] = static_cast<std::uint8_t>(best);
      best = came_from[token * kWidth + best];
    }
  }

  // Forward and backward sums, each token's scaled to add up to one.
  template <std::size_t kWidth>
  static void marginals(const Crf& crf, Emissions emissions, Marginals& out) {
    using Row = model::Row<kWidth>;
    const auto count = crf.labels(), tokens = out.size() / count;
    std::vector<float> local(tokens * kWidth);  // exponentiated emissions, the best of each token 1
    std::vector<float> forward(tokens * kWidth);
    auto sums = Row::from(crf.odds_.data() + count * kWidth);
    for (std::size_t token = 0; token < tokens; ++token) {
      auto* const powers = local.data() + token * kWidth;
      auto* const kept = forward.data() + token * kWidth;
      const auto* const row = emissions.data() + token * count;
      const auto best = *std::max_element(row, row + count);
      for (std::size_t label = 0; label < count; ++label) powers[label] = power(crf, best - row[label]);
      sums.multiply(Row::from(powers));
      sums.scale_to_one(count);
      sums.store(kept);
      sums = {};
      for (std::size_t from = 0; from < count; ++from) {
        sums.add(weight_of(kept[from]), crf.odds_.data() + from * kWidth);
      }
    }
    auto backward = Row::from(crf.odds_into_.data() + count * kWidth);
    for (auto token = tokens; token-- > 0;) {
      auto* const after = local.data() + token * kWidth;
      auto marginal = Row::from(forward.data() + token * kWidth);
      marginal.multiply(backward);
      backward.multiply(Row::from(after));
      backward.store(after);
      marginal.scale_to_one(count);
      std::array<float, kWidth> values;
      marginal.store(values.data());
      std::copy_n(values.begin(), count, out.begin() + static_cast<std::ptrdiff_t>(token * count));
      backward = {};
      for (std::size_t to = 0; to < count; ++to) backward.add(after[to], crf.odds_into_.data() + to * kWidth);
      backward.scale_to_one(count);
    }
  }

#if defined(PULLQUOTE_AVX2)
  template <std::size_t kWidth>
  PULLQUOTE_AVX2 static void decode_wide(const Crf& crf, Emissions emissions, Labels& out) {
    decode<true, kWidth>(crf, emissions, out);
  }
#endif

  template <class Run>
  static void with_width(const Crf& crf, const Run& run) {
    if (crf.width_ == 4) return run(std::integral_constant<std::size_t, 4>());
    if (crf.width_ == 8) return run(std::integral_constant<std::size_t, 8>());
    if (crf.width_ == 20) return run(std::integral_constant<std::size_t, 20>());
    run(std::integral_constant<std::size_t, 64>());
  }

  static void decode(const Crf& crf, Emissions emissions, Labels& out, [[maybe_unused]] bool wide) {
    out.assign(crf.labels() == 0 ? 0 : emissions.size() / crf.labels(), 0);
    if (out.empty()) return;
    with_width(crf, [&](auto width) {
#if defined(PULLQUOTE_AVX2)
      if (wide) return decode_wide<width()>(crf, emissions, out);
#endif
      decode<false, width()>(crf, emissions, out);
    });
  }
};

void Crf::decode(std::span<const std::int32_t> emissions, std::vector<std::uint8_t>& out) const {
  Inference::decode(*this, emissions, out, has_avx2());
}

void Crf::marginals(std::span<const std::int32_t> emissions, std::vector<float>& out) const {
  out.resize(labels() == 0 ? 0 : emissions.size() / labels() * labels());
  if (out.empty()) return;
  Inference::with_width(*this, [&](auto width) { Inference::marginals<width()>(*this, emissions, out); });
}

void Crf::decode_portably(std::span<const std::int32_t> emissions, std::vector<std::uint8_t>& out) const {
  Inference::decode(*this, emissions, out, false);
}

}  // namespace pullquote::model
