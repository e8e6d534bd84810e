#pragma once

#include <string_view>
#include <vector>

#include "tokens/tokens.h"

namespace pullquote::tokens {

/// Sections of a view without their sentences; together they are its tokens.
[[nodiscard]] std::vector<Section> find_sections(std::string_view view, const std::vector<Token>& tokens);

}  // namespace pullquote::tokens
