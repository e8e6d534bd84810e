#pragma once

#include <vector>

#include "article.h"

namespace pullquote::quotes {

/// Content as a reader would end it, from what the model took for it: without commas and full stops around it and
/// without an aside of the reporter's behind its marks; without the marks where it is a quotation and nothing else, or
/// one form of words ('the phrase "fair share"').
[[nodiscard]] std::vector<TokenRange> trimmed_content(const Article& article, std::vector<TokenRange> content);

}  // namespace pullquote::quotes
