#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "model/weights.h"

// A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001): the score of a sequence of labels is
// the sum of its tokens' scores, which the caller makes from hashed features with weights(), and of its steps from
// label to label, some of which the label grammar forbids. Decoding is exact. Both functions are linear in the tokens
// and quadratic in the labels.

namespace pullquote::model {

class Crf {
 public:
  static constexpr std::size_t kMaxLabels = 64;

  Crf() = default;
  /// Keeps a view of the bytes that `build` made. Throws Error(kModelCorrupt), naming `name`.
  explicit Crf(std::span<const std::byte> bytes, std::string_view name = "crf");

  [[nodiscard]] std::size_t labels() const { return weights_.width(); }
  [[nodiscard]] const Weights& weights() const { return weights_; }

  /// The best sequence. `emissions` has labels() numbers a token, in the unit of weights(); resizes `out` to the
  /// tokens. Equal scores go to the lower label.
  void decode(std::span<const std::int32_t> emissions, std::vector<std::uint8_t>& out) const;
  /// The same, as processors without wide registers do it.
  void decode_portably(std::span<const std::int32_t> emissions, std::vector<std::uint8_t>& out) const;

  /// The probability of each label at each token, labels() a token.
  void marginals(std::span<const std::int32_t> emissions, std::vector<float>& out) const;

  /// `steps`: (labels+1)² weights from × to, where index `labels` stands for the edge of the sequence. A step that the
  /// grammar forbids is minus infinity.
  [[nodiscard]] static std::vector<std::byte> build(std::size_t labels, std::span<const float> steps,
                                                    const std::vector<Weights::Row>& rows);

  /// (labels+1)² weights, as `build` takes them.
  [[nodiscard]] std::vector<float> steps() const;
  /// What `build` made, with other steps, and with rows added as Weights::adapted does.
  [[nodiscard]] static std::vector<std::byte> adapted(std::span<const std::byte> bytes, std::span<const float> steps,
                                                      const std::vector<Weights::Row>& rows,
                                                      std::string_view name = "crf");

 private:
  struct Inference;

  Weights weights_;
  std::size_t width_ = 0;  // of the rows below, which are padded; their last one is the edge of the sequence
  std::vector<std::int32_t> steps_, last_steps_;  // by `from`, and from each label to the edge
  std::vector<float> odds_, odds_into_;           // steps exponentiated, by `from` and by `to`
  std::vector<float> powers_;
};

}  // namespace pullquote::model
