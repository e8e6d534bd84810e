#pragma once

#include "attribution.h"

namespace pullquote::quotes {

/// Quotations with the clause of a cue after them: "…," she said; "…," said X; "…", according to X.
void attribute_to_following_clause(const Article& article, Attributions& found);

/// Quotations that a cue right before them introduces: X said: "…"; X told reporters, "…"; X agreed. "…".
void attribute_to_introduction(const Article& article, Attributions& found);

/// Quotations right behind a colon and who is named before it: Ana Reyes: "…"; From the report: "…".
void attribute_to_label(const Article& article, Attributions& found);

/// Quotations that a colon introduces, whatever its sentence says: X was blunter: "…".
void attribute_to_colon(const Article& article, Attributions& found);

}  // namespace pullquote::quotes
