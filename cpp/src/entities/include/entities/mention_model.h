#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "model/crf.h"

namespace pullquote::entities {

/// Labels of the gate: whether a token may belong to a mention.
inline constexpr std::size_t kGateOutside = 0, kGateInside = 1, kGateLabels = 2;

/// The learned part of the stage: a gate that most tokens do not pass, two linear chains, of which the second also sees
/// what the first one's answers say about the whole article, and how sure a mention is when they say so.
class MentionModel {
 public:
  /// How a probability that the chain gives is to be read: sigmoid(slope * logit(p) + offset), fitted on articles that
  /// the chain did not learn from.
  struct Calibration {
    float slope = 1;
    float offset = 0;
  };

  MentionModel() = default;
  /// Keeps a view of the bytes that `build` made. Throws Error(kModelCorrupt, kModelVersion), naming `name`.
  explicit MentionModel(std::span<const std::byte> section, std::string_view name = "mentions");

  [[nodiscard]] const model::Weights& gate() const { return gate_; }
  [[nodiscard]] const model::Crf& first() const { return first_; }
  [[nodiscard]] const model::Crf& second() const { return second_; }
  [[nodiscard]] float confidence(float probability) const;

  [[nodiscard]] static std::vector<std::byte> build(std::span<const std::byte> gate, std::span<const std::byte> first,
                                                    std::span<const std::byte> second, Calibration calibration);

 private:
  model::Weights gate_;
  model::Crf first_, second_;
  Calibration calibration_;
};

}  // namespace pullquote::entities
