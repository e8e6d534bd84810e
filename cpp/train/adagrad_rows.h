#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "crf_trainer.h"

namespace pullquote::train {

/// Weights with what AdaGrad (Duchi, Hazan and Singer 2011) remembers of each, in rows of `labels`.
class Rows {
 public:
  Rows(std::size_t rows, std::size_t labels, const CrfOptions& options)
      : labels_(labels), l1_(options.l1), l2_(options.l2), values_(rows * labels * 2), paid_(rows) {}

  [[nodiscard]] const float* weights(std::size_t row) const { return values_.data() + row * labels_ * 2; }

  /// Pays the penalties that came due since the row was last touched. `spent` is the sum of all rates so far.
  void settle(std::size_t row, double spent) {
    if (l1_ == 0 && l2_ == 0) return;
    const auto due = static_cast<float>(spent - paid_[row]);
    paid_[row] = spent;
    if (due <= 0) return;
    auto* weights = values_.data() + row * labels_ * 2;
    const auto* squares = weights + labels_;
    const auto l1 = static_cast<float>(l1_), l2 = static_cast<float>(l2_);
    for (std::size_t i = 0; i < labels_; ++i) {
      const float step = due / std::sqrt(squares[i] + 1e-2F);
      const float small = std::max(0.0F, std::abs(weights[i]) - step * l1) / (1 + step * l2);
      weights[i] = std::copysign(small, weights[i]);
    }
  }

  /// Starts all rows at these weights.
  void set(std::span<const float> weights) {
    for (std::size_t i = 0; i < weights.size(); ++i) values_[i / labels_ * labels_ * 2 + i % labels_] = weights[i];
  }

  void clear() {
    std::fill(values_.begin(), values_.end(), 0.0F);
    std::fill(paid_.begin(), paid_.end(), 0.0);
  }
  void clear(std::size_t row) { std::fill_n(values_.data() + row * labels_ * 2, labels_ * 2, 0.0F); }

  /// Starts to fetch a row whose weights are about to be read. Most of training is waiting for memory.
  void prefetch(std::size_t row) const {
#if defined(__GNUC__)
    const auto* const begin = reinterpret_cast<const char*>(weights(row));
    for (std::size_t line = 0; line < 2 * labels_ * sizeof(float); line += 64) __builtin_prefetch(begin + line);
#else
    static_cast<void>(row);
#endif
  }

  /// Follows the gradient of the labels that are named.
  void descend(std::size_t row, const float* gradient, std::span<const std::uint32_t> which, float rate) {
    auto* weights = values_.data() + row * labels_ * 2;
    auto* squares = weights + labels_;
    for (const auto i : which) {
      squares[i] += gradient[i] * gradient[i];
      weights[i] -= rate * gradient[i] / std::sqrt(squares[i] + 1e-2F);
    }
  }

 private:
  std::size_t labels_;
  double l1_, l2_;
  std::vector<float> values_;  // per row: weights, then sums of squared gradients
  std::vector<double> paid_;
};

}  // namespace pullquote::train
