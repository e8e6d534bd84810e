#pragma once

#include <array>

#include "runs.h"

namespace pullquote::entities {

/// What speaks for each label, in points that add up; indexed by Label.
class Evidence {
 public:
  void add(Label label, float points) { points_[static_cast<std::size_t>(label)] += points; }
  void add(const Evidence& other, float weight = 1) {
    for (std::size_t i = 0; i < points_.size(); ++i) points_[i] += weight * other.points_[i];
  }
  [[nodiscard]] float of(Label label) const { return points_[static_cast<std::size_t>(label)]; }
  [[nodiscard]] Label best() const;
  /// By how much the best label leads.
  [[nodiscard]] float margin() const;

 private:
  std::array<float, kLabelNames.size()> points_{};
};

/// What the words of a piece say, wherever they stand.
[[nodiscard]] Evidence inner_evidence(const Article& article, const Piece& piece);
/// What the words around a piece say about this one mention.
[[nodiscard]] Evidence outer_evidence(const Article& article, const Piece& piece);

}  // namespace pullquote::entities
