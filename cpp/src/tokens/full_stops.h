#pragma once

#include <cstddef>
#include <string_view>

#include "tokens/tokens.h"

namespace pullquote::tokens {

/// End of the run of letters, digits and inner apostrophes that starts at `at`.
[[nodiscard]] std::size_t word_end(std::string_view view, std::size_t at);

/// End of the word [begin, end), before a full stop, with that stop where it belongs to the word: "Mr.", "U.S.",
/// "Ph.D.", the initials of "J.K. Rowling"; else `end`. `previous` is the token before the word, if any.
[[nodiscard]] std::size_t abbreviation_end(std::string_view view, std::size_t begin, std::size_t end,
                                           const Token* previous);

}  // namespace pullquote::tokens
