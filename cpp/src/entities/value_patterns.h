#pragma once

#include <vector>

#include "article.h"
#include "mention_labels.h"

namespace pullquote::entities {

/// What the shapes of tokens say are dates and sums of money, in order of the text, not overlapping: evidence for the
/// model of mentions, which knows better where such words mean something else.
[[nodiscard]] std::vector<Guess> find_values(const Article& article);

}  // namespace pullquote::entities
