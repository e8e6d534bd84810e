#include "model/crf.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>

#include "crf_inference.h"
#include "model/bytes.h"
#include "pullquote/error.h"

//   u32 labels, u32 zero * 3, (labels + 1)² i32 steps, zero bytes up to a multiple of 64, then the weights

namespace pullquote::model {

namespace {

constexpr std::size_t kHeaderSize = 16;
constexpr std::int32_t kForbidden = -(1 << 28);  // in the file
constexpr std::int32_t kLargestStep = 1 << 20;
// Of a step: two of them multiplied, over all labels, still fit a float.
constexpr float kLargestLogOdds = 40;

// Powers that are worked out beforehand: nearly all that marginals ask for.
constexpr std::size_t kPowers = 2048;

std::size_t steps_end(std::size_t labels) { return (kHeaderSize + (labels + 1) * (labels + 1) * 4 + 63) / 64 * 64; }

std::vector<std::byte> joined(std::size_t labels, std::span<const float> steps, std::span<const std::byte> weights) {
  if (steps.size() != (labels + 1) * (labels + 1)) throw std::invalid_argument("steps for another number of labels");
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

std::vector<std::byte> Crf::build(std::size_t labels, std::span<const float> steps,
                                  const std::vector<Weights::Row>& rows) {
  return joined(labels, steps, Weights::build(labels, rows));
}

std::vector<float> Crf::steps() const {
  std::vector<float> out;
  for (std::size_t from = 0; from <= labels(); ++from) {
    for (std::size_t to = 0; to <= labels(); ++to) {
      const bool inner = to < labels();
      const auto step = inner ? steps_[from * width_ + to] >> kLabelBits : from < labels() ? last_steps_[from] : 0;
      out.push_back(step == kNever ? -std::numeric_limits<float>::infinity()
                                   : static_cast<float>(step) * weights_.scale());
    }
  }
  return out;
}

std::vector<std::byte> Crf::adapted(std::span<const std::byte> bytes, std::span<const float> steps,
                                    const std::vector<Weights::Row>& rows, std::string_view name) {
  const Crf crf(bytes, name);
  return joined(crf.labels(), steps, Weights::adapted(bytes.subspan(steps_end(crf.labels())), rows, name));
}

}  // namespace pullquote::model
