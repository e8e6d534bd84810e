#include "model/crf.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "model/bytes.h"
#include "pullquote/error.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

//   u32 labels, u32 zero * 3, (labels + 1)² i32 steps, zero bytes up to a multiple of 16, then the weights

namespace pullquote::model {

namespace {

constexpr std::size_t kHeaderSize = 16;
constexpr std::int32_t kForbidden = -(1 << 28);
constexpr std::int32_t kLargestStep = 1 << 20;
// Of a step: two of them multiplied, over all labels, still fit a float.
constexpr float kLargestLogOdds = 40;
constexpr float kNothing = 1e-30F;

std::size_t steps_end(std::size_t labels) { return kHeaderSize + ((labels + 1) * (labels + 1) * 4 + 15) / 16 * 16; }

// Sums stay far from the ends of 32 bits: what is forbidden is held at kForbidden, and each token starts from the best
// of the last, so that a long sequence does not add up.
using Scores = std::array<std::int32_t, Crf::kMaxLabels>;

// Where the step from a label leads to more than any so far, it is the one to take. Reads up to three numbers past the
// steps, which the table has room for.
void take_better(std::int32_t score, const std::int32_t* steps, std::size_t count, std::int32_t from, Scores& next,
                 Scores& from_label) {
#if defined(__SSE2__)
  const __m128i base = _mm_set1_epi32(score), label = _mm_set1_epi32(from);
  for (std::size_t to = 0; to < count; to += 4) {
    auto* const best_at = reinterpret_cast<__m128i*>(next.data() + to);
    auto* const label_at = reinterpret_cast<__m128i*>(from_label.data() + to);
    const __m128i reached = _mm_add_epi32(base, _mm_loadu_si128(reinterpret_cast<const __m128i*>(steps + to)));
    const __m128i best = _mm_loadu_si128(best_at), old = _mm_loadu_si128(label_at);
    const __m128i better = _mm_cmpgt_epi32(reached, best);
    _mm_storeu_si128(best_at, _mm_or_si128(_mm_and_si128(better, reached), _mm_andnot_si128(better, best)));
    _mm_storeu_si128(label_at, _mm_or_si128(_mm_and_si128(better, label), _mm_andnot_si128(better, old)));
  }
#else
  for (std::size_t to = 0; to < count; ++to) {
    const auto reached = score + steps[to];
    if (reached <= next[to]) continue;
    next[to] = reached;
    from_label[to] = from;
  }
#endif
}

}  // namespace

Crf::Crf(std::span<const std::byte> bytes, std::string_view name) {
  const auto require = [&](bool fine, const char* what) {
    if (!fine) throw Error(ErrorCode::kModelCorrupt, what, std::string(name), "build or install the model again");
  };
  require(bytes.size() >= kHeaderSize, "the sequence model is cut short");
  const std::size_t labels = load<std::uint32_t>(bytes, 0);
  require(labels >= 1 && labels <= kMaxLabels, "the sequence model has an impossible number of labels");
  require(bytes.size() >= steps_end(labels), "the sequence model is cut short");
  weights_ = Weights(bytes.subspan(steps_end(labels)), name);
  require(weights_.width() == labels, "the sequence model's weights are for other labels");
  for (std::size_t i = 0; i < (labels + 1) * (labels + 1); ++i) {
    const auto step = static_cast<std::int32_t>(load<std::uint32_t>(bytes, kHeaderSize + 4 * i));
    const bool small =
        -kLargestStep <= step && step <= kLargestStep && static_cast<float>(step) * weights_.scale() <= kLargestLogOdds;
    require(step == kForbidden || small, "the sequence model has an impossible step");
    steps_.push_back(step);
    odds_.push_back(step == kForbidden ? 0.0F : std::exp(static_cast<float>(step) * weights_.scale()));
  }
  steps_.resize(steps_.size() + 3);  // room to read four at a time from any label on
}

void Crf::decode(std::span<const std::int32_t> emissions, std::vector<std::uint8_t>& out) const {
  const auto count = labels();
  const auto tokens = count == 0 ? 0 : emissions.size() / count;
  out.assign(tokens, 0);
  if (tokens == 0) return;
  const auto* edge = steps_.data() + count * (count + 1);
  std::vector<std::uint8_t> came_from(tokens * count);
  Scores scores{}, next{}, from_label{};
  for (std::size_t to = 0; to < count; ++to) scores[to] = std::max(kForbidden, edge[to] + emissions[to]);
  for (std::size_t token = 1; token < tokens; ++token) {
    const auto best = *std::max_element(scores.begin(), scores.begin() + static_cast<std::ptrdiff_t>(count));
    next.fill(2 * kForbidden);
    for (std::size_t from = 0; from < count; ++from) {
      take_better(std::max(kForbidden, scores[from] - best), steps_.data() + from * (count + 1), count,
                  static_cast<std::int32_t>(from), next, from_label);
    }
    const auto* emission = emissions.data() + token * count;
    auto* back = came_from.data() + token * count;
    for (std::size_t to = 0; to < count; ++to) {
      scores[to] = std::max(kForbidden, next[to] + emission[to]);
      back[to] = static_cast<std::uint8_t>(from_label[to]);
    }
  }
  std::size_t best = 0;
  for (std::size_t label = 0; label < count; ++label) {
    scores[label] += steps_[label * (count + 1) + count];
    if (scores[label] > scores[best]) best = label;
  }
  for (auto token = tokens; token-- > 0;) {
    out[token] = static_cast<std::uint8_t>(best);
    best = came_from[token * count + best];
  }
}

void Crf::marginals(std::span<const std::int32_t> emissions, std::vector<float>& out) const {
  // Forward and backward sums, each token's scaled to add up to one.
  const auto count = labels();
  const auto tokens = count == 0 ? 0 : emissions.size() / count;
  out.assign(tokens * count, 0);
  if (tokens == 0) return;
  const auto step = [&](std::size_t from) { return odds_.data() + from * (count + 1); };
  const auto scale_to_one = [&](float* row) {
    float sum = 0;
    for (std::size_t label = 0; label < count; ++label) sum += row[label];
    // Nothing the grammar allows has any weight left: all labels are as good.
    for (std::size_t label = 0; label < count; ++label) {
      row[label] = sum > kNothing ? row[label] / sum : 1.0F / static_cast<float>(count);
    }
  };
  std::vector<float> local(tokens * count);  // exponentiated emissions, the best of each token 1
  for (std::size_t token = 0; token < tokens; ++token) {
    const auto row = emissions.subspan(token * count, count);
    const auto best = *std::max_element(row.begin(), row.end());
    for (std::size_t label = 0; label < count; ++label) {
      local[token * count + label] = std::exp(static_cast<float>(row[label] - best) * weights_.scale());
    }
  }
  for (std::size_t token = 0; token < tokens; ++token) {
    auto* forward = out.data() + token * count;
    if (token == 0) {
      std::copy_n(step(count), count, forward);
    } else {
      const auto* before = forward - count;
      std::array<float, kMaxLabels> sums{};  // apart, so that the compiler sees that nothing read is written
      for (std::size_t from = 0; from < count; ++from) {
        const auto weight = before[from];
        if (weight < kNothing) continue;
        const auto* odds = step(from);
        for (std::size_t to = 0; to < count; ++to) sums[to] += weight * odds[to];
      }
      std::copy_n(sums.begin(), count, forward);
    }
    for (std::size_t label = 0; label < count; ++label) forward[label] *= local[token * count + label];
    scale_to_one(forward);
  }
  std::array<float, kMaxLabels> backward{};
  for (std::size_t label = 0; label < count; ++label) backward[label] = step(label)[count];
  for (auto token = tokens; token-- > 0;) {
    auto* marginal = out.data() + token * count;
    std::array<float, kMaxLabels> after{};
    for (std::size_t label = 0; label < count; ++label) {
      after[label] = backward[label] * local[token * count + label];
      marginal[label] *= backward[label];
    }
    scale_to_one(marginal);
    for (std::size_t from = 0; from < count; ++from) {
      float sum = 0;
      for (std::size_t to = 0; to < count; ++to) sum += step(from)[to] * after[to];
      backward[from] = sum;
    }
    scale_to_one(backward.data());
  }
}

std::vector<std::byte> Crf::build(std::size_t labels, std::span<const float> steps,
                                  const std::vector<Weights::Row>& rows) {
  const auto weights = Weights::build(labels, rows);
  const auto scale = Weights(weights).scale();
  std::vector<std::byte> bytes(steps_end(labels));
  store<std::uint32_t>(bytes, 0, static_cast<std::uint32_t>(labels));
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto limit = std::min(static_cast<float>(kLargestStep), std::floor(kLargestLogOdds / scale));
    const auto step = std::isinf(steps[i])
                          ? kForbidden
                          : static_cast<std::int32_t>(std::lround(std::clamp(steps[i] / scale, -limit, limit)));
    store<std::uint32_t>(bytes, kHeaderSize + 4 * i, static_cast<std::uint32_t>(step));
  }
  bytes.insert(bytes.end(), weights.begin(), weights.end());
  return bytes;
}

}  // namespace pullquote::model
