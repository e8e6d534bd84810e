#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "model/feature_buffer.h"
#include "model/weights.h"

namespace pullquote::model {

/// Adds the rows of many decisions, each while the next one's are being fetched: gather the features of a decision in
/// next(), then add() them; after the last one, finish(). Scores must stay where they are until then.
class Relay {
 public:
  explicit Relay(const Weights& weights) : weights_(weights) {}

  [[nodiscard]] FeatureBuffer& next() {
    buffers_[turn_].clear();
    return buffers_[turn_];
  }
  void add(std::span<std::int32_t> scores) {
    weights_.fetch(buffers_[turn_].all());
    finish();
    turn_ = 1 - turn_;
    waiting_ = scores;
  }
  void finish() {
    if (!waiting_.empty()) weights_.add_fetched(buffers_[1 - turn_].all(), waiting_);
    waiting_ = {};
  }

 private:
  const Weights& weights_;
  std::array<FeatureBuffer, 2> buffers_;
  std::size_t turn_ = 0;
  std::span<std::int32_t> waiting_;  // for the features in the other buffer
};

}  // namespace pullquote::model
