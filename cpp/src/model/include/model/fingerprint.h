#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

// Which features a learned section was made for. Weights lie under hashed features, so they mean something only to the
// feature functions that they were learned with; under others they would be noise that nobody notices. Each stage works
// out one number from what its feature functions say of a small sample. Trainers put it in front of what was learned,
// where it goes wherever the section is copied, and readers compare it with their own.

namespace pullquote::model {

/// Joins the features of decisions, one after the other, to one number.
class Fingerprint {
 public:
  /// The features of one decision. Their order does not count, as it does not to a sum of weights.
  void add(std::span<const std::uint64_t> features);
  [[nodiscard]] std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 0;
};

/// The bytes of a section for what was learned with features of that fingerprint.
[[nodiscard]] std::vector<std::byte> with_fingerprint(std::uint64_t fingerprint, std::span<const std::byte> learned);

/// What was learned, as a part of the section; 64 bytes on, so that its alignment stays. Throws Error, naming the
/// section: kModelVersion where it was learned with other features, kModelCorrupt where it does not say with which.
[[nodiscard]] std::span<const std::byte> learned_with(std::uint64_t fingerprint, std::span<const std::byte> section,
                                                      std::string_view name);

/// What was learned, whatever it was learned with; all of the bytes where they do not say.
[[nodiscard]] std::span<const std::byte> without_fingerprint(std::span<const std::byte> section);

}  // namespace pullquote::model
