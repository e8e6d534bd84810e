#pragma once

#include "attribution.h"

namespace pullquote::quotes {

/// Gives quotations that nothing claims yet to the speech that they go on with, in place:
///   "…," she said. "…"        the quotation after the words that attribute the one before
///   a paragraph that re-opens the quotation which the one before left open, or that is a quotation and nothing else
///   She paused. "…"           a sentence of speech after one about somebody, within its paragraph
/// What is left has no speaker. Needs nothing but the quotations and the attributions so far; linear in both.
void carry_on(const Article& article, Attributions& found);

}  // namespace pullquote::quotes
