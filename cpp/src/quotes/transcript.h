#pragma once

#include "attribution.h"

namespace pullquote::quotes {

/// Interviews as they are printed, a paragraph for each turn with the speaker's name before it:
///   KESSLER: We looked at it.
/// A label counts where it stands before several paragraphs and is in capitals or a person's name; in a headline that
/// name is enough ("Reyes: The cup is lost").
void attribute_transcript(const Article& article, Attributions& found);

}  // namespace pullquote::quotes
