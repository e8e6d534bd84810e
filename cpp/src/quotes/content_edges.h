#pragma once

#include <cstdint>
#include <vector>

#include "article.h"

namespace pullquote::quotes {

/// Content as a reader would end it, from what the model took for that of a cue whose main word is `anchor`: without
/// commas and full stops around it, without an aside of the reporter's behind its marks, and without the beginning of
/// the sentence behind it; without the marks where it is a quotation and nothing else, or one form of words ('the
/// phrase "fair share"').
[[nodiscard]] std::vector<TokenRange> trimmed_content(const Article& article, std::vector<TokenRange> content,
                                                      std::uint32_t anchor);

}  // namespace pullquote::quotes
