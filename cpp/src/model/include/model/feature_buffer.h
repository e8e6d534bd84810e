#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace pullquote::model {

/// The hashed features of one decision. Room for every template there is, so that gathering them never allocates; what
/// would be too many is left out.
class FeatureBuffer {
 public:
  static constexpr std::size_t kMost = 256;

  void clear() { size_ = 0; }
  void push_back(std::uint64_t feature) {
    if (size_ < kMost) features_[size_++] = feature;
  }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] const std::uint64_t* begin() const { return features_.data(); }
  [[nodiscard]] const std::uint64_t* end() const { return features_.data() + size_; }
  [[nodiscard]] std::span<const std::uint64_t> all() const { return {features_.data(), size_}; }

 private:
  std::array<std::uint64_t, kMost> features_;
  std::size_t size_ = 0;
};

}  // namespace pullquote::model
