#pragma once

#include <span>
#include <vector>

#include "article.h"
#include "entities/entities.h"
#include "linking.h"

// What the user knows, among what is found here. It wins: over names where it overlaps them, and over the links of
// names, which may neither join two of the user's entries nor part the mentions of one.

namespace pullquote::entities {

/// The mentions with those of the user in place of all that they overlap, in order of the text.
[[nodiscard]] std::vector<Mention> with_known(const Article& article, std::vector<Mention> mentions,
                                              std::span<const gazetteer::Match> known);

/// One entity for each entry that the article has, with its label, name and id. Before roles and pronouns.
void settle_known(const Article& article, std::span<const gazetteer::Match> known, Draft& draft);

}  // namespace pullquote::entities
