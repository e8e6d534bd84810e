#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace pullquote::train {

/// Numbers under 64-bit keys.
class KeyTable {
 public:
  KeyTable();
  [[nodiscard]] const std::uint32_t* find(std::uint64_t key) const;
  /// The number under a key, 0 where it was not there.
  std::uint32_t& operator[](std::uint64_t key);
  [[nodiscard]] std::size_t size() const { return size_; }
  template <typename Take>
  void each(const Take& take) const {
    for (const auto& [key, value] : slots_) {
      if (key != 0) take(key, value);
    }
  }

 private:
  void grow();
  [[nodiscard]] std::size_t place(std::uint64_t key) const;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> slots_;
  std::size_t size_ = 0;
};

/// A linear classifier that learns from its mistakes (Collins, "Discriminative training methods for hidden Markov
/// models", 2002) and answers with the mean of the weights that it had on the way. Only features that were counted
/// often enough have weights, and only where a mistake asked for them.
class Perceptron {
 public:
  using Features = std::span<const std::uint64_t>;

  Perceptron(std::size_t labels, std::uint32_t min_count) : labels_(labels), min_count_(min_count) {}

  [[nodiscard]] std::size_t labels() const { return labels_; }

  /// Before the first mistake: says that an example has these features.
  void count(Features features);
  /// Scores of all labels.
  void score(Features features, std::span<float> scores) const;
  /// Moves the weights towards one label and away from another.
  void learn(Features features, std::size_t right, std::size_t wrong);
  /// Passes to the next example: the mean is over examples.
  void step() { ++now_; }

  using Row = std::pair<std::uint64_t, std::vector<float>>;
  /// The averaged weights of the features that matter most, those first that do more.
  [[nodiscard]] std::vector<Row> rows(std::size_t most) const;

 private:
  std::size_t labels_;
  std::uint32_t min_count_;
  KeyTable counts_;
  KeyTable places_;  // of a feature's row, from 1
  std::vector<float> weights_;
  std::vector<double> sums_;  // of each change, times the examples before it
  double now_ = 1;
};

}  // namespace pullquote::train
