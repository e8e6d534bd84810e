#pragma once

#include <string_view>
#include <vector>

#include "tokens/tokens.h"

namespace pullquote::tokens {

/// Appends the sentences of one section; together they are its tokens.
void split_sentences(std::string_view view, const std::vector<Token>& tokens, TokenRange section,
                     std::uint32_t section_index, std::vector<Sentence>& sentences);

}  // namespace pullquote::tokens
