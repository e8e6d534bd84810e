#pragma once

#include <vector>

#include "article.h"
#include "entities/entities.h"

namespace pullquote::entities {

/// The whole name that each mention is part of. Training articles mark the people or the place inside the name of a
/// body on its own ("European | Union", "Bank of | Lithuania"), and mentions follow them; but it is the whole name that
/// tells one union or bank from another. Other mentions are whole as they are. Linear in the mentions.
[[nodiscard]] std::vector<TokenRange> whole_names(const Article& article, const std::vector<Mention>& mentions);

}  // namespace pullquote::entities
