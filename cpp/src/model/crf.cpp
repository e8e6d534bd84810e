#include "model/crf.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <type_traits>

#include "model/bytes.h"
#include "pullquote/error.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

//   u32 labels, u32 zero * 3, (labels + 1)² i32 steps, zero bytes up to a multiple of 64, then the weights

namespace pullquote::model {

namespace {

constexpr std::size_t kHeaderSize = 16;
constexpr std::int32_t kForbidden = -(1 << 28);  // in the file
constexpr std::int32_t kLargestStep = 1 << 20;
// Of a step: two of them multiplied, over all labels, still fit a float.
constexpr float kLargestLogOdds = 40;
constexpr float kNothing = 1e-30F;

// Decoding takes the best of all steps into a label by one comparison of numbers that hold a score and, below it, the
// label that the step comes from, so that of equal scores the lower label wins. Scores stay far from the ends of what
// is left for them: none is held lower than kNever, and each token starts from the best of the last.
constexpr std::int32_t kNever = -(1 << 23);
constexpr int kLabelBits = 6;
constexpr std::int32_t kLabelMask = (1 << kLabelBits) - 1;
static_assert(Crf::kMaxLabels == std::size_t{1} << kLabelBits);

// Powers that are worked out beforehand: nearly all that marginals ask for.
constexpr std::size_t kPowers = 2048;

std::size_t steps_end(std::size_t labels) { return (kHeaderSize + (labels + 1) * (labels + 1) * 4 + 63) / 64 * 64; }

// How wide rows of so many labels are: one of the widths that both algorithms are compiled for.
std::size_t width_of(std::size_t labels) { return labels <= 4 ? 4 : labels <= 8 ? 8 : labels <= 20 ? 20 : 64; }

template <class Run>
void with_width(std::size_t width, const Run& run) {
  if (width == 4) return run(std::integral_constant<std::size_t, 4>());
  if (width == 8) return run(std::integral_constant<std::size_t, 8>());
  if (width == 20) return run(std::integral_constant<std::size_t, 20>());
  run(std::integral_constant<std::size_t, 64>());
}

template <std::size_t kWidth>
using Row = std::array<float, kWidth>;
template <std::size_t kWidth>
using Scores = std::array<std::int32_t, kWidth>;

// The larger of `best` and of `from` and a step, label by label. Compilers of plain x86-64 know no maximum of four.
template <std::size_t kWidth>
void take_better(std::int32_t from, const std::int32_t* steps, Scores<kWidth>& best) {
#if defined(__SSE2__)
  const auto base = _mm_set1_epi32(from);
  for (std::size_t to = 0; to < kWidth; to += 4) {
    auto* const at = reinterpret_cast<__m128i*>(best.data() + to);
    const auto reached = _mm_add_epi32(base, _mm_loadu_si128(reinterpret_cast<const __m128i*>(steps + to)));
    const auto old = _mm_loadu_si128(at);
    const auto better = _mm_cmpgt_epi32(reached, old);
    _mm_storeu_si128(at, _mm_or_si128(_mm_and_si128(better, reached), _mm_andnot_si128(better, old)));
  }
#else
  for (std::size_t to = 0; to < kWidth; ++to) best[to] = std::max(best[to], from + steps[to]);
#endif
}

// Sums and products go label by label in their order, so that every width and machine gives the same bits.
template <std::size_t kWidth>
void scale_to_one(Row<kWidth>& row, std::size_t labels) {
  float sum = 0;
  for (const auto value : row) sum += value;
  if (sum > kNothing) {
    for (auto& value : row) value /= sum;
  } else {
    // Nothing the grammar allows has any weight left: all labels are as good.
    std::fill_n(row.begin(), labels, 1.0F / static_cast<float>(labels));
  }
}

template <std::size_t kWidth>
Row<kWidth> row_at(const std::vector<float>& rows, std::size_t number) {
  Row<kWidth> row;
  std::copy_n(rows.data() + number * kWidth, kWidth, row.begin());
  return row;
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
  width_ = width_of(labels);
  steps_.assign((labels + 1) * width_, kNever << kLabelBits);
  last_steps_.assign(width_, kNever);
  odds_.assign((labels + 1) * width_, 0);
  odds_into_.assign((labels + 1) * width_, 0);
  for (std::size_t from = 0; from <= labels; ++from) {
    for (std::size_t to = 0; to <= labels; ++to) {
      const auto stated =
          static_cast<std::int32_t>(load<std::uint32_t>(bytes, kHeaderSize + 4 * (from * (labels + 1) + to)));
      const bool small = -kLargestStep <= stated && stated <= kLargestStep &&
                         static_cast<float>(stated) * weights_.scale() <= kLargestLogOdds;
      require(stated == kForbidden || small, "the sequence model has an impossible step");
      const auto step = std::max(kNever, stated);
      const auto odds = stated == kForbidden ? 0.0F : std::exp(static_cast<float>(stated) * weights_.scale());
      const auto label = static_cast<std::int32_t>(from) & kLabelMask;
      if (to < labels) {
        steps_[from * width_ + to] = step * (1 << kLabelBits) + (kLabelMask - label);
        odds_[from * width_ + to] = odds;
      }
      if (from < labels) {
        if (to == labels) last_steps_[from] = step;
        odds_into_[to * width_ + from] = odds;
      }
    }
  }
  powers_.reserve(kPowers);
  for (std::size_t below = 0; below < kPowers; ++below) {
    powers_.push_back(std::exp(-static_cast<float>(below) * weights_.scale()));
  }
}

float Crf::power(std::int32_t below) const {
  const auto place = static_cast<std::size_t>(below);
  return place < kPowers ? powers_[place] : std::exp(-static_cast<float>(below) * weights_.scale());
}

void Crf::decode(std::span<const std::int32_t> emissions, std::vector<std::uint8_t>& out) const {
  out.assign(labels() == 0 ? 0 : emissions.size() / labels(), 0);
  if (!out.empty()) with_width(width_, [&](auto width) { decode_in<width()>(emissions, out); });
}

template <std::size_t kWidth>
void Crf::decode_in(std::span<const std::int32_t> emissions, std::vector<std::uint8_t>& out) const {
  const auto count = labels();
  std::vector<std::uint8_t> came_from(out.size() * count);
  Scores<kWidth> scores, reached;
  scores.fill(kNever);
  const auto* edge = steps_.data() + count * kWidth;
  for (std::size_t to = 0; to < count; ++to) {
    scores[to] = std::max(kNever, (edge[to] >> kLabelBits) + emissions[to]);
  }
  for (std::size_t token = 1; token < out.size(); ++token) {
    const auto best = *std::max_element(scores.begin(), scores.end());
    reached.fill(std::numeric_limits<std::int32_t>::min());
    for (std::size_t from = 0; from < count; ++from) {
      const auto score = std::max(kNever, scores[from] - best) * (1 << kLabelBits);
      take_better<kWidth>(score, steps_.data() + from * kWidth, reached);
    }
    const auto* emission = emissions.data() + token * count;
    auto* back = came_from.data() + token * count;
    for (std::size_t to = 0; to < count; ++to) {
      scores[to] = std::max(kNever, (reached[to] >> kLabelBits) + emission[to]);
      back[to] = static_cast<std::uint8_t>(kLabelMask - (reached[to] & kLabelMask));
    }
  }
  std::size_t best = 0;
  for (std::size_t label = 0; label < count; ++label) {
    scores[label] += last_steps_[label];
    if (scores[label] > scores[best]) best = label;
  }
  for (auto token = out.size(); token-- > 0;) {
    out[token] = static_cast<std::uint8_t>(best);
    best = came_from[token * count + best];
  }
}

void Crf::marginals(std::span<const std::int32_t> emissions, std::vector<float>& out) const {
  out.resize(labels() == 0 ? 0 : emissions.size() / labels() * labels());
  if (!out.empty()) with_width(width_, [&](auto width) { marginals_in<width()>(emissions, out); });
}

// Forward and backward sums, each token's scaled to add up to one.
template <std::size_t kWidth>
void Crf::marginals_in(std::span<const std::int32_t> emissions, std::vector<float>& out) const {
  const auto count = labels(), tokens = out.size() / count;
  std::vector<float> local(tokens * kWidth);  // exponentiated emissions, the best of each token 1
  std::vector<float> forward(tokens * kWidth);
  auto sums = row_at<kWidth>(odds_, count);
  for (std::size_t token = 0; token < tokens; ++token) {
    auto* const power_of = local.data() + token * kWidth;
    const auto row = emissions.subspan(token * count, count);
    const auto best = *std::max_element(row.begin(), row.end());
    for (std::size_t label = 0; label < count; ++label) power_of[label] = power(best - row[label]);
    for (std::size_t label = 0; label < kWidth; ++label) sums[label] *= power_of[label];
    scale_to_one<kWidth>(sums, count);
    std::copy(sums.begin(), sums.end(), forward.begin() + static_cast<std::ptrdiff_t>(token * kWidth));
    Row<kWidth> next{};
    for (std::size_t from = 0; from < count; ++from) {
      const auto weight = sums[from] < kNothing ? 0.0F : sums[from];
      const auto* const odds = odds_.data() + from * kWidth;
      for (std::size_t to = 0; to < kWidth; ++to) next[to] += weight * odds[to];
    }
    sums = next;
  }
  auto backward = row_at<kWidth>(odds_into_, count);
  for (auto token = tokens; token-- > 0;) {
    auto marginal = row_at<kWidth>(forward, token), after = row_at<kWidth>(local, token);
    for (std::size_t label = 0; label < kWidth; ++label) {
      after[label] *= backward[label];
      marginal[label] *= backward[label];
    }
    scale_to_one<kWidth>(marginal, count);
    std::copy_n(marginal.begin(), count, out.begin() + static_cast<std::ptrdiff_t>(token * count));
    backward.fill(0);
    for (std::size_t to = 0; to < count; ++to) {
      const auto* const odds = odds_into_.data() + to * kWidth;
      for (std::size_t from = 0; from < kWidth; ++from) backward[from] += odds[from] * after[to];
    }
    scale_to_one<kWidth>(backward, count);
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
