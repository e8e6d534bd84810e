#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

// The weights of a linear model with many labels of which each hashed feature speaks for a few: under a feature lie
// pairs of a label and a small integer. Used straight from a mapped file: nothing is built at start-up.
//
// Where rows are full, model::Weights is the quicker and the smaller one. As there, an unknown feature passes for a
// known one about once in 8,000 look-ups.

namespace pullquote::model {

class SparseWeights {
 public:
  static constexpr std::size_t kMaxWidth = 256;

  SparseWeights() = default;
  /// Keeps a view of the bytes that `build` made. Throws Error(kModelCorrupt), naming `name`.
  explicit SparseWeights(std::span<const std::byte> bytes, std::string_view name = "weights");

  /// Labels.
  [[nodiscard]] std::size_t width() const { return width_; }
  /// What one integer unit is in the scores that were trained.
  [[nodiscard]] float scale() const { return scale_; }
  /// Features that have weights.
  [[nodiscard]] std::size_t size() const { return size_; }

  /// Adds the weights of the features to scores[0..width()). Features without any add nothing.
  void add(std::span<const std::uint64_t> features, std::span<std::int32_t> scores) const;
  [[nodiscard]] bool contains(std::uint64_t feature) const { return !find(feature).empty(); }

  using Row = std::pair<std::uint64_t, std::vector<float>>;
  /// The bytes for rows of `width` floats, quantised to 8 bits with one scale for all. What comes to nothing is left
  /// out. The order of rows does not matter; each feature is given once.
  [[nodiscard]] static std::vector<std::byte> build(std::size_t width, const std::vector<Row>& rows);

 private:
  [[nodiscard]] std::span<const std::byte> find(std::uint64_t feature) const;

  std::span<const std::byte> groups_;
  std::span<const std::byte> cells_;
  std::uint64_t homes_ = 0;
  std::size_t width_ = 0;
  std::size_t size_ = 0;
  float scale_ = 0;
};

}  // namespace pullquote::model
