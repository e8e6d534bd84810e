#pragma once

#include <string_view>
#include <vector>

#include "tokens/tokens.h"

namespace pullquote::tokens {

/// A paragraph as it was laid out: one line, or several that were wrapped at a fixed width.
struct Block {
  TokenRange tokens;         // never empty
  bool blank_before = true;  // a blank line stands before it
};

/// The blocks of a view; together they are its tokens.
[[nodiscard]] std::vector<Block> split_blocks(std::string_view view, const std::vector<Token>& tokens);

}  // namespace pullquote::tokens
