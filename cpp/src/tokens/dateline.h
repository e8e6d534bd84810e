#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "tokens/tokens.h"

namespace pullquote::tokens {

/// End of the dateline that opens a paragraph ("PARIS, Jan 4 (Reuters) -"), or its first token where it has none.
/// `opening` is true for the first paragraph of the body, where weaker evidence will do.
[[nodiscard]] std::uint32_t dateline_end(std::string_view view, const std::vector<Token>& tokens, TokenRange paragraph,
                                         bool opening);

}  // namespace pullquote::tokens
