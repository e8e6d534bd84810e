#pragma once

#include "attribution.h"

namespace pullquote::quotes {

/// Interviews as they are printed, a paragraph for each turn with the speaker's name before it:
///   KESSLER: We looked at it.
/// A label counts where it is a person's name, or stands before several paragraphs.
void attribute_transcript(const Article& article, Attributions& found);

}  // namespace pullquote::quotes
