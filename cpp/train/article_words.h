#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "tokens/tokens.h"

// Lists and running text cut into words by the stages that cut articles, so that what a list says of a name is found
// again in an article.

namespace pullquote::train {

/// Hands over the analysed text; the answer lives as long as the call.
void analyse(std::string_view text, const std::function<void(const tokens::TokenizedText&)>& take);

/// The words of a name, one space between them: "Moody's Corp." gives "Moody 's Corp.".
[[nodiscard]] std::string spaced(std::string_view name);

/// One character's class, from its first code point.
[[nodiscard]] bool starts_upper(std::string_view word);

}  // namespace pullquote::train
