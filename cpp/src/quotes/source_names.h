#pragma once

#include <cstdint>
#include <vector>

#include "article.h"

namespace pullquote::quotes {

/// Sources as a reader would name them, from what the model took for the source of a cue whose main word is `anchor`:
/// without commas around them and without what else their clause tells; with the honorific that went to the cue; and of
/// "a charge that Mr Khan" called something, the one who called.
[[nodiscard]] std::vector<TokenRange> named_sources(const Article& article, std::vector<TokenRange> sources,
                                                    std::uint32_t anchor);

}  // namespace pullquote::quotes
