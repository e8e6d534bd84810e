#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "attribution_data.h"
#include "model/model_file.h"
#include "quotes/candidates.h"

// Learning the attribution models. Each stage learns from what the one before it says of articles that it has not
// learned from (jackknife), as it will meet them in use.

namespace pullquote::train {

using Articles = std::vector<const AttributedArticle*>;
/// Takes a line on how far training has come.
using Progress = std::function<void(const std::string&)>;

/// The bytes of the model's sections; see quotes/model.h.
struct AttributionSections {
  std::vector<std::byte> parts, links, acceptance;
};

/// Those of a model file. Throws Error(kModelCorrupt) where it has none.
[[nodiscard]] AttributionSections attributions_of(const model::ModelFile& file);

/// Models of which the mean is shipped: it errs less than each.
inline constexpr int kAttributionRuns = 5;
inline constexpr int kAdaptationRuns = 3;

/// Learns all stages. The same articles in the same order give the same bytes. `pause` is called now and then; what it
/// throws ends the training. Each model is the mean of `runs`.
[[nodiscard]] AttributionSections train_attributions(const Articles& articles, const Progress& progress,
                                                     const std::function<void()>& pause = {},
                                                     int runs = kAttributionRuns);

/// The same, starting from what `base` has learned: the articles change what they speak of, and the rest stays. Throws
/// Error where the base is damaged or was learned with other features.
[[nodiscard]] AttributionSections adapt_attributions(const AttributionSections& base, const Articles& articles,
                                                     const Progress& progress, const std::function<void()>& pause = {},
                                                     int runs = kAdaptationRuns);

/// Every attribution that models can think of in each of the articles, with their confidence: models that learned from
/// two thirds of the articles, without the one that they are asked about.
[[nodiscard]] std::vector<std::vector<quotes::Candidate>> cross_validate(const Articles& articles,
                                                                         const Progress& progress,
                                                                         int runs = kAttributionRuns);

/// Every attribution that the models can think of in an article, with their confidence.
[[nodiscard]] std::vector<quotes::Candidate> apply(const AttributionSections& sections,
                                                   const AttributedArticle& article);

}  // namespace pullquote::train
