#pragma once

#include "attribution.h"

namespace pullquote::quotes {

/// Speech that is part of the sentence, in quotation marks or not: X said that …; X called the deal "…"; …, X said;
/// according to X, …; X's claim that …
void attribute_reported_speech(const Article& article, Attributions& found);

/// Of these, the patterns that leave little doubt, where nothing found so far has the content: a clause at the
/// sentence's end ("…, the ministry said in a statement"), "according to", and somebody's claim that …
void attribute_left_over(const Article& article, Attributions& found);

}  // namespace pullquote::quotes
