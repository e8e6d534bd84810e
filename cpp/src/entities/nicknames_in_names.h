#pragma once

#include <vector>

#include "article.h"
#include "entities/entities.h"

namespace pullquote::entities {

/// Makes one name of a person's of 'Tom "The Hammer" Ortega', where a nickname in quotation marks stands between two
/// parts that were taken for people. Mentions are in order of the text and do not overlap. Linear in the mentions.
void join_around_nicknames(const Article& article, std::vector<Mention>& mentions);

}  // namespace pullquote::entities
