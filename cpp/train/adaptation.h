#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "crf_trainer.h"

// Adapting what was learned from many examples to a few of another kind (MAP adaptation; Chelba and Acero 2004): the
// weights start from those of the base, and the penalties pull what changes back to them and not to nothing. What the
// examples do not speak of stays as it was. `l1` and `l2` of the options are for all sequences together: the more
// examples, the less the base counts.

namespace pullquote::train {

/// The bytes of model::Crf `base`, adapted to the examples. Features that the base has no row for are learned as far as
/// it has room, see model::Weights::adapted. Throws Error where the bytes are none of a chain.
[[nodiscard]] std::vector<std::byte> adapt_crf(std::span<const std::byte> base, std::vector<CrfSequence> sequences,
                                               CrfOptions options, const Report& report = {});

/// The same for model::Weights, as train_classifier makes them.
[[nodiscard]] std::vector<std::byte> adapt_classifier(std::span<const std::byte> base,
                                                      std::vector<CrfSequence> sequences, CrfOptions options,
                                                      const Report& report = {});

}  // namespace pullquote::train
