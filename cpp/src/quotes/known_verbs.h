#pragma once

#include <string_view>
#include <vector>

#include "features/words.h"
#include "pullquote/verbs.h"
#include "syntax/syntax.h"

namespace pullquote::quotes {

/// For each token the verb that it is read as because the user says so, empty where it is read as it stands; no list at
/// all where the user knows no verbs. What is learned of "complained" then holds for "kvetched", and so do the rules.
using StandIns = std::vector<std::string_view>;

[[nodiscard]] StandIns stand_ins(const features::Words& words, const syntax::Parse& parse, const Verbs& verbs);

}  // namespace pullquote::quotes
