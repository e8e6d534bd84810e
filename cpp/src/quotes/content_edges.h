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

/// "Voiced support for the crew, praising their work": where in the content a clause with a cue of its own begins that
/// is no part of what was said, but another thing that the same source said: the place of its participle, or kNone.
[[nodiscard]] std::uint32_t parallel_participle(const Article& article, TokenRange content, std::uint32_t anchor);

}  // namespace pullquote::quotes
