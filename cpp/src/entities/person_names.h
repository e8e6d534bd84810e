#pragma once

#include <vector>

#include "features/nicknames.h"
#include "linking.h"
#include "name_table.h"

namespace pullquote::entities {

/// Joins the names of people and gives each mention of a person the number of the name that stands for him or her.
/// Returns what is known of the gender of each, by that number.
[[nodiscard]] std::vector<KnownGender> link_people(const Article& article, const features::Nicknames& nicknames,
                                                   std::vector<Mention>& mentions, NameTable& names);

}  // namespace pullquote::entities
