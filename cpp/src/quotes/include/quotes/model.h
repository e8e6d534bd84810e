#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "features/clusters.h"
#include "model/crf.h"
#include "model/model_file.h"
#include "model/weights.h"

namespace pullquote::quotes {

inline constexpr std::string_view kPartsSection = "quote-parts";
inline constexpr std::string_view kLinksSection = "quote-links";
inline constexpr std::string_view kAcceptanceSection = "quote-accept";

/// What was learned of attributions, used in place from a model file, which must outlive it. Immutable. Without
/// anything learned, rules find what cues state outright.
class Model {
 public:
  Model() = default;
  /// Throws Error where a section is missing, damaged, or was learned with other labels or features.
  explicit Model(const model::ModelFile& file);
  /// The same from the bytes of its sections: each is model::with_fingerprint of what was learned.
  using Bytes = std::span<const std::byte>;
  Model(features::Clusters clusters, Bytes parts, Bytes links, Bytes acceptance);

  [[nodiscard]] bool learned() const { return learned_; }
  [[nodiscard]] const features::Clusters& clusters() const { return clusters_; }
  [[nodiscard]] const model::Crf& parts() const { return parts_; }
  [[nodiscard]] const model::Crf& links() const { return links_; }
  [[nodiscard]] const model::Weights& acceptance() const { return acceptance_; }

 private:
  bool learned_ = false;
  features::Clusters clusters_;
  model::Crf parts_;
  model::Crf links_;
  model::Weights acceptance_;
};

}  // namespace pullquote::quotes
