#pragma once

#include <vector>

#include "article.h"
#include "entities/entities.h"

namespace pullquote::entities {

/// DATE and MONEY mentions, by token patterns, and marks their tokens kValue.
[[nodiscard]] std::vector<Mention> find_values(Article& article);

/// Mentions with labels, in order of the text, not overlapping, none linked yet. Values included.
[[nodiscard]] std::vector<Mention> find_names(Article& article);

}  // namespace pullquote::entities
