#pragma once

#include <vector>

#include "name_table.h"

namespace pullquote::entities {

/// Joins the names of organisations, places and the rest, and short forms of people's that are letters ("AMLO").
void link_things(const Article& article, const std::vector<Mention>& mentions, NameTable& names);

}  // namespace pullquote::entities
