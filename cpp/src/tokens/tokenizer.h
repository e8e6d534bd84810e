#pragma once

#include <string_view>
#include <vector>

#include "tokens/tokens.h"

namespace pullquote::tokens {

/// Tokens of a whole view, in order. Quotation marks of the single family are provisional until
/// settle_single_marks has seen their paragraph.
[[nodiscard]] std::vector<Token> tokenize(std::string_view view);

/// Decides, within one paragraph, which marks of the single family are quotation marks and which are apostrophes.
void settle_single_marks(std::string_view view, std::vector<Token>& tokens, TokenRange paragraph);

}  // namespace pullquote::tokens
